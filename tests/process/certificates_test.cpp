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
  CHECK(issued_of(asked.sample.record, asked.sample.world).size() == 1);
}

TEST_CASE("a kind of certificate counts when it was issued or is in the same act") {
  Asked asked;
  const IssueRequest request{.kind = "statement", .on = {}, .together = {"soft-skills"}, .signers = {}};
  CHECK(is_issued_or_together(asked.inquiry(), "participation"));
  CHECK_FALSE(is_issued_or_together(asked.inquiry(), "soft-skills"));
  CHECK(is_issued_or_together(asked.inquiry(&request), "soft-skills"));
}

TEST_CASE("a certificate that another replaces does not count") {
  Asked asked;
  const Sample& sample = asked.sample;
  Certificate second = sample.certificate("soft-skills");
  second.id = CertificateId{"3XB8-R0QK-2N7V-M5TC"};
  second.replaces = sample.certificate("participation").id;
  asked.sample.world.issued.emplace(sample.record.id.value.text, Issued{"b.json", second});
  REQUIRE(issued_of(sample.record, sample.world).size() == 1);
  CHECK(issued_of(sample.record, sample.world)[0]->path == "b.json");
  CHECK(find_issued(sample.record, sample.world, "participation") == nullptr);
  CHECK_FALSE(is_issued_or_together(asked.inquiry(), "participation"));
}

TEST_CASE("a certificate is found by its kind, and by its language where one is named") {
  const Asked asked;
  const Sample& sample = asked.sample;
  CHECK(find_issued(sample.record, sample.world, "participation")->path == "a.json");
  CHECK(find_issued(sample.record, sample.world, "soft-skills") == nullptr);
  const std::string language = sample.certificate("participation").language;
  CHECK(find_issued(sample.record, sample.world, "participation", language) != nullptr);
  CHECK(find_issued(sample.record, sample.world, "participation", "xx") == nullptr);
}
