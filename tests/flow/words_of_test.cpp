#include "flow/words_of.h"

#include <doctest/doctest.h>

#include "flow/sample.h"

namespace guerdon {
namespace {

using test::Office;

const Scheme& glore() {
  static const Scheme scheme = [] {
    const Office office;
    Diagnostics findings;
    return office.world(findings).schemes.at("glore-1");
  }();
  return scheme;
}

Certificate certificate(const std::string& kind) {
  Certificate c;
  c.id.text = "7KQ3-HX2M-9DPA-4TZB";
  c.kind = kind;
  c.language = "en";
  c.name = "Zofia Wiśniewska";
  c.organisations = {{"orto-sociale", "Orto Sociale", "Torino, Italy", "hosting"}};
  c.from = *Date::parse("2026-03-02");
  c.to = *Date::parse("2026-08-28");
  c.periods = {{"orto-sociale", "Garden", c.from, c.to, 640, {}}};
  c.days = 180;
  c.hours = 640;
  c.levels = 5;
  c.least_level = 3;
  c.skills.resize(5);
  c.tasks = {"Dug"};
  c.issued_on = test::today;
  c.issued_at = "Torino";
  c.verify_address = "https://certificates.example.org";
  return c;
}

std::map<std::string, std::vector<Phrase>> words(const Certificate& c, const RelatedIds& related = {}) {
  return words_of(c, glore(), glore().texts.at("en"), test::english(), related);
}

/// Lines of a word, every kind of space as one; empty when it is left out.
std::string said(const std::map<std::string, std::vector<Phrase>>& words, const std::string& name) {
  const auto found = words.find(name);
  if (found == words.end()) return {};
  std::string out;
  for (const Phrase& phrase : found->second)
    out += (out.empty() ? "" : "\n") + plain(phrase);
  for (const std::string_view space : {"\u00A0", "\u2002"}) {
    for (std::size_t at = out.find(space); at != std::string::npos; at = out.find(space))
      out.replace(at, space.size(), " ");
  }
  return out;
}

TEST_CASE("The sentence names host, project, hours and dates") {
  CHECK(said(words(certificate("soft-skills")), "sentence") ==
        "volunteered with Orto Sociale, Torino, Italy,\n"
        "in the project Garden, for 640 hours\n"
        "from 2 March to 28 August 2026, and demonstrated the soft skills below.");
}

TEST_CASE("Without hours the sentence is whole") {
  Certificate c = certificate("soft-skills");
  c.hours.reset();
  CHECK(said(words(c), "sentence") ==
        "volunteered with Orto Sociale, Torino, Italy,\n"
        "in the project Garden\n"
        "from 2 March to 28 August 2026, and demonstrated the soft skills below.");
  CHECK(said(words(certificate("participation")), "duration-value") == "640 hours in 180 days");
  c.kind = "participation";
  CHECK(said(words(c), "duration-value") == "180 days");
}

TEST_CASE("Two organisations over the same days make one period") {
  Certificate c = certificate("participation");
  c.periods.push_back(c.periods[0]);
  CHECK(said(words(c), "period-value") == "2 March to 28 August 2026");
}

TEST_CASE("Service that was not on site says so; remote at one of two hosts is partly remote") {
  Certificate c = certificate("soft-skills");
  c.periods[0].mode = "remote";
  CHECK(said(words(c), "sentence").find("in the project Garden, for 640 hours, remotely\n") != std::string::npos);
  c.periods.push_back(c.periods[0]);
  c.periods[1].mode.clear();
  CHECK(said(words(c), "sentence").find("for 640 hours, partly remotely\n") != std::string::npos);
  c.kind = "participation";
  c.hours.reset();
  CHECK(said(words(c), "duration-value") == "180 days, partly remotely");
}

TEST_CASE("Without an address where it is verified, no word speaks of verifying or of a code") {
  Certificate c = certificate("soft-skills");
  c.verify_address.clear();
  for (const char* kind : {"participation", "soft-skills", "statement"}) {
    c.kind = kind;
    const auto all = words(c);
    CHECK(all.count("genuine") == 0);
    CHECK(all.count("code-figure") == 0);
    CHECK(said(all, "belongs").find("code") == std::string::npos);
  }
}

TEST_CASE("The address is printed without https") {
  const auto all = words(certificate("soft-skills"));
  CHECK(said(all, "code-figure") == "QR code leading to certificates.example.org/7KQ3-HX2M-9DPA-4TZB");
  CHECK(said(all, "genuine").find("https") == std::string::npos);
}

TEST_CASE("Two hosts and two projects are joined, the place stands with each") {
  Certificate c = certificate("soft-skills");
  c.organisations.push_back({"kipos", "Kípos", "Thessaloniki, Greece", "hosting"});
  c.periods.push_back({"kipos", "School garden", *Date::parse("2026-08-29"), *Date::parse("2026-10-02"), {}, {}});
  const auto all = words(c);
  CHECK(said(all, "sentence")
            .starts_with("volunteered with Orto Sociale, Torino, Italy and Kípos, Thessaloniki, Greece,\n"
                         "in the projects Garden and School garden"));
  CHECK(said(all, "running-head").find("Orto Sociale and Kípos") != std::string::npos);
  c.kind = "participation";
  CHECK(said(words(c), "period-value") == "2 March to 28 August 2026\n29 August to 2 October 2026");
}

TEST_CASE("An organisation that sent the volunteer is no host") {
  Certificate c = certificate("soft-skills");
  c.organisations.push_back({"kipos", "Kípos", "Thessaloniki, Greece", "sending"});
  CHECK(said(words(c), "sentence").find("Kípos") == std::string::npos);
}

TEST_CASE("The least level that is certified is told on the scale") {
  CHECK(said(words(certificate("soft-skills")), "scale") ==
        "1 Starting · 2 Developing · 3 Intermediate (Work Ready), the least that is certified · 4 Good · 5 Advanced");
}

TEST_CASE("A statement names the soft skills certificate only where there is one") {
  Certificate c = certificate("statement");
  c.statement = Certificate::Statement{"gardening", {"x"}, "Anna Verdi", "Agronomist"};
  CHECK(said(words(c), "note") == "The organisation works professionally in the field it judges here.");
  const auto note = said(words(c, {{{"soft-skills", {}, "en"}, {"G9FG-QKPH-ECB0-6TRA"}}}), "note");
  CHECK(note.ends_with(" The soft skills of the same service are stated in certificate G9FG-QKPH-ECB0-6TRA."));
}

TEST_CASE("What a volunteer wrote is never read as markup or as a variable") {
  Certificate c = certificate("soft-skills");
  c.periods[0].project = "*Garden* [of] {hours} _x_";
  CHECK(said(words(c), "sentence").find("in the project *Garden* [of] {hours} _x_, for 640 hours") !=
        std::string::npos);
}

TEST_CASE("A level's word is the language's own, else the scale's") {
  SchemeText text;
  CHECK(level_word(glore(), text, 4) == "Good");
  text.levels[4] = "Buono";
  CHECK(level_word(glore(), text, 4) == "Buono");
  CHECK(level_word(glore(), text, 9) == "9");
}

TEST_CASE("The tasks behind the first can stand a phrase each") {
  SchemeText text = glore().texts.at("en");
  text.patterns["participation"]["others"] = {"{each-further-task}"};
  Certificate c = certificate("participation");
  CHECK(words_of(c, glore(), text, test::english(), {}).count("others") == 0);
  c.tasks = {"Dug", "Sown", "Reaped"};
  CHECK(said(words_of(c, glore(), text, test::english(), {}), "others") == "Sown\nReaped");
}

}  // namespace
}  // namespace guerdon
