#include "process/text_gaps.h"

#include <doctest/doctest.h>

using namespace guerdon;

namespace {

using Gaps = std::vector<std::string>;

/// One skill with an outcome, one level, one kind of evidence, one line of the EQF table; English and Italian words.
Scheme scheme() {
  Scheme out;
  Skill skill;
  skill.id = "empathy";
  skill.outcomes = {{"Listens.", {}}};
  out.framework.skills = {skill};
  out.framework.evidence = {{"photograph", "Photograph"}};
  out.scale.levels = {{1, "", "Basic"}};
  out.eqf.table = {{"low", "1 or 2"}};
  SchemeText english;
  english.language = "en";
  english.parts = {{"host", "{organisation}[, {place}]"}};
  english.patterns[""]["opening"] = {"This is to certify that"};
  english.patterns["soft-skills"]["sentence"] = {"{count} skill[s{?several-competences}]", "from {from} to {to}"};
  SchemeText italian;
  italian.language = "it";
  italian.parts = english.parts;
  italian.patterns[""]["opening"] = {"Si certifica che"};
  italian.patterns["soft-skills"]["sentence"] = {"{count|one:una|other:{count-number}}, {period}"};
  italian.skills["empathy"] = {"Empatia", "Sente.", {"Ascolta."}};
  italian.levels[1] = "Base";
  italian.evidence["photograph"] = "Fotografia";
  italian.comparable["1 or 2"] = "1 o 2";
  out.texts = {{"en", english}, {"it", italian}};
  return out;
}

Gaps gaps_of(const Scheme& scheme) { return text_gaps(scheme, scheme.texts.at("it")); }

}  // namespace

TEST_CASE("a text that says the same in another form has no gap, and the reference none of itself") {
  CHECK(gaps_of(scheme()) == Gaps{});
  CHECK(text_gaps(scheme(), scheme().texts.at("en")) == Gaps{});
}

TEST_CASE("what is missing is named, in the order of the file") {
  Scheme lacking = scheme();
  SchemeText& italian = lacking.texts["it"];
  italian.parts.clear();
  italian.patterns.erase("");
  italian.skills.clear();
  italian.levels.clear();
  italian.evidence.clear();
  italian.comparable.clear();
  CHECK(gaps_of(lacking) == Gaps{"parts.host is missing", "words.every.opening is missing", "skills.empathy is missing",
                                 "levels.1 is missing", "evidence.photograph is missing", "eqf.1 or 2 is missing"});
}

TEST_CASE("a skill needs its learning outcomes where the framework has some") {
  Scheme lacking = scheme();
  lacking.texts["it"].skills["empathy"].outcomes.clear();
  CHECK(gaps_of(lacking) == Gaps{"skills.empathy.outcomes is missing"});
}

TEST_CASE("a word prints the facts that the reference prints, all of them and no others") {
  Scheme other = scheme();
  other.texts["it"].patterns["soft-skills"]["sentence"] = {"{period}, {place}"};
  CHECK(gaps_of(other) ==
        Gaps{"words.soft-skills.sentence prints no {count}", "words.soft-skills.sentence prints {place} besides"});
}

TEST_CASE("the reference is the English text, else the first") {
  Scheme other = scheme();
  CHECK(reference_text(other)->language == "en");
  other.texts.erase("en");
  CHECK(reference_text(other)->language == "it");
  other.texts.clear();
  CHECK(reference_text(other) == nullptr);
}
