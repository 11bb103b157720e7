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

TEST_CASE("a revoked certificate does not count, a suspended one does, and both say so") {
  Asked asked;
  const Sample& sample = asked.sample;
  const CertificateId id = sample.certificate("participation").id;
  CHECK(standing_of(id, sample.world).empty());
  Event event;
  event.kind.value = EventKind::suspended;
  event.on.value = sample.world.today;
  asked.sample.world.events[id.text] = {event};
  CHECK(find_issued(sample.record, sample.world, "participation") != nullptr);
  CHECK(standing_of(id, sample.world) == "suspended 2026-08-29");
  event.until = Located<Date>{sample.world.today.exact().plus_days(3), {}};
  asked.sample.world.events[id.text] = {event};
  CHECK(standing_of(id, sample.world) == "suspended until 2026-09-01");
  event.kind.value = EventKind::revoked;
  asked.sample.world.events[id.text].push_back(event);
  CHECK(find_issued(sample.record, sample.world, "participation") == nullptr);
  CHECK(standing_of(id, sample.world) == "revoked 2026-08-29");
  asked.sample.world.today = sample.world.today.exact().plus_days(-1);
  CHECK(find_issued(sample.record, sample.world, "participation") != nullptr);
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

namespace {

Sample path() { return Sample(guerdon::test::lever_up_files(), guerdon::test::lever_up()); }

std::string documents(const Sample& sample, const std::vector<std::string>& kinds = {},
                      const std::vector<std::string>& competences = {}, const char* on = "2026-08-29") {
  std::string out;
  for (const Document& document : documents_of(sample.record, sample.scheme(), kinds, competences, *Date::parse(on)))
    out += name_of(document) + '|';
  return out;
}

}  // namespace

TEST_CASE("one certificate for each competence reached, the overview and the plan are issued unasked") {
  Sample sample = path();
  Assessment::Result second = sample.record.assessments[0].results[0];
  second.competence.value = "empathy";
  sample.record.assessments[0].results.push_back(second);
  second.competence.value = "leadership";
  second.level->value = 0;
  sample.record.assessments[0].results.push_back(second);
  CHECK(documents(sample) == "competence teamwork|competence empathy|overview|development-plan|");
  CHECK(documents(sample, {}, {"empathy"}) == "competence empathy|");
  CHECK(documents(sample, {"overview"}) == "overview|");
  CHECK(documents(sample, {"attendance", "competence"}) == "competence teamwork|competence empathy|attendance|");
}

TEST_CASE("before an assessment one certificate stands for none reached") {
  CHECK(documents(path(), {"competence"}, {}, "2026-06-02") == "competence|");
}

TEST_CASE("who left has the document of that step, and certificates only when she was assessed") {
  Sample sample = path();
  sample.record.looking_ahead.reset();
  sample.record.exit.emplace();
  sample.record.exit->after.value = "identification";
  CHECK(documents(sample) == "competence teamwork|overview|self-assessment-statement|");
  sample.record.assessments.clear();
  CHECK(documents(sample) == "self-assessment-statement|");
  // A competence that is named is not passed over: the gates refuse it.
  CHECK(documents(sample, {}, {"leadership"}) == "competence leadership|");
}

TEST_CASE("a certificate is found by its competence where one is named") {
  Sample sample = path();
  sample.world.issued.emplace(sample.record.id.value.text, Issued{"a.json", sample.certificate("competence")});
  const auto found = [&](const char* competence) {
    return find_issued(sample.record, sample.world, "competence", {}, competence) != nullptr;
  };
  CHECK(found("teamwork"));
  CHECK_FALSE(found("empathy"));
  CHECK(document_of(sample.certificate("competence")) == Document{"competence", "teamwork"});
  CHECK(certifies_each_competence(sample.scheme()));
  CHECK_FALSE(certifies_each_competence(guerdon::test::glore()));
}
