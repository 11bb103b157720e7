#include "document/layout.h"

#include <fstream>
#include <set>

#include "document/page_dump.h"
#include "pages.h"

using namespace guerdon;
using namespace guerdon::sample;

namespace {

struct Sample {
  std::string key;
  Certificate facts;
};

std::vector<Sample> all_samples() {
  std::vector<Sample> all{{"soft-skills", soft_skills()},
                          {"ten-skills", ten_skills()},
                          {"long-names", long_names()},
                          {"participation", participation()},
                          {"statement", statement()}};
  const auto add_named = [&all](const char* key, const char* name) {
    Certificate c = soft_skills();
    c.name = name;
    all.push_back({key, std::move(c)});
  };
  add_named("greek", "Ελένη Παπαδοπούλου");
  add_named("cyrillic", "Олександр Їжакевич");
  add_named("vietnamese", "Nguyễn Thị Ánh Nguyệt");
  add_named("combining", "Ọ̀ṣun Adébáyọ̀");
  Certificate crowded = statement();
  crowded.signers = ten_skills().signers;
  for (int i = 0; i < 4; ++i)
    crowded.statement->paragraphs.push_back(crowded.statement->paragraphs.front());
  all.push_back({"statement-two-pages", std::move(crowded)});
  Certificate heavy = ten_skills();
  heavy.name =
      "María Guadalupe de los Ángeles Fernández-Villaverde Krzyżanowska-Szczepańska von Wolfeschlegelsteinhausen de "
      "los "
      "Ángeles";
  heavy.signers.pop_back();
  heavy.signers.pop_back();
  all.push_back({"three-line-name", std::move(heavy)});
  Certificate plain = soft_skills();
  plain.verify_address.clear();
  plain.words.erase("genuine");
  plain.words.erase("code-figure");
  all.push_back({"no-address", std::move(plain)});
  return all;
}

}  // namespace

TEST_CASE("Every text stands within the margins") {
  for (const Sample& sample : all_samples()) {
    for (const TextRun& run : laid_out(sample.facts).runs()) {
      const Box box = box_of(run);
      CHECK_MESSAGE((box.left >= 21.999 && box.right <= 188.001 && box.top >= 18 && box.bottom <= 279),
                    sample.key << ": " << run.text());
    }
  }
}

TEST_CASE("No two texts overlap") {
  for (const Sample& sample : all_samples()) {
    const LaidOut out = laid_out(sample.facts);
    for (const Page& one : *out.pages) {
      const auto runs = marks<TextRun>(one);
      for (std::size_t i = 0; i < runs.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
          CHECK_MESSAGE(!overlap(box_of(runs[i]), box_of(runs[k])),
                        sample.key << ": " << runs[i].text() << " / " << runs[k].text());
        }
      }
    }
  }
}

TEST_CASE("A document has at most five sizes, none below 9 pt, in three colours that keep their contrast in grey") {
  for (const Sample& sample : all_samples()) {
    std::set<double> sizes;
    const std::vector<Colour> known{{0x1C, 0x1C, 0x1A}, {0x55, 0x53, 0x4D}, {0x1F, 0x4A, 0x3D}};
    for (const TextRun& run : laid_out(sample.facts).runs()) {
      sizes.insert(run.size_pt);
      CHECK(std::find(known.begin(), known.end(), run.colour) != known.end());
      CHECK(1.05 / (luminance(run.colour) + 0.05) >= 4.5);
    }
    CHECK_MESSAGE(sizes.size() <= 5, sample.key);
    CHECK(*sizes.begin() >= 9);
  }
}

TEST_CASE("Nothing but paper lies within four cells of the QR code") {
  for (const Sample& sample : all_samples()) {
    const LaidOut out = laid_out(sample.facts);
    for (const CellGrid& grid : marks<CellGrid>(page(out, 1))) {
      const double quiet = 4 * grid.side / grid.cells;
      const Box zone{grid.at.x - quiet, grid.at.y - quiet, grid.at.x + grid.side + quiet,
                     grid.at.y + grid.side + quiet};
      for (const TextRun& run : marks<TextRun>(page(out, 1)))
        CHECK_MESSAGE(!overlap(zone, box_of(run)), sample.key << ": " << run.text());
      for (const StrokedLine& line : marks<StrokedLine>(page(out, 1))) {
        CHECK_FALSE(overlap(zone, {line.from.x, line.from.y, line.to.x, line.to.y}));
      }
    }
  }
}

