#include "model/event_read.h"

#include "model/record_file.h"

using namespace guerdon;
using test::findings_of;
using test::replaced;

namespace {

std::string text(int number) {
  return test::record_text("tests/schemas/workspace/events/8VVG-PXYB-XDH4-EJYG-" + std::to_string(number) + ".yaml");
}

Event read(const std::string& from) {
  Diagnostics findings;
  auto event = read_event(test::parsed(from), findings);
  for (const Diagnostic& finding : findings.items())
    FAIL_CHECK(finding.message);
  return *event;
}

}  // namespace

TEST_CASE("a suspension has its days, who decided, a public reason and a private one") {
  const Event event = read(text(1));
  CHECK(event.path == "a.yaml");
  CHECK(event.certificate.value.text == "8VVG-PXYB-XDH4-EJYG");
  CHECK(event.kind.value == EventKind::suspended);
  CHECK(event.kind.place == Place{3, 8, 9});
  CHECK(event.on.value.to_string() == "2026-08-01");
  REQUIRE(event.by.size() == 1);
  CHECK(event.by[0].value == "luca-bianchi");
  CHECK(event.reason.value == "error");
  CHECK(event.because == "The hours may be those of another volunteer.");
  CHECK(event.heard->value.to_string() == "2026-07-30");
  CHECK(event.until->value.to_string() == "2026-08-31");
}

TEST_CASE("a replacement names what stands in, an erasure the digest and the case") {
  CHECK(read(text(2)).replacement->value.text == "CJ23-R4MX-QMME-STBB");
  const Event erased = read(text(3));
  CHECK(erased.kind.value == EventKind::erased);
  CHECK(erased.digest->value.starts_with("9f86d081"));
  CHECK(erased.case_id->value.text == "2026-9b3c5d7f");
}

TEST_CASE("each value of an event of the wrong kind is reported at its place") {
  for (int number = 1; number <= 3; ++number)
    test::check_spoilt_values(text(number), read_event);
  test::check_spoilt_lists(text(1), read_event);
}

TEST_CASE("what does not fit an event is said, each with its place") {
  struct Row {
    int number;
    const char* from;
    const char* to;
    const char* finding;
  };
  const Row table[] = {
      {1, "event: suspended", "event: suspend", "3:8: `suspend` is not one of the words known here"},
      {1, "8VVG-PXYB-XDH4-EJYG", "8vvg-pxyb-xdh4-ejyg", "2:14: the id is not written as certificates have it"},
      {1, "8VVG-PXYB-XDH4-EJYG", "8VVG-PXYB-XDH4-EJYH", "2:14: this is not a certificate's id"},
      {1, "[luca-bianchi]", "[]", "5:5: nobody decided"},
      {1, "[luca-bianchi]", "[luca-bianchi, luca-bianchi]", "5:20: `luca-bianchi` stands twice"},
      {1, "event: suspended", "event: reinstated",
       "10:8: `until` is a key of `event: suspended`, not of `event: reinstated`"},
      {2, "replaced-by: CJ23-R4MX-QMME-STBB\n", "", "1:1: `event: replaced` has no `replaced-by`"},
      {2, "replaced\n", "reinstated\n",
       "7:14: `replaced-by` is a key of `event: replaced`, not of `event: reinstated`"},
      {3, "reason: request", "reason: request\nbecause: She asked",
       "7:10: an erasure says nothing beyond its `reason`"},
      {3, "9f86", "9F86", "7:9: this is not a SHA-256 in lower-case hexadecimal"},
      {3, "case: 2026-9b3c5d7f", "case: 2026-nobody", "8:7: this is not a case's id"},
  };
  for (const Row& row : table) {
    const auto findings = findings_of(replaced(text(row.number), row.from, row.to), read_event);
    CAPTURE(row.finding);
    REQUIRE(findings.size() == 1);
    CHECK(findings.front() == row.finding);
  }
}

TEST_CASE("two decide on a revocation") {
  const std::string revoked =
      replaced(replaced(text(2), "replaced\n", "revoked\n"), "replaced-by: CJ23-R4MX-QMME-STBB\n", "");
  CHECK(findings_of(revoked, read_event).empty());
  const auto findings = findings_of(replaced(revoked, "[luca-bianchi, marco-riva]", "[marco-riva]"), read_event);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front() == "5:5: two decide on a revocation, not 1");
}
