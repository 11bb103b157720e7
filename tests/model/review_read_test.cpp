#include "model/review_read.h"

#include "model/record_file.h"

using namespace guerdon;

namespace {

std::optional<Review> review_of(const std::string& text, Diagnostics& findings) {
  const yaml::Document document = test::parsed(text);
  yaml::Reader reader("x.yaml", findings);
  yaml::Fields fields(document.root, reader, "a text");
  return read_review(fields, reader);
}

}  // namespace

TEST_CASE("who reviewed a text, and when") {
  Diagnostics findings;
  const auto review = review_of("reviewed:\n  by: Ada Rossi\n  on: 2026-05-01\n", findings);
  REQUIRE(review);
  CHECK(findings.empty());
  CHECK(review->by == "Ada Rossi");
  CHECK(review->on.to_string() == "2026-05-01");
}

TEST_CASE("a text without a review has been read by nobody") {
  Diagnostics findings;
  CHECK_FALSE(review_of("{}\n", findings));
  CHECK(findings.empty());
}

TEST_CASE("a review needs a name and a day") {
  Diagnostics findings;
  static_cast<void>(review_of("reviewed:\n  by: Ada Rossi\n", findings));
  REQUIRE(findings.items().size() == 1);
  CHECK(findings.items()[0].message.find("`on`") != std::string::npos);
}
