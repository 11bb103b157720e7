#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <set>

#include "document/page_dump.h"
#include "flow/badge.h"
#include "flow/issue.h"
#include "flow/sample.h"

// The documents of LEVER UP as they are issued: what holds for each page, and the pages that were looked at.

namespace guerdon {
namespace {

namespace fs = std::filesystem;
using test::replaced;
using test::source_text;

const std::string four = "2026-7kq3h2xd";

std::string four_text() { return source_text("tests/cli/fixtures/four-competences/cases/2026/2026-7kq3h2xd.yaml"); }

/// The service centre of tests/cli/fixtures/four-competences, with LEVER UP as it is in templates/.
struct ServiceCentre : test::Folder {
  Root root;
  Press press{root, test::press_room()};

  ServiceCentre()
      : root([this] {
          const fs::path source(GUERDON_SOURCE_DIR);
          fs::copy(source / "tests/cli/fixtures/four-competences", path(), fs::copy_options::recursive);
          fs::create_directories(fs::path(path()) / "schemes");
          fs::copy(source / "templates/lever-up", fs::path(path()) / "schemes/lever-up-1", fs::copy_options::recursive);
          return Root(path());
        }()) {}

  /// Leaves what was issued in the folder GUERDON_KEEP_PDFS, for the judges of tests/verapdf.
  ~ServiceCentre() {
    static int number = 0;
    const char* kept = std::getenv("GUERDON_KEEP_PDFS");
    if (kept == nullptr || !fs::exists(path() / "certificates")) return;
    std::error_code fault;
    fs::copy(path() / "certificates", fs::path(kept) / std::to_string(++number), fs::copy_options::recursive, fault);
  }
  ServiceCentre(const ServiceCentre&) = delete;
  ServiceCentre& operator=(const ServiceCentre&) = delete;

  /// The certificates of a case, by document; throws with the findings when something was refused.
  std::map<std::string, Certificate> issued(const std::string& text, std::vector<std::string> kinds = {}) {
    write("cases/2026/2026-7kq3h2xd.yaml", text);
    IssueOptions options;
    options.cases = {{four, "cases/2026/2026-7kq3h2xd.yaml"}};
    options.kinds = std::move(kinds);
    options.languages = {"en"};
    options.today = options.on = *Date::parse("2026-07-01");
    const Issuing out =
        issue(root, load_workspace(root), test::locale_of, options, test::press_room(), test::counted_random());
    if (out.findings.has_errors()) throw std::runtime_error(test::listed(out.findings));
    std::map<std::string, Certificate> made;
    for (const IssueResult& result : out.results) {
      Diagnostics findings;
      const std::string facts = "certificates/2026/" + result.id.text + ".json";
      made[name_of(result.document)] = load_certificate(root, facts, nullptr, findings).value().certificate;
    }
    return made;
  }

  /// The certificate of the assessor's badge.
  Certificate badge() {
    BadgeOptions options;
    options.practitioner = "marco-riva";
    options.language = "en";
    options.today = options.on = *Date::parse("2026-07-01");
    const BadgeIssuing out =
        issue_badges(root, load_workspace(root), test::english(), options, test::press_room(), test::counted_random());
    if (out.findings.has_errors()) throw std::runtime_error(test::listed(out.findings));
    Diagnostics findings;
    return load_certificate(root, "certificates/2026/" + out.results.at(0).id.text + ".json", nullptr, findings)
        .value()
        .certificate;
  }

  std::vector<Page> pages(const Certificate& certificate) {
    Shaper shaper;
    Diagnostics findings;
    auto out = press.pages(certificate, shaper, {"case", {}}, findings);
    if (!out) throw std::runtime_error(test::listed(findings));
    return std::move(*out);
  }
};

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i)
    out += text;
  return out;
}

/// The first result with grounds of several paragraphs that need two pages.
std::string with_long_grounds() {
  const std::string paragraph =
      "          The rota shows who did what, week by week, and that she asked before she changed it; two of those who "
      "worked with her say so on their own account, and the interview showed how an argument about the water was "
      "settled.\n";
  return replaced(four_text(),
                  "        grounds: >-\n          The rota shows who did what, and the interview how it was agreed.\n",
                  "        grounds: |\n" + repeated(repeated(paragraph, 3) + "\n", 6));
}

Scheme scheme() {
  Diagnostics findings;
  const ServiceCentre centre;
  return load_world(centre.root, *Date::parse("2026-07-01"), {}, findings).schemes.at("lever-up-1");
}

