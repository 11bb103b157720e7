// Runs tests/rules/<rule-id>.yaml; docs/adding-a-rule.md says how a fixture is written.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <sstream>

#include "process/rule.h"
#include "process/sample.h"
#include "yaml/edit.h"

using namespace guerdon;
using guerdon::test::Files;
using guerdon::test::Sample;

namespace {

constexpr std::string_view case_file = "case.yaml";

/// A finding that a fixture states: "path:line: error: message", and its hint if it states one.
struct Expectation {
  std::string finding;
  std::string hint;
};

/// The workspace that a variant changes, and its scheme.
struct Base {
  const Files& files;
  const Scheme& scheme;
};

/// GloRe's for the rules that it has and where a variant does not say otherwise.
Base base_of(std::string_view rule, const std::string& wanted) {
  const bool glore = wanted.empty() ? guerdon::test::glore().find_rule(rule) != nullptr : wanted == "glore";
  REQUIRE_MESSAGE((glore || wanted.empty() || wanted == "lever-up"), wanted);
  return glore ? Base{guerdon::test::base_files(), guerdon::test::glore()}
               : Base{guerdon::test::lever_up_files(), guerdon::test::lever_up()};
}

struct Variant {
  std::string title;
  const Scheme* scheme = nullptr;
  std::map<std::string, std::string> settings;
  std::vector<std::string> issued;
  Files files;
  std::vector<Expectation> expected;
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);)
    out.push_back(line);
  return out;
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> out;
  for (std::string word; in >> word;)
    out.push_back(word);
  return out;
}

std::string after(const std::string& line, std::string_view mark) { return line.substr(line.find(mark) + mark.size()); }

/// The blocks of a case by banner title, in order; the one before the first banner has none.
std::vector<std::pair<std::string, std::string>> blocks_of(const std::string& text) {
  std::vector<std::pair<std::string, std::string>> out{{"", ""}};
  std::string marks;
  for (const std::string& line : lines_of(text)) {
    const auto title = yaml::banner_title(line);
    if (!title.empty()) out.emplace_back(title, "");
    if (line.starts_with("#!")) {
      marks += line + '\n';
      continue;
    }
    out.back().second += marks + line + '\n';
    marks.clear();
  }
  out.back().second += marks;
  return out;
}

/// The base case with the blocks that a variant states in place of its own.
std::string merged(const Files& base, const std::string& changes) {
  auto blocks = blocks_of(base.at(std::string(case_file)));
  for (const auto& [title, text] : blocks_of(changes)) {
    if (text.empty()) continue;
    const auto found = std::find_if(blocks.begin(), blocks.end(),
                                    [&, name = title](const auto& block) { return block.first == name; });
    REQUIRE_MESSAGE(found != blocks.end(), title);
    found->second = text;
  }
  std::string out;
  for (const auto& block : blocks)
    out += block.second;
  return out;
}

/// `#! error: …` behind a line expects a finding on it, before a line on that; `#! hint: …` after it adds a line of its
/// hint.
void read_expectations(const std::string& path, const std::string& text, Variant& variant) {
  std::size_t number = 0;
  std::vector<std::size_t> waiting;
  for (const std::string& line : lines_of(text)) {
    ++number;
    const std::size_t mark = line.find("#! ");
    const bool alone = mark != std::string::npos && line.find_first_not_of(' ') == mark;
    if (mark != std::string::npos) {
      const std::string said = line.substr(mark + 3);
      if (said.starts_with("hint: ")) {
        REQUIRE_MESSAGE(!variant.expected.empty(), line);
        std::string& hint = variant.expected.back().hint;
        hint += (hint.empty() ? "" : "\n") + said.substr(6);
      } else {
        variant.expected.push_back({said, {}});
        waiting.push_back(variant.expected.size() - 1);
      }
    }
    if (alone) continue;
    for (const std::size_t index : waiting) {
      variant.expected[index].finding = fmt::format("{}:{}: {}", path, number, variant.expected[index].finding);
    }
    waiting.clear();
  }
  REQUIRE_MESSAGE(waiting.empty(), path);
}

