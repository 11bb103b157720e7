#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <sstream>

#include "base/error.h"
#include "base/once.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/issue_day.h"
#include "cli/press_room.h"
#include "cli/print.h"
#include "cli/recording.h"
#include "cli/survey_settings.h"
#include "flow/issue.h"
#include "model/designs.h"
#include "store/load.h"

namespace guerdon {
namespace {

struct Options {
  std::vector<std::string> cases;
  std::vector<std::string> certificates;
  std::vector<std::string> competences;
  bool all = false;
  std::string from_file;
  std::vector<std::string> languages;
  std::string design;
  std::vector<std::string> signers;
  std::string on;
  std::string backdate_because;
  bool dry_run = false;
  bool all_or_nothing = false;
  unsigned jobs = 0;
  std::string shard;
};

std::vector<FoundCase> chosen_cases(Context& context, const Root& root, const Options& o) {
  std::vector<FoundCase> out;
  if (o.all) {
    for (const std::string& path : case_paths(root))
      out.push_back({std::filesystem::path(path).stem().string(), path});
    return out;
  }
  std::vector<std::string> words = o.cases;
  if (!o.from_file.empty()) {
    const std::string text = o.from_file == "-" ? std::string(std::istreambuf_iterator<char>(context.in), {})
                                                : read_file(context.folder / o.from_file);
    std::istringstream lines(text);
    for (std::string word; lines >> word;)
      words.push_back(word);
  }
  if (words.empty() && o.from_file.empty())
    throw Error(Failure::usage, "`guerdon issue` needs a case, `--from-file` or `--all`",
                "guerdon status --ready lists the cases that are ready");
  for (const std::string& word : words) {
    FoundCase found = find_case(root, word, naming_for(context));
    const bool twice =
        std::any_of(out.begin(), out.end(), [&](const FoundCase& other) { return other.id == found.id; });
    if (!twice) out.push_back(std::move(found));
  }
  return out;
}

/// The kinds asked for, each a certificate of a scheme in the workspace.
std::vector<std::string> chosen_kinds(const Options& o, const World& world) {
  std::vector<std::string> known;
  for (const auto& [id, scheme] : world.schemes) {
    for (const CertificateKind& kind : scheme.certificates)
      known.push_back(kind.id);
  }
  for (const std::string& kind : o.certificates) {
    if (std::find(known.begin(), known.end(), kind) == known.end()) {
      throw Error(Failure::usage, fmt::format("`{}` is not a certificate", sanitized(kind)),
                  "write " + joined_or(known));
    }
  }
  return once(o.certificates);
}

/// The competences asked for, each by any spelling that a scheme in the workspace knows.
std::vector<std::string> chosen_competences(const Options& o, const World& world) {
  std::vector<std::string> out;
  const auto is_each = [&](const std::string& id) {
    return std::any_of(world.schemes.begin(), world.schemes.end(), [&](const auto& entry) {
      const CertificateKind* kind = entry.second.find_certificate(id);
      return kind != nullptr && kind->each_competence;
    });
  };
  for (const std::string& id : o.certificates) {
    if (!o.competences.empty() && !is_each(id))
      throw Error(Failure::usage,
                  fmt::format("`--competence` and `--certificate {}` exclude each other", sanitized(id)),
                  "a competence is named for the certificate of a competence alone");
  }
  for (const std::string& word : o.competences) {
    const Skill* found = nullptr;
    std::vector<std::string> near;
    for (const auto& [id, scheme] : world.schemes) {
      if (!certifies_each_competence(scheme)) continue;
      if (found == nullptr) found = scheme.framework.match(word);
      if (near.empty()) near = scheme.framework.near(word);
    }
    if (found == nullptr)
      throw Error(Failure::usage, fmt::format("`{}` is no competence that is certified on its own", sanitized(word)),
                  near.empty() ? "the competences stand in competences.yaml of the scheme"
                               : "did you mean " + joined_or(near) + "?");
    out.push_back(found->id);
  }
  return once(out);
}

/// The languages asked for: each value is one, or several with commas between them.
std::vector<std::string> chosen_languages(const Options& o) {
  std::vector<std::string> out;
  for (std::string value : o.languages) {
    std::replace(value.begin(), value.end(), ',', ' ');
    std::istringstream words(value);
    const std::size_t before = out.size();
    for (std::string word; words >> word;)
      out.push_back(word);
    if (out.size() == before)
      throw Error(Failure::usage, "`--language` names no language", "write one, or several as in --language it,pl");
  }
  return once(out);
}

/// The design asked for, which a certificate of some scheme in the workspace has.
std::string chosen_design(const Options& o, const World& world) {
  const std::vector<std::string> known = design_names(world.schemes);
  if (o.design.empty() || std::find(known.begin(), known.end(), o.design) != known.end()) return o.design;
  throw Error(Failure::usage, fmt::format("there is no design `{}`", sanitized(o.design)), "write " + joined_or(known));
}

/// "soft-skills", "soft-skills it"
std::string called(const Document& document, bool with_language) {
  return name_of(document) + (with_language && !document.language.empty() ? ' ' + document.language : "");
}

std::string result_line(const IssueResult& result, bool with_language, std::size_t width) {
  const std::string act = fmt::format("{} {}  ", to_string(result.outcome), result.case_id);
  const std::string document = called(result.document, with_language);
  return fmt::format("{}{:{}} {}\n", act, document, width,
                     result.outcome == IssueOutcome::planned ? sanitized(result.volunteer) : result.pdf_path);
}

Json result_json(const IssueResult& result) {
  Json out = Json::object({{"case", result.case_id}, {"certificate", result.document.kind}});
  if (!result.document.competence.empty()) out.set("competence", result.document.competence);
  if (!result.document.language.empty()) out.set("language", result.document.language);
  out.set("outcome", to_string(result.outcome));
  if (!result.id.text.empty()) {
    out.set("id", result.id.text);
    out.set("pdf", result.pdf_path);
  }
  return out;
}

/// Whether a result is told by its findings, or by a count alone.
bool is_silent(const IssueResult& result, bool all) {
  const bool told = result.outcome == IssueOutcome::refused || result.outcome == IssueOutcome::undecided ||
                    result.outcome == IssueOutcome::not_ready;
  return told || (all && result.outcome == IssueOutcome::already);
}

using OutcomeCounts = std::map<IssueOutcome, std::size_t>;

/// "23 issued, 1 not ready"
std::string counts_text(const OutcomeCounts& counts) {
  std::string out;
  for (const auto& [outcome, count] : counts) {
    if (count > 0) out += (out.empty() ? "" : ", ") + fmt::format("{} {}", count, to_string(outcome));
  }
  return out.empty() ? "no case to issue for" : out;
}

void tell(const Issuing& issuing, const Options& o, bool wants_json, Report& report) {
  Json list = Json::array();
  OutcomeCounts counts;
  std::size_t width = 13;
  const bool with_language = !o.languages.empty();
  for (const IssueResult& result : issuing.results)
    width = std::max(width, called(result.document, with_language).size());
  for (const IssueResult& result : issuing.results) {
    ++counts[result.outcome];
    if (wants_json) list.push_back(result_json(result));
    if (!issuing.stopped && !is_silent(result, o.all)) report.text += result_line(result, with_language, width);
  }
  report.json = Json::object({{"results", std::move(list)}});
  const std::size_t undecided = counts[IssueOutcome::undecided];
  const std::size_t failed = counts[IssueOutcome::refused] + undecided;
  const bool any_good = failed < issuing.results.size() && !issuing.stopped;
  if (failed > 0)
    report.code = any_good        ? ExitCode::partly_failed
                  : undecided > 0 ? ExitCode::could_not_tell
                                  : ExitCode::answer_is_no;
  const std::string found = count_findings(report.findings);
  if (issuing.stopped) {
    report.talk = found + "; nothing issued (--all-or-nothing)\n";
  } else if (failed > 0 && !any_good) {
    report.talk = found + (undecided > 0 ? "; could not tell\n" : "; not issued\n");
  } else if (issuing.results.empty() && !o.shard.empty()) {
    report.talk = fmt::format("none of these cases is in part {}\n", o.shard);
  } else if (failed > 0 || o.all || issuing.results.empty()) {
    report.talk = counts_text(counts) + '\n';
  }
}

Report run(Context& context, const Options& o) {
  Report report;
  report.schema = "guerdon.issue/1";
  const Root root = context.root();
  const Workspace workspace = load_workspace(root);
  Diagnostics ignored;
  IssueOptions options;
  options.today = context.today;
  options.on = issue_day(context, o.on, o.backdate_because, o.dry_run);
  options.backdated_because = o.backdate_because;
  options.cases = chosen_cases(context, root, o);
  options.all = o.all;
  const World schemes = load_surroundings(root, context.today, std::set<std::string>{}, ignored);
  options.kinds = chosen_kinds(o, schemes);
  options.competences = chosen_competences(o, schemes);
  options.languages = chosen_languages(o);
  if (options.languages.empty()) options.languages.push_back(workspace.language.value);
  options.design = chosen_design(o, schemes);
  options.signers = once(o.signers);
  options.shard = shard_given(o.shard);
  options.on_advance = context.on_advance;
  options.dry_run = o.dry_run;
  options.all_or_nothing = o.all_or_nothing;
  options.jobs = worker_count(o.jobs);
  options.program = survey_settings(context).program;
  LocaleShelf locales(context);
  for (const std::string& language : options.languages) {
    if (language != persons_language) locales.find(language);
  }
  const LocaleOf locale_of = [&](const std::string& language) -> const Locale& { return locales.find(language); };
  const Issuing issuing = issue(root, workspace, locale_of, options, press_room(context), context.random);
  report.findings = issuing.findings;
  if (o.all) {
    for (Diagnostic& finding : report.findings.items()) {
      finding.where.place = {};
      finding.hint.clear();
    }
  }
  tell(issuing, o, context.wants_json, report);
  return report;
}

}  // namespace

Run setup_issue(Usage& usage) {
  const auto o = std::make_shared<Options>();
  usage.add("cases", &o->cases, "CASE", "the cases: ids, parts of them, paths, or words of the name");
  usage.add("--certificate", &o->certificates, "KIND",
            "only this one: participation, soft-skills, statement; may be repeated");
  usage.flag("--all", o->all, "every case that is ready; those that are not are counted");
  usage.add("--from-file", &o->from_file, "FILE", "the cases whose ids stand in a file, or - for standard input");
  usage.add("--competence", &o->competences, "COMPETENCE",
            "only the certificate of this competence; may be repeated; all that were reached when left away");
  usage.add("--language", &o->languages, "LANG",
            "the certificate's language, or several, as in it,pl; `person` for the volunteer's; may be repeated; the "
            "workspace's when left away");
  usage.add("--design", &o->design, "NAME",
            "the certificate's design, such as formal or contemporary; the workspace's when left away");
  usage.add("--signer", &o->signers, "ID",
            "who signs; may be repeated; the first of each organisation who may, when left away");
  usage.add("--on", &o->on, "DATE", "the issue date; today when left away");
  usage.add("--backdate-because", &o->backdate_because, "TEXT",
            "why it is dated another day than today; recorded in the facts");
  usage.flag("-n,--dry-run", o->dry_run, "check everything, show the plan, write nothing");
  usage.flag("--all-or-nothing", o->all_or_nothing, "issue nothing when anything is refused");
  usage.add("-j,--jobs", &o->jobs, "N", "workers; all cores when left away");
  usage.add("--shard", &o->shard, "K/N", "only the K-th of N parts of these cases: machines that share the work");
  usage.examples =
      "  guerdon issue 2026-7kq3h2xd\n"
      "  guerdon issue --all --dry-run\n"
      "  guerdon status --ready -q | guerdon issue --from-file -\n";
  return [o](Context& context) { return run(context, *o); };
}

}  // namespace guerdon
