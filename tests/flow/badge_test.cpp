#include "flow/badge.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "base/sha256.h"
#include "document/picture.h"
#include "flow/validation_path.h"

namespace guerdon {
namespace {

using test::error_of;

struct Register : test::ValidationPath {
  [[nodiscard]] BadgeIssuing issue(BadgeOptions options, std::uint64_t seed = 1) const {
    options.language = "en";
    options.today = test::today;
    if (options.on == Date{}) options.on = test::today;
    return issue_badges(root, workspace(), test::english(), options, test::press_room(), test::counted_random(seed));
  }
  [[nodiscard]] BadgeIssuing issue(const std::string& practitioner, std::uint64_t seed = 1) const {
    BadgeOptions options;
    options.practitioner = practitioner;
    return issue(options, seed);
  }
  /// Replaces words in the file of an assessor or of her centre.
  void edit(const std::string& file, const std::string& what, const std::string& with) const {
    write(file, test::replaced(test::source_text("tests/rules/lever-up/" + file), what, with));
  }
};

std::string messages(const BadgeIssuing& issuing) {
  std::string out;
  for (const Diagnostic& finding : issuing.findings.items())
    out += finding.rule + ": " + finding.message + '\n';
  return out;
}

TEST_CASE("A badge becomes facts that name no case, and a PDF") {
  const Register path;
  const BadgeIssuing out = path.issue("marco-riva");
  REQUIRE(messages(out).empty());
  REQUIRE(out.results.size() == 1);
  CHECK(out.results[0].role == "assessor");
  CHECK(out.results[0].outcome == IssueOutcome::issued);
  const auto files = path.files();
  CHECK(files.at(out.results[0].pdf_path).starts_with("%PDF-"));
  Diagnostics findings;
  const World world = load_world(path.root, test::today, {}, findings);
  REQUIRE(world.issued.contains(""));
  const Certificate& stated = world.issued.find("")->second.certificate;
  REQUIRE(stated.badge);
  CHECK(stated.badge->practitioner.name == "Marco Riva");
  CHECK(stated.badge->from == *Date::parse("2024-12-01"));
  CHECK(stated.badge->hours == 22);
  CHECK(stated.badge->modules == 5);
  CHECK(stated.badge->days == 2);
  CHECK(stated.organisations[0].id == "csv-torino");
}

TEST_CASE("A badge bears the logo of its centre, which is kept in the workspace") {
  const Register path;
  const std::string centre = "organisations/csv-torino.yaml";
  path.write(centre, path.read(centre) + "logo: mark.png\n");
  path.write("organisations/mark.png", sample::picture_file("mark.png"));
  const BadgeIssuing out = path.issue("marco-riva");
  REQUIRE(messages(out).empty());
  CHECK(path.files().contains("images/" + sha256(sample::picture_file("mark.png")) + ".png"));
}

TEST_CASE("A badge is certified once") {
  const Register path;
  const std::string id = path.issue("marco-riva").results[0].id.text;
  const auto before = path.files();
  const BadgeIssuing again = path.issue("marco-riva");
  CHECK(again.results[0].outcome == IssueOutcome::already);
  CHECK(again.results[0].id.text == id);
  CHECK(path.files() == before);
}

TEST_CASE("A badge whose PDF is missing gets it again, and no new facts") {
  const Register path;
  const BadgeResult first = path.issue("marco-riva").results[0];
  const auto before = path.files();
  std::filesystem::remove(path.root.resolve(first.pdf_path));
  const BadgeIssuing again = path.issue("marco-riva");
  CHECK(again.results[0].outcome == IssueOutcome::finished);
  CHECK(path.files() == before);
}

TEST_CASE("A badge whose certificate was revoked may be certified anew") {
  const Register path;
  const std::string id = path.issue("marco-riva").results[0].id.text;
  path.write("events/" + id + "-1.yaml", "format: event/1\ncertificate: " + id +
                                             "\nevent: revoked\non: " + test::today.to_string() +
                                             "\nby: [elena-ferro, marco-riva]\nreason: error\n");
  const BadgeIssuing again = path.issue("marco-riva", 2);
  CHECK(again.results[0].outcome == IssueOutcome::issued);
  CHECK(again.results[0].id.text != id);
}

TEST_CASE("A dry run writes nothing") {
  const Register path;
  const auto before = path.files();
  BadgeOptions options;
  options.practitioner = "marco-riva";
  options.dry_run = true;
  CHECK(path.issue(options).results[0].outcome == IssueOutcome::planned);
  CHECK(path.files() == before);
}

TEST_CASE("A badge that rests on too short a training is refused at its place") {
  const Register path;
  path.edit("practitioners/marco-riva.yaml", "hours: 22", "hours: 12");
  const BadgeIssuing out = path.issue("marco-riva");
  CHECK(messages(out) ==
        "training.complete: the assessor's badge rests on a training of 12 hours, at least 20 are needed\n");
  CHECK(out.results[0].outcome == IssueOutcome::refused);
  CHECK(out.findings.items()[0].where.path == "practitioners/marco-riva.yaml");
  CHECK(out.findings.items()[0].where.place.line > 0);
}

TEST_CASE("The day that counts is the badge's: its role must hold on the issue date") {
  const Register path;
  BadgeOptions options;
  options.practitioner = "marco-riva";
  options.roles = {"assessor"};
  options.on = *Date::parse("2024-11-01");
  CHECK(error_of([&] { static_cast<void>(path.issue(options)); }).finding().message ==
        "marco-riva has no assessor's badge on 2024-11-01: it begins on 2024-12-01");
}

TEST_CASE("An unknown practitioner is refused with the nearest") {
  const Register path;
  CHECK(error_of([&] { static_cast<void>(path.issue("marco-rvia")); }).finding().hint == "did you mean `marco-riva`?");
}

TEST_CASE("Whoever signs is of the centre and not the practitioner herself") {
  const Register path;
  BadgeOptions options;
  options.practitioner = "marco-riva";
  options.signer = "luca-bianchi";
  CHECK(messages(path.issue(options)) == "issue.signer: luca-bianchi is not on the staff of csv-torino\n");
  path.write("organisations/csv-torino.yaml",
             "format: organisation/1\norganisation: csv-torino\nname: CSV Torino\nplace: Torino\ncountry: IT\n"
             "roles: [supporting]\ncentre: [{level: local, from: 2024-01-01}]\n"
             "staff: [{id: riva, name: Marco Riva, title: Director, signs: [{from: 2024-01-01}]}]\n");
  CHECK(messages(path.issue("marco-riva")) == "issue.signer: nobody may sign for csv-torino on 2026-08-29\n");
}

}  // namespace
}  // namespace guerdon
