#include "model/json_members.h"

#include <doctest/doctest.h>

using namespace guerdon;

namespace {

const std::string path = "facts.json";

/// The findings about `text` that `read` makes, one a line.
template <class Read>
std::string findings_of(const std::string& text, Read read) {
  JsonFault fault;
  const auto json = parse_json(text, fault);
  REQUIRE(json);
  Diagnostics findings;
  {
    Members members(*json, "step", path, findings);
    read(members);
  }
  std::string out;
  for (const Diagnostic& finding : findings.items())
    out += finding.message + '\n';
  return out;
}

}  // namespace

TEST_CASE("a member that nobody asked for is unknown") {
  CHECK(findings_of(R"({"on": "2026-03-05", "off": 1})", [](Members& m) { m.date("on"); }) ==
        "`step` has an unknown member `off`\n");
}

TEST_CASE("a date that may be missing is still a date where it is there") {
  CHECK(findings_of(R"({})", [](Members& m) { CHECK_FALSE(m.optional_date("by")); }).empty());
  CHECK(findings_of(R"({"by": "soon"})", [](Members& m) { m.optional_date("by"); }) == "`step` has no date in `by`\n");
}

TEST_CASE("what stands in a member is called by both names") {
  CHECK(findings_of(R"({})", [](Members& m) { CHECK(m.inside("with") == "step.with"); }).empty());
}
