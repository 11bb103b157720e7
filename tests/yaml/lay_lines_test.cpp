#include "yaml/lay_lines.h"

#include <doctest/doctest.h>

#include "yaml/parsed.h"
#include "yaml/written_text.h"

using namespace guerdon;
using guerdon::test::parsed;

namespace {

const std::vector<yaml::SectionName> sections{{"b", "second"}};

}  // namespace

TEST_CASE("each value has its line, indented anew, and each comment its own or the end of a line") {
  const yaml::LaidLines laid =
      yaml::lay_lines(parsed("# top\na:  1   # end\n\nb:\n    - x:   2\n      y: z\n# last\n"), {});
  std::string text;
  for (const yaml::LaidLine& line : laid.lines)
    text += std::string(line.indent, '.') + line.text + (line.after_blank ? " ^" : "") + '\n';
  CHECK(text == "# top\na: 1   # end\nb: ^\n..- x: 2\n....y: z\n# last\n");
  CHECK(laid.comments == std::vector<std::string>{"# top", "# end", "# last"});
  CHECK(laid.lines[1].key == "a");
  CHECK(laid.lines[0].kind == yaml::LaidLine::Kind::comment);
}

TEST_CASE("a tree that was read from another text is told") {
  yaml::Document document = parsed("a: one\nb: two\n");
  document.text = "x: 1\n";
  CHECK_THROWS_AS(yaml::lay_lines(document, {}), yaml::Astray);
}

TEST_CASE("the banner of a section is one, and no other line of dashes") {
  CHECK(yaml::is_banner("# ── second ──────────", sections));
  CHECK_FALSE(yaml::is_banner("# ── third ──────────", sections));
  CHECK_FALSE(yaml::is_banner("# second", sections));
}
