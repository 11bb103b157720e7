#include "process/step_command.h"

#include <doctest/doctest.h>

#include "process/sample.h"

using namespace guerdon;
using guerdon::test::Sample;

TEST_CASE("a command asks for the coordinators of all placements, each once") {
  Sample sample;
  Placement second = sample.record.placements[0];
  sample.record.placements.push_back(second);
  second.coordinator->value = "eleni-papadaki";
  sample.record.placements.push_back(second);
  CHECK(step_command(sample.record, "validate") ==
        "guerdon validate 2026-7kq3h2xd --by luca-bianchi --by eleni-papadaki --agree all --volunteer present");
}

TEST_CASE("nobody of a host to whom she never came is asked") {
  Sample sample;
  Placement& never = sample.record.placements.emplace_back(sample.record.placements[0]);
  never.coordinator->value = "eleni-papadaki";
  never.from.value = never.to.value;
  Change ended;
  ended.kind.value = ChangeKind::ended;
  ended.to = Located<Date>{never.from.value.plus_days(-1), {}};
  sample.record.changes.push_back(ended);
  std::swap(sample.record.placements[0], sample.record.placements[1]);
  CHECK(step_command(sample.record, "validate") ==
        "guerdon validate 2026-7kq3h2xd --by luca-bianchi --agree all --volunteer present");
  CHECK(step_command(sample.record, "set-objectives") ==
        "guerdon set-objectives 2026-7kq3h2xd --with luca-bianchi --aim SKILL=TEXT");
  sample.record.participation->confirmed.clear();
  CHECK(step_command(sample.record, "participation") ==
        "guerdon participation 2026-7kq3h2xd --confirm --by luca-bianchi");
}

TEST_CASE("a command leaves a placeholder where no coordinator is known") {
  Sample sample;
  sample.record.placements[0].coordinator.reset();
  CHECK(step_command(sample.record, "validate") ==
        "guerdon validate 2026-7kq3h2xd --by ID --agree all --volunteer present");
}

TEST_CASE("a command without flags of its own names the case alone") {
  CHECK(step_command(Sample().record, "issue") == "guerdon issue 2026-7kq3h2xd");
}

TEST_CASE("a step of a validation path names the tutor who accompanied it") {
  Sample sample(guerdon::test::lever_up_files(), guerdon::test::lever_up());
  sample.record.looking_ahead.reset();
  CHECK(step_command(sample.record, "step quality") ==
        "guerdon step quality 2026-7kq3h2xd --replace --by giulia-neri --met all");
  sample.record.quality.reset();
  sample.record.awareness.reset();
  CHECK(step_command(sample.record, "step awareness") == "guerdon step awareness 2026-7kq3h2xd --with giulia-neri");
  sample.record.identification.reset();
  CHECK(step_command(sample.record, "step quality") == "guerdon step quality 2026-7kq3h2xd --by ID --met all");
}

TEST_CASE("what holds reasons or stories comes from a file") {
  Sample sample(guerdon::test::lever_up_files(), guerdon::test::lever_up());
  CHECK(step_command(sample.record, "step documentation") ==
        "guerdon step documentation 2026-7kq3h2xd --replace --from FILE");
  sample.record.identification.reset();
  CHECK(step_command(sample.record, "step identification") ==
        "guerdon step identification 2026-7kq3h2xd --template >answer.yaml");
  CHECK(step_command(sample.record, "assess") == "guerdon assess 2026-7kq3h2xd --template >answer.yaml");
}

TEST_CASE("evidence is asked for what a story tells and nothing shows") {
  Sample sample(guerdon::test::lever_up_files(), guerdon::test::lever_up());
  sample.record.documentation->evidence.clear();
  CHECK(step_command(sample.record, "evidence") ==
        "guerdon evidence 2026-7kq3h2xd FILE --kind KIND --title TEXT --competence teamwork");
}

TEST_CASE("a section is recorded by its command, or by hand where the scheme names none") {
  const Sample sample(guerdon::test::lever_up_files(), guerdon::test::lever_up());
  CHECK(way_to_record(sample.record, sample.scheme(), "exit") == "guerdon exit 2026-7kq3h2xd --after SECTION");
  CHECK(way_to_record(sample.record, sample.scheme(), "enrolment") == "record it under `enrolment:`");
}

TEST_CASE("the statement asks for its three parts") {
  CHECK(step_command(Sample().record, "statement") ==
        "guerdon statement 2026-7kq3h2xd --field TEXT --professional ID --text TEXT");
}
