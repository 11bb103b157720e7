#include "flow/sample.h"

#include <fmt/format.h>
#include <sys/wait.h>

#include <cstdio>
#include <memory>

#include "flow/init.h"
#include "yaml/parse.h"

namespace guerdon::test {
namespace {

namespace fs = std::filesystem;

const Folder& made_once() {
  static const std::unique_ptr<const Folder> folder = [] {
    auto out = std::make_unique<const Folder>();
    init_workspace({.folder = out->path(),
                    .data_folder = GUERDON_SOURCE_DIR,
                    .organisation = "Orto Sociale",
                    .organisation_id = {},
                    .place = "Torino",
                    .country = "IT",
                    .coordinator = "Luca Bianchi",
                    .coordinator_id = {},
                    .verify = "https://certificates.example.org",
                    .since = *Date::parse("2020-01-01")});
    for (const char* organisation : {"orto-sociale", "kipos"}) {
      const std::string path = fmt::format("organisations/{}.yaml", organisation);
      out->write(path, source_text("tests/rules/base/" + path));
    }
    const std::string staff = "organisations/orto-sociale.yaml";
    const std::string title = "    title: Head gardener\n";
    out->write(staff, replaced(out->read(staff), title, title + "    signs:\n      - from: 2024-01-01\n"));
    return out;
  }();
  return *folder;
}

}  // namespace

Random counted_random(std::uint64_t seed) {
  return [state = seed]() mutable {
    state += 0x9E3779B97F4A7C15U;
    std::uint64_t bits = state;
    bits = (bits ^ (bits >> 30U)) * 0xBF58476D1CE4E5B9U;
    bits = (bits ^ (bits >> 27U)) * 0x94D049BB133111EBU;
    return bits ^ (bits >> 31U);
  };
}

const Locale& locale_of(const std::string& language) {
  static std::map<std::string, Locale> locales;
  const auto found = locales.find(language);
  if (found != locales.end()) return found->second;
  const std::string path = "templates/locale/" + language + ".yaml";
  Diagnostics findings;
  const auto document = yaml::parse(path, source_text(path), findings);
  Locale locale = read_locale(*document, findings).value();
  if (!findings.empty()) throw std::runtime_error(listed(findings));
  return locales.emplace(language, std::move(locale)).first->second;
}

const Locale& english() { return locale_of("en"); }

PressRoom press_room() { return {{"/usr/share/fonts"}, GUERDON_BUILD_DIR "/guerdon-pdf.so"}; }

const Importer& importer() {
  static const Importer the_importer(GUERDON_BUILD_DIR);
  return the_importer;
}

std::string base_case_text() { return source_text("tests/rules/base/case.yaml"); }
std::string base_person_text() { return source_text("tests/rules/base/people/p-8h2m4c9w.yaml"); }

Office::Office()
    : root([this] {
        fs::copy(made_once().path(), path(), fs::copy_options::recursive);
        return Root(path());
      }()) {}

FoundCase Office::add_case(const std::string& id, const std::string& person, std::string case_text,
                           std::string person_text) const {
  if (case_text.empty()) case_text = base_case_text();
  if (person_text.empty()) person_text = base_person_text();
  case_text = replaced(std::move(case_text), "case: 2026-7kq3h2xd", "case: " + id);
  const FoundCase found{id, fmt::format("cases/{}/{}.yaml", id.substr(0, 4), id)};
  write(found.path, replaced(std::move(case_text), "person: p-8h2m4c9w", "person: " + person));
  write(fmt::format("people/{}.yaml", person),
        replaced(std::move(person_text), "person: p-8h2m4c9w", "person: " + person));
  return found;
}

Issuing Office::issue(IssueOptions options, std::uint64_t seed) const {
  if (options.languages.empty()) options.languages = {"en"};
  if (options.today == Date{}) options.today = today;
  if (options.on == Date{}) options.on = options.today;
  return guerdon::issue(root, workspace(), locale_of, options, press_room(), counted_random(seed));
}

Issuing Office::issue(const FoundCase& found) const {
  IssueOptions options;
  options.cases = {found};
  return issue(options);
}

Scene::Scene(const Office& office, const FoundCase& found) {
  Diagnostics findings;
  world = office.world(findings);
  record = load_case(office.root, found.path, world, findings).value();
  if (!findings.empty()) throw std::runtime_error(listed(findings));
}

std::string digested(const std::string& facts) {
  JsonFault fault;
  Json json = parse_json(facts, fault).value();
  for (auto& [key, value] : *json.as_object()) {
    if (key == "digest") value = facts_digest(json);
  }
  return canonical_json(json) + '\n';
}

std::string listed(const Diagnostics& findings) {
  std::string out;
  for (const Diagnostic& d : findings.items()) {
    out += fmt::format("{}:{}:{}: {}: {} [{}]\n", d.where.path, d.where.place.line, d.where.place.column,
                       to_string(d.severity), d.message, d.rule);
  }
  return out;
}

std::string listed(const Issuing& issuing) {
  std::string out;
  for (const IssueResult& result : issuing.results)
    out += fmt::format("{} {} {}\n", result.case_id, name_of(result.document), to_string(result.outcome));
  return out;
}

std::string output_of(const std::string& command) {
  FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("cannot run " + command);
  std::string output;
  char buffer[4096];
  for (std::size_t got = 0; (got = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
    output.append(buffer, got);
  const int status = ::pclose(pipe);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) throw std::runtime_error(command + " failed: " + output);
  return output;
}

}  // namespace guerdon::test
