#include <fmt/format.h>

#include "process/assessing.h"
#include "process/rules/all.h"

namespace guerdon {
namespace {

bool is_reached(const HeldResult& held) { return held.result->level && held.result->level->value > 0; }

void check(const Inquiry& inquiry) {
  const Case& record = inquiry.record;
  const std::string& competence = inquiry.issue->competence;
  const HeldResult* later = nullptr;
  const std::vector<HeldResult> all = results_that_hold(record);
  for (const HeldResult& held : all) {
    if (!is_reached(held) || (!competence.empty() && held.result->competence.value != competence)) continue;
    if (held.assessment->on.value <= inquiry.issue->on) return;
    if (later == nullptr || held.assessment->on.value < later->assessment->on.value) later = &held;
  }
  if (later != nullptr) {
    inquiry.object_if_after_issue(fmt::format("{} assessed", later->result->competence.value), later->assessment->on);
    return;
  }
  inquiry.object(record.section("assessments"),
                 record.assessments.empty()
                     ? fmt::format("no assessment is on record, the {} needs one", inquiry.document())
                     : fmt::format("no assessment found {} reached, the {} needs one that did",
                                   competence.empty() ? std::string("a competence") : competence, inquiry.document()),
                 record.assessments.empty() ? inquiry.command("assess", "--template") : std::string{});
}

}  // namespace

constinit const Rule certificate_only_after_assessment_rule{
    .id = "certificate.only-after-assessment",
    .sentence = "A certificate is issued only for what a formal assessment found reached, by the issue date.",
    .why =
        "The project's page on EPALE: certification and badge come with step four alone; what other steps give is no "
        "certificate.",
    .when = When::issue,
    .check = check,
};

}  // namespace guerdon
