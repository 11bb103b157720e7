#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "process/rules/all.h"

namespace guerdon {
namespace {

constexpr std::string_view comparable = "comparable to";

/// Where a folded text names the framework: EQF as a word, or in full.
std::vector<std::size_t> mentions_of_eqf(const std::string& key) {
  constexpr std::array<std::string_view, 3> names{"eqf", "european qualifications framework",
                                                  "european qualification framework"};
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  std::vector<std::size_t> out;
  for (const std::string_view name : names) {
    for (std::size_t at = key.find(name); at != std::string::npos; at = key.find(name, at + 1)) {
      const std::size_t end = at + name.size();
      const bool begins = at == 0 || !is_letter(key[at - 1]);
      const bool ends = end == key.size() || !is_letter(key[end]);
      if (begins && ends) out.push_back(at);
    }
  }
  return out;
}

/// Whether the words before a mention compare: "comparable to level 4 of the EQF".
bool compares(const std::string& key, std::size_t mention) {
  constexpr std::size_t words_between = 20;
  const std::size_t at = key.rfind(comparable, mention);
  return at != std::string::npos && mention - at <= comparable.size() + words_between;
}

void check_text(const Inquiry& inquiry, std::string_view what, const Located<std::string>& text) {
  const std::string key = folded(text.value);
  const std::vector<std::size_t> mentions = mentions_of_eqf(key);
  if (mentions.empty()) return;
  if (!inquiry.scheme.eqf.indication) {
    inquiry.object(text.place,
                   fmt::format("the EQF stands in {}, and {} compares nothing to it", what, inquiry.scheme.id),
                   "say it in words of your own; the scheme shows an indication only with `eqf: indication`");
  } else if (!std::all_of(mentions.begin(), mentions.end(), [&](std::size_t at) { return compares(key, at); })) {
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
