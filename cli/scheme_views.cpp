#include "cli/scheme_views.h"

#include <fmt/format.h>

#include "base/table.h"
#include "base/text.h"
#include "cli/parameters.h"
#include "model/designs.h"
#include "model/scheme_read.h"

namespace guerdon {
namespace {

constexpr std::size_t most_columns = 100;

std::string table_text(const std::vector<std::vector<std::string>>& lines) {
  return fmt::format("{}", fmt::join(aligned(lines), ""));
}

/// `label` and the words behind it, wrapped, with the further lines under the first word.
std::string wrapped(const std::string& label, const std::vector<std::string>& words) {
  constexpr std::size_t indent = 24;
  const std::string head = "  " + sanitized(label);
  std::string out = head + std::string(std::max(indent, display_width(head) + 2) - display_width(head), ' ');
  std::size_t column = display_width(out);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string word = sanitized(words[i]) + (i + 1 < words.size() ? "," : "");
    const std::size_t width = display_width(word);
    if (i > 0 && column + 1 + width > most_columns) {
      out += '\n' + std::string(indent, ' ');
      column = indent;
    } else if (i > 0) {
      out += ' ';
      ++column;
    }
    out += word;
    column += width;
  }
  return out + '\n';
}

std::vector<std::string> skills_of(const Scheme& scheme, const std::string& group) {
  std::vector<std::string> out;
  for (const Skill& skill : scheme.framework.skills) {
    if (skill.group == group) out.push_back(skill.id);
  }
  return out;
}

std::string certificates_text(const Scheme& scheme) {
  std::vector<std::vector<std::string>> lines;
  for (const CertificateKind& kind : scheme.certificates)
    lines.push_back({kind.id, sanitized(kind.name), fmt::format("{}", fmt::join(design_names(scheme, kind.id), ", "))});
  for (const DocumentKind& kind : scheme.documents)
    lines.push_back({kind.id, sanitized(kind.name), fmt::format("{}", fmt::join(design_names(scheme, kind.id), ", "))});
  return table_text(lines);
}

std::string rules_text(const Scheme& scheme) {
  std::vector<std::vector<std::string>> lines;
  for (const Strength strength : {Strength::require, Strength::expect, Strength::advise, Strength::off}) {
    for (const RuleSetting& setting : scheme.rules) {
      if (setting.strength != strength) continue;
      lines.push_back({std::string(to_string(strength)), sanitized(setting.rule.value), parameters_text(setting)});
    }
  }
  return table_text(lines);
}

template <class Items, class Make>
Json list_of(const Items& items, Make make) {
  Json out = Json::array();
  for (const auto& item : items)
    out.push_back(make(item));
  return out;
}

Json words_json(const std::vector<std::string>& words) {
  return list_of(words, [](const std::string& word) { return Json(word); });
}

std::vector<std::string> steps_of(const Scheme& scheme) {
  std::vector<std::string> out;
  for (const Section& section : scheme.sections) {
    if (!section.leads_to.empty()) out.push_back(section.key);
  }
  return out;
}

}  // namespace

std::string scheme_text(const Scheme& scheme, const SchemeUse& use) {
  std::string out = sanitized(fmt::format("{}  {}, version {}", scheme.id, scheme.name, scheme.version)) + '\n';
  out += "  " + sanitized(scheme.source) + '\n';
  out += fmt::format("  {}; {}, {}\n", scheme.folder, counted(use.cases, "case"),
                     counted(use.certificates, "certificate"));
  out += "\ncertificates and their designs\n" + certificates_text(scheme);
  out += "\npath\n";
  if (const auto steps = steps_of(scheme); !steps.empty()) out += wrapped("steps", steps);
  std::vector<std::string> levels;
  for (const Level& level : scheme.scale.levels)
    levels.push_back(fmt::format("{} {}", level.number, level.word));
  out += wrapped("levels", levels);
  out += wrapped("languages", text_languages(scheme));
  out += fmt::format("\n{}\n", counted(scheme.framework.skills.size(), "skill"));
  for (const Framework::Group& group : scheme.framework.groups)
    out += wrapped(group.name, skills_of(scheme, group.id));
  out += fmt::format("\n{}\n", counted(scheme.rules.size(), "rule")) + rules_text(scheme);
  return out;
}

Json scheme_json(const Scheme& scheme, const SchemeUse& use) {
  const auto certificate = [&](const auto& kind) {
    return Json::object(
        {{"certificate", kind.id}, {"name", kind.name}, {"designs", words_json(design_names(scheme, kind.id))}});
  };
  Json certificates = list_of(scheme.certificates, certificate);
  for (const DocumentKind& kind : scheme.documents)
    certificates.push_back(certificate(kind));
  Json levels = list_of(scheme.scale.levels, [](const Level& level) {
    return Json::object({{"level", level.number}, {"word", level.word}});
  });
  Json skills = list_of(scheme.framework.skills, [](const Skill& skill) {
    return Json::object({{"skill", skill.id}, {"name", skill.name}, {"group", skill.group}});
  });
  Json rules = list_of(scheme.rules, [](const RuleSetting& setting) {
    return Json::object({{"rule", setting.rule.value},
                         {"strength", to_string(setting.strength)},
                         {"parameters", parameters_json(setting)},
                         {"gates", words_json(setting.certificates)}});
  });
  return Json::object({{"scheme", scheme.id},
                       {"name", scheme.name},
                       {"version", scheme.version},
                       {"source", scheme.source},
                       {"cases", static_cast<int>(use.cases)},
                       {"certificates-issued", static_cast<int>(use.certificates)},
                       {"certificates", std::move(certificates)},
                       {"steps", words_json(steps_of(scheme))},
                       {"levels", std::move(levels)},
                       {"languages", words_json(text_languages(scheme))},
                       {"skills", std::move(skills)},
                       {"rules", std::move(rules)}});
}

std::string changes_text(const std::vector<SchemeChange>& changes) {
  std::string out;
  std::string topic;
  for (const SchemeChange& change : changes) {
    if (change.topic != topic) out += change.topic + '\n';
    topic = change.topic;
    const char sign = change.what == ChangeOf::added ? '+' : change.what == ChangeOf::removed ? '-' : '~';
    out += fmt::format("  {} {}{}{}\n", sign, sanitized(change.name), change.text.empty() ? "" : ": ",
                       sanitized(change.text));
  }
  return out;
}

Json changes_json(const std::vector<SchemeChange>& changes) {
  return list_of(changes, [](const SchemeChange& change) {
    return Json::object(
        {{"topic", change.topic}, {"change", to_string(change.what)}, {"name", change.name}, {"text", change.text}});
  });
}

}  // namespace guerdon
