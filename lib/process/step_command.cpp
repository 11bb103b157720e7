#include "process/step_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "model/service.h"
#include "process/assessing.h"
#include "process/parties.h"
#include "process/recorded.h"

namespace guerdon {
namespace {

/// Who is asked to confirm: the first coordinator who has not.
std::string next_to_confirm(const Case& record) {
  for (const Placement* placement : placements_begun(record)) {
    const auto& all = record.participation->confirmed;
    const auto is_it = [&](const auto& confirmed) {
      return placement->coordinator && confirmed.by.value == placement->coordinator->value;
    };
    if (std::none_of(all.begin(), all.end(), is_it)) return coordinator_of(*placement);
  }
  return "ID";
}

/// `--by` for the coordinators of all placements, each once: "--by luca-bianchi --by maria-rossi".
std::string by_all_coordinators(const Case& record) {
  std::vector<std::string> ids;
  for (const Placement* placement : placements_begun(record)) {
    const std::string id = coordinator_of(*placement);
    if (placement->coordinator && std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
  }
  if (ids.empty()) ids.push_back(coordinator_of(record));
  std::string out;
  for (const std::string& id : ids)
    out += (out.empty() ? "--by " : " --by ") + id;
  return out;
}

std::string objectives_flags(const Case& record) {
  return fmt::format("--with {} --aim SKILL=TEXT", coordinator_of(record));
}

std::string midterm_flags(const Case& record) { return fmt::format("--by {} --skill SKILL…", coordinator_of(record)); }

std::string evaluation_flags(const Case& record) {
  return record.evaluation && record.evaluation->sent ? "--returned DATE" : "--sent DATE";
}

std::string participation_flags(const Case& record) {
  const bool stated = record.participation && record.participation->stated;
  if (stated && record.participation->lacks_assent()) return "--assent HOW";
  return stated ? fmt::format("--confirm --by {}", next_to_confirm(record)) : "--tasks TEXT";
}

/// Her reasons belong in a file, not in a process list.
std::string assessment_flags(const Case& record) {
  if (!record.self_assessment) return "--template >answer.yaml";
  return record.self_assessment->lacks_assent() ? "--assent HOW" : "--replace --from FILE";
}

std::string validation_flags(const Case& record) {
  const std::string_view what = record.self_assessment ? "--agree all" : "--skill SKILL=LEVEL";
  return fmt::format("{} {} --volunteer present", by_all_coordinators(record), what);
}

std::string statement_flags(const Case& /*record*/) { return "--field TEXT --professional ID --text TEXT"; }

/// Who accompanied the candidate until now.
std::string tutor_of(const Case& record) {
  const auto tutors = tutors_of(record);
  return tutors.empty() ? "ID" : tutors.back().practitioner.value;
}

std::string awareness_flags(const Case& record) { return "--with " + tutor_of(record); }

/// What is long, or holds her reasons, belongs in a file.
std::string answer_flags(const Case& record, std::string_view section) {
  return is_recorded(record, section) ? "--replace --from FILE" : "--template >answer.yaml";
}

std::string identification_flags(const Case& record) { return answer_flags(record, "identification"); }

std::string documentation_flags(const Case& record) { return answer_flags(record, "documentation"); }

std::string evidence_flags(const Case& record) {
  const auto open = competences_to_show(record, 1);
  return "FILE --kind KIND --title TEXT --competence " + (open.empty() ? "COMPETENCE" : open.front());
}

std::string quality_flags(const Case& record) {
  return fmt::format("{}--by {} --met all", record.quality ? "--replace " : "", tutor_of(record));
}

std::string choice_flags(const Case& record) { return record.choice ? "--replace --formal yes" : "--formal yes"; }

/// A second assessment is told like the first.
std::string assess_flags(const Case& /*record*/) { return "--template >answer.yaml"; }

std::string looking_ahead_flags(const Case& record) {
  return fmt::format("{}--with {} --plan COMPETENCE=TEXT", record.looking_ahead ? "--replace " : "", tutor_of(record));
}

std::string exit_flags(const Case& /*record*/) { return "--after SECTION"; }

struct Flags {
  std::string_view command;
  std::string (*flags)(const Case&);
};

constexpr std::array known{
    Flags{"set-objectives", objectives_flags},
    Flags{"midterm", midterm_flags},
    Flags{"evaluation", evaluation_flags},
    Flags{"participation", participation_flags},
    Flags{"self-assess", assessment_flags},
    Flags{"validate", validation_flags},
    Flags{"statement", statement_flags},
    Flags{"step awareness", awareness_flags},
    Flags{"step identification", identification_flags},
    Flags{"step documentation", documentation_flags},
    Flags{"evidence", evidence_flags},
    Flags{"step quality", quality_flags},
    Flags{"step choice", choice_flags},
    Flags{"assess", assess_flags},
    Flags{"step looking-ahead", looking_ahead_flags},
    Flags{"exit", exit_flags},
};

}  // namespace

std::string step_command(const Case& record, std::string_view command) {
  std::string out = fmt::format("guerdon {} {}", command, record.id.value.text);
  const auto found = std::find_if(known.begin(), known.end(), [&](const Flags& f) { return f.command == command; });
  if (found != known.end()) out += ' ' + found->flags(record);
  return out;
}

std::string way_to_record(const Case& record, const Scheme& scheme, std::string_view section) {
  const Section* found = scheme.find_section(section);
  return found != nullptr && !found->command.empty() ? step_command(record, found->command)
                                                     : fmt::format("record it under `{}:`", section);
}

}  // namespace guerdon