/// An expert result with every criterion rated.
std::string result_of(const Skill& competence) {
  std::string ratings;
  for (std::size_t outcome = 0; outcome < competence.outcomes.size(); ++outcome) {
    for (std::size_t i = 0; i < competence.outcomes[outcome].criteria.size(); ++i)
      ratings += fmt::format("{}{}{}: 4", ratings.empty() ? "" : ", ", outcome + 1, static_cast<char>('a' + i));
  }
  return fmt::format(
      "      - competence: {}\n        ratings: {{{}}}\n        outcome: expert\n"
      "        complexity: {{context: mid-high, task: mid-high, autonomy: mid-high}}\n        grounds: It was seen.\n",
      competence.id, ratings);
}

/// Ten competences assessed, identified and documented.
std::string with_ten() {
  std::string text = four_text();
  const Scheme lever_up = scheme();
  std::string all;
  for (const char* id : {"responsibility", "empathy", "initiative", "communication", "problem-solving", "engagement"}) {
    text = replaced(text, "      - competence: leadership\n",
                    result_of(*lever_up.framework.find(id)) + "      - competence: leadership\n");
    text = replaced(text, "    - {competence: leadership,",
                    std::string("    - {competence: ") + id + "}\n    - {competence: leadership,");
    all += std::string(id) + ", ";
    text = replaced(text, "    - competence: leadership\n      step:",
                    std::string("    - competence: ") + id + "\n      step: " + repeated("Goes on with it. ", 9) +
                        "\n    - competence: leadership\n      step:");
  }
  text = replaced(text, "competences: [leadership,", "competences: [" + all + "leadership,");
  return replaced(text, "competences: [teamwork, leadership,", "competences: [teamwork, " + all + "leadership,");
}

struct Sample {
  std::string key;
  std::vector<Page> pages;
};

/// Every document, and those that are hard to hold.
std::vector<Sample> all_samples() {
  std::vector<Sample> out;
  const std::vector<std::string> exits{"attendance", "self-assessment-statement", "portfolio-confirmation",
                                       "development-plan"};
  static ServiceCentre plain;
  auto made = plain.issued(four_text());
  made.merge(plain.issued(four_text(), exits));
  for (const auto& [document, certificate] : made)
    out.push_back(
        {"lever-up-" + (certificate.competence.empty() ? document : certificate.competence), plain.pages(certificate)});
  static ServiceCentre register_of_practitioners;
  out.push_back({"lever-up-badge", register_of_practitioners.pages(register_of_practitioners.badge())});
  static ServiceCentre long_grounds;
  made = long_grounds.issued(with_long_grounds());
  out.push_back({"lever-up-long-grounds", long_grounds.pages(made.at("competence teamwork"))});
  static ServiceCentre ten;
  made = ten.issued(with_ten());
  made.merge(ten.issued(with_ten(), exits));
  for (const char* document : {"overview", "self-assessment-statement", "portfolio-confirmation", "development-plan"})
    out.push_back({std::string("lever-up-ten-") + document, ten.pages(made.at(document))});
  static ServiceCentre long_name;
  long_name.write("people/p-8h2m4c9w.yaml",
                  replaced(long_name.read("people/p-8h2m4c9w.yaml"), "Zofia Wiśniewska",
                           "María Guadalupe Fernández-Villaverde Krzyżanowska-Szczepańska de la Santísima Trinidad"));
  made = long_name.issued(four_text());
  out.push_back({"lever-up-long-name", long_name.pages(made.at("competence intercultural-and-diversity-management"))});
  out.push_back({"lever-up-long-name-overview", long_name.pages(made.at("overview"))});
  return out;
}

const std::vector<Sample>& samples() {
  static const std::vector<Sample> all = all_samples();
  return all;
}

std::vector<TextRun> runs_of(const Page& page) {
  std::vector<TextRun> out;
  for (const Mark& mark : page.marks) {
    if (const auto* run = std::get_if<TextRun>(&mark.shape)) out.push_back(*run);
  }
  return out;
}

bool overlap(const TextRun& a, const TextRun& b) {
  const double slack = 0.01;
  return a.at.x + slack < b.at.x + b.width && b.at.x + slack < a.at.x + a.width &&
         a.box_top + slack < b.box_top + b.box_height && b.box_top + slack < a.box_top + a.box_height;
}

}  // namespace

TEST_CASE("No text of a LEVER UP page overlaps another or leaves the margins") {
  for (const Sample& sample : samples()) {
    for (const Page& page : sample.pages) {
      const auto runs = runs_of(page);
      for (std::size_t i = 0; i < runs.size(); ++i) {
        CAPTURE(sample.key);
        CAPTURE(runs[i].text());
        CHECK(runs[i].at.x >= 20);
        CHECK(runs[i].at.x + runs[i].width <= 190.6);
        CHECK(runs[i].box_top >= 17);
        CHECK(runs[i].box_top + runs[i].box_height <= 279.01);
        for (std::size_t j = i + 1; j < runs.size(); ++j)
          CHECK_MESSAGE(!overlap(runs[i], runs[j]), runs[j].text());
      }
    }
  }
}

