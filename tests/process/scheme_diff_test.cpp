#include "process/scheme_diff.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "process/sample.h"

namespace guerdon {
namespace {

std::string listed(const std::vector<SchemeChange>& changes) {
  std::string out;
  for (const SchemeChange& change : changes)
    out += fmt::format("{} {} {}: {}\n", change.topic, to_string(change.what), change.name, change.text);
  return out;
}

/// What changes when GloRe is edited.
template <class Edit>
std::string changed_by(Edit&& edit) {
  Scheme other = test::glore();
  edit(other);
  return listed(scheme_changes(test::glore(), other));
}

RuleSetting& rule(Scheme& scheme, std::string_view id) {
  for (RuleSetting& setting : scheme.rules) {
    if (setting.rule.value == id) return setting;
  }
  throw std::runtime_error("no such rule");
}

TEST_CASE("A version differs from itself in nothing, and from one of another number in nothing that counts") {
  CHECK(changed_by([](Scheme&) {}).empty());
  CHECK(changed_by([](Scheme& scheme) {
          scheme.id = "glore-2";
          scheme.version = "2";
          scheme.file_digests["scheme.yaml"] = "other";
        }).empty());
}

TEST_CASE("Rules: strength, parameters and gates are told as they were and are") {
  CHECK(changed_by([](Scheme& scheme) {
          rule(scheme, "participation.days").numbers["days"].value = 30;
          rule(scheme, "midterm.present").strength = Strength::require;
          rule(scheme, "placement.role").words["roles"] = {"hosting"};
          rule(scheme, "midterm.window").certificates.clear();
        }) ==
        "rules changed placement.role: roles was hosting coordinating, is hosting\n"
        "rules changed participation.days: days was 20, is 30\n"
        "rules changed midterm.present: strength was expect, is require\n"
        "rules changed midterm.window: gates was soft-skills, is nothing\n");
  CHECK(changed_by([](Scheme& scheme) { scheme.rules.erase(scheme.rules.begin()); }) ==
        "rules removed placement.member: is not asked any more\n");
  CHECK(changed_by([](Scheme& scheme) {
          RuleSetting setting;
          setting.rule.value = "path.order";
          setting.strength = Strength::advise;
          scheme.rules.push_back(setting);
        }) == "rules added path.order: advise\n");
}

TEST_CASE("Skills: a new name is no new skill, and an id that another one has among its aliases was renamed") {
  CHECK(changed_by([](Scheme& scheme) {
          for (Skill& skill : scheme.framework.skills) {
            if (skill.id == "team-work") skill.name = "Working in a team";
            if (skill.id == "autonomy") skill.meaning = "Needs nobody.";
          }
        }) ==
        "skills changed team-work: `Team work` is called `Working in a team` now\n"
        "skills changed autonomy: meaning changed\n");
  CHECK(changed_by([](Scheme& scheme) {
          for (Skill& skill : scheme.framework.skills) {
            if (skill.id != "team-work") continue;
            skill.id = "teamwork";
            skill.name = "Teams";
            skill.aliases = {"Team work"};
          }
        }) == "skills changed team-work: is teamwork now; `Team work` is called `Teams` now; aliases changed\n");
  CHECK(changed_by([](Scheme& scheme) {
          scheme.framework.skills.erase(scheme.framework.skills.begin());
          Skill added;
          added.id = "listening";
          added.name = "Listening";
          scheme.framework.skills.push_back(added);
        }) ==
        "skills removed organization-and-time-management: Organization and time management\n"
        "skills added listening: Listening\n");
}

TEST_CASE("Levels, steps, certificates and the scheme's own words are told") {
  CHECK(changed_by([](Scheme& scheme) {
          scheme.name = "GloRe Nord";
          scheme.scale.levels.back().word = "Excellent";
          scheme.sections[2].title = "aims";
          scheme.sections.pop_back();
          scheme.certificates[0].name = "confirmation";
          scheme.certificates.pop_back();
        }) ==
        "scheme changed glore-1: name was GloRe, is GloRe Nord\n"
        "levels changed 5: word was Advanced, is Excellent\n"
        "steps changed objectives: title was objectives, is aims\n"
        "steps removed waivers: waivers\n"
        "certificates changed participation: name was participation certificate, is confirmation\n"
        "certificates removed statement: professional statement\n");
}

TEST_CASE("Languages are told by how many words changed, designs and other files by their names") {
  CHECK(changed_by([](Scheme& scheme) {
          SchemeText& italian = scheme.texts.at("it");
          italian.levels[3] = "x";
          italian.parts.erase("host");
          italian.patterns[""]["new-word"] = {"x"};
          scheme.file_digests["text/it.yaml"] = "other";
          scheme.texts["de"] = SchemeText{};
          scheme.texts["de"].parts["host"] = "x";
          scheme.file_digests["text/de.yaml"] = "new";
          scheme.texts.erase("pl");
          scheme.file_digests.erase("text/pl.yaml");
          scheme.file_digests["soft-skills.yaml"] = "other";
          scheme.file_digests["soft-skills-plain.yaml"] = "new";
          scheme.file_digests["fonts.yaml"] = "other";
          scheme.file_digests.erase("answers/midterm.yaml");
        }) ==
        "languages changed it: 1 word changed, 1 more, 1 fewer\n"
        "languages removed pl: \n"
        "languages added de: 1 word\n"
        "designs added soft-skills-plain.yaml: \n"
        "designs changed soft-skills.yaml: \n"
        "other files removed answers/midterm.yaml: \n"
        "other files changed fonts.yaml: \n");
}

TEST_CASE("A file that differs in comments alone is named all the same") {
  CHECK(changed_by([](Scheme& scheme) { scheme.file_digests["competences.yaml"] = "other"; }) ==
        "other files changed competences.yaml: \n");
  CHECK(changed_by([](Scheme& scheme) { scheme.file_digests["text/it.yaml"] = "other"; }) ==
        "other files changed text/it.yaml: \n");
}

}  // namespace
}  // namespace guerdon