Variant read_variant(std::string_view rule, const std::string& title, const std::vector<std::string>& lines) {
  Variant variant{.title = title, .settings = {}, .issued = {}, .files = {}, .expected = {}};
  std::string path(case_file);
  Files stated;
  for (const std::string& line : lines) {
    if (!line.starts_with("#: ")) {
      stated[path] += line + '\n';
      continue;
    }
    const std::string key = line.substr(3, line.find(": ", 3) - 3);
    const std::string value = after(line.substr(3), ": ");
    if (key == "file") {
      path = value;
    } else if (key == "issued") {
      variant.issued.push_back(value);
    } else if (key == "expect") {
      variant.expected.push_back({value, {}});
    } else {
      variant.settings[key] = value;
    }
  }
  const Base base = base_of(rule, variant.settings["base"]);
  variant.scheme = &base.scheme;
  variant.files = base.files;
  for (const auto& [name, text] : stated)
    variant.files[name] = name == case_file ? merged(base.files, text) : text;
  for (const auto& [name, text] : variant.files) {
    read_expectations(name == case_file ? "cases/2026/2026-7kq3h2xd.yaml" : name, text, variant);
  }
  return variant;
}

std::vector<Variant> read_fixture(std::string_view rule, const std::string& text) {
  std::vector<Variant> out;
  std::string title;
  std::vector<std::string> lines;
  for (const std::string& line : lines_of(text + "---\n")) {
    if (!line.starts_with("---")) {
      lines.push_back(line);
      continue;
    }
    if (!title.empty()) out.push_back(read_variant(rule, title, lines));
    title = line.substr(std::min<std::size_t>(4, line.size()));
    lines.clear();
  }
  return out;
}

/// `#: issued: soft-skills design=edited` adds a certificate as the base case would have had it, with facts changed.
void add_issued(const std::string& description, const Sample& base, World& world) {
  std::vector<std::string> words = words_of(description);
  Issued issued{.path = "certificates/2026/7KQ3-HX2M-9DPA-4TZB.json", .certificate = base.certificate(words.front())};
  Certificate& certificate = issued.certificate;
  std::string replaces;
  std::string text_digest;
  const std::map<std::string, std::string*> fields{
      {"id", &certificate.id.text},         {"scheme", &certificate.scheme}, {"digest", &certificate.design.sha256},
      {"person", &certificate.person.text}, {"text", &text_digest},          {"replaces", &replaces}};
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string key = words[i].substr(0, words[i].find('='));
    const std::string value = after(words[i], "=");
    REQUIRE_MESSAGE(fields.contains(key), key);
    *fields.at(key) = value;
  }
  if (!text_digest.empty()) certificate.scheme_files["text/en.yaml"] = text_digest;
  if (!replaces.empty()) certificate.replaces = CertificateId{replaces};
  world.issued.emplace(certificate.case_id.text, issued);
}

/// `rule` leaves a rule out, `rule parameter=value …` sets parameters.
void alter(Scheme& scheme, const std::string& wanted) {
  const std::vector<std::string> words = words_of(wanted);
  if (words.empty()) return;
  if (words.size() == 1) {
    std::erase_if(scheme.rules, [&](const RuleSetting& setting) { return setting.rule.value == words[0]; });
    return;
  }
  for (RuleSetting& setting : scheme.rules) {
    if (setting.rule.value != words[0]) continue;
    for (std::size_t i = 1; i < words.size(); ++i) {
      const std::string name = words[i].substr(0, words[i].find('='));
      const std::string value = after(words[i], "=");
      if (std::isdigit(static_cast<unsigned char>(value.front())) != 0) {
        setting.numbers[name].value = std::stoi(value);
      } else {
        setting.words[name] = {value};
      }
    }
  }
}

