#include "process/certificates.h"

#include <doctest/doctest.h>

#include "process/sample.h"

using namespace guerdon;
using guerdon::test::Sample;

namespace {

/// The base case with one participation certificate, asked by a rule without a setting.
struct Asked {
  Sample sample;
  RuleSetting setting;
  Diagnostics findings;

  Asked() {
    sample.world.issued.emplace(sample.record.id.value.text, Issued{"a.json", sample.certificate("participation")});
  }
  Inquiry inquiry(const IssueRequest* request = nullptr) {
    return {sample.record, sample.scheme(), sample.world, setting, request, findings};
  }
};

}  // namespace

TEST_CASE("certificates of other cases are not this case's") {
  Asked asked;
  asked.sample.world.issued.emplace("2026-00000000", Issued{"b.json", {}});
  CHECK(issued_of(asked.inquiry()).size() == 1);
}

TEST_CASE("a kind of certificate counts when it was issued or is in the same act") {
  Asked asked;
  const IssueRequest request{.kind = "statement", .on = {}, .together = {"soft-skills"}, .signers = {}};
  CHECK(is_issued_or_together(asked.inquiry(), "participation"));
  CHECK_FALSE(is_issued_or_together(asked.inquiry(), "soft-skills"));
  CHECK(is_issued_or_together(asked.inquiry(&request), "soft-skills"));
}

TEST_CASE("a certificate is replaced when another names it") {
  Asked asked;
  const Certificate first = asked.sample.certificate("participation");
  CHECK_FALSE(is_replaced(asked.inquiry(), first));
  Certificate second = first;
  second.replaces = first.id;
  asked.sample.world.issued.emplace(asked.sample.record.id.value.text, Issued{"b.json", second});
  CHECK(is_replaced(asked.inquiry(), first));
}
