#include "cli/show_skills.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "process/assessing.h"
#include "process/crosswalk.h"
#include "process/proposal.h"
#include "process/words.h"

namespace guerdon {
namespace {

std::string eqf_of(const Assessment::Result& result, const Scheme& scheme) {
  return result.complexity ? scheme.eqf.comparable_to(*result.complexity) : std::string();
}

std::string outcome_of(const Assessment::Result& result, const Scheme& scheme) {
  return result.level ? outcome_word(scheme.scale, result.level->value) : std::string("no outcome");
}

/// "second opinion"
std::string_view spoken(std::string_view kind) {
  if (kind == "first") return "assessment";
  return kind == "second-opinion" ? "second opinion" : kind;
}

std::string named(const Crosswalk::Near& near) {
  return near.scheme.empty() ? near.skill : fmt::format("{} ({})", sanitized(near.name), near.scheme);
}

std::string line(std::string_view what, const std::string& text) {
  return text.empty() ? std::string() : fmt::format("    {:17}{}\n", what, text);
}

}  // namespace

std::string results_text(const Standing& standing) {
  const auto all = results_that_hold(standing.record, standing.world.today);
  std::size_t width = 28;
  for (const HeldResult& held : all)
    width = std::max(width, held.result->competence.value.size() + 2);
  std::string out;
  for (const HeldResult& held : all) {
    const Assessment::Result& result = *held.result;
    out += fmt::format("  {:{}}{}, {} of {}\n", result.competence.value, width, outcome_of(result, *standing.scheme),
                       spoken(held.assessment->kind.value), held.assessment->on.value.to_string());
    if (result.complexity)
      out += fmt::format("    context {}, task {}, autonomy {}\n", result.complexity->context.value,
                         result.complexity->task.value, result.complexity->autonomy.value);
    if (const std::string eqf = eqf_of(result, *standing.scheme); !eqf.empty())
      out += fmt::format("    comparable to EQF level {} (indication)\n", sanitized(eqf));
  }
  return out.empty() ? out : "\nresults\n" + out;
}

Json results_json(const Standing& standing) {
  Json out = Json::array();
  for (const HeldResult& held : results_that_hold(standing.record, standing.world.today)) {
    const Assessment::Result& result = *held.result;
    Json one = Json::object({{"competence", result.competence.value},
                             {"on", held.assessment->on.value.to_string()},
                             {"kind", held.assessment->kind.value}});
    if (result.level) one.set("outcome", outcome_of(result, *standing.scheme));
    if (result.complexity)
      one.set("complexity", Json::object({{"context", result.complexity->context.value},
                                          {"task", result.complexity->task.value},
                                          {"autonomy", result.complexity->autonomy.value}}));
    if (const std::string eqf = eqf_of(result, *standing.scheme); !eqf.empty()) one.set("comparable-to-eqf-level", eqf);
    out.push_back(std::move(one));
  }
  return out;
}

std::string crosswalk_text(const Standing& standing) {
  const Framework& framework = standing.scheme->framework;
  std::string out = "\ncrosswalk\n";
  const auto all = crosswalk_of(standing.record, *standing.scheme, standing.world);
  if (all.empty()) return out + "  no skill is claimed or found yet\n";
  for (const Crosswalk& one : all) {
    std::vector<std::string> near;
    for (const Crosswalk::Near& other : one.near)
      near.push_back(named(other));
    out += fmt::format("  {}\n", one.name);
    out += line("near", enumerated(near));
    out += line("key competences", fmt::format("{}", fmt::join(one.key_competences, "; ")));
    out += line("ESCO", one.esco.empty() ? "" : counted(one.esco.size(), "concept"));
    if (one.outcomes > 0)
      out += line("unit", fmt::format("{}, {} criteria", counted(one.outcomes, "learning outcome"), one.criteria));
  }
  if (!framework.europass.empty()) out += "  each enters Europass as " + sanitized(framework.europass) + '\n';
  if (!framework.ecvet.empty()) out += "  each enters ECVET as " + sanitized(framework.ecvet) + '\n';
  return out;
}

Json crosswalk_json(const Standing& standing) {
  const Framework& framework = standing.scheme->framework;
  Json skills = Json::array();
  for (const Crosswalk& one : crosswalk_of(standing.record, *standing.scheme, standing.world)) {
    Json near = Json::array();
    for (const Crosswalk::Near& other : one.near) {
      Json item = Json::object({{"skill", other.skill}});
      if (!other.scheme.empty()) {
        item.set("name", other.name);
        item.set("scheme", other.scheme);
      }
      near.push_back(std::move(item));
    }
    Json key_competences = Json::array();
    for (const std::string& name : one.key_competences)
      key_competences.push_back(name);
    Json esco = Json::array();
    for (const std::string& uri : one.esco)
      esco.push_back(uri);
    Json skill = Json::object({{"skill", one.skill}, {"name", one.name}, {"near", std::move(near)}});
    if (!one.key_competences.empty()) skill.set("key-competences", std::move(key_competences));
    if (!one.esco.empty()) skill.set("esco", std::move(esco));
    if (one.outcomes > 0) {
      skill.set("learning-outcomes", static_cast<int>(one.outcomes));
      skill.set("criteria", static_cast<int>(one.criteria));
    }
    skills.push_back(std::move(skill));
  }
  Json out = Json::object({{"skills", std::move(skills)}});
  if (!framework.europass.empty()) out.set("europass", framework.europass);
  if (!framework.ecvet.empty()) out.set("ecvet", framework.ecvet);
  return out;
}

}  // namespace guerdon
