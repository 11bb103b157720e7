// docs/rules.md is made here, out of the rules and the settings of both schemes: GUERDON_UPDATE=1 writes it.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "process/rule.h"
#include "process/sample.h"
#include "process/words.h"

using namespace guerdon;

namespace {

std::string_view meaning_of(Strength strength) {
  switch (strength) {
    case Strength::require:
      return "blocks";
    case Strength::expect:
      return "blocks unless waived";
    case Strength::advise:
      return "warns";
    case Strength::off:
      return "silent";
  }
  return "";
}

std::array<const Scheme*, 2> schemes() { return {&guerdon::test::glore(), &guerdon::test::lever_up()}; }

/// The schemes that have the rule.
std::vector<const Scheme*> schemes_with(const Rule& rule) {
  std::vector<const Scheme*> out;
  for (const Scheme* scheme : schemes()) {
    if (scheme->find_rule(rule.id) != nullptr) out.push_back(scheme);
  }
  return out;
}

std::string when_text(const Rule& rule, const Scheme& scheme) {
  switch (rule.when) {
    case When::always:
      return "always";
    case When::step:
      return fmt::format("once the section _{}_ is recorded", scheme.find_section(rule.section)->title);
    case When::issue:
      return "when a certificate is issued";
  }
  return "";
}

std::string value_text(const RuleSetting& setting, const Parameter& parameter) {
  const auto words = setting.words.find(parameter.name);
  if (words != setting.words.end()) return enumerated(words->second);
  return fmt::format("{}", setting.number(parameter.name));
}

/// What one scheme makes of a rule.
std::string settings_of(const Rule& rule, const Scheme& scheme) {
  const RuleSetting& setting = *scheme.find_rule(rule.id);
  std::vector<std::string> gates;
  for (const std::string& kind : setting.certificates)
    gates.push_back(scheme.find_certificate(kind)->name);
  std::string out = fmt::format("In {}:\n\n- Strength: {} ({})\n- Judged: {}\n", scheme.name,
                                to_string(setting.strength), meaning_of(setting.strength), when_text(rule, scheme));
  if (rule.check == nullptr)
    out += fmt::format("- Judged by: the program as it {}\n",
                       rule.when == When::issue ? "makes the page" : "reads the workspace");
  out += fmt::format("- Gate of: {}\n", gates.empty() ? "none" : enumerated(gates));
  if (setting.strength == Strength::expect) out += fmt::format("- Waived: {}\n", rule.unless);
  for (const Parameter& parameter : rule.parameters) {
    out += fmt::format("- `{}`: {} ({})\n", parameter.name, value_text(setting, parameter), parameter.meaning);
  }
  return out + '\n';
}

std::string section_of(const Rule& rule) {
  std::string out = fmt::format("### {}\n\n{}\n\n{}\n\n", rule.id, rule.sentence, rule.why);
  for (const Scheme* scheme : schemes_with(rule))
    out += settings_of(rule, *scheme);
  return out;
}

std::string strength_in(const Scheme& scheme, const Rule& rule) {
  const RuleSetting* setting = scheme.find_rule(rule.id);
  return setting == nullptr ? "–" : std::string(to_string(setting->strength));
}

std::string page() {
  std::string out =
      "# Rules\n\n"
      "<!-- Made from the rules and templates/*/scheme.yaml: GUERDON_UPDATE=1 build/dev/tests/test_process "
      "-tc='*docs/rules.md*' -->\n\n"
      "What guerdon asks of a record, in the order of the path, with the strengths and parameters of GloRe version 1 "
      "and LEVER UP version 1. A scheme version sets both in its `scheme.yaml` ([scheme-format.md](scheme-format.md)); "
      "`guerdon explain RULE` prints the same for the schemes of a workspace.\n\n"
      "| rule | asks | GloRe | LEVER UP |\n|---|---|---|---|\n";
  const auto both = schemes();
  for (const Rule* rule : rules()) {
    std::string anchor(rule->id);
    std::erase(anchor, '.');
    out += fmt::format("| [{}](#{}) | {} | {} | {} |\n", rule->id, anchor, rule->sentence, strength_in(*both[0], *rule),
                       strength_in(*both[1], *rule));
  }
  out += "\n## One by one\n\n";
  for (const Rule* rule : rules())
    out += section_of(*rule);
  out.pop_back();
  return out;
}

}  // namespace

TEST_CASE("docs/rules.md tells every rule as it is") {
  const std::string path = "docs/rules.md";
  if (std::getenv("GUERDON_UPDATE") != nullptr) {
    std::ofstream(std::filesystem::path(GUERDON_SOURCE_DIR) / path, std::ios::binary) << page();
  }
  CHECK_MESSAGE(guerdon::test::source_file(path) == page(),
                "run the tests with GUERDON_UPDATE=1 and look at the difference");
}

TEST_CASE("a rule's sentence and reason end with a full stop, and its id is its own") {
  std::vector<std::string_view> seen;
  for (const Rule* rule : rules()) {
    CHECK_MESSAGE(rule->sentence.ends_with('.'), rule->id);
    CHECK_MESSAGE(rule->why.ends_with('.'), rule->id);
    CHECK_MESSAGE(std::find(seen.begin(), seen.end(), rule->id) == seen.end(), rule->id);
    CHECK_MESSAGE(find_rule(rule->id) == rule, rule->id);
    seen.push_back(rule->id);
  }
}

TEST_CASE("a rule is about a section exactly when it is judged with a step") {
  for (const Rule* rule : rules())
    CHECK_MESSAGE((rule->when == When::step) == !rule->section.empty(), rule->id);
}

TEST_CASE("a rule that nobody knows is not found") { CHECK(find_rule("midterm.presnt") == nullptr); }
