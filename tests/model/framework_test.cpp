#include "model/framework.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <set>

#include "base/text.h"
#include "model/framework_read.h"
#include "yaml/parse.h"

using namespace guerdon;

namespace {

std::optional<Framework> read(const std::string& text, Diagnostics& findings) {
  const auto document = yaml::parse("competences.yaml", text, findings);
  REQUIRE(document.has_value());
  return read_framework(*document, findings);
}

const Framework& glore() {
  static const Framework framework = [] {
    std::ifstream in(GUERDON_SOURCE_DIR "/templates/glore/competences.yaml");
    const std::string text(std::istreambuf_iterator<char>(in), {});
    Diagnostics findings;
    const auto out = read(text, findings);
    REQUIRE((out.has_value() && findings.empty()));
    return *out;
  }();
  return framework;
}

/// The messages about a list of skills whose end is `skills`.
std::string findings_of(const std::string& skills) {
  Diagnostics findings;
  read(
      "format: competences/1\nversion: \"1\"\nsource: ours\ngroups:\n  - {group: work, name: Work}\nskills:\n" + skills,
      findings);
  std::string out;
  for (const Diagnostic& d : findings.items())
    out += d.message + '\n';
  return out;
}

}  // namespace

TEST_CASE("GloRe has 23 skills in four groups, each with a link") {
  CHECK(glore().skills.size() == 23);
  CHECK(glore().groups.size() == 4);
  for (const Skill& skill : glore().skills)
    CHECK_MESSAGE(!skill.esco.empty(), skill.id);
}

TEST_CASE("each meaning of GloRe fits on one line of the page") {
  for (const Skill& skill : glore().skills)
    CHECK_MESSAGE(code_points(skill.meaning) <= 66, skill.meaning);
}

TEST_CASE("a skill is found by exactly its id") {
  REQUIRE(glore().find("team-work") != nullptr);
  CHECK(glore().find("team-work")->name == "Team work");
  CHECK(glore().find("Team work") == nullptr);
}

TEST_CASE("the spellings that were seen meet in one skill") {
  const std::pair<const char*, const char*> spellings[] = {
      {"Team work", "team-work"},
      {"TEAMWORK", "team-work"},
      {"Organization & time management", "organization-and-time-management"},
      {"organisation and time management", "organization-and-time-management"},
      {"Organisation", "organization-and-time-management"},
      {"Socio-cultural awareness / Multi-cultural awareness", "socio-cultural-awareness"},
      {"socio–cultural awareness", "socio-cultural-awareness"},
      {"Creativity & innovation", "creativity-and-innovation"},
      {"Émpathy", "empathy"},
  };
  for (const auto& [spelling, id] : spellings) {
    const Skill* skill = glore().match(spelling);
    REQUIRE_MESSAGE(skill != nullptr, spelling);
    CHECK(skill->id == id);
  }
}

TEST_CASE("a word that is no spelling matches nothing") { CHECK(glore().match("gardening") == nullptr); }

TEST_CASE("a misspelt skill has the right one near") {
  CHECK(glore().near("teem-work") == std::vector<std::string>{"team-work"});
  CHECK(glore().near("leadershop") == std::vector<std::string>{"leadership"});
  CHECK(glore().near("gardening").empty());
}

TEST_CASE("a level is named by its number or its id") {
  const Scale scale{{{1, "", "Starting"}, {2, "", "Developing"}, {3, "work-ready", "Intermediate"}}};
  CHECK(scale.parse("3") == 3);
  CHECK(scale.parse("work-ready") == 3);
  CHECK_FALSE(scale.parse("4").has_value());
  CHECK_FALSE(scale.parse("").has_value());
  CHECK_FALSE(scale.parse("3.0").has_value());
  CHECK_FALSE(scale.parse("Intermediate").has_value());
}

TEST_CASE("an answer may name a level by its word") {
  const Scale scale{{{1, "", "Starting"}, {2, "", "Developing"}, {3, "work-ready", "Intermediate (Work Ready)"}}};
  for (const char* word :
       {"3", "work-ready", "Work ready", "intermediate", "Intermediate (Work Ready)", "3 Intermediate (Work Ready)"})
    CHECK_MESSAGE(scale.match(word) == 3, word);
  CHECK_FALSE(scale.match("good").has_value());
  CHECK_FALSE(scale.match("").has_value());
  CHECK_FALSE(scale.match("2 Starting").has_value());
}

TEST_CASE("a level is found by its number") {
  const Scale scale{{{1, "", "Starting"}}};
  CHECK(scale.find(1)->word == "Starting");
  CHECK(scale.find(2) == nullptr);
}

TEST_CASE("a skill that is listed twice is reported") {
  CHECK(findings_of("  - {skill: team-work, group: work, name: Team work, meaning: m}\n"
                    "  - {skill: team-work, group: work, name: Team work, meaning: m}\n") ==
        "the skill `team-work` is listed twice\n");
}

TEST_CASE("a spelling that would mean two skills is reported") {
  CHECK(findings_of("  - {skill: team-work, group: work, name: Team work, meaning: m, aliases: [Joint work]}\n"
                    "  - {skill: group-work, group: work, name: Group work, meaning: m, aliases: [JOINT-WORK]}\n") ==
        "`JOINT-WORK` would mean both `team-work` and `group-work`\n");
}

TEST_CASE("a group that the list lacks is reported") {
  CHECK(findings_of("  - {skill: team-work, group: social, name: Team work, meaning: m}\n") ==
        "no group `social` in this list\n");
}

TEST_CASE("a link that leads elsewhere is reported") {
  CHECK(findings_of(
            "  - {skill: team-work, group: work, name: Team work, meaning: m, esco: [\"http://example.org/x\"]}\n") ==
        "this is not the address of an ESCO skill\n");
}

TEST_CASE("an unknown key of a skill is reported") {
  CHECK(findings_of("  - {skill: team-work, group: work, name: Team work, meaning: m, alias: [x]}\n") ==
        "`alias` is not a key of a skill\n");
}

TEST_CASE("a list without a skill is reported") { CHECK(findings_of("  []\n") == "no skill is listed\n"); }
