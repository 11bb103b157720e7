#include "pdf/content.h"

#include "files.h"

using namespace guerdon;
using namespace guerdon::sample;

namespace {

std::string content(std::vector<Mark> marks) {
  Page page;
  page.width = 100;
  page.height = 100;
  page.elements = {{Tag::figure, -1, "a figure", {}}, {Tag::paragraph, -1, {}, {}}};
  page.marks = std::move(marks);
  const std::vector<Page> pages{page};
  pdf::Structure structure(pages);
  return pdf::content_of(pages, 0, {}, structure);
}

constexpr Colour green{0x1F, 0x4A, 0x3D};

}  // namespace

TEST_CASE("A box is filled in points from the bottom left") {
  CHECK(content({{-1, FilledBox{{0, 0}, 25.4, 12.7, {255, 0, 0}}}}) ==
        "/Artifact BMC\n1 0 0 rg\n0 247.46 72 36 re f\nEMC\n");
}

TEST_CASE("A colour that is set already is not set again") {
  const std::string twice = content({{-1, FilledBox{{0, 0}, 1, 1, green}}, {-1, FilledBox{{2, 0}, 1, 1, green}}});
  CHECK(twice.find("rg") == twice.rfind("rg"));
}

TEST_CASE("A path with a stroke is closed, filled and stroked") {
  const std::string path = content({{-1, ClosedPath{{{0, 0}, {1, 0}, {1, 1}}, green, green, 0.2}}});
  CHECK(path.ends_with("l b\nEMC\n"));
  CHECK(path.find("RG\n.567 w\n") != std::string::npos);
}

TEST_CASE("A grid is one path on whole cells") {
  CellGrid grid{{10, 10}, 2, 20, {}, {{0, 0, 2, 1}, {1, 1, 1, 1}}};
  CHECK(
      content({{0, grid}}) ==
      "/Figure<</MCID 0>>BDC\n0 0 0 rg\nq 28.34646 0 0 -28.34646 28.35 255.12 cm\n0 0 2 1 re\n1 1 1 1 re\nf Q\nEMC\n");
}

TEST_CASE("Marks of one element that follow each other are one piece of marked content") {
  const FilledBox box{{0, 0}, 1, 1, green};
  const std::string marked = content({{0, box}, {0, box}, {1, box}, {-1, box}, {1, box}});
  std::string operators;
  for (std::size_t at = 0; at < marked.size(); at = marked.find('\n', at) + 1) {
    const std::string line = marked.substr(at, marked.find('\n', at) - at);
    if (line.ends_with("BDC") || line.ends_with("BMC") || line == "EMC") operators += line + "\n";
  }
  CHECK(operators == "/Figure<</MCID 0>>BDC\nEMC\n/P<</MCID 1>>BDC\nEMC\n/Artifact BMC\nEMC\n/P<</MCID 2>>BDC\nEMC\n");
}
