#include <fmt/format.h>

#include "base/text.h"
#include "process/rules/all.h"

namespace guerdon {
namespace {

constexpr std::string_view comparable = "comparable to";

/// Whether a text names the framework: EQF as a word, or in full.
bool names_eqf(const std::string& text) {
  const std::string key = folded(text);
  for (const std::string_view name : {"european qualifications framework", "european qualification framework"}) {
    if (key.find(name) != std::string::npos) return true;
  }
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  for (std::size_t at = key.find("eqf"); at != std::string::npos; at = key.find("eqf", at + 1)) {
    const bool begins = at == 0 || !is_letter(key[at - 1]);
    const bool ends = at + 3 == key.size() || !is_letter(key[at + 3]);
    if (begins && ends) return true;
  }
  return false;
}

void check_text(const Inquiry& inquiry, std::string_view what, const Located<std::string>& text) {
  if (!names_eqf(text.value)) return;
  if (!inquiry.scheme.eqf.indication) {
    inquiry.object(text.place,
                   fmt::format("the EQF stands in {}, and {} compares nothing to it", what, inquiry.scheme.id),
                   "say it in words of your own; the scheme shows an indication only with `eqf: indication`");
  } else if (folded(text.value).find(comparable) == std::string::npos) {
    inquiry.object(text.place, fmt::format("the EQF stands in {}, and not behind \"{}\"", what, comparable),
                   "no EQF level is awarded: leave it away, or write \"comparable to EQF level …\"");
  }
}

void check(const Inquiry& inquiry) {
  if (inquiry.record.documentation) {
    for (const Experience& experience : inquiry.record.documentation->experiences)
      check_text(inquiry, fmt::format("the title of {}", experience.id.value), experience.title);
  }
  for (const Assessment& assessment : inquiry.record.assessments) {
    for (const Assessment::Result& result : assessment.results) {
      if (result.grounds)
        check_text(inquiry, fmt::format("the grounds of {}", result.competence.value), *result.grounds);
    }
  }
  if (!inquiry.record.looking_ahead) return;
  for (const LookingAhead::Plan& plan : inquiry.record.looking_ahead->plan)
    check_text(inquiry, fmt::format("the plan for {}", plan.competence.value), plan.step);
}

}  // namespace

constinit const Rule eqf_indication_rule{
    .id = "eqf.indication",
    .sentence =
        "An EQF level is named only as \"comparable to\", and only where the scheme compares: no text that is printed "
        "awards one.",
    .why =
        "The project's page on EPALE: the two measures are meant to be comparable to the EQF; how is not said. That an "
        "indication is off until a network turns it on, from a table of its own, and never a level awarded, is our "
        "decision.",
    .when = When::always,
    .check = check,
};

}  // namespace guerdon
