#include "one_block.h"

using namespace guerdon;
using namespace guerdon::sample;

namespace {

Phrase said(const std::string& text) { return {{text, Emphasis::none}}; }

Certificate planned(int entries) {
  Certificate c;
  for (int i = 0; i < entries; ++i) {
    c.words["heads"].push_back(said("Head"));
    c.words["texts"].push_back(said("Text"));
    c.words["notes"].push_back(i == 0 ? Phrase{} : said("Note"));
  }
  return c;
}

const std::string block =
    "    - block: entries\n      top: 30\n      until: 60\n      head: heads\n      text: texts\n      note: notes\n"
    "      head-style: body\n      style: body\n      note-style: body\n      head-width: 60\n      text-x: 90\n"
    "      above: 2\n      below: 1\n      hairline: {thickness: 0.1, colour: ink}\n";

}  // namespace

TEST_CASE("An entry stands beside its head; a note that is empty takes no room") {
  const LaidOut out = laid_out_alone(block, planned(2), 90);
  std::vector<std::pair<std::string, double>> found;
  for (const TextRun& run : out.runs())
    found.emplace_back(run.text(), run.box_top);
  CHECK(found == std::vector<std::pair<std::string, double>>{
                     {"Head", 32}, {"Text", 32}, {"Head", 40}, {"Text", 40}, {"Note", 45}});
}

TEST_CASE("Entries that end below their limit go on on the next page, none broken") {
  const LaidOut out = laid_out_alone(block, planned(4), 90);
  REQUIRE(out.pages->size() == 2);
  CHECK(count(page(out, 1), Tag::table_row) == 2);
  CHECK(count(page(out, 2), Tag::table_row) == 2);
}

TEST_CASE("Entries without a hairline have no lines") {
  const std::string bare = block.substr(0, block.find("      hairline"));
  CHECK(marks<StrokedLine>(page(laid_out_alone(bare, planned(2), 90), 1)).empty());
  CHECK(marks<StrokedLine>(page(laid_out_alone(block, planned(2), 90), 1)).size() == 3);
}

TEST_CASE("Notes have a column of their own where the design says where it begins") {
  const LaidOut out = laid_out_alone(block + "      note-x: 110\n", planned(2), 90);
  std::vector<std::pair<std::string, double>> found;
  for (const TextRun& run : out.runs())
    found.emplace_back(run.text(), run.box_top);
  CHECK(found == std::vector<std::pair<std::string, double>>{
                     {"Head", 32}, {"Text", 32}, {"Head", 40}, {"Text", 40}, {"Note", 40}});
  CHECK(count(page(out, 1), Tag::table_cell) == 4);
}

TEST_CASE("Labels stand above the columns, as heads of theirs, on a ground of their own") {
  Certificate c = planned(1);
  c.words["label"].push_back(said("Label"));
  const std::string labels = "      labels: {head: label, text: label, note: label, style: body, ground: ink}\n";
  const LaidOut out = laid_out_alone(block + "      note-x: 110\n" + labels, c, 90);
  CHECK(count(page(out, 1), Tag::column_header) == 3);
  CHECK(out.runs().front().text() == "Label");
  const auto grounds = marks<FilledBox>(page(out, 1));
  REQUIRE(grounds.size() == 1);
  CHECK(grounds.front().at.y == doctest::Approx(30));
  CHECK(grounds.front().height == doctest::Approx(8));
}
