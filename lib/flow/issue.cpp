#include "flow/issue.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <set>

#include "flow/plan_case.h"
#include "flow/survey.h"
#include "flow/workers.h"
#include "process/scheme_check.h"
#include "store/lock.h"

namespace guerdon {
namespace fs = std::filesystem;
namespace {

bool any_refused(const Issuing& out) {
  return std::any_of(out.results.begin(), out.results.end(), [](const IssueResult& r) {
    return r.outcome == IssueOutcome::refused || r.outcome == IssueOutcome::undecided;
  });
}

bool any_to_write(const Issuing& out) {
  return std::any_of(out.results.begin(), out.results.end(), [](const IssueResult& r) {
    return r.outcome == IssueOutcome::planned || r.outcome == IssueOutcome::finished;
  });
}

SurveySettings survey_for(const IssueOptions& options) {
  return {.today = options.today,
          .program = options.program,
          .jobs = options.jobs,
          .wants_people = false,
          .on_advance = options.on_advance};
}

/// The languages of the schemes' words that may be asked for.
Languages languages_for(const IssueOptions& options) {
  std::set<std::string> out(options.languages.begin(), options.languages.end());
  return out.contains(std::string(persons_language)) ? Languages() : Languages(std::move(out));
}

/// By case and document.
using AwardedIds = std::map<std::pair<std::string, Document>, CertificateId>;

/// Draws the ids of what is planned, in its order, whichever worker came first.
void award_ids(Issuing& out, const Random& random, AwardedIds& ids) {
  for (IssueResult& result : out.results) {
    if (result.outcome != IssueOutcome::planned) continue;
    result.id = CertificateId::make(random);
    result.pdf_path = (fs::path(result.pdf_path).parent_path() / (result.id.text + ".pdf")).string();
    ids.emplace(std::pair(result.case_id, result.document), result.id);
  }
}

/// All parts in their order; each is given up as it is taken.
Issuing joined(std::vector<Issuing>& parts) {
  Issuing out;
  std::size_t results = 0;
  for (const Issuing& part : parts)
    results += part.results.size();
  out.results.reserve(results);
  for (Issuing& part : parts) {
    std::move(part.results.begin(), part.results.end(), std::back_inserter(out.results));
    out.findings.append(part.findings);
    part = {};
  }
  out.findings.sort();
  return out;
}

/// A batch, one case a worker in memory.
class Batch {
 public:
  Batch(const IssueDesk& desk, Survey& survey) : desk_(desk), survey_(survey), around_(survey.surroundings(loading_)) {
    loading_.append(survey.register_so_far().findings);
    for (const auto& [id, scheme] : around_.schemes)
      check_scheme(scheme, loading_);
    for (const FoundCase& found : desk.options.cases) {
      if (desk.options.shard.holds(found.id)) cases_.push_back(&found);
    }
  }

  [[nodiscard]] std::size_t size() const { return cases_.size(); }

  /// What becomes of each case, which is written when `writes`.
  [[nodiscard]] Issuing go_through(bool writes) const {
    std::vector<Issuing> parts(cases_.size());
    std::vector<std::unique_ptr<Worker>> workers(desk_.options.jobs);
    Stretch stretch(desk_.options.on_advance, writes ? "issuing" : "checking", cases_.size());
    work_in_parallel(cases_.size(), desk_.options.jobs, [&](std::size_t worker, std::size_t index) {
      if (!workers[worker]) workers[worker] = std::make_unique<Worker>(around_);
      parts[index] = issue_one(*cases_[index], *workers[worker], writes);
      stretch.one_done();
    });
    return joined(parts);
  }

 private:
  struct Worker {
    explicit Worker(const World& around) : world(around) {}
    World world;
    Shaper shaper;
  };

  Issuing issue_one(const FoundCase& found, Worker& worker, bool writes) const {
    OpenedCase opened{{}, {}, loading_};
    std::vector<std::string> people;
    opened.record = survey_.open(found.path, worker.world, opened.reading, opened.behind, people);
    CasePlan plan = plan_case(desk_, worker.world, found.id, opened, worker.shaper);
    if (writes) write_case(desk_, plan);
    return std::move(plan.told);
  }

  const IssueDesk& desk_;
  Survey& survey_;
  Diagnostics loading_;
  const World& around_;
  std::vector<const FoundCase*> cases_;
};

}  // namespace

std::string_view to_string(IssueOutcome outcome) {
  switch (outcome) {
    case IssueOutcome::issued:
      return "issued";
    case IssueOutcome::planned:
      return "would issue";
    case IssueOutcome::already:
      return "issued already";
    case IssueOutcome::finished:
      return "made again";
    case IssueOutcome::refused:
      return "refused";
    case IssueOutcome::undecided:
      return "could not tell";
    case IssueOutcome::not_ready:
      return "not ready";
  }
  return "";
}

std::string certificate_stem(const Certificate& certificate) {
  return fmt::format("certificates/{}/{}", certificate.issued_on.year(), certificate.id.text);
}

Issuing issue(const Root& root, const Workspace& workspace, const LocaleOf& locale_of, const IssueOptions& options,
              const PressRoom& room, const Random& random) {
  std::optional<Lock> lock;
  if (!options.dry_run) lock.emplace(root, "guerdon issue", options.shard);
  Survey survey(root, survey_for(options), languages_for(options));
  std::mutex mutex;
  const LocaleOf locale_in_turn = [&](const std::string& language) -> const Locale& {
    const std::lock_guard guard(mutex);
    return locale_of(language);
  };
  Press press(root, room);
  IssueDesk desk{root, workspace, locale_in_turn, options, press, {}};
  const Batch batch(desk, survey);
  Diagnostics told;
  press.know_logos(root, survey.surroundings(told));
  survey.remember();
  AwardedIds ids;
  // One case is checked before it is written; of several, all are.
  if (options.dry_run || options.all_or_nothing || batch.size() > 1) {
    std::atomic<std::uint64_t> provisional = 0;
    desk.new_id = [&](const std::string&, const Document&) {
      return CertificateId::make([&] { return ++provisional; });
    };
    Issuing out = batch.go_through(false);
    award_ids(out, random, ids);
    out.stopped = options.all_or_nothing && any_refused(out);
    if (out.stopped || options.dry_run || !any_to_write(out)) return out;
  }
  desk.new_id = [&](const std::string& case_id, const Document& document) {
    const auto awarded = ids.find({case_id, document});
    if (awarded != ids.end()) return awarded->second;
    const std::lock_guard guard(mutex);
    return CertificateId::make(random);
  };
  return batch.go_through(true);
}

}  // namespace guerdon
