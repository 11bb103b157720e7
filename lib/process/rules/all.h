#pragma once

#include "process/rule.h"

namespace guerdon {

// One declaration for each rule; docs/adding-a-rule.md says what else a rule needs.
extern const Rule placement_member_rule;
extern const Rule placement_role_rule;
extern const Rule participation_days_rule;
extern const Rule participation_stated_rule;
extern const Rule participation_confirmed_rule;
extern const Rule participation_after_end_rule;
extern const Rule enrolment_introduced_rule;
extern const Rule enrolment_introduced_early_rule;
extern const Rule objectives_present_rule;
extern const Rule objectives_on_arrival_rule;
extern const Rule objectives_with_coordinator_rule;
extern const Rule midterm_present_rule;
extern const Rule midterm_window_rule;
extern const Rule midterm_reviews_skills_rule;
extern const Rule evaluation_sent_rule;
extern const Rule evaluation_returned_rule;
extern const Rule self_assessment_present_rule;
extern const Rule self_assessment_count_rule;
extern const Rule self_assessment_level_rule;
extern const Rule self_assessment_reason_rule;
extern const Rule self_assessment_window_rule;
extern const Rule skills_known_rule;
extern const Rule skills_minimum_period_rule;
extern const Rule validation_present_rule;
extern const Rule validation_both_rule;
extern const Rule validation_order_rule;
extern const Rule validation_claimed_rule;
extern const Rule validation_level_rule;
extern const Rule validation_count_rule;
extern const Rule issue_signer_rule;
extern const Rule issue_by_end_rule;
extern const Rule issue_with_participation_rule;
extern const Rule statement_complete_rule;
extern const Rule statement_soft_skills_first_rule;
extern const Rule statement_expertise_rule;
extern const Rule path_order_rule;
extern const Rule path_exit_rule;
extern const Rule competences_known_rule;
extern const Rule candidate_choice_rule;
extern const Rule documentation_evidence_rule;
extern const Rule evidence_intact_rule;
extern const Rule portfolio_quality_rule;
extern const Rule assessor_external_rule;
extern const Rule assessor_certified_rule;
extern const Rule training_complete_rule;
extern const Rule centre_member_rule;
extern const Rule assessment_portfolio_and_interview_rule;
extern const Rule assessment_outcomes_rule;
extern const Rule assessment_proposal_rule;
extern const Rule assessment_complexity_rule;
extern const Rule assessment_grounds_rule;
extern const Rule certificate_only_after_assessment_rule;
extern const Rule eqf_indication_rule;
extern const Rule case_dates_rule;
extern const Rule case_ids_rule;
extern const Rule person_minor_rule;
extern const Rule page_printable_rule;
extern const Rule exit_document_rule;
extern const Rule issued_agrees_rule;
extern const Rule scheme_unedited_rule;
extern const Rule privacy_leak_rule;

}  // namespace guerdon