/// What tests/meta/mutate.py asks for.
std::string mutation() {
  const char* wanted = std::getenv("GUERDON_TEST_MUTATION");
  return wanted == nullptr ? "" : wanted;
}

Diagnostics judged(const Variant& variant) {
  Sample sample(variant.files, *variant.scheme);
  const auto setting = [&](const char* name) {
    const auto it = variant.settings.find(name);
    return it == variant.settings.end() ? std::string{} : it->second;
  };
  for (const std::string& wanted : {setting("scheme"), mutation()})
    alter(sample.world.schemes.begin()->second, wanted);
  if (setting("eqf") == "indication") sample.world.schemes.begin()->second.eqf.indication = true;
  if (const std::string today = setting("today"); !today.empty()) sample.world.today = *Date::parse(today);
  if (const std::string path = setting("also"); !path.empty())
    sample.world.case_paths.emplace(sample.record.id.value.text, path);
  if (const std::string path = setting("path"); !path.empty()) sample.record.path = path;
  static const Sample glore_base;
  static const Sample lever_up_base(guerdon::test::lever_up_files(), guerdon::test::lever_up());
  const bool is_glore = variant.scheme == &guerdon::test::glore();
  for (const std::string& description : variant.issued)
    add_issued(description, is_glore ? glore_base : lever_up_base, sample.world);
  const std::string kind = setting("issue");
  if (kind.empty()) return judge_record(sample.record, sample.scheme(), sample.world).findings;
  IssueRequest request = sample.request(kind);
  if (const std::string on = setting("on"); !on.empty()) request.on = *Date::parse(on);
  request.competence = setting("competence");
  if (const std::string ids = setting("signers"); !ids.empty()) request.signers = words_of(ids);
  std::erase(request.signers, "none");
  if (const std::string kinds = setting("together"); !kinds.empty()) request.together = words_of(kinds);
  return judge_issue(sample.record, sample.scheme(), sample.world, request).findings;
}

/// Both sides as sorted lines, the hints of those findings that are expected with one.
void compare(const std::string& rule, const Variant& variant) {
  std::vector<std::string> expected;
  std::set<std::string> with_hint;
  for (const Expectation& e : variant.expected) {
    expected.push_back(e.hint.empty() ? e.finding : e.finding + "\n  " + e.hint);
    if (!e.hint.empty()) with_hint.insert(e.finding);
  }
  std::vector<std::string> found;
  const Diagnostics findings = judged(variant);
  for (const Diagnostic& d : findings.items()) {
    if (d.rule != rule) continue;
    std::string line = fmt::format("{}:{}: {}: {}", d.where.path, d.where.place.line, to_string(d.severity), d.message);
    found.push_back(with_hint.contains(line) ? line + "\n  " + d.hint : line);
  }
  std::sort(expected.begin(), expected.end());
  std::sort(found.begin(), found.end());
  CHECK_MESSAGE(found == expected, fmt::format("{}: {}\nfound:\n{}\nexpected:\n{}", rule, variant.title,
                                               fmt::join(found, "\n"), fmt::join(expected, "\n")));
}

}  // namespace

TEST_CASE("every fixture of a rule gives the findings that it states, and no others of that rule") {
  for (const Rule* rule : rules()) {
    if (rule->check == nullptr) continue;
    const std::string id(rule->id);
    if (!std::filesystem::exists(std::filesystem::path(GUERDON_SOURCE_DIR) / "tests/rules" / (id + ".yaml"))) {
      FAIL_CHECK(id << " has no fixture");
      continue;
    }
    bool fires = false;
    bool passes = false;
    for (const Variant& variant : read_fixture(id, guerdon::test::source_file("tests/rules/" + id + ".yaml"))) {
      compare(id, variant);
      (variant.expected.empty() ? passes : fires) = true;
    }
    CHECK_MESSAGE((fires && passes), id);
  }
}
