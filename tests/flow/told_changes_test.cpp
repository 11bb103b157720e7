#include "flow/told_changes.h"

#include <doctest/doctest.h>

namespace guerdon {
namespace {

const std::string case_path = "cases/2026/2026-7kq3h2xd.yaml";
const std::string person_path = "people/p-8h2m4c9w.yaml";

std::string told(const std::vector<FileChange>& files) {
  std::string out;
  for (const ToldChange& one : told_changes(files, {{"team-work", "Team work"}}))
    out += (one.what.empty() ? "" : one.what + ": ") + one.words + '\n';
  return out;
}

TEST_CASE("a new case is told by what was recorded, not by its head") {
  CHECK(told({{case_path, std::nullopt,
               "format: case/1\ncase: 2026-7kq3h2xd\nscheme: glore-1\nperson: p-8h2m4c9w\nenrolment: {on: "
               "2026-02-10}\n"}}) == "enrolment: enrolled (10 February 2026)\n");
  CHECK(told({{case_path, std::nullopt, "# nothing\n"}}) == "the record was made\n");
}

TEST_CASE("parts of a section that are filled one after the other are told each") {
  CHECK(told({{case_path, "x: 1\n",
               "x: 1\nparticipation:\n  stated: {on: 2026-08-20, tasks: [Dug]}\n  confirmed:\n"
               "    - {on: 2026-08-21, by: luca}\n    - {on: 2026-08-22, by: marta}\n"}}) ==
        "participation.stated: participation stated (20 August 2026)\n"
        "participation.confirmed.2026-08-21: participation confirmed by luca (21 August 2026)\n"
        "participation.confirmed.2026-08-22: participation confirmed by marta (22 August 2026)\n");
}

TEST_CASE("comments and layout alone are said to be that; the same bytes are nothing") {
  CHECK(told({{case_path, "a: 1\n", "# why\na:   1\n"}}) == "comments or layout changed\n");
  CHECK(told({{case_path, "a: 1\n", "a: 1\n"}}).empty());
  CHECK(told({{case_path, std::nullopt, std::nullopt}}).empty());
}

TEST_CASE("a record that cannot be read, or is gone, is said to be so") {
  CHECK(told({{case_path, "a: 1\n", "a: [\n"}}) == "the record cannot be read\n");
  CHECK(told({{case_path, "a: [\n", "a: 1\n"}}) == "the record can be read again\n");
  CHECK(told({{case_path, "a: 1\n", std::nullopt}}) == "the record was removed\n");
  CHECK(told({{case_path, "a: 1\n", "just words\n"}}) == "a: a 1: removed\n");
}

TEST_CASE("a case that moved is compared with what it was") {
  CHECK(told({{"cases/2025/2026-7kq3h2xd.yaml", "a: 1\n", std::nullopt}, {case_path, std::nullopt, "a: 2\n"}}) ==
        "moved from cases/2025/2026-7kq3h2xd.yaml\na: a 1 → 2\n");
  CHECK(told({{"cases/2025/2026-7kq3h2xd.yaml", "a: 1\n", std::nullopt}, {case_path, std::nullopt, "a: 1\n"}}) ==
        "moved from cases/2025/2026-7kq3h2xd.yaml\n");
}

TEST_CASE("of a person only what changed is told, never a name") {
  CHECK(told({{person_path, "name: Sara Conti\nformer-names: []\n",
               "name: Marco Conti\nformer-names:\n  - {name: Sara Conti, until: 2026-05-01}\n"}}) ==
        "name: the volunteer's name changed\nformer-names: the volunteer's former names changed\n");
  CHECK(told({{person_path, std::nullopt, "name: Sara Conti\n"}}) == "the volunteer's record was made\n");
  CHECK(told({{person_path, "name: Sara Conti\n", std::nullopt}}) == "the volunteer's record was removed\n");
  CHECK(told({{person_path, "name: a\n", "name: a # b\n"}}) == "comments or layout changed\n");
  CHECK(told({{person_path, "name: a\n", "name: [\n"}}) == "the volunteer's record changed\n");
}

TEST_CASE("certificates and what became of them") {
  const std::string facts = "certificates/2026/8VVG-PXYB-XDH4-EJYG.json";
  CHECK(told({{facts, std::nullopt, R"({"kind":"soft-skills","language":"it"})"}}) ==
        "certificate 8VVG-PXYB-XDH4-EJYG issued (soft-skills, it)\n");
  CHECK(told({{facts, std::nullopt, "{"}}) == "certificate 8VVG-PXYB-XDH4-EJYG issued\n");
  CHECK(told({{facts, "{}", R"({"a":1})"}}) == "certificate 8VVG-PXYB-XDH4-EJYG was edited\n");
  CHECK(told({{facts, "{}", std::nullopt}}) == "certificate 8VVG-PXYB-XDH4-EJYG was removed\n");
  const std::string event = "events/8VVG-PXYB-XDH4-EJYG-1.yaml";
  CHECK(told({{event, std::nullopt,
               "event: replaced\non: 2026-09-01\nreplaced-by: 7KQ3-HX2M-9DPA-4TZB\nbecause: x\n"}}) ==
        "certificate 8VVG-PXYB-XDH4-EJYG replaced by 7KQ3-HX2M-9DPA-4TZB (1 September 2026)\n");
  CHECK(told({{event, "event: revoked\n", "event: suspended\n"}}) ==
        "event 1 of certificate 8VVG-PXYB-XDH4-EJYG changed\n");
  CHECK(told({{event, "event: revoked\n", std::nullopt}}) ==
        "event 1 of certificate 8VVG-PXYB-XDH4-EJYG was removed\n");
}

}  // namespace
}  // namespace guerdon
