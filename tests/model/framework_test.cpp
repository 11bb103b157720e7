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

/// A list of one skill that has every key; `skill` is the end of it.
std::string complete(const std::string& skill) {
  return "format: competences/1\nversion: \"1\"\nsource: ours\neuropass: a claim\necvet: a unit\ngroups:\n  - {group: "
         "work, name: Work}\n"
         "key-competences:\n  - {key-competence: digital, name: Digital competence}\n"
         "evidence:\n  - {evidence: log, name: Diary}\n"
         "checklist:\n  - {item: readable, question: \"Can it be read?\"}\n"
         "skills:\n  - skill: team-work\n    group: work\n    name: Team work\n    meaning: m\n" +
         skill;
}

std::string findings_of_complete(const std::string& skill) {
  Diagnostics findings;
  read(complete(skill), findings);
  std::string out;
  for (const Diagnostic& d : findings.items())
    out += d.message + '\n';
  return out;
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
  for (const char* word : {"3", "work-ready", "Work ready", "intermediate", "Intermediate (Work Ready)",
                           "3 Intermediate (Work Ready)", "3 intermediate"})
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

TEST_CASE("a list of skills may hold key competences, kinds of evidence and a checklist") {
  Diagnostics findings;
  const auto framework = read(complete("    key-competences: [digital]\n"
                                       "    nearest: [teamwork]\n"
                                       "    volunteering: On every shift\n"
                                       "    evidence: [log]\n"
                                       "    outcomes:\n"
                                       "      - outcome: Shares the work\n"
                                       "        criteria: [asks first, says who does what]\n"
                                       "      - {outcome: Helps, criteria: [sees the need]}\n"),
                              findings);
  REQUIRE((framework.has_value() && findings.empty()));
  CHECK(framework->europass == "a claim");
  CHECK(framework->ecvet == "a unit");
  CHECK(framework->key_competences[0].name == "Digital competence");
  CHECK(framework->evidence[0].id == "log");
  CHECK(framework->checklist[0].id == "readable");
  CHECK(framework->checklist[0].name == "Can it be read?");
  const Skill& skill = framework->skills[0];
  CHECK(skill.key_competences == std::vector<std::string>{"digital"});
  CHECK(skill.nearest == std::vector<std::string>{"teamwork"});
  CHECK(skill.volunteering == "On every shift");
  CHECK(skill.evidence == std::vector<std::string>{"log"});
  REQUIRE(skill.outcomes.size() == 2);
  CHECK(skill.outcomes[0].text == "Shares the work");
  CHECK(skill.outcomes[0].criteria == std::vector<std::string>{"asks first", "says who does what"});
  CHECK(skill.outcomes[1].criteria == std::vector<std::string>{"sees the need"});
}

TEST_CASE("a key competence or a kind of evidence that the list lacks is reported") {
  CHECK(findings_of_complete("    key-competences: [stem]\n    evidence: [film]\n") ==
        "no key-competence `stem` in this list\nno evidence `film` in this list\n");
}

TEST_CASE("an outcome has criteria, 26 at most") {
  CHECK(findings_of_complete("    outcomes: [{outcome: Helps}]\n") == "a learning outcome has no `criteria`\n");
  std::string many = "a";
  for (int i = 2; i <= 26; ++i)
    many += ", a";
  CHECK(findings_of_complete("    outcomes: [{outcome: Helps, criteria: [" + many + "]}]\n").empty());
  CHECK(findings_of_complete("    outcomes: [{outcome: Helps, criteria: [" + many + ", a]}]\n") ==
        "at most 26 criteria have a letter\n");
}
