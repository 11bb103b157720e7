#include "flow/path_words.h"

#include <doctest/doctest.h>

#include "flow/sample.h"

namespace guerdon {
namespace {

Date day(const char* text) { return *Date::parse(text); }

struct Said {
  Variables variables;
  EachWords each;

  explicit Said(const Certificate& certificate) {
    SchemeText text;
    text.parts = {{"level-2", "well"},
                  {"complexity-low", "low"},
                  {"context-low", "a quiet place"},
                  {"interview-remote", "by video"},
                  {"assessment-appeal", "on appeal"},
                  {"centre-name", "{organisation}[, {place}]"},
                  {"claim", "[{step} ]{word}"},
                  {"result", "{certificate}[: {context}]"},
                  {"experience", "{title}[ at {organisation}]"},
                  {"evidence", "{kind}: {pieces}"},
                  {"between-kinds", "; "},
                  {"plan-by", "[by {by}]"}};
    add_path_words({certificate, text, test::english()}, variables, each);
  }

  [[nodiscard]] std::string word(const char* name) const {
    const auto found = variables.find(name);
    return found == variables.end() ? "" : plain(found->second);
  }

  [[nodiscard]] std::vector<std::string> lines(const std::string& name) const {
    std::vector<std::string> out;
    for (const Phrase& phrase : each.at("{each-" + name + '}'))
      out.push_back(plain(phrase));
    return out;
  }
};

using Lines = std::vector<std::string>;

TEST_CASE("A certified competence has its level and its complexity, in a word and explained") {
  Certificate c;
  c.competence = "teamwork";
  c.levels = 3;
  c.skills = {{"teamwork", "Teamwork", "Works with others.", 2, "Accomplished"}};
  c.skills[0].complexity = Certificate::Complexity{"low", "high", "high"};
  c.skills[0].eqf = "3";
  const Said said(c);
  CHECK(said.word("competence") == "Teamwork");
  CHECK(said.word("reached") == "Accomplished");
  CHECK(said.word("reached-number") == "2");
  CHECK(said.word("steps-number") == "3");
  CHECK(said.word("reached-explained") == "well");
  CHECK(said.word("context") == "low");
  CHECK(said.word("context-explained") == "a quiet place");
  CHECK(said.word("eqf") == "3");
}

TEST_CASE("An assessment is told with its days, its assessors and its kind") {
  Certificate c;
  c.assessment.emplace();
  c.assessment->on = day("2026-06-03");
  c.assessment->kind = "appeal";
  c.assessment->interview = day("2026-06-02");
  c.assessment->mode = "remote";
  c.assessment->assessors = {{"a", "Marco Riva"}, {"b", "Sara Conti"}};
  c.assessment->outcomes = {"Listens.", "Shares."};
  c.organisations = {{"csv-torino", "CSV Torino", "Torino, Italy", "centre"},
                     {"orto-sociale", "Orto Sociale", "Torino, Italy", "hosting"}};
  const Said said(c);
  CHECK(said.word("assessed-on") == "3\u00a0June 2026");
  CHECK(said.word("portfolio-on").empty());
  CHECK(said.word("interview-on") == "2\u00a0June 2026");
  CHECK(said.word("interview-mode") == "by video");
  CHECK(said.word("assessment-kind") == "on appeal");
  CHECK(said.word("assessors") == "Marco Riva and Sara Conti");
  CHECK_FALSE(said.word("several-assessors").empty());
  CHECK(said.word("centres") == "CSV Torino, Torino, Italy");
  CHECK(said.lines("outcome") == Lines{"Listens.", "Shares."});
  CHECK(said.lines("ground").empty());
}

TEST_CASE("Of several skills each has a line: its certificate and complexity, or what was claimed") {
  Certificate c;
  c.skills = {{"a", "Teamwork", "", 2, "Accomplished"}, {"b", "Empathy", "", 0, "no level named"}};
  c.skills[0].certificate = CertificateId{"7KQ3-HX2M-9DPA-4TZB"};
  c.skills[0].complexity = Certificate::Complexity{"low", "low", "low"};
  const Said said(c);
  CHECK(said.word("competence").empty());
  CHECK_FALSE(said.word("several-competences").empty());
  CHECK(said.lines("competence") == Lines{"Teamwork", "Empathy"});
  CHECK(said.lines("claim") == Lines{"2 Accomplished", "no level named"});
  CHECK(said.lines("result") == Lines{"7KQ3-HX2M-9DPA-4TZB: low", ""});
}

TEST_CASE("A portfolio and a plan are told in lines that belong together") {
  Certificate c;
  c.experiences = {{"The harvest day", "Orto Sociale", {"Teamwork", "Empathy"}}, {"At home", "", {}}};
  c.evidence = {{"photo", "Photograph", 1}, {"log", "Diary", 3}};
  c.quality = Certificate::Quality{day("2026-05-12"), {"giulia-neri", "Giulia Neri"}};
  c.plan = {{"Teamwork", "Leads a team", day("2026-09-30")}, {"Empathy", "Listens", {}}};
  c.step = Certificate::Step{"documentation", day("2026-05-10"), {{"giulia-neri", "Giulia Neri"}}};
  const Said said(c);
  CHECK(said.lines("experience") == Lines{"The harvest day at Orto Sociale", "At home"});
  CHECK(said.lines("experience-organisation") == Lines{"Orto Sociale", ""});
  CHECK(said.lines("experience-competences") == Lines{"Teamwork and Empathy", ""});
  CHECK(said.lines("evidence") == Lines{"Photograph: 1\u00a0piece", "Diary: 3\u00a0pieces"});
  CHECK(said.word("evidence-kinds") == "Photograph; Diary");
  CHECK(said.word("quality-by") == "Giulia Neri");
  CHECK(said.lines("plan-step") == Lines{"Leads a team", "Listens"});
  CHECK(said.lines("plan-by") == Lines{"by 30\u00a0September 2026", ""});
  CHECK(said.word("tutors") == "Giulia Neri");
  CHECK(said.word("several-tutors").empty());
}

}  // namespace
}  // namespace guerdon
