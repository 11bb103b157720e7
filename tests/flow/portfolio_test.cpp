#include "flow/portfolio.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "flow/validation_path.h"

namespace guerdon {
namespace {

using test::error_of;

struct Desk : test::ValidationPath {
  using ValidationPath::ValidationPath;

  [[nodiscard]] std::optional<std::string> pdf(Diagnostics& findings) const {
    return portfolio_pdf(root, record(), world, test::english(), "en", test::press_room(), findings);
  }
  [[nodiscard]] Portfolio told() const {
    return portfolio_of(record(), scheme(), world, scheme().texts.at("en"), test::english());
  }
};

TEST_CASE("A portfolio tells each experience from the situation to the transfer, in the candidate's words") {
  const Desk desk;
  const Portfolio told = desk.told();
  REQUIRE_FALSE(told.stories.empty());
  const Portfolio::Story& story = told.stories.front();
  const Case record = desk.record();
  const Experience& recorded = record.documentation->experiences.front();
  CHECK(story.title == recorded.title.value);
  std::vector<std::string> labels;
  for (const Portfolio::Part& part : story.parts)
    labels.push_back(part.label);
  CHECK(labels == std::vector<std::string>{"Situation", "Task", "Activities", "Result", "Reflection", "Transfer"});
  CHECK(story.parts.front().paragraphs == paragraphs_of(recorded.told[0]->value));
}

TEST_CASE("Evidence is numbered, with its kind, its file and its digest") {
  const Desk desk;
  const Portfolio told = desk.told();
  REQUIRE_FALSE(told.exhibits.empty());
  CHECK(told.exhibits[0].number == "1");
  CHECK(told.exhibits[0].file == "evidence/2026-7kq3h2xd/rota.pdf");
  CHECK(told.exhibits[0].about.starts_with("Product of the work, or a part of it"));
  CHECK(told.exhibits[0].digest == "SHA-256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
}

TEST_CASE("The same records give the same bytes") {
  const Desk desk;
  Diagnostics findings;
  const auto once = desk.pdf(findings);
  REQUIRE(once);
  CHECK(once->starts_with("%PDF-"));
  CHECK(desk.pdf(findings) == once);
  CHECK(findings.empty());
}

TEST_CASE("Without a documentation there is no portfolio") {
  const Desk desk("documentation:");
  Diagnostics findings;
  CHECK(error_of([&] { static_cast<void>(desk.pdf(findings)); }).finding().message ==
        "nothing is documented in 2026-7kq3h2xd yet");
}

TEST_CASE("A character that no font has is told at the documentation") {
  const Desk desk;
  desk.write(desk.found.path,
             test::replaced(test::source_text("tests/rules/lever-up/case.yaml"), "title: The harvest day", "title: 😀"));
  Diagnostics findings;
  CHECK_FALSE(desk.pdf(findings));
  REQUIRE(findings.has_errors());
  CHECK(findings.items()[0].rule == "page.printable");
  CHECK(findings.items()[0].where.path == desk.found.path);
}

}  // namespace
}  // namespace guerdon
