#include "flow/behind.h"

#include <fmt/format.h>

#include <set>
#include <string>
#include <string_view>

#include "process/assessing.h"
#include "process/parties.h"

namespace guerdon {
namespace {

/// The files of people, organisations and practitioners that a case names.
std::set<std::string> records_behind(const Case& record) {
  std::set<std::string> out{fmt::format("people/{}.yaml", record.person.value.text)};
  const auto add = [&](std::string_view folder, const Located<std::string>& id) {
    out.insert(fmt::format("{}/{}.yaml", folder, id.value));
  };
  for (const Placement& placement : record.placements)
    add("organisations", placement.organisation);
  if (record.documentation) {
    for (const Experience& experience : record.documentation->experiences) {
      if (experience.organisation) add("organisations", *experience.organisation);
    }
  }
  for (const Assessment& assessment : record.assessments) {
    if (assessment.centre) add("organisations", *assessment.centre);
  }
  for (const Acting& tutor : tutors_of(record))
    add("practitioners", tutor.practitioner);
  for (const Acting& assessor : assessors_of(record))
    add("practitioners", assessor.practitioner);
  return out;
}

/// Whether `path` is an event of a certificate whose facts are here and may be of that case.
bool is_event_of(const Root& root, const std::string& path, const std::string& case_id) {
  const auto name = path.starts_with("events/") ? event_name(path) : std::nullopt;
  if (!name) return false;
  for (const std::string& facts : certificate_paths(root)) {
    if (facts.ends_with('/' + name->certificate + ".json")) return may_be_of(read_record(root, facts), case_id);
  }
  return false;
}

}  // namespace

Diagnostics damage_behind(const Root& root, const Case& record, const Scheme& scheme, const Diagnostics& loading) {
  const std::set<std::string> records = records_behind(record);
  const auto is_behind = [&](const std::string& path) {
    if (path.starts_with(scheme.folder + '/')) return true;
    if (path.starts_with("certificates/")) return may_be_of(read_record(root, path), record.id.value.text);
    return records.contains(path) || is_event_of(root, path, record.id.value.text);
  };
  Diagnostics out;
  for (const Diagnostic& finding : loading.items()) {
    if (finding.severity == Severity::error && is_behind(finding.where.path)) out.add(finding);
  }
  return out;
}

}  // namespace guerdon
