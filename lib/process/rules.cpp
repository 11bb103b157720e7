#include <algorithm>
#include <array>

#include "process/rules/all.h"

namespace guerdon {
namespace {

constexpr std::array all_rules{
    &placement_member_rule,
    &placement_role_rule,
    &participation_days_rule,
    &participation_stated_rule,
    &participation_confirmed_rule,
    &participation_after_end_rule,
    &enrolment_introduced_rule,
    &enrolment_introduced_early_rule,
    &objectives_present_rule,
    &objectives_on_arrival_rule,
    &objectives_with_coordinator_rule,
    &midterm_present_rule,
    &midterm_window_rule,
    &midterm_reviews_skills_rule,
    &evaluation_sent_rule,
    &evaluation_returned_rule,
    &self_assessment_present_rule,
    &self_assessment_count_rule,
    &self_assessment_level_rule,
    &self_assessment_reason_rule,
    &self_assessment_window_rule,
    &skills_known_rule,
    &skills_minimum_period_rule,
    &validation_present_rule,
    &validation_both_rule,
    &validation_order_rule,
    &validation_claimed_rule,
    &validation_level_rule,
    &validation_count_rule,
    &issue_signer_rule,
    &issue_by_end_rule,
    &issue_with_participation_rule,
    &statement_complete_rule,
    &statement_soft_skills_first_rule,
    &statement_expertise_rule,
    &path_order_rule,
    &path_exit_rule,
    &competences_known_rule,
    &candidate_choice_rule,
    &documentation_evidence_rule,
    &evidence_intact_rule,
    &portfolio_quality_rule,
    &assessor_external_rule,
    &assessor_certified_rule,
    &training_complete_rule,
    &centre_member_rule,
    &assessment_portfolio_and_interview_rule,
    &assessment_outcomes_rule,
    &assessment_proposal_rule,
    &assessment_complexity_rule,
    &assessment_grounds_rule,
    &certificate_only_after_assessment_rule,
    &eqf_indication_rule,
    &exit_document_rule,
    &case_dates_rule,
    &case_ids_rule,
    &person_minor_rule,
    &page_printable_rule,
    &issued_agrees_rule,
    &scheme_unedited_rule,
    &privacy_leak_rule,
};

using RuleArray = std::remove_const_t<decltype(all_rules)>;

RuleArray sorted_by_id() {
  RuleArray sorted = all_rules;
  std::sort(sorted.begin(), sorted.end(), [](const Rule* a, const Rule* b) { return a->id < b->id; });
  return sorted;
}

}  // namespace

std::span<const Rule* const> rules() { return all_rules; }

const Rule* find_rule(std::string_view id) {
  static const auto sorted = sorted_by_id();
  const auto it = std::lower_bound(sorted.begin(), sorted.end(), id,
                                   [](const Rule* rule, std::string_view wanted) { return rule->id < wanted; });
  return it != sorted.end() && (*it)->id == id ? *it : nullptr;
}

}  // namespace guerdon
