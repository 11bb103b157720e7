#include "process/scheme_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"

namespace guerdon {
namespace {

using Words = std::map<std::string, std::string>;

/// "from was A, is B", for what may be empty.
std::string was_is(std::string_view name, const std::string& was, const std::string& is) {
  const auto said = [](const std::string& value) { return value.empty() ? std::string("nothing") : value; };
  return fmt::format("{} was {}, is {}", name, said(was), said(is));
}

/// What a rule is set to, by name.
Words parameters_of(const RuleSetting& setting) {
  Words out{{"strength", std::string(to_string(setting.strength))}};
  for (const auto& [name, number] : setting.numbers)
    out[name] = std::to_string(number.value);
  for (const auto& [name, words] : setting.words)
    out[name] = fmt::format("{}", fmt::join(words, " "));
  out["gates"] = fmt::format("{}", fmt::join(setting.certificates, " "));
  return out;
}

/// Each name whose value differs, "strength was advise, is require; days was 20, is 30".
std::string differences(const Words& from, const Words& to, const std::vector<std::string>& first = {}) {
  std::vector<std::string> names = first;
  for (const Words* side : {&from, &to}) {
    for (const auto& [name, value] : *side) {
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
  }
  std::vector<std::string> out;
  const auto value_in = [](const Words& words, const std::string& name) {
    const auto found = words.find(name);
    return found == words.end() ? std::string() : found->second;
  };
  for (const std::string& name : names) {
    const std::string was = value_in(from, name);
    const std::string is = value_in(to, name);
    if (was != is) out.push_back(was_is(name, was, is));
  }
  return fmt::format("{}", fmt::join(out, "; "));
}

/// Every word of a language, each under a name of its own.
Words words_of(const SchemeText& text) {
  Words out;
  for (const auto& [kind, patterns] : text.patterns) {
    for (const auto& [name, lines] : patterns)
      out[fmt::format("words.{}.{}", kind, name)] = fmt::format("{}", fmt::join(lines, "\n"));
  }
  for (const auto& [name, part] : text.parts)
    out["parts." + name] = part;
  for (const auto& [id, skill] : text.skills)
    out["skills." + id] = fmt::format("{}\n{}\n{}", skill.name, skill.meaning, fmt::join(skill.outcomes, "\n"));
  for (const auto& [level, word] : text.levels)
    out[fmt::format("levels.{}", level)] = word;
  for (const auto& [id, name] : text.evidence)
    out["evidence." + id] = name;
  for (const auto& [name, word] : text.comparable)
    out["eqf." + name] = word;
  return out;
}

/// "3 words changed, 1 more, 2 fewer"; empty for the same words.
std::string count_of_words(const Words& from, const Words& to) {
  std::size_t changed = 0;
  std::size_t fewer = 0;
  for (const auto& [name, word] : from) {
    const auto other = to.find(name);
    if (other == to.end())
      ++fewer;
    else if (other->second != word)
      ++changed;
  }
  const std::size_t more = to.size() + fewer - from.size();
  std::vector<std::string> out;
  if (changed > 0) out.push_back(counted(changed, "word") + " changed");
  if (more > 0) out.push_back(fmt::format("{} more", more));
  if (fewer > 0) out.push_back(fmt::format("{} fewer", fewer));
  return fmt::format("{}", fmt::join(out, ", "));
}

/// A skill that has another id now: one of `to` that no version before had, and whose aliases say the old name or id.
const Skill* renamed(const Skill& old, const Framework& from, const Framework& to) {
  const Skill* found = to.match(old.id);
  if (found == nullptr) found = to.match(old.name);
  return found != nullptr && from.find(found->id) == nullptr ? found : nullptr;
}

std::string skill_differences(const Skill& from, const Skill& to) {
  std::vector<std::string> out;
  if (from.id != to.id) out.push_back(fmt::format("is {} now", to.id));
  if (from.name != to.name) out.push_back(fmt::format("`{}` is called `{}` now", from.name, to.name));
  std::vector<std::string_view> changed;
  if (from.meaning != to.meaning) changed.emplace_back("meaning");
  if (from.group != to.group) changed.emplace_back("group");
  if (from.aliases != to.aliases) changed.emplace_back("aliases");
  if (from.esco != to.esco) changed.emplace_back("esco");
  if (from.key_competences != to.key_competences) changed.emplace_back("key competences");
  if (from.nearest != to.nearest) changed.emplace_back("nearest skills");
  if (from.volunteering != to.volunteering) changed.emplace_back("volunteering");
  if (from.evidence != to.evidence) changed.emplace_back("evidence");
  const auto same = [](const LearningOutcome& left, const LearningOutcome& right) {
    return left.text == right.text && left.criteria == right.criteria;
  };
  if (!std::equal(from.outcomes.begin(), from.outcomes.end(), to.outcomes.begin(), to.outcomes.end(), same))
    changed.emplace_back("learning outcomes");
  if (!changed.empty()) out.push_back(fmt::format("{} changed", fmt::join(changed, ", ")));
  return fmt::format("{}", fmt::join(out, "; "));
}

/// Two schemes, compared topic by topic.
class Comparison {
 public:
  Comparison(const Scheme& from, const Scheme& to) : from_(from), to_(to) {}

  std::vector<SchemeChange> compare() {
    std::string text = differences(terms_of(from_), terms_of(to_));
    if (!text.empty()) add("scheme", ChangeOf::changed, from_.id, std::move(text));
    compare_rules();
    compare_skills();
    compare_named("levels", levels_of(from_), levels_of(to_));
    compare_steps();
    compare_named("certificates", certificates_of(from_), certificates_of(to_));
    compare_languages();
    compare_files();
    return std::move(out_);
  }

 private:
  void add(std::string_view topic, ChangeOf what, const std::string& name, std::string text) {
    out_.push_back({std::string(topic), what, name, std::move(text)});
  }

  static Words terms_of(const Scheme& scheme) {
    Words out{{"name", scheme.name}, {"source", scheme.source}, {"usual design", scheme.usual_design}};
    out["eqf"] = scheme.eqf.indication ? "indication" : "off";
    for (const Eqf::Row& row : scheme.eqf.table)
      out["eqf of " + row.complexity] = row.comparable;
    return out;
  }

  void compare_rules() {
    for (const RuleSetting& old : from_.rules) {
      const RuleSetting* present = to_.find_rule(old.rule.value);
      if (present == nullptr) {
        add("rules", ChangeOf::removed, old.rule.value, "is not asked any more");
        continue;
      }
      std::string text = differences(parameters_of(old), parameters_of(*present), {"strength"});
      if (!text.empty()) add("rules", ChangeOf::changed, old.rule.value, std::move(text));
    }
    for (const RuleSetting& setting : to_.rules) {
      if (from_.find_rule(setting.rule.value) == nullptr)
        add("rules", ChangeOf::added, setting.rule.value, std::string(to_string(setting.strength)));
    }
  }

  void compare_skills() {
    std::set<std::string> same;
    for (const Skill& old : from_.framework.skills) {
      const Skill* present = to_.framework.find(old.id);
      if (present == nullptr) present = renamed(old, from_.framework, to_.framework);
      if (present == nullptr) {
        add("skills", ChangeOf::removed, old.id, old.name);
        continue;
      }
      same.insert(present->id);
      std::string text = skill_differences(old, *present);
      if (!text.empty()) add("skills", ChangeOf::changed, old.id, std::move(text));
    }
    for (const Skill& skill : to_.framework.skills) {
      if (!same.contains(skill.id)) add("skills", ChangeOf::added, skill.id, skill.name);
    }
  }

  static std::map<std::string, Words> levels_of(const Scheme& scheme) {
    std::map<std::string, Words> out;
    for (const Level& level : scheme.scale.levels)
      out[std::to_string(level.number)] = {{"word", level.word}, {"id", level.id}};
    return out;
  }

  static std::map<std::string, Words> certificates_of(const Scheme& scheme) {
    std::map<std::string, Words> out;
    for (const CertificateKind& kind : scheme.certificates) {
      out[kind.id] = {{"name", kind.name},
                      {"design", kind.design},
                      {"needs-section", kind.needs_section},
                      {"after", kind.after},
                      {"prints-skills", kind.prints_skills ? "true" : ""},
                      {"each", kind.each_competence ? "competence" : ""},
                      {"signed-by", kind.signed_by == SignedBy::centre  ? "centre"
                                    : kind.signed_by == SignedBy::tutor ? "tutor"
                                                                        : "organisations"}};
    }
    for (const DocumentKind& kind : scheme.documents)
      out[kind.id] = {{"name", kind.name}, {"design", kind.design}};
    return out;
  }

  void compare_named(std::string_view topic, const std::map<std::string, Words>& from,
                     const std::map<std::string, Words>& to) {
    const auto called = [](const Words& words) {
      const auto name = words.find("name");
      return name != words.end() ? name->second : words.at("word");
    };
    for (const auto& [id, old] : from) {
      const auto present = to.find(id);
      if (present == to.end()) {
        add(topic, ChangeOf::removed, id, called(old));
        continue;
      }
      std::string text = differences(old, present->second);
      if (!text.empty()) add(topic, ChangeOf::changed, id, std::move(text));
    }
    for (const auto& [id, words] : to) {
      if (!from.contains(id)) add(topic, ChangeOf::added, id, called(words));
    }
  }

  void compare_steps() {
    for (const Section& old : from_.sections) {
      const Section* present = to_.find_section(old.key);
      if (present == nullptr) {
        add("steps", ChangeOf::removed, old.key, old.title);
        continue;
      }
      const auto words = [](const Section& section) {
        return Words{{"title", section.title},
                     {"command", section.command},
                     {"leads-to", fmt::format("{}", fmt::join(section.leads_to, " "))}};
      };
      std::string text = differences(words(old), words(*present));
      if (!text.empty()) add("steps", ChangeOf::changed, old.key, std::move(text));
    }
    for (const Section& section : to_.sections) {
      if (from_.find_section(section.key) == nullptr) add("steps", ChangeOf::added, section.key, section.title);
    }
  }

  void compare_languages() {
    for (const auto& [language, old] : from_.texts) {
      const auto present = to_.texts.find(language);
      if (present == to_.texts.end()) {
        add("languages", ChangeOf::removed, language, "");
        continue;
      }
      std::string text = count_of_words(words_of(old), words_of(present->second));
      if (!text.empty()) add("languages", ChangeOf::changed, language, std::move(text));
    }
    for (const auto& [language, text] : to_.texts) {
      if (!from_.texts.contains(language))
        add("languages", ChangeOf::added, language, counted(words_of(text).size(), "word"));
    }
  }

  /// Whether what is said already tells why a file is another one.
  [[nodiscard]] bool is_told(const std::string& file) const {
    // It holds the version: it always differs.
    if (file == "scheme.yaml") return true;
    return std::any_of(out_.begin(), out_.end(), [&](const SchemeChange& change) {
      return (change.topic == "skills" && file == "competences.yaml") ||
             (change.topic == "languages" && file == fmt::format("text/{}.yaml", change.name));
    });
  }

  /// Designs lie beside scheme.yaml, as files in no folder.
  static bool is_design(const std::string& file) {
    return file.find('/') == std::string::npos && file.ends_with(".yaml") && file != "scheme.yaml" &&
           file != "competences.yaml" && file != "fonts.yaml";
  }

  void compare_files() {
    std::vector<SchemeChange> others;
    std::set<std::string> names;
    for (const Scheme* scheme : {&from_, &to_}) {
      for (const auto& [file, digest] : scheme->file_digests)
        names.insert(file);
    }
    for (const std::string& file : names) {
      const auto old = from_.file_digests.find(file);
      const auto present = to_.file_digests.find(file);
      const bool was = old != from_.file_digests.end();
      const bool is = present != to_.file_digests.end();
      if ((was && is && old->second == present->second) || is_told(file)) continue;
      const ChangeOf what = !was ? ChangeOf::added : !is ? ChangeOf::removed : ChangeOf::changed;
      if (is_design(file))
        add("designs", what, file, "");
      else
        others.push_back({"other files", what, file, ""});
    }
    out_.insert(out_.end(), others.begin(), others.end());
  }

  const Scheme& from_;
  const Scheme& to_;
  std::vector<SchemeChange> out_;
};

}  // namespace

std::string_view to_string(ChangeOf what) {
  switch (what) {
    case ChangeOf::added:
      return "added";
    case ChangeOf::removed:
      return "removed";
    case ChangeOf::changed:
      return "changed";
  }
  return "";
}

std::vector<SchemeChange> scheme_changes(const Scheme& from, const Scheme& to) {
  return Comparison(from, to).compare();
}

}  // namespace guerdon
