#include "base/table.h"

#include <doctest/doctest.h>

#include "base/text.h"

namespace guerdon {
namespace {

using Lines = std::vector<std::vector<std::string>>;

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines)
    out += line;
  return out;
}

const Lines people{{"case", "name", "place", "ends", "due"},
                   {"1", "Zofia Wiśniewska", "Orto Sociale", "2026-08-28", "soon"},
                   {"22", "山田太郎", "Casa", "-", "-"}};

TEST_CASE("Columns stand below each other by what they take on a terminal") {
  CHECK(joined(aligned(people)) ==
        "  case  name              place         ends        due\n"
        "  1     Zofia Wiśniewska  Orto Sociale  2026-08-28  soon\n"
        "  22    山田太郎          Casa          -           -\n");
}

TEST_CASE("The widest elastic columns give way first") {
  CHECK(joined(aligned(people, {50, {1, 2}})) ==
        "  case  name         place        ends        due\n"
        "  1     Zofia Wiśn…  Orto Socia…  2026-08-28  soon\n"
        "  22    山田太郎     Casa         -           -\n");
}

TEST_CASE("A spare column goes before they get too narrow") {
  CHECK(joined(aligned(people, {50, {1, 2}, 3})) ==
        "  case  name              place         due\n"
        "  1     Zofia Wiśniewska  Orto Sociale  soon\n"
        "  22    山田太郎          Casa          -\n");
  CHECK(joined(aligned(people, {54, {1, 2}, 3})).find("ends") != std::string::npos);
}

TEST_CASE("No line is wider than the terminal") {
  for (std::size_t width = 1; width < 60; ++width) {
    for (const TableFit& fit :
         {TableFit{width, {1, 2}, 3}, TableFit{width, {1, 2, 3, 4}}, TableFit{width, {}}, TableFit{width, {4}, 0}}) {
      for (const std::string& line : aligned(people, fit)) {
        CAPTURE(line);
        CHECK(display_width(line.substr(0, line.size() - 1)) <= width);
      }
    }
  }
}

}  // namespace
}  // namespace guerdon
