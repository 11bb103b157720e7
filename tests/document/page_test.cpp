#include "document/page.h"

#include "document/page_builder.h"
#include "document/page_dump.h"
#include "pages.h"

using namespace guerdon;
using namespace guerdon::sample;

TEST_CASE("A mark moves down with all its points") {
  Mark mark{-1, ClosedPath{{{1, 2}, {3, 4}}, {}, {}, 0}};
  move_down(mark, 10);
  CHECK(std::get<ClosedPath>(mark.shape).points == std::vector<Point>{{1, 12}, {3, 14}});
}

TEST_CASE("Fragments of one block share their container") {
  PageBuilder builder(210, 297);
  for (int i = 0; i < 2; ++i) {
    Fragment row;
    row.inside = {{Tag::table, 0}};
    row.begin(Tag::table_row);
    row.finish();
    builder.add({std::move(row), 10.0 * i, 1});
  }
  const Page page = builder.take();
  REQUIRE(page.elements.size() == 3);
  CHECK(page.elements[1].parent == 0);
  CHECK(page.elements[2].parent == 0);
}

TEST_CASE("Another block opens a container of its own") {
  PageBuilder builder(210, 297);
  for (int i = 0; i < 2; ++i) {
    Fragment row;
    row.inside = {{Tag::table, 0}};
    row.begin(Tag::table_row);
    row.finish();
    builder.add({std::move(row), 10.0 * i, i});
  }
  CHECK(count(builder.take(), Tag::table) == 2);
}

TEST_CASE("Bars that touch become one") {
  PageBuilder builder(210, 297);
  for (int i = 0; i < 3; ++i) {
    Fragment line;
    line.height = 6;
    line.bar = FilledBox{{36, 0}, 0.7, 0, {}};
    builder.add({std::move(line), 100 + 6.0 * i, 1});
  }
  const Page page = builder.take();
  const auto boxes = marks<FilledBox>(page);
  REQUIRE(boxes.size() == 1);
  CHECK(near(boxes[0].height, 18));
}

TEST_CASE("A dump names page, structure, place, font and text") {
  const LaidOut out = laid_out(soft_skills());
  const std::string dump = dump_pages(*out.pages);
  CHECK(dump.starts_with("page 1 of 1, 210 x 297 mm\n"));
  CHECK(dump.find("  title\n    text ") != std::string::npos);
  CHECK(dump.find("GB 20pt tracking 0.02 #1F4A3D \"GloRe Soft Skills Certificate\"\n") != std::string::npos);
}
