#include "flow/replace.h"

#include <doctest/doctest.h>

#include "flow/sample.h"

namespace guerdon {
namespace {

using test::error_of;
using test::Office;
using test::replaced;
using test::today;

/// A case with a certificate that is wrong.
struct Wrong {
  Office office;
  FoundCase found = office.add_case();
  ReplaceOptions options;

  explicit Wrong(const std::vector<std::string>& kinds = {"participation"}) {
    IssueOptions issuing;
    issuing.cases = {found};
    issuing.kinds = kinds;
    options.certificate = office.issue(issuing).results.front().id.text;
    options.reason = "corrected-facts";
    options.by = {"luca-bianchi"};
    options.today = options.on = today;
    office.write(found.path, replaced(office.read(found.path), "hours: 640", "hours: 460"));
  }
  [[nodiscard]] Replacing replace(std::uint64_t seed = 5) const {
    const LocaleOf locale_of = [](const std::string& language) -> const Locale& { return test::locale_of(language); };
    return guerdon::replace(office.root, office.workspace(), locale_of, options, test::press_room(),
                            test::counted_random(seed));
  }
  [[nodiscard]] Certificate facts(const CertificateId& id) const {
    Diagnostics findings;
    return load_certificate(office.root, "certificates/2026/" + id.text + ".json", nullptr, findings)
        .value()
        .certificate;
  }
};

TEST_CASE("A replacement is a new certificate of the same award, and an event names both") {
  Wrong wrong;
  wrong.options.because = "the hours were another volunteer's";
  const std::string old_file = "certificates/2026/" + wrong.options.certificate + ".json";
  const std::string before = wrong.office.read(old_file);
  const Certificate old = wrong.facts(CertificateId::parse(wrong.options.certificate).value());
  const Replacing out = wrong.replace();
  REQUIRE(out.outcome == IssueOutcome::issued);
  const Certificate made = wrong.facts(out.by);
  CHECK(made.id != old.id);
  CHECK(made.award == old.award);
  CHECK(made.replaces == old.id);
  CHECK(made.hours == 460);
  CHECK(wrong.office.read(old_file) == before);
  CHECK(wrong.office.read(out.event_path) ==
        "format: event/1\ncertificate: " + old.id.text +
            "\nevent: replaced\non: 2026-08-29\nby: [luca-bianchi]\nreason: corrected-facts\nbecause: the hours were "
            "another volunteer's\nreplaced-by: " +
            made.id.text + "\n");
}

TEST_CASE("A certificate is replaced once; the one that stands in may be replaced again") {
  Wrong wrong;
  const Replacing first = wrong.replace();
  const Error again = error_of([&] { static_cast<void>(wrong.replace(6)); });
  CHECK(again.failure() == Failure::refused);
  CHECK(again.finding().hint == "replace that one: guerdon replace " + first.by.text);
  wrong.options.certificate = first.by.text;
  const Replacing second = wrong.replace(7);
  CHECK(second.outcome == IssueOutcome::issued);
  CHECK(wrong.facts(second.by).replaces == first.by);
}

TEST_CASE("A replacement that broke off before its event gets the event, and no third certificate") {
  Wrong wrong;
  const Replacing first = wrong.replace();
  std::filesystem::remove(wrong.office.root.resolve(first.event_path));
  const Replacing again = wrong.replace(6);
  CHECK(again.outcome == IssueOutcome::finished);
  CHECK(again.by == first.by);
  CHECK(again.event_path == first.event_path);
  CHECK(wrong.office.read(again.event_path).find("replaced-by: " + first.by.text) != std::string::npos);
}

TEST_CASE("Certificates that print the number of the replaced one are told") {
  Wrong wrong({"soft-skills", "participation", "statement"});
  Diagnostics findings;
  std::string soft_skills;
  std::string statement;
  for (const auto& [id, issued] : wrong.office.world(findings).issued) {
    if (issued.certificate.kind == "soft-skills") soft_skills = issued.certificate.id.text;
    if (issued.certificate.kind == "statement") statement = issued.certificate.id.text;
  }
  wrong.options.certificate = soft_skills;
  CHECK(wrong.replace().named == std::vector<std::string>{statement});
}

TEST_CASE("What a gate refuses is not replaced, and nothing is written") {
  Wrong wrong;
  wrong.office.write(wrong.found.path, replaced(wrong.office.read(wrong.found.path), "hours: 460",
                                                "hours: 460\n    "
                                                "nonsense: 1"));
  const auto before = wrong.office.files();
  const Replacing out = wrong.replace();
  CHECK(out.outcome == IssueOutcome::refused);
  CHECK(out.by.text.empty());
  CHECK(out.findings.has_errors());
  CHECK(wrong.office.files() == before);
}

TEST_CASE("A dry run writes nothing; nobody and no certificate are refused") {
  Wrong wrong;
  const auto before = wrong.office.files();
  wrong.options.dry_run = true;
  CHECK(wrong.replace().outcome == IssueOutcome::planned);
  CHECK(wrong.office.files() == before);
  wrong.options.by = {"nobody"};
  CHECK(error_of([&] { static_cast<void>(wrong.replace()); }).failure() == Failure::refused);
  wrong.options.certificate = "8VVG-PXYB-XDH4-EJYG";
  CHECK(error_of([&] { static_cast<void>(wrong.replace()); }).failure() == Failure::usage);
}

}  // namespace
}  // namespace guerdon
