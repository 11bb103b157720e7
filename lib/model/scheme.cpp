#include "model/scheme.h"

#include <algorithm>

namespace guerdon {

std::string_view to_string(Strength strength) {
  switch (strength) {
    case Strength::require:
      return "require";
    case Strength::expect:
      return "expect";
    case Strength::advise:
      return "advise";
    case Strength::off:
      return "off";
  }
  return "";
}

int RuleSetting::number(std::string_view name, int fallback) const {
  const auto it = numbers.find(name);
  return it == numbers.end() ? fallback : it->second.value;
}

std::string_view RuleSetting::word(std::string_view name) const {
  const auto it = words.find(name);
  return it == words.end() || it->second.empty() ? std::string_view{} : std::string_view(it->second.front());
}

bool RuleSetting::has_word(std::string_view name, std::string_view word) const {
  const auto it = words.find(name);
  return it != words.end() && std::find(it->second.begin(), it->second.end(), word) != it->second.end();
}

bool RuleSetting::gates(std::string_view certificate) const {
  return std::find(certificates.begin(), certificates.end(), certificate) != certificates.end();
}

SchemeText::SkillText SchemeText::skill(const Skill& skill) const {
  SkillText out{skill.name, skill.meaning, {}};
  if (const auto own = skills.find(skill.id); own != skills.end()) out = own->second;
  if (out.outcomes.empty()) {
    for (const LearningOutcome& outcome : skill.outcomes)
      out.outcomes.push_back(outcome.text);
  }
  return out;
}

const std::string& SchemeText::evidence_name(const Framework::Group& kind) const {
  const auto own = evidence.find(kind.id);
  return own != evidence.end() ? own->second : kind.name;
}

const RuleSetting* Scheme::find_rule(std::string_view wanted) const {
  const auto it =
      std::find_if(rules.begin(), rules.end(), [&](const RuleSetting& r) { return r.rule.value == wanted; });
  return it == rules.end() ? nullptr : &*it;
}

const CertificateKind* Scheme::find_certificate(std::string_view wanted) const {
  const auto it =
      std::find_if(certificates.begin(), certificates.end(), [&](const CertificateKind& c) { return c.id == wanted; });
  return it == certificates.end() ? nullptr : &*it;
}

const DocumentKind* Scheme::find_document(std::string_view wanted) const {
  const auto it = std::find_if(documents.begin(), documents.end(), [&](const auto& d) { return d.id == wanted; });
  return it == documents.end() ? nullptr : &*it;
}

const Section* Scheme::find_section(std::string_view key) const {
  const auto it = std::find_if(sections.begin(), sections.end(), [&](const Section& s) { return s.key == key; });
  return it == sections.end() ? nullptr : &*it;
}

}  // namespace guerdon
