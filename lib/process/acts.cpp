#include "process/acts.h"

#include <optional>

namespace guerdon {
namespace {

/// The acts of one section as they are found.
struct Acts {
  std::vector<Act> all;

  void add(std::string_view section, std::string_view what, const Located<Date>& on) {
    if (was_read(on.value)) all.push_back({section, what, on});
  }
  void add(std::string_view section, std::string_view what, const std::optional<Located<Date>>& on) {
    if (on) add(section, what, *on);
  }
};

void add_service(const Case& record, Acts& acts) {
  if (record.enrolment) {
    acts.add("enrolment", "the volunteer was enrolled", record.enrolment->on);
    acts.add("enrolment", "the volunteer was told about the certificate", record.enrolment->introduced);
  }
  for (const Change& change : record.changes)
    acts.add("changes", "a change was recorded", change.on);
}

/// The steps towards a soft skills certificate.
void add_skills(const Case& record, Acts& acts) {
  for (const Objectives& objectives : record.objectives)
    acts.add("objectives", "objectives were set", objectives.on);
  if (record.midterm) acts.add("midterm", "the mid-term evaluation took place", record.midterm->on);
  if (record.evaluation) {
    acts.add("evaluation", "the evaluation form was sent", record.evaluation->sent);
    acts.add("evaluation", "the evaluation form came back", record.evaluation->returned);
  }
  if (record.participation) {
    if (record.participation->stated)
      acts.add("participation", "the volunteer stated her tasks", record.participation->stated->on);
    for (const auto& confirmed : record.participation->confirmed)
      acts.add("participation", "participation was confirmed", confirmed.on);
  }
  if (record.self_assessment) acts.add("self-assessment", "the volunteer assessed herself", record.self_assessment->on);
  if (record.validation) acts.add("validation", "the skills were validated", record.validation->on);
  if (record.statement) acts.add("statement", "the professional statement was made", record.statement->on);
}

/// The steps of a validation path.
void add_path(const Case& record, Acts& acts) {
  if (record.awareness) acts.add("awareness", "the candidate was made aware", record.awareness->on);
  if (record.identification) acts.add("identification", "competences were identified", record.identification->on);
  if (record.documentation) acts.add("documentation", "the portfolio was documented", record.documentation->on);
  if (record.quality) acts.add("quality", "the portfolio was checked", record.quality->on);
  if (record.choice) acts.add("choice", "the candidate chose", record.choice->on);
  for (const Assessment& assessment : record.assessments) {
    acts.add("assessments", "the portfolio was reviewed", assessment.portfolio);
    if (assessment.interview) acts.add("assessments", "the interview took place", assessment.interview->on);
    acts.add("assessments", "the candidate was assessed", assessment.on);
  }
  if (record.looking_ahead) acts.add("looking-ahead", "the candidate looked ahead", record.looking_ahead->on);
  if (record.exit) acts.add("exit", "the candidate left the path", record.exit->on);
}

}  // namespace

std::vector<Act> acts_of(const Case& record) {
  Acts acts;
  add_service(record, acts);
  add_skills(record, acts);
  add_path(record, acts);
  for (const Waiver& waiver : record.waivers)
    acts.add("waivers", "a rule was waived", waiver.on);
  return std::move(acts.all);
}

}  // namespace guerdon
