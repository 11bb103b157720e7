#include "process/text_gaps.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "model/words.h"

namespace guerdon {
namespace {

/// What a variable tells, where several tell the same in other forms; empty for one that only chooses a form.
std::string told_by(const std::string& variable) {
  static const std::map<std::string, std::string, std::less<>> others{
      {"count-number", "count"},   {"steps", "levels-word"},  {"steps-number", "levels-word"},
      {"from", "period"},          {"to", "period"},          {"several-projects", ""},
      {"several-competences", ""}, {"several-assessors", ""}, {"several-tutors", ""}};
  const auto found = others.find(variable);
  return found == others.end() ? variable : found->second;
}

std::set<std::string> told_by(const std::vector<std::string>& lines) {
  std::set<std::string> out;
  for (const std::string& line : lines) {
    for (const std::string& variable : variables_of(line))
      out.insert(told_by(variable));
  }
  out.erase("");
  return out;
}

class Comparison {
 public:
  Comparison(const Scheme& scheme, const SchemeText& reference, const SchemeText& text)
      : scheme_(scheme), reference_(reference), text_(text) {}

  std::vector<std::string> gaps;

  void compare() {
    for (const auto& [name, pattern] : reference_.parts) {
      const auto own = text_.parts.find(name);
      compare_lines("parts." + name, {pattern}, own == text_.parts.end() ? nullptr : &own->second);
    }
    for (const auto& [kind, words] : reference_.patterns) {
      for (const auto& [name, lines] : words) {
        const std::string called = fmt::format("words.{}.{}", kind.empty() ? "every" : kind, name);
        if (const auto* own = find_word(kind, name))
          compare_variables(called, lines, *own);
        else
          gaps.push_back(called + " is missing");
      }
    }
    compare_framework();
  }

 private:
  /// The lines of a word: those of the kind, else those that hold for every one.
  [[nodiscard]] const std::vector<std::string>* find_word(const std::string& kind, const std::string& name) const {
    for (const std::string& where : {kind, std::string()}) {
      const auto words = text_.patterns.find(where);
      if (words == text_.patterns.end()) continue;
      if (const auto found = words->second.find(name); found != words->second.end()) return &found->second;
    }
    return nullptr;
  }

  void compare_lines(const std::string& called, const std::vector<std::string>& lines, const std::string* own) {
    if (own == nullptr) {
      gaps.push_back(called + " is missing");
    } else {
      compare_variables(called, lines, {*own});
    }
  }

  void compare_variables(const std::string& called, const std::vector<std::string>& wanted,
                         const std::vector<std::string>& own) {
    const std::set<std::string> there = told_by(own);
    const std::set<std::string> needed = told_by(wanted);
    for (const std::string& variable : needed) {
      if (!there.contains(variable)) gaps.push_back(fmt::format("{} prints no {{{}}}", called, variable));
    }
    for (const std::string& variable : there) {
      if (!needed.contains(variable)) gaps.push_back(fmt::format("{} prints {{{}}} besides", called, variable));
    }
  }

  void need(bool is_there, const std::string& called) {
    if (!is_there) gaps.push_back(called + " is missing");
  }

  void compare_framework() {
    for (const Skill& skill : scheme_.framework.skills) {
      const auto own = text_.skills.find(skill.id);
      need(own != text_.skills.end(), "skills." + skill.id);
      if (own != text_.skills.end() && !skill.outcomes.empty())
        need(!own->second.outcomes.empty(), "skills." + skill.id + ".outcomes");
    }
    for (const Level& level : scheme_.scale.levels)
      need(text_.levels.contains(level.number), fmt::format("levels.{}", level.number));
    for (const Framework::Group& kind : scheme_.framework.evidence)
      need(text_.evidence.contains(kind.id), "evidence." + kind.id);
    for (const Eqf::Row& row : scheme_.eqf.table)
      need(text_.comparable.contains(row.comparable), "eqf." + row.comparable);
  }

  const Scheme& scheme_;
  const SchemeText& reference_;
  const SchemeText& text_;
};

}  // namespace

const SchemeText* reference_text(const Scheme& scheme) {
  const auto english = scheme.texts.find("en");
  if (english != scheme.texts.end()) return &english->second;
  return scheme.texts.empty() ? nullptr : &scheme.texts.begin()->second;
}

std::vector<std::string> text_gaps(const Scheme& scheme, const SchemeText& text) {
  const SchemeText* reference = reference_text(scheme);
  if (reference == nullptr || reference->language == text.language) return {};
  Comparison comparison(scheme, *reference, text);
  comparison.compare();
  return std::move(comparison.gaps);
}

}  // namespace guerdon
