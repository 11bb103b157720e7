#include "model/scheme.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "base/sha256.h"
#include "model/scheme_read.h"

using namespace guerdon;

namespace {

const std::string& template_file(const std::string& name) {
  static std::map<std::string, std::string> files;
  if (!files.contains(name)) {
    std::ifstream in(std::string(GUERDON_SOURCE_DIR "/templates/glore/") + name);
    files[name].assign(std::istreambuf_iterator<char>(in), {});
  }
  return files[name];
}

/// GloRe's process and skills with designs that are only there.
SchemeFiles glore_files() {
  return {{"scheme.yaml", template_file("scheme.yaml")},
          {"competences.yaml", template_file("competences.yaml")},
          {"participation.yaml", "a: 1\n"},
          {"soft-skills.yaml", "a: 2\n"},
          {"statement.yaml", "a: 3\n"}};
}

Scheme glore() {
  Diagnostics findings;
  const auto scheme = read_scheme("schemes/glore-1", glore_files(), findings);
  REQUIRE((scheme.has_value() && findings.empty()));
  return *scheme;
}

/// The findings when `from` in GloRe's scheme.yaml is written as `to`.
std::string findings_with(const std::string& from, const std::string& to) {
  SchemeFiles files = glore_files();
  std::string& text = files["scheme.yaml"];
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  Diagnostics findings;
  read_scheme("schemes/glore-1", files, findings);
  std::string out;
  for (const Diagnostic& d : findings.items())
    out += d.message + '\n';
  return out;
}

/// The findings about one file of texts beside GloRe.
std::string findings_of_text(const std::string& text) {
  SchemeFiles files = glore_files();
  files["text/xx.yaml"] = "format: scheme-text/1\nlanguage: xx\nparts: {}\n" + text;
  Diagnostics findings;
  read_scheme("schemes/glore-1", files, findings);
  std::string out;
  for (const Diagnostic& d : findings.items())
    out += d.message + '\n';
  return out;
}

}  // namespace

TEST_CASE("GloRe is read whole") {
  const Scheme scheme = glore();
  CHECK(scheme.id == "glore-1");
  CHECK(scheme.name == "GloRe");
  CHECK(scheme.folder == "schemes/glore-1");
  CHECK(scheme.rules.size() == 42);
  CHECK(scheme.certificates.size() == 3);
  CHECK(scheme.framework.skills.size() == 23);
  CHECK(scheme.scale.find(3)->id == "work-ready");
}

TEST_CASE("sections stand in the order of the case file") {
  std::string order;
  for (const Section& section : glore().sections)
    order += section.title + '|';
  CHECK(order ==
        "enrolment|changes|objectives|midterm|evaluation form|participation|self-assessment|validation|professional "
        "statement|waivers|");
}

TEST_CASE("a section is found by its key and knows its command and what it leads to") {
  const Scheme scheme = glore();
  const Section* section = scheme.find_section("self-assessment");
  REQUIRE(section != nullptr);
  CHECK(section->command == "self-assess");
  CHECK(section->leads_to == std::vector<std::string>{"soft-skills"});
  CHECK(scheme.find_section("exit") == nullptr);
}

TEST_CASE("a section's command is a word, or `step` and its key") {
  CHECK(findings_with("command: midterm", "command: step midterm").empty());
  CHECK(findings_with("command: midterm", "command: step validation") ==
        "`step validation` is no command that fills this section\n");
}

TEST_CASE("a certificate is found by its id") {
  const Scheme scheme = glore();
  REQUIRE(scheme.find_certificate("statement") != nullptr);
  CHECK(scheme.find_certificate("statement")->needs_section == "statement");
  CHECK(scheme.find_certificate("soft-skills")->prints_skills);
  CHECK(scheme.find_certificate("diploma") == nullptr);
}

