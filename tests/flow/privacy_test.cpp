#include <doctest/doctest.h>
#include <fmt/format.h>

#include "flow/sample.h"

namespace guerdon {
namespace {

using test::Office;
using test::output_of;
using test::replaced;

/// A case in which every private field holds a word of its own; what may be printed does not.
const std::string case_text = R"(format: case/1
case: 2026-7kq3h2xd
scheme: glore-1
person: p-8h2m4c9w
# xqprivate-comment
enrolment:
  on: 2026-02-10
  introduced: 2026-02-10
placement:
  - organisation: orto-sociale
    role: hosting
    project: Community garden
    country: "IT"
    from: 2026-03-02
    to: 2026-08-28
    hours: 640
    coordinator: luca-bianchi
changes:
  - on: 2026-04-20
    kind: absent
    from: 2026-04-01
    to: 2026-04-10
    reason: xqprivate-changereason
objectives:
  - on: 2026-03-05
    with: [luca-bianchi]
    skills:
      - skill: team-work
        aim: xqprivate-aim
midterm:
  on: 2026-05-30
  by: [luca-bianchi]
  skills:
    - skill: team-work
      level: 3
      note: xqprivate-note
evaluation:
  sent: 2026-08-10
participation:
  stated:
    on: 2026-08-27
    tasks:
      - Ran the planting day
  confirmed:
    - on: 2026-08-28
      by: luca-bianchi
self-assessment:
  on: 2026-08-20
  skills:
    - skill: team-work
      level: 4
      reason: xqprivate-reasona
    - skill: flexibility
      level: 4
      reason: xqprivate-reasonb
    - skill: responsibility
      level: 5
      reason: xqprivate-reasonc
    - skill: empathy
      level: 3
      reason: xqprivate-reasond
    - skill: conflict-management
      level: 3
      reason: xqprivate-reasone
    - skill: stress-management
      level: 3
      reason: xqprivate-reasonf
validation:
  on: 2026-08-25
  by: [luca-bianchi]
  volunteer: present
  skills:
    - {skill: team-work, claimed: 4, agreed: 5}
    - {skill: flexibility, claimed: 4, agreed: 4}
    - {skill: responsibility, claimed: 5, agreed: 4}
    - {skill: empathy, claimed: 3, agreed: 3}
    - {skill: conflict-management, claimed: 3, agreed: 3}
    - {skill: stress-management, claimed: 3, left-out: true}
statement:
  on: 2026-08-26
  field: urban gardening
  professional: anna-verdi
  text: The beds were planned and kept well.
waivers:
  - rule: evaluation.returned
    by: luca-bianchi
    on: 2026-08-28
    because: xqprivate-because
)";

const std::string person_text = R"(format: person/1
person: p-8h2m4c9w
name: Zofia Wiśniewska
latin: Xqprivate Latin
print: native
sort: xqprivate-sort
born: 2009-11-23
email: xqprivate-mail@example.org
former-names:
  - name: Xqprivate Former
    until: 2020-01-01
    hidden: true
consents:
  - guardian: Xqprivate Guardian
    on: 2026-01-05
)";

/// What may stand nowhere outside the record. Also the birth date, as it is written and as a page would say it, and a
/// skill on which there was no agreement.
const char* const secrets[] = {"xqprivate",  "Xqprivate", "2009-11-23", "23 November", "November 2009",
                               "2026-04-01", "1 April",   "midterm",    "waive",       "stress-management"};

TEST_CASE("Nothing private reaches the facts or the pages") {
  const Office office;
  const Issuing out = office.issue(office.add_case("2026-7kq3h2xd", "p-8h2m4c9w", case_text, person_text));
  REQUIRE_MESSAGE(test::listed(out) ==
                      "2026-7kq3h2xd participation issued\n"
                      "2026-7kq3h2xd soft-skills issued\n"
                      "2026-7kq3h2xd statement issued\n",
                  test::listed(out.findings));
  std::map<std::string, std::string> outputs;
  for (const IssueResult& result : out.results) {
    const std::string pdf = (office.path() / result.pdf_path).string();
    const std::string plain = (office.path() / "plain.pdf").string();
    outputs[result.document.kind + " facts"] = office.read(replaced(result.pdf_path, ".pdf", ".json"));
    outputs[result.document.kind + " text"] = output_of(fmt::format("pdftotext -layout '{}' -", pdf));
    output_of(fmt::format("qpdf --qdf --object-streams=disable '{}' '{}'", pdf, plain));
    outputs[result.document.kind + " objects"] = office.read("plain.pdf");
    outputs[result.document.kind + " bytes"] = office.read(result.pdf_path);
    CHECK(outputs[result.document.kind + " text"].find("Zofia") != std::string::npos);
  }
  for (const auto& output : outputs) {
    for (const std::string secret : secrets)
      CHECK_MESSAGE(output.second.find(secret) == std::string::npos, output.first << " holds " << secret);
  }
}

TEST_CASE("Neither a name nor anything private stands in a path") {
  const Office office;
  office.issue(office.add_case("2026-7kq3h2xd", "p-8h2m4c9w", case_text, person_text));
  for (const auto& file : office.files()) {
    CAPTURE(file.first);
    CHECK(file.first.find("ofia") == std::string::npos);
    CHECK(file.first.find("qprivate") == std::string::npos);
  }
}

}  // namespace
}  // namespace guerdon
