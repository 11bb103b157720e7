#include "process/recorded.h"

namespace guerdon {

bool is_recorded(const Case& record, std::string_view section) {
  if (section == "enrolment") return record.enrolment.has_value();
  if (section == "changes") return !record.changes.empty();
  if (section == "objectives") return !record.objectives.empty();
  if (section == "midterm") return record.midterm.has_value();
  if (section == "evaluation") return record.evaluation.has_value();
  if (section == "participation") return record.participation.has_value();
  if (section == "self-assessment") return record.self_assessment.has_value();
  if (section == "validation") return record.validation.has_value();
  if (section == "statement") return record.statement.has_value();
  if (section == "waivers") return !record.waivers.empty();
  return section.empty();
}

}  // namespace guerdon
