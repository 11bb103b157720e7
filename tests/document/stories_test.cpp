#include "one_block.h"

using namespace guerdon;
using namespace guerdon::sample;

namespace {

const std::string block =
    "    - {block: stories, what: the experiences, top: 20, until: 270, title-style: large, about-style: small, "
    "label-style: small, style: body, text-x: 60, before: 10, below-head: 6, between: 4, between-paragraphs: 2, "
    "hairline: {thickness: 0.2, colour: ink}}\n";

std::string long_text(int sentences) {
  std::string out;
  for (int i = 0; i < sentences; ++i)
    out += "On Mondays I looked who was ill or away, and asked the deputy myself. ";
  return out;
}

Portfolio two_stories(int sentences) {
  Portfolio out;
  for (const char* title : {"The watering rota", "The new beds"}) {
    out.stories.push_back({title,
                           "Orto Sociale · Teamwork",
                           {{"Situation", {"A dry July.", "Seven people."}}, {"Task", {long_text(sentences)}}}});
  }
  return out;
}

bool holds(const Page& page, const std::string& text) {
  for (const TextRun& run : marks<TextRun>(page)) {
    if (run.text().find(text) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("A story is its title, what it is about, and its parts in order") {
  const Portfolio portfolio = two_stories(1);
  const std::string text = laid_out_alone(block, statement(), 270, &portfolio).text();
  std::size_t last = 0;
  for (const char* part : {"The watering rota", "Orto Sociale", "Situation", "A dry July.", "Seven people.", "Task",
                           "On Mondays", "The new beds"}) {
    const std::size_t at = text.find(part);
    REQUIRE_MESSAGE(at != std::string::npos, part);
    CHECK(at >= last);
    last = at;
  }
}

TEST_CASE("A label stands beside the first line of its part, on one baseline") {
  const Portfolio portfolio = two_stories(1);
  const LaidOut out = laid_out_alone(block, statement(), 270, &portfolio);
  const TextRun label = out.run("Situation");
  const TextRun told = out.run("A dry July.");
  CHECK(near(label.at.y, told.at.y));
  CHECK(near(label.at.x, 20));
  CHECK(near(told.at.x, 60));
}

TEST_CASE("A story runs over pages, and no title or label is left alone at a page's end") {
  for (int sentences = 30; sentences < 60; ++sentences) {
    const Portfolio portfolio = two_stories(sentences);
    const LaidOut out = laid_out_alone(block, statement(), 270, &portfolio);
    REQUIRE(out.pages);
    CHECK(out.pages->size() >= 2);
    for (const Page& page : *out.pages) {
      if (holds(page, "The new beds")) CHECK(holds(page, "A dry July."));
      double lowest = 0;
      double lowest_label = 0;
      for (const TextRun& run : marks<TextRun>(page)) {
        lowest = std::max(lowest, run.at.y);
        if (run.text() == "Task") lowest_label = std::max(lowest_label, run.at.y);
      }
      CHECK(lowest_label < lowest);
      CHECK(lowest <= 270);
    }
  }
}

TEST_CASE("Without a portfolio no story is set") {
  CHECK(laid_out_alone(block, statement(), 270, nullptr).runs().empty());
}