TEST_CASE("A LEVER UP document has five sizes of type at most, none below 9 pt") {
  for (const Sample& sample : samples()) {
    std::set<long> sizes;
    for (const Page& page : sample.pages) {
      for (const TextRun& run : runs_of(page))
        sizes.insert(std::lround(run.size_pt * 100));
    }
    CHECK_MESSAGE(sizes.size() <= 5, sample.key);
    CHECK_MESSAGE(*sizes.begin() >= 900, sample.key);
  }
}

TEST_CASE("No heading of a LEVER UP document is the last on its page") {
  for (const Sample& sample : samples()) {
    for (const Page& page : sample.pages) {
      std::size_t last_heading = 0;
      std::size_t flowing = 0;
      for (const Element& element : page.elements) {
        ++flowing;
        if (element.tag == Tag::heading) last_heading = flowing;
      }
      CHECK_MESSAGE((last_heading == 0 || last_heading + 1 < flowing), sample.key);
    }
  }
}

TEST_CASE("What is no certificate says so, and bears no code") {
  for (const Sample& sample : samples()) {
    std::string text;
    bool has_code = false;
    for (const Mark& mark : sample.pages.front().marks) {
      if (const auto* run = std::get_if<TextRun>(&mark.shape)) text += std::string(run->text()) + ' ';
      has_code = has_code || std::holds_alternative<CellGrid>(mark.shape);
    }
    const bool certifies = text.starts_with("LEVER UP Certificate") || text.starts_with("LEVER UP Practitioner");
    CHECK_MESSAGE(certifies == has_code, sample.key);
    CHECK_MESSAGE(certifies == (text.find("is not a certificate") == std::string::npos), sample.key);
  }
}

TEST_CASE("Grounds stand on page two only where the candidate wants them") {
  ServiceCentre centre;
  const auto made = centre.issued(replaced(four_text(), "grounds: true}", "grounds: false}"));
  const Certificate& certificate = made.at("competence teamwork");
  CHECK(certificate.assessment->grounds.empty());
  CHECK(centre.pages(certificate).size() == 1);
}

TEST_CASE("No reason of the candidate and no story of hers reaches the facts") {
  ServiceCentre centre;
  for (const std::vector<std::string>& kinds :
       {std::vector<std::string>{}, {"attendance", "self-assessment-statement", "portfolio-confirmation"}}) {
    for (const auto& [document, certificate] : centre.issued(four_text(), kinds)) {
      const std::string facts = canonical_json(to_json(certificate));
      for (const char* secret : {"The Saturday group", "Forty neighbours", "I asked each group", "evidence/2026"})
        CHECK_MESSAGE(facts.find(secret) == std::string::npos, document, ": ", secret);
    }
  }
}

TEST_CASE("A certificate of a competence states how it came about, and no service") {
  ServiceCentre centre;
  const auto made = centre.issued(four_text());
  const Certificate& c = made.at("competence organisation-and-planning");
  CHECK(c.competence == "organisation-and-planning");
  REQUIRE(c.skills.size() == 1);
  CHECK(c.skills[0].level_word == "Accomplished");
  CHECK(c.skills[0].complexity == Certificate::Complexity{"mid-low", "mid-low", "mid-low"});
  REQUIRE(c.assessment);
  CHECK(c.assessment->assessors == std::vector<Certificate::Practitioner>{{"marco-riva", "Marco Riva"}});
  CHECK(c.assessment->mode == "present");
  CHECK(c.assessment->outcomes.size() > 3);
  CHECK(c.organisations ==
        std::vector<Certificate::Organisation>{{"csv-torino", "CSV Torino", "Torino, Italy", "centre"}});
  CHECK(c.experiences == std::vector<Certificate::Experience>{
                             {"The harvest day", "Orto Sociale", {"Teamwork", "Organisation & Planning"}}});
  CHECK(c.evidence.size() == 1);
  CHECK(c.signers.front().role == "Director, CSV Torino");
  CHECK(c.periods.empty());
  CHECK(made.at("overview").skills[3].certificate == c.id);
}

// Set GUERDON_UPDATE_GOLDEN=1 to write the dumps anew, and look at the difference.
TEST_CASE("The pages of LEVER UP are the ones that were looked at") {
  for (const Sample& sample : samples()) {
    const std::string golden = "tests/golden/pages/" + sample.key + ".txt";
    const std::string dump = dump_pages(sample.pages);
    if (std::getenv("GUERDON_UPDATE_GOLDEN") != nullptr) std::ofstream(fs::path(GUERDON_SOURCE_DIR) / golden) << dump;
    CHECK_MESSAGE(dump == source_text(golden), sample.key);
  }
}

}  // namespace guerdon
