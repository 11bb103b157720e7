#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "base/error.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/press_room.h"
#include "flow/render.h"
#include "model/event_read.h"
#include "process/certificates.h"
#include "store/load.h"

namespace guerdon {
namespace {

struct Options {
  std::vector<std::string> certificates;
  bool all = false;
  unsigned jobs = 0;
  std::string shard;
};

std::string pdf_of(const std::string& facts) { return facts.substr(0, facts.size() - 5) + ".pdf"; }

/// The facts of that certificate, looked for by name alone: a folder may hold a hundred thousand. Empty when they are
/// not seen, for whatever reason.
std::optional<std::string> facts_named(const Root& root, const CertificateId& id) {
  namespace fs = std::filesystem;
  std::error_code fault;
  for (fs::directory_iterator it(root.resolve("certificates"), fault), end; !fault && it != end; it.increment(fault)) {
    std::string path = fmt::format("certificates/{}/{}.json", it->path().filename().string(), id.text);
    std::error_code missing;
    if (fs::is_regular_file(root.resolve(path), missing)) return path;
  }
  return std::nullopt;
}

/// The facts asked for: by certificate id or path; all of them; or those whose PDF is missing or was cut short.
std::vector<std::string> chosen_facts(const Root& root, const Options& o) {
  std::vector<std::string> out;
  if (!o.all && o.certificates.size() == 1) {
    const auto id = CertificateId::parse(o.certificates.front());
    if (auto path = id ? facts_named(root, *id) : std::nullopt) return {std::move(*path)};
  }
  std::vector<std::string> known = certificate_paths(root);
  if (o.all) return known;
  if (o.certificates.empty()) {
    std::copy_if(known.begin(), known.end(), std::back_inserter(out),
                 [&](const std::string& path) { return !holds_pdf(root.resolve(pdf_of(path))); });
    return out;
  }
  for (const std::string& word : o.certificates) {
    const auto id = CertificateId::parse(word);
    const auto found = std::find_if(known.begin(), known.end(), [&](const std::string& path) {
      return path == word || pdf_of(path) == word || (id && path.ends_with('/' + id->text + ".json"));
    });
    if (found == known.end()) {
      throw Error(
          Failure::usage, fmt::format("there is no certificate `{}` in this workspace", sanitized(word)),
          id ? "guerdon show CASE lists a case's certificates"
             : "an id has sixteen characters, of which the last guards the others: look for a wrong or swapped one");
    }
    out.push_back(*found);
  }
  return out;
}

ExitCode exit_code(const Rendering& rendering) {
  std::vector<Failure> failures;
  for (const Rendered& one : rendering.results) {
    if (one.failure) failures.push_back(*one.failure);
  }
  if (failures.empty()) return ExitCode::done;
  const bool undecided = std::find(failures.begin(), failures.end(), Failure::undecidable) != failures.end();
  if (failures.size() < rendering.results.size() && !undecided) return ExitCode::partly_failed;
  return undecided ? ExitCode::could_not_tell : exit_code_of(failures.front());
}

/// What its events say of a certificate: "replaced by …", by number alone; empty where it simply holds. Read by name:
/// there may be a hundred thousand others.
std::string standing_now(const Root& root, const std::string& certificate, Date today) {
  const auto id = CertificateId::parse(certificate);
  if (!id) return {};
  World world;
  world.today = today;
  Diagnostics ignored;
  for (int number = 1;; ++number) {
    const std::string path = fmt::format("events/{}-{}.yaml", id->text, number);
    if (!is_there(root.folder() / path)) return standing_of(*id, world);
    const auto document = load_document(root, path, ignored);
    auto event = document ? read_event(*document, ignored) : std::nullopt;
    if (event) world.events[id->text].push_back(std::move(*event));
  }
}

Report run(Context& context, const Options& o) {
  const Root root = context.root();
  const Shard shard = shard_given(o.shard);
  std::vector<std::string> facts = chosen_facts(root, o);
  const std::string none =
      facts.empty() ? "no PDF is missing\n" : fmt::format("none of these is in part {}\n", o.shard);
  std::erase_if(facts,
                [&](const std::string& path) { return !shard.holds(std::filesystem::path(path).stem().string()); });
  const Rendering rendering = render(root, facts, press_room(context), worker_count(o.jobs), shard, context.on_advance);
  Report report;
  report.schema = "guerdon.render/1";
  report.findings = rendering.findings;
  report.code = exit_code(rendering);
  Json list = Json::array();
  std::size_t written = 0;
  for (const Rendered& one : rendering.results) {
    if (one.failure) continue;
    written += one.written ? 1 : 0;
    const std::string certificate = std::filesystem::path(one.path).stem().string();
    const std::string standing = o.certificates.empty() ? "" : standing_now(root, certificate, context.today);
    if (!standing.empty()) report.talk += fmt::format("note: {} does not hold: {}\n", certificate, standing);
    if (context.wants_json) {
      Json entry = Json::object({{"certificate", certificate}, {"pdf", one.path}, {"written", one.written}});
      if (!standing.empty()) entry.set("standing", standing);
      list.push_back(std::move(entry));
    }
    if (!o.all) report.text += fmt::format("{} {}\n", one.written ? "wrote" : "unchanged", one.path);
  }
  report.json = Json::object({{"rendered", std::move(list)}});
  if (o.all || rendering.results.empty()) {
    const std::size_t failed = static_cast<std::size_t>(std::count_if(
        rendering.results.begin(), rendering.results.end(), [](const Rendered& r) { return r.failure.has_value(); }));
    report.text += rendering.results.empty() ? none
                                             : fmt::format("{} written, {} unchanged, {} failed\n", written,
                                                           rendering.results.size() - written - failed, failed);
  }
  return report;
}

}  // namespace

Run setup_render(Usage& usage) {
  const auto o = std::make_shared<Options>();
  usage.add("certificates", &o->certificates, "CERTIFICATE",
            "certificates, by id or path; those whose PDF is missing or cut short when left away");
  usage.flag("--all", o->all, "every certificate; a file that holds the same bytes is not touched");
  usage.add("-j,--jobs", &o->jobs, "N", "workers; all cores when left away");
  usage.add("--shard", &o->shard, "K/N", "only the K-th of N parts of them: machines that share the work");
  usage.examples =
      "  guerdon render\n"
      "  guerdon render 7KQ3-HX2M-9DPA-4TZB\n";
  return [o](Context& context) { return run(context, *o); };
}

}  // namespace guerdon
