#include "one_block.h"

using namespace guerdon;
using namespace guerdon::sample;

namespace {

const std::string block =
    "    - {block: exhibits, what: the evidence, top: 20, until: 270, title-style: body, style: small, text-x: 30, "
    "above: 2, below: 2, hairline: {thickness: 0.2, colour: ink}}\n";

Portfolio with_exhibits(int count) {
  Portfolio out;
  for (int i = 1; i <= count; ++i) {
    out.exhibits.push_back({std::to_string(i), "Rota " + std::to_string(i), "Product of the work",
                            "evidence/rota-" + std::to_string(i) + ".pdf", "SHA-256 " + std::string(64, 'a')});
  }
  return out;
}

}  // namespace

TEST_CASE("An exhibit is its number, title, kind, file and digest") {
  const Portfolio portfolio = with_exhibits(1);
  const LaidOut out = laid_out_alone(block, statement(), 270, &portfolio);
  CHECK(near(out.run("Rota").at.x, 30));
  const std::string text = out.text();
  for (const char* part : {"1 ", "Rota 1", "Product of the work", "evidence/rota-1.pdf", "SHA-256 aaaa"})
    CHECK_MESSAGE(text.find(part) != std::string::npos, part);
}

TEST_CASE("Many exhibits run over pages, each whole") {
  const Portfolio portfolio = with_exhibits(30);
  const LaidOut out = laid_out_alone(block, statement(), 270, &portfolio);
  REQUIRE(out.pages);
  CHECK(out.pages->size() >= 2);
  for (const Page& page : *out.pages) {
    CHECK(count(page, Tag::list_item) > 0);
    std::size_t digests = 0;
    for (const TextRun& run : marks<TextRun>(page)) {
      if (run.text().starts_with("SHA-256")) ++digests;
    }
    CHECK(digests == count(page, Tag::list_item));
  }
}

TEST_CASE("Without a portfolio no exhibit is set") {
  CHECK(laid_out_alone(block, statement(), 270, nullptr).runs().empty());
}
