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

TEST_CASE("a command leaves a placeholder where no coordinator is known") {
  Sample sample;
  sample.record.placements[0].coordinator.reset();
  CHECK(step_command(sample.record, "validate") ==
        "guerdon validate 2026-7kq3h2xd --by ID --agree all --volunteer present");
}

TEST_CASE("a command without flags of its own names the case alone") {
  CHECK(step_command(Sample().record, "issue") == "guerdon issue 2026-7kq3h2xd");
}

TEST_CASE("the statement asks for its three parts") {
  CHECK(step_command(Sample().record, "statement") ==
        "guerdon statement 2026-7kq3h2xd --field TEXT --professional ID --text TEXT");
}
