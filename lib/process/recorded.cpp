#include "process/recorded.h"

#include <algorithm>
#include <array>

namespace guerdon {
namespace {

struct Holding {
  std::string_view section;
  bool (*holds)(const Case&);
};

constexpr std::array holdings{
    Holding{"enrolment", [](const Case& c) { return c.enrolment.has_value(); }},
    Holding{"changes", [](const Case& c) { return !c.changes.empty(); }},
    Holding{"objectives", [](const Case& c) { return !c.objectives.empty(); }},
    Holding{"midterm", [](const Case& c) { return c.midterm.has_value(); }},
    Holding{"evaluation", [](const Case& c) { return c.evaluation.has_value(); }},
    Holding{"participation", [](const Case& c) { return c.participation.has_value(); }},
    Holding{"self-assessment", [](const Case& c) { return c.self_assessment.has_value(); }},
    Holding{"validation", [](const Case& c) { return c.validation.has_value(); }},
    Holding{"statement", [](const Case& c) { return c.statement.has_value(); }},
    Holding{"awareness", [](const Case& c) { return c.awareness.has_value(); }},
    Holding{"identification", [](const Case& c) { return c.identification.has_value(); }},
    Holding{"documentation", [](const Case& c) { return c.documentation.has_value(); }},
    Holding{"quality", [](const Case& c) { return c.quality.has_value(); }},
    Holding{"choice", [](const Case& c) { return c.choice.has_value(); }},
    Holding{"assessments", [](const Case& c) { return !c.assessments.empty(); }},
    Holding{"looking-ahead", [](const Case& c) { return c.looking_ahead.has_value(); }},
    Holding{"exit", [](const Case& c) { return c.exit.has_value(); }},
    Holding{"waivers", [](const Case& c) { return !c.waivers.empty(); }},
};

}  // namespace

bool is_recorded(const Case& record, std::string_view section) {
  if (section.empty()) return true;
  const auto found =
      std::find_if(holdings.begin(), holdings.end(), [&](const Holding& h) { return h.section == section; });
  return found != holdings.end() && found->holds(record);
}

}  // namespace guerdon
