#include "base/diagnostic.h"

#include <doctest/doctest.h>

using namespace guerdon;

TEST_CASE("findings are sorted by path, line, column, then rule") {
  Diagnostics findings;
  findings.error("b.rule", {"b.yaml", {1, 1, 1}}, "5");
  findings.error("b.rule", {"a.yaml", {2, 3, 1}}, "4");
  findings.error("a.rule", {"a.yaml", {2, 3, 1}}, "3");
  findings.warning("z.rule", {"a.yaml", {2, 1, 9}}, "2");
  findings.error("z.rule", {"a.yaml", {1, 9, 1}}, "1");
  findings.sort();
  std::string order;
  for (const Diagnostic& d : findings.items())
    order += d.message;
  CHECK(order == "12345");
}

TEST_CASE("an exact repetition is dropped, a finding of another severity or hint is kept") {
  Diagnostics findings;
  for (int i = 0; i < 2; ++i)
    findings.error("r", {"a", {1, 1, 1}}, "m", "h");
  findings.error("r", {"a", {1, 1, 1}}, "m", "other");
  findings.warning("r", {"a", {1, 1, 1}}, "m", "h");
  findings.sort();
  CHECK(findings.items().size() == 3);
}

TEST_CASE("of each file a hundred findings are kept, and a last one says how many more there are") {
  Diagnostics findings;
  for (std::uint32_t line = 1; line <= 130; ++line) {
    findings.error("r", {"long.yaml", {line, 1, 1}}, "m");
    if (line <= 100) findings.warning("r", {"short.yaml", {line, 1, 1}}, "m");
  }
  findings.sort();
  findings.shorten();
  REQUIRE(findings.items().size() == 201);
  const Diagnostic& last = findings.items()[100];
  CHECK(last.where == Location{"long.yaml", {}});
  CHECK(last.message == "30 more findings in this file");
  CHECK(last.severity == Severity::error);
  CHECK(findings.items()[101].where == Location{"short.yaml", {1, 1, 1}});
}

TEST_CASE("warnings are no errors") {
  Diagnostics findings;
  findings.warning("r", {}, "m");
  CHECK_FALSE(findings.has_errors());
  CHECK(findings.count(Severity::warning) == 1);
  Diagnostics more;
  more.error("r", {}, "m");
  findings.append(more);
  CHECK(findings.has_errors());
}

TEST_CASE("severities have the words that editors know") {
  CHECK(to_string(Severity::error) == "error");
  CHECK(to_string(Severity::warning) == "warning");
  CHECK(to_string(Severity::note) == "note");
}