TEST_CASE("a certificate says for what it is issued, after which step, and who signs it") {
  SchemeFiles files = glore_files();
  std::string& text = files["scheme.yaml"];
  const auto add = [&](const std::string& line, const std::string& more) {
    text.insert(text.find(line) + line.size(), more);
  };
  add("design: statement.yaml\n", "    after: awareness\n    signed-by: tutor\n");
  add("design: soft-skills.yaml\n", "    each: competence\n    signed-by: centre\n");
  Diagnostics findings;
  const auto scheme = read_scheme("schemes/glore-1", files, findings);
  REQUIRE(scheme);
  CHECK(findings.empty());
  CHECK(scheme->find_certificate("statement")->after == "awareness");
  CHECK(scheme->find_certificate("statement")->signed_by == SignedBy::tutor);
  CHECK(scheme->find_certificate("soft-skills")->each_competence);
  CHECK(scheme->find_certificate("soft-skills")->signed_by == SignedBy::centre);
  CHECK_FALSE(scheme->find_certificate("participation")->each_competence);
  CHECK(scheme->find_certificate("participation")->signed_by == SignedBy::organisations);
}

TEST_CASE("a certificate for each competence is no document of an exit") {
  CHECK(findings_with("design: soft-skills.yaml\n",
                      "design: soft-skills.yaml\n    each: competence\n    after: awareness\n") ==
        "a certificate for each competence is no document of an exit\n");
}

TEST_CASE("a rule has its strength, its gates and its parameters") {
  const Scheme scheme = glore();
  const RuleSetting* days = scheme.find_rule("participation.days");
  REQUIRE(days != nullptr);
  CHECK(days->strength == Strength::require);
  CHECK(days->gates("participation"));
  CHECK_FALSE(days->gates("soft-skills"));
  CHECK(days->number("days") == 20);
  CHECK(days->number("weeks", 7) == 7);
  CHECK(days->word("absences") == "counted");
  CHECK(days->word("roles").empty());
  CHECK(scheme.find_rule("participation.weeks") == nullptr);
}

TEST_CASE("a share is read as its number of percent") {
  CHECK(glore().find_rule("midterm.window")->number("from") == 35);
}

TEST_CASE("a list of words is asked for a word") {
  const Scheme scheme = glore();
  const RuleSetting* role = scheme.find_rule("placement.role");
  CHECK(role->has_word("roles", "coordinating"));
  CHECK_FALSE(role->has_word("roles", "sending"));
  CHECK_FALSE(role->has_word("kinds", "hosting"));
}

TEST_CASE("every file of the folder has its digest") {
  const Scheme scheme = glore();
  CHECK(scheme.file_digests.size() == 5);
  CHECK(scheme.file_digests.at("statement.yaml") == sha256("a: 3\n"));
}

TEST_CASE("a scheme without its list of skills is refused") {
  SchemeFiles files = glore_files();
  files.erase("competences.yaml");
  Diagnostics findings;
  CHECK_FALSE(read_scheme("schemes/glore-1", files, findings).has_value());
  REQUIRE(findings.items().size() == 1);
  CHECK(findings.items()[0].where.path == "schemes/glore-1/competences.yaml");
  CHECK(findings.items()[0].message == "the scheme has no such file");
}

TEST_CASE("what does not fit in a scheme is reported") {
  CHECK(findings_with("name: GloRe", "nane: GloRe") == "a scheme has no `name`\n`nane` is not a key of a scheme\n");
  CHECK(findings_with("    days: 20", "    days: twenty days") ==
        "the parameter `days` is neither a whole number, a share, a word nor a list of words\n");
  CHECK(findings_with("    days: 20", "    days: -3") ==
        "the parameter `days` is neither a whole number, a share, a word nor a list of words\n");
  CHECK(findings_with("    strength: require", "    strength: must") == "`must` is not one of the words known here\n");
  CHECK(findings_with("    strength: require\n", "") == "the rule `placement.member` has no strength\n");
  CHECK(findings_with("gates: [participation, soft-skills, statement]", "gates: [diploma]") ==
        "glore-1 issues no `diploma`\n");
  CHECK(findings_with("  - level: 2", "  - level: 3") == "level 3 stands where level 2 should\n");
  CHECK(findings_with("section: midterm", "section: objectives") == "the section `objectives` is listed twice\n");
  CHECK(findings_with("section: midterm", "section: mid-term") == "`mid-term` is not one of the words known here\n");
  CHECK(findings_with("design: statement.yaml", "design: letter.yaml") ==
        "there is no file `letter.yaml` in schemes/glore-1\n");
  CHECK(findings_with("certificate: statement\n", "certificate: soft-skills\n")
            .starts_with("the certificate `soft-skills` is listed twice\n"));
}

