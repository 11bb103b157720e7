#include <doctest/doctest.h>
#include <fmt/format.h>

#include <set>

#include "document/marks.h"
#include "flow/press.h"
#include "flow/validation_path.h"
#include "model/designs.h"

// What holds for the pages of every design in every language.

namespace guerdon {
namespace {

using sample::Box;
using sample::box_of;
using sample::luminance;
using sample::marks;
using sample::overlap;

/// Where the letters of a line stand, without the paper above and below them.
Box ink_of(const TextRun& run) {
  const double em = run.size_pt * mm_per_point;
  return {run.at.x, run.at.y - 0.7 * em, run.at.x + run.width, run.at.y + 0.2 * em};
}

/// What is wrong with a page, one a line.
std::string faults_of(const Page& page, const Template& design, bool mirrored) {
  const double left = mirrored ? design.right : design.left;
  const double right = mirrored ? design.left : design.right;
  std::string out;
  const auto fault = [&](std::string_view what, const TextRun& run) {
    out += fmt::format("{}: {}\n", what, run.text());
  };
  const auto runs = marks<TextRun>(page);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const Box box = box_of(runs[i]);
    // A large name hangs half a millimetre out, so that its letters and those below stand on one edge.
    const bool within = box.left >= left - 0.501 && box.right <= design.width - right + (mirrored ? 0.501 : 0.001) &&
                        box.top >= design.top - 1.001 && box.bottom <= design.height - design.bottom + 0.001;
    if (!within) fault("out of the margins", runs[i]);
    if (runs[i].size_pt < 8.2) fault("small", runs[i]);  // 9 pt, at the factor of a font that stands in
    if (1.05 / (luminance(runs[i].colour) + 0.05) < 4.5) fault("pale", runs[i]);
    for (std::size_t k = 0; k < i; ++k) {
      if (overlap(ink_of(runs[i]), ink_of(runs[k]))) fault(fmt::format("over `{}`", runs[k].text()), runs[i]);
    }
    for (const StrokedLine& line : marks<StrokedLine>(page)) {
      if (overlap(ink_of(runs[i]), {line.from.x, line.from.y - 0.02, line.to.x, line.to.y + 0.02}))
        fault("struck through", runs[i]);
    }
    for (const Picture& picture : marks<Picture>(page)) {
      constexpr double clear = 1;
      if (overlap(ink_of(runs[i]), {picture.at.x - clear, picture.at.y - clear, picture.at.x + picture.width + clear,
                                    picture.at.y + picture.height + clear}))
        fault("at the logo", runs[i]);
    }
    for (const CellGrid& grid : marks<CellGrid>(page)) {
      const double quiet = 4 * grid.side / grid.cells;
      if (overlap(ink_of(runs[i]),
                  {grid.at.x - quiet, grid.at.y - quiet, grid.at.x + grid.side + quiet, grid.at.y + grid.side + quiet}))
        fault("in the quiet zone of the code", runs[i]);
    }
  }
  return out;
}

/// The facts of every document of a case in every language, in one design.
std::vector<Certificate> issued_in(const test::Office& office, const FoundCase& found, const Scheme& scheme,
                                   const std::string& design) {
  IssueOptions options;
  options.cases = {found};
  for (const CertificateKind& kind : scheme.certificates)
    options.kinds.push_back(kind.id);
  for (const auto& [language, text] : scheme.texts)
    options.languages.push_back(language);
  options.design = design;
  const Issuing issuing = office.issue(options);
  REQUIRE_MESSAGE(!issuing.findings.has_errors(), test::listed(issuing.findings));
  std::vector<Certificate> out;
  for (const IssueResult& result : issuing.results) {
    Diagnostics findings;
    const std::string path = result.pdf_path.substr(0, result.pdf_path.size() - 4) + ".json";
    out.push_back(load_certificate(office.root, path, nullptr, findings).value().certificate);
  }
  return out;
}

void with_long_name(Certificate& c) { c.name = "María de los Ángeles Fernández-Villaverde Krzyżanowska-Szczepańska"; }

void with_four_signers(Certificate& c) {
  for (const char* name : {"Ελένη Παπαδοπούλου-Οικονόμου", "Bartholomäus Freiherr von Mittenwald", "Ana Ng"})
    c.signers.push_back({"x", name, "President of the regional board, Associazione Orti Riuniti", "x"});
}

void with_ten_skills(Certificate& c) {
  const auto first = c.skills;
  for (std::size_t i = 0; !first.empty() && c.skills.size() < 10; ++i)
    c.skills.push_back(first[i % first.size()]);
}

using Change = void (*)(Certificate&);

/// Lays out what was issued, changed; what no form holds is refused, and no fault.
void check_pages(const test::Office& office, const Scheme& scheme, const FoundCase& found) {
  const auto& kinds = scheme.certificates;
  std::set<std::string> designs;
  for (const CertificateKind& kind : kinds) {
    for (const std::string& name : design_names(scheme, kind.id))
      designs.insert(name);
  }
  REQUIRE(designs.size() == 2);
  Press press(office.root, test::press_room());
  Diagnostics loading;
  press.know_logos(office.root, load_world(office.root, test::today, {}, loading));
  Shaper shaper;
  std::size_t set = 0;
  for (const std::string& design : designs) {
    for (const Certificate& issued : issued_in(office, found, scheme, design)) {
      for (const Change change : {Change{[](Certificate&) {}}, &with_long_name, &with_four_signers, &with_ten_skills}) {
        Certificate facts = issued;
        change(facts);
        Diagnostics findings;
        const auto pages = press.first_pages(facts, shaper, {}, findings);
        if (!pages) continue;
        ++set;
        const Plate& plate = press.plate(scheme.folder, facts.design.file);
        const bool has_logo = !facts.organisations.empty() && !facts.organisations.front().logo.empty();
        CHECK_MESSAGE(marks<Picture>(pages->front()).size() == (has_logo ? 1U : 0U), facts.design.file);
        for (const Page& page : *pages) {
          const std::string faults = faults_of(page, plate.design, facts.language == "ar");
          CHECK_MESSAGE(faults.empty(), facts.design.file << ' ' << facts.language << ' ' << facts.name << ":\n"
                                                          << faults);
        }
      }
    }
    std::filesystem::remove_all(office.root.resolve("certificates"));
  }
  CHECK(set >= 3 * kinds.size() * designs.size() * scheme.texts.size());
}

/// Gives every organisation a logo that fills the widest box of a design.
void with_logos(const test::Office& office) {
  office.write("organisations/wide.svg",
               "<svg xmlns='http://www.w3.org/2000/svg' width='600' height='140'><path d='M0 0H600V140H0Z'/></svg>");
  for (const auto& file : std::filesystem::directory_iterator(office.root.resolve("organisations"))) {
    const std::string path = "organisations/" + file.path().filename().string();
    if (path.ends_with(".yaml")) office.write(path, office.read(path) + "logo: wide.svg\n");
  }
}

TEST_CASE("A logo stands clear of all else in any design and language of GloRe") {
  const test::Office office;
  with_logos(office);
  const FoundCase found = office.add_case();
  Diagnostics findings;
  check_pages(office, office.world(findings).schemes.at("glore-1"), found);
}

TEST_CASE("A logo stands clear of all else in any design and language of LEVER UP") {
  const test::ValidationPath office;
  with_logos(office);
  Diagnostics findings;
  check_pages(office, office.test::Office::world(findings).schemes.at("lever-up-1"), office.found);
}

TEST_CASE("Nothing overlaps, leaves the margins or grows pale in any design and language of GloRe") {
  const test::Office office;
  const FoundCase found = office.add_case();
  Diagnostics findings;
  check_pages(office, office.world(findings).schemes.at("glore-1"), found);
}

TEST_CASE("Nothing overlaps, leaves the margins or grows pale in any design and language of LEVER UP") {
  const test::ValidationPath office;
  Diagnostics findings;
  check_pages(office, office.test::Office::world(findings).schemes.at("lever-up-1"), office.found);
}

}  // namespace
}  // namespace guerdon