TEST_CASE("At least 4 mm stay free between the tasks and the band") {
  for (const Sample& sample : all_samples()) {
    const LaidOut out = laid_out(sample.facts);
    double flow_end = 0;
    const double band = std::min(228.5, out.run("Issued").box_top);
    for (const TextRun& run : marks<TextRun>(page(out, 1))) {
      const double end = run.box_top + run.box_height;
      if (end <= band && run.text() != "Issued") flow_end = std::max(flow_end, end);
    }
    const bool has_note = sample.key == "statement";
    CHECK_MESSAGE((has_note || band - flow_end >= 3.999), sample.key);
  }
}

TEST_CASE("Seven skills with short meanings and one signer take one page") {
  CHECK(laid_out(soft_skills()).pages->size() == 1);
}

TEST_CASE("Ten skills, long meanings and four signers take two pages, all levels on the first") {
  const LaidOut out = laid_out(ten_skills());
  REQUIRE(out.pages->size() == 2);
  CHECK(count(page(out, 1), Tag::span) == 10);
}

TEST_CASE("Long names take one page in the tight form") {
  const LaidOut out = laid_out(long_names());
  CHECK(out.pages->size() == 1);
  CHECK(near(out.run("Organization").at.y - out.run("Team work").at.y, 10.5));
}

TEST_CASE("A name of two lines, ten skills and four signers still fit, closed up") {
  Certificate c = ten_skills();
  c.name = "María de los Ángeles Fernández-Villaverde Krzyżanowska-Szczepańska";
  CHECK(laid_out(c).pages.has_value());
}

TEST_CASE("What fits in no form is refused with the millimetres that are too much") {
  Certificate c = ten_skills();
  for (auto& skill : c.skills)
    skill.name += " in a group of volunteers from several countries";
  const LaidOut out = laid_out(c);
  CHECK_FALSE(out.pages.has_value());
  CHECK(out.finding().find("page.printable: page one is ") == 0);
  CHECK(out.finding().find(" mm too full in the form `closed`") != std::string::npos);
}

TEST_CASE("The structure is read in the order of the page") {
  const LaidOut out = laid_out(soft_skills());
  std::vector<Tag> order;
  for (const Element& element : page(out, 1).elements) {
    if (element.parent < 0) order.push_back(element.tag);
  }
  using enum Tag;
  CHECK(order == std::vector<Tag>{paragraph, title, paragraph, paragraph, paragraph, table, paragraph, paragraph,
                                  paragraph, paragraph, paragraph, paragraph, link, paragraph, paragraph, paragraph});
}

TEST_CASE("A shaper that has seen other certificates gives the same pages") {
  const Design& design = shared_design("soft-skills");
  Shaper used;
  Diagnostics findings;
  lay_out(long_names(), design.pages, design.fonts, used, {}, findings);
  const auto after = lay_out(soft_skills(), design.pages, design.fonts, used, {}, findings);
  CHECK(dump_pages(*after) == dump_pages(*laid_out(soft_skills()).pages));
}

// Set GUERDON_UPDATE_GOLDEN=1 to write the dumps anew, and look at the difference.
TEST_CASE("The pages of the samples are the ones that were looked at") {
  for (const Sample& sample : all_samples()) {
    const std::string path = std::string(GUERDON_SOURCE_DIR) + "/tests/golden/pages/" + sample.key + ".txt";
    const std::string dump = dump_pages(*laid_out(sample.facts).pages);
    if (std::getenv("GUERDON_UPDATE_GOLDEN") != nullptr) std::ofstream(path) << dump;
    CHECK_MESSAGE(dump == read_file(path), sample.key);
  }
}