TEST_CASE("words of a text are read by certificate, and those for all under no certificate") {
  SchemeFiles files = glore_files();
  files["text/en.yaml"] =
      "format: scheme-text/1\nlanguage: en\nparts:\n  host: \"*{organisation}*\"\nwords:\n  every:\n    issued-label: "
      "Issued\n  participation:\n    "
      "sentence:\n      - took part\n      - and carried out\n";
  Diagnostics findings;
  const auto scheme = read_scheme("schemes/glore-1", files, findings);
  REQUIRE((scheme.has_value() && findings.empty()));
  const SchemeText& text = scheme->texts.at("en");
  CHECK(text.patterns.at("").at("issued-label") == std::vector<std::string>{"Issued"});
  CHECK(text.patterns.at("participation").at("sentence") == std::vector<std::string>{"took part", "and carried out"});
  CHECK(text.parts.at("host") == "*{organisation}*");
  CHECK(text.skills.empty());
}

TEST_CASE("what does not fit in a text is reported") {
  CHECK(findings_of_text("words:\n  diploma:\n    title: Diploma\n") == "glore-1 issues no `diploma`\n");
  CHECK(findings_of_text("words: {}\nlevels:\n  9: Nine\n")
            .starts_with("no level `9` in glore-1\nlevel 1 has no text here\n"));
  CHECK(findings_of_text("words: {}\nskills:\n  teem-work: {name: a, meaning: b}\n")
            .starts_with("no skill `teem-work` in glore-1\n"));
  CHECK(findings_of_text("") == "a scheme's text has no `words`\n");
}

TEST_CASE("a text that translates some skills must translate all") {
  const std::string found =
      findings_of_text("words: {}\nskills:\n  team-work: {name: Teamarbeit, meaning: hilft mit}\n");
  CHECK(found.find("the skill `autonomy` has no text here\n") != std::string::npos);
  CHECK(found.find("`team-work`") == std::string::npos);
}

TEST_CASE("a strength is said in the words of the file") {
  CHECK(to_string(Strength::require) == "require");
  CHECK(to_string(Strength::expect) == "expect");
  CHECK(to_string(Strength::advise) == "advise");
  CHECK(to_string(Strength::off) == "off");
}

namespace {

/// The findings about the lines that LEVER UP's scheme has of the EQF, in GloRe's.
std::string findings_of_eqf(const std::string& lines) {
  return findings_with("certificates:\n", lines + "certificates:\n");
}

const std::string eqf_table =
    "eqf-table:\n  - {complexity: low, comparable: 1 or 2}\n  - {complexity: mid-low, comparable: 3}\n"
    "  - {complexity: mid-high, comparable: 4 or 5}\n  - {complexity: high, comparable: 6 or above}\n";

}  // namespace

TEST_CASE("an EQF indication is off unless the scheme says otherwise, and needs a whole table") {
  CHECK_FALSE(glore().eqf.indication);
  CHECK(findings_of_eqf("eqf: off\n") == "");
  CHECK(findings_of_eqf("eqf: indication\n" + eqf_table) == "");
  CHECK(findings_of_eqf("eqf: indication\n") == "`eqf-table` has 0 of the 4 steps of complexity\n");
  CHECK(findings_of_eqf("eqf-table:\n  - {complexity: low, comparable: 1}\n") ==
        "`eqf-table` has 1 of the 4 steps of complexity\n");
}

TEST_CASE("the steps of the EQF table stand upwards, each once") {
  std::string table = eqf_table;
  table.replace(table.find("mid-high"), 8, "low");
  CHECK(findings_of_eqf(table) == "`low` stands out of its place\n");
  CHECK(findings_of_eqf(eqf_table + "  - {complexity: high, comparable: 8}\n") == "`high` stands out of its place\n");
}
