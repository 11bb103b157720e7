#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "process/rules/all.h"
#include "process/step_command.h"
#include "process/words.h"

namespace guerdon {
namespace {

constexpr Parameter parameters[] = {
    {.name = "min", .meaning = "the least pieces of evidence for each competence", .least = 0, .most = 20}};

bool is_about(const std::vector<Located<std::string>>& competences, const std::string& wanted) {
  return std::any_of(competences.begin(), competences.end(), [&](const auto& c) { return c.value == wanted; });
}

std::vector<std::string> untold_parts(const Experience& experience) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < starrt_parts.size(); ++i) {
    if (!experience.told[i] || experience.told[i]->value.empty()) out.emplace_back(starrt_parts[i]);
  }
  return out;
}

void check_told(const Inquiry& inquiry, const Located<std::string>& competence, const Documentation& documentation) {
  std::string halves;
  for (const Experience& experience : documentation.experiences) {
    if (!is_about(experience.competences, competence.value)) continue;
    const auto untold = untold_parts(experience);
    if (untold.empty()) return;
    halves += fmt::format("{}{} lacks {}", halves.empty() ? ": " : "; ", experience.id.value, enumerated(untold));
  }
  inquiry.object(competence.place,
                 fmt::format("{} is assessed, no experience is told in full for it{}", competence.value, halves),
                 fmt::format("tell one from {} to {}: {}", starrt_parts.front(), starrt_parts.back(),
                             way_to_record(inquiry.record, inquiry.scheme, "documentation")));
}

void check_shown(const Inquiry& inquiry, const Located<std::string>& competence, const Documentation& documentation) {
  const auto shown = std::count_if(documentation.evidence.begin(), documentation.evidence.end(),
                                   [&](const Evidence& e) { return is_about(e.competences, competence.value); });
  const int least = inquiry.setting.number("min");
  if (shown >= least) return;
  inquiry.object(competence.place,
                 fmt::format("{} is assessed, with {} of evidence; at least {} needed", competence.value,
                             counted(static_cast<std::size_t>(shown), "piece"),
                             least == 1 ? "1 is" : fmt::format("{} are", least)),
                 inquiry.command("evidence", "FILE --kind KIND --title TEXT --competence " + competence.value));
}

void check(const Inquiry& inquiry) {
  static const Documentation none;
  const Documentation& documentation = inquiry.record.documentation ? *inquiry.record.documentation : none;
  std::vector<std::string> seen;
  for (const Assessment& assessment : inquiry.record.assessments) {
    for (const Assessment::Result& result : assessment.results) {
      const Located<std::string>& competence = result.competence;
      if (competence.value.empty() || std::find(seen.begin(), seen.end(), competence.value) != seen.end()) continue;
      seen.push_back(competence.value);
      check_told(inquiry, competence, documentation);
      check_shown(inquiry, competence, documentation);
    }
  }
}

}  // namespace

constinit const Rule documentation_evidence_rule{
    .id = "documentation.evidence",
    .sentence = "Each competence that is assessed has an experience told in full, and evidence.",
    .why =
        "The project's page on EPALE: step three asks how the competence can be shown. The six parts are those of the "
        "first LEVER project's STARRT form; how many pieces are enough is our decision.",
    .when = When::step,
    .section = "assessments",
    .parameters = parameters,
    .check = check,
};

}  // namespace guerdon
