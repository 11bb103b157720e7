#include "base/packed_findings.h"

#include <doctest/doctest.h>

using namespace guerdon;

TEST_CASE("findings come out as they were packed, and none out of less") {
  Diagnostics findings;
  findings.error("case.dates", {"cases/2026/a.yaml", {3, 5, 10}}, "the end is before the beginning", "mend it\nor not");
  findings.warning("privacy.leak", {"guerdon.yaml", {}}, "a name", "");
  findings.add({Severity::note, "yaml", {"x", {1, 1, 1}}, "noted", ""});
  Packed out;
  add(out, findings);
  Unpacked in(out.bytes());
  const Diagnostics back = findings_from(in);
  CHECK(in.at_end());
  REQUIRE(back.items().size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    const Diagnostic& a = findings.items()[i];
    const Diagnostic& b = back.items()[i];
    CHECK(a.severity == b.severity);
    CHECK(a.rule == b.rule);
    CHECK(a.where == b.where);
    CHECK(a.message == b.message);
    CHECK(a.hint == b.hint);
  }
  Unpacked part(std::string_view(out.bytes()).substr(0, out.bytes().size() - 3));
  CHECK(findings_from(part).empty());
}
