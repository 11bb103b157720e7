#include "flow/check_events.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>

#include "flow/check.h"
#include "flow/sample.h"

namespace guerdon {
namespace {

using test::Office;
using test::replaced;

/// The office with one volunteer's participation certificate, issued on `today`, and events of it.
struct Desk : Office {
  std::string id;
  std::string facts;

  Desk() {
    IssueOptions options;
    options.cases = {add_case()};
    options.kinds = {"participation"};
    const Issuing issuing = Office::issue(options);
    id = issuing.results.at(0).id.text;
    facts = fmt::format("certificates/2026/{}.json", id);
  }

  [[nodiscard]] std::string path(int number) const { return fmt::format("events/{}-{}.yaml", id, number); }

  void add(int number, const std::string& event, const std::string& on, const std::string& more = {}) const {
    write(path(number),
          fmt::format(
              "format: event/1\ncertificate: {}\nevent: {}\non: {}\nby: [luca-bianchi, anna-verdi]\nreason: error\n{}",
              id, event, on, more));
  }

  void remove(const std::string& name) const { std::filesystem::remove(Folder::path() / name); }

  /// What check finds four months after the issue, without the paths of events.
  [[nodiscard]] std::string found() const {
    std::string out;
    const Checked checked = check(root, {.today = *Date::parse("2026-12-31")}, test::importer());
    for (const Diagnostic& d : checked.findings.items())
      out += fmt::format("{} {}: {} [{}]\n", d.where.path.substr(d.where.path.rfind('-') + 1), d.where.place.line,
                         d.message, d.rule);
    return out;
  }
};

}  // namespace

TEST_CASE("A certificate may be suspended, reinstated and revoked") {
  const Desk office;
  office.add(1, "suspended", "2026-09-01", "until: 2026-09-30\nheard: 2026-09-01\n");
  office.add(2, "reinstated", "2026-09-20");
  office.add(3, "revoked", "2026-10-01");
  CHECK(office.found().empty());
}

TEST_CASE("Nothing but an erasure follows a revocation, and nothing that") {
  const Desk office;
  office.add(1, "revoked", "2026-10-01");
  office.add(2, "reinstated", "2026-10-02");
  CHECK(office.found() ==
        fmt::format("2.yaml 3: {} was revoked on 2026-10-01, which is for good [case.dates]\n", office.id));
  office.add(2, "erased", "2026-10-02", "digest: " + std::string(64, 'a') + '\n');
  office.add(3, "suspended", "2026-10-03");
  office.remove(office.facts);
  CHECK(office.found() ==
        fmt::format("3.yaml 3: {} was erased on 2026-10-02, which is for good [case.dates]\n", office.id));
}

TEST_CASE("Only what is suspended is reinstated") {
  const Desk office;
  office.add(1, "reinstated", "2026-10-01");
  CHECK(office.found() == fmt::format("1.yaml 3: {} was not suspended on 2026-10-01 [case.dates]\n", office.id));
}

TEST_CASE("The days of events are not before the issue, nor after today, nor before the event that precedes them") {
  const Desk office;
  office.add(1, "suspended", "2026-08-28");
  office.add(2, "suspended", "2027-01-01");
  office.add(3, "reinstated", "2026-09-01");
  CHECK(office.found() ==
        "1.yaml 4: the event of 2026-08-28 is before the certificate was issued, on 2026-08-29 [case.dates]\n"
        "2.yaml 4: the event of 2027-01-01 is after today, 2026-12-31 [case.dates]\n"
        "3.yaml 4: the event of 2026-09-01 stands behind that of 2027-01-01 [case.dates]\n");
}

TEST_CASE("The holder is heard before the decision, and a suspension ends after it") {
  const Desk office;
  office.add(1, "suspended", "2026-12-10", "heard: 2026-12-11\nuntil: 2026-12-09\n");
  CHECK(office.found() ==
        fmt::format("1.yaml 7: the holder was heard on 2026-12-11, after the decision of 2026-12-10 [case.dates]\n"
                    "1.yaml 8: the suspension ends on 2026-12-09, before it begins on 2026-12-10 [case.dates]\n"
                    "1.yaml 8: the suspension of {} ended on 2026-12-09, and nobody has decided [case.dates]\n",
                    office.id));
}

TEST_CASE("A suspension whose last day has passed waits for a decision, which is a warning") {
  const Desk office;
  office.add(1, "suspended", "2026-10-01", "until: 2026-12-30\n");
  CHECK(office.found() ==
        fmt::format("1.yaml 7: the suspension of {} ended on 2026-12-30, and nobody has decided [case.dates]\n",
                    office.id));
  CHECK_FALSE(check(office.root, {.today = *Date::parse("2026-12-31")}, test::importer()).findings.has_errors());
  office.write(office.path(1), replaced(office.read(office.path(1)), "2026-12-30", "2026-12-31"));
  CHECK(office.found().empty());
}

TEST_CASE("Events are numbered from 1 without gaps, though one may not be readable") {
  const Desk office;
  office.add(2, "suspended", "2026-09-01");
  office.add(3, "reinstated", "2026-09-02");
  CHECK(office.found() ==
        fmt::format("2.yaml 0: event 2 of {} stands here, event 1 is missing [case.ids]\n", office.id));
  office.write(office.path(1), "format: event/1\n");
  CHECK(office.found().find("missing") == std::string::npos);
}

TEST_CASE("Ten events stand in the order of their numbers") {
  const Desk office;
  for (int number = 1; number <= 10; ++number)
    office.add(number, number % 2 == 1 ? "suspended" : "reinstated", fmt::format("2026-10-{:02}", number));
  CHECK(office.found().empty());
}

TEST_CASE("A file of events is named after its certificate") {
  const Desk office;
  office.add(1, "suspended", "2026-09-01");
  office.write("events/8VVG-PXYB-XDH4-EJYG-1.yaml", office.read(office.path(1)));
  office.write("events/letter.yaml", office.read(office.path(1)));
  office.write("events/8VVG-PXYB-XDH4-EJYG-02.yaml", office.read(office.path(1)));
  const std::string found = office.found();
  CHECK(found.find("1.yaml 2: the file is named after 8VVG-PXYB-XDH4-EJYG, its event is of " + office.id) !=
        std::string::npos);
  CHECK(found.find("events/letter.yaml 0: the file is not named as an event is [case.ids]") != std::string::npos);
  CHECK(found.find("02.yaml 0: the file is not named as an event is [case.ids]") != std::string::npos);
}

TEST_CASE("Who decides is staff or a practitioner") {
  const Desk office;
  office.add(1, "suspended", "2026-09-01");
  office.write(office.path(1), replaced(office.read(office.path(1)), "anna-verdi", "nobody"));
  CHECK(office.found() == "1.yaml 5: no member of staff and no practitioner `nobody` [case.ids]\n");
}

TEST_CASE("An event is of a certificate that is here, or of which the digest is") {
  const Desk office;
  office.add(1, "suspended", "2026-09-01");
  office.remove(office.facts);
  CHECK(office.found() == fmt::format("1.yaml 2: no certificate {} [case.ids]\n", office.id));
  office.write(fmt::format("certificates/2026/{}.sha256", office.id), "0\n");
  CHECK(office.found().empty());
}

TEST_CASE("What replaces a certificate is here and says so") {
  const Desk office;
  office.add(1, "replaced", "2026-09-01", "replaced-by: 8VVG-PXYB-XDH4-EJYG\n");
  CHECK(office.found() == "1.yaml 7: no certificate 8VVG-PXYB-XDH4-EJYG [case.ids]\n");
  const std::string other = "certificates/2026/8VVG-PXYB-XDH4-EJYG.json";
  const std::string copy =
      replaced(office.read(office.facts), fmt::format("\"id\":\"{}\"", office.id), "\"id\":\"8VVG-PXYB-XDH4-EJYG\"");
  office.write(other, test::digested(copy));
  CHECK(office.found() ==
        fmt::format("1.yaml 7: certificate 8VVG-PXYB-XDH4-EJYG does not say that it replaces {} [case.ids]\n",
                    office.id));
  office.write(
      other, test::digested(replaced(copy, "\"scheme\":", fmt::format("\"replaces\":\"{}\",\"scheme\":", office.id))));
  CHECK(office.found().empty());
}

TEST_CASE("An erased certificate is missed no more, nor is the person of its case") {
  const Desk office;
  const std::string facts = office.read(office.facts);
  const std::string digest = facts.substr(facts.find("\"digest\":\"") + 10, 64);
  office.add(1, "erased", "2026-09-01", "digest: " + digest + "\ncase: 2026-7kq3h2xd\n");
  CHECK(office.found() ==
        fmt::format("1.yaml 3: {} is erased, but {} is still here [case.ids]\n", office.id, office.facts));
  office.remove(office.facts);
  office.remove("people/p-8h2m4c9w.yaml");
  CHECK(office.found().empty());
  office.remove(office.path(1));
  CHECK(office.found().find("no person `p-8h2m4c9w` [case.ids]") != std::string::npos);
}

TEST_CASE("A tombstone whose digest is not that of the facts is refused while they are here") {
  const Desk office;
  office.add(1, "erased", "2026-09-01", "digest: " + std::string(64, 'a') + '\n');
  CHECK(office.found().find("1.yaml 7: this is not the digest of " + office.facts) != std::string::npos);
}

}  // namespace guerdon
