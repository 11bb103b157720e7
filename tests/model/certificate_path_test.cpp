#include "model/certificate_path.h"

#include <doctest/doctest.h>

using namespace guerdon;

namespace {

std::string first_finding(const std::string& text) {
  JsonFault fault;
  const auto json = parse_json(text, fault);
  REQUIRE(json);
  const std::string path = "facts.json";
  Diagnostics findings;
  Certificate certificate;
  {
    Members members(*json, "", path, findings);
    read_path(members, path, findings, certificate);
  }
  return findings.empty() ? "" : findings.items().front().message;
}

}  // namespace

TEST_CASE("a certificate without a path adds no member") {
  Json facts = Json(Json::Object{});
  add_path({}, facts);
  CHECK(facts.as_object()->empty());
  add_result({}, facts);
  CHECK(facts.as_object()->empty());
}

TEST_CASE("an assessment without its parts has no member for them") {
  Certificate certificate;
  certificate.assessment.emplace();
  certificate.assessment->on = *Date::parse("2026-06-03");
  certificate.assessment->kind = "first";
  Json facts = Json(Json::Object{});
  add_path(certificate, facts);
  CHECK(canonical_json(facts) == R"({"assessment":{"kind":"first","on":"2026-06-03"}})");
}

TEST_CASE("what is wrong in the facts of the path is named by its place") {
  CHECK(first_finding(R"({"assessment": {"on": "2026-06-03"}})") == "`assessment` has no `kind`");
  CHECK(first_finding(R"({"assessment": {"on": "2026-06-03", "kind": "first", "interview": {"on": "2026-06-03"}}})") ==
        "`assessment.interview` has no `mode`");
  CHECK(first_finding(R"({"assessment": {"on": "2026-06-03", "kind": "first", "assessors": [{"id": "a"}]}})") ==
        "`assessment.assessors` has no `name`");
  CHECK(first_finding(R"({"quality": {"on": "2026-06-03", "by": 1}})") == "`quality.by` is no object");
  CHECK(first_finding(R"({"plan": [{"step": "Leads"}]})") == "`plan` has no `competence`");
}
