#include "model/framework.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace guerdon {

std::string skill_key(std::string_view word) {
  std::string plain;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = next_code_point(word, at);
    const bool dash = c >= 0x2010 && c <= 0x2015;
    append_utf8(plain, dash ? U'-' : c);
  }
  std::string key = ' ' + folded(plain) + ' ';
  constexpr std::string_view conjunction = " and ";
  for (std::size_t at = key.find(conjunction); at != std::string::npos; at = key.find(conjunction)) {
    key.replace(at, conjunction.size(), " ");
  }
  return key;
}

const std::string* Skill::find_criterion(std::string_view wanted) const {
  std::size_t outcome = 0;
  const auto [end, fault] = std::from_chars(wanted.data(), wanted.data() + wanted.size(), outcome);
  if (fault != std::errc{} || end + 1 != wanted.data() + wanted.size()) return nullptr;
  if (wanted.front() == '0' || outcome < 1 || outcome > outcomes.size() || *end < 'a' || *end > 'z') return nullptr;
  const auto& criteria = outcomes[outcome - 1].criteria;
  const auto letter = static_cast<std::size_t>(*end - 'a');
  return letter < criteria.size() ? &criteria[letter] : nullptr;
}

const Skill* Framework::find(std::string_view id) const {
  const auto it = std::find_if(skills.begin(), skills.end(), [&](const Skill& s) { return s.id == id; });
  return it == skills.end() ? nullptr : &*it;
}

const Skill* Framework::match(std::string_view word) const {
  if (const Skill* exact = find(word)) return exact;
  const std::string wanted = skill_key(word);
  const auto spelled_so = [&](std::string_view spelling) { return skill_key(spelling) == wanted; };
  for (const Skill& skill : skills) {
    if (spelled_so(skill.id) || spelled_so(skill.name) ||
        std::any_of(skill.aliases.begin(), skill.aliases.end(), spelled_so)) {
      return &skill;
    }
  }
  return nullptr;
}

std::vector<std::string> Framework::near(std::string_view word) const {
  std::vector<std::string> spellings;
  for (const Skill& skill : skills) {
    spellings.push_back(skill.id);
    spellings.push_back(skill.name);
    spellings.insert(spellings.end(), skill.aliases.begin(), skill.aliases.end());
  }
  std::vector<std::string> ids;
  for (const std::string& spelling : nearest(word, spellings)) {
    const Skill* skill = match(spelling);
    if (std::find(ids.begin(), ids.end(), skill->id) == ids.end()) ids.push_back(skill->id);
  }
  return ids;
}

namespace {

/// Whether `key` is a level's id, its word, the word without what stands in brackets behind it, or the number before
/// either: "4 Good".
bool is_said_by(const Level& level, const std::string& key) {
  const std::string bare = level.word.substr(0, level.word.find(" ("));
  const std::string number = std::to_string(level.number) + ' ';
  return (!level.id.empty() && key == skill_key(level.id)) || key == skill_key(level.word) || key == skill_key(bare) ||
         key == skill_key(number + level.word) || key == skill_key(number + bare);
}

}  // namespace

std::optional<int> Scale::parse(std::string_view word) const {
  int number = 0;
  const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), number);
  const bool is_number = fault == std::errc{} && end == word.data() + word.size();
  for (const Level& level : levels) {
    if (is_number ? level.number == number : !level.id.empty() && level.id == word) return level.number;
  }
  return std::nullopt;
}

std::optional<int> Scale::match(std::string_view word) const {
  if (const auto exact = parse(word)) return exact;
  const std::string key = skill_key(word);
  for (const Level& level : levels) {
    if (is_said_by(level, key)) return level.number;
  }
  return std::nullopt;
}

const Level* Scale::find(int number) const {
  const auto it = std::find_if(levels.begin(), levels.end(), [&](const Level& l) { return l.number == number; });
  return it == levels.end() ? nullptr : &*it;
}

}  // namespace guerdon
