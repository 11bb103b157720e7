#include "process/recorded.h"

#include <doctest/doctest.h>

#include "process/sample.h"

using namespace guerdon;
using guerdon::test::Sample;

TEST_CASE("every section of the scheme is known, and is recorded only when it is filled") {
  const Sample full;
  const Case empty;
  for (const Section& section : full.scheme().sections) {
    const bool left_empty = section.key == "changes" || section.key == "waivers";
    CHECK_MESSAGE(is_recorded(full.record, section.key) != left_empty, section.key);
    CHECK_MESSAGE(!is_recorded(empty, section.key), section.key);
  }
}

TEST_CASE("changes and waivers are recorded with their first entry") {
  Case record;
  record.changes.emplace_back();
  record.waivers.emplace_back();
  CHECK(is_recorded(record, "changes"));
  CHECK(is_recorded(record, "waivers"));
}

TEST_CASE("a rule without a section is about every case") { CHECK(is_recorded(Case{}, "")); }
