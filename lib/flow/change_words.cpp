#include "flow/change_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/date.h"
#include "base/text.h"
#include "model/private_keys.h"

namespace guerdon {
namespace {

using yaml::Kind;
using yaml::Node;

/// More than this is not told.
constexpr std::size_t longest_value = 60;

/// What a step that was recorded is called, where its section's name does not do.
struct StepWords {
  std::string_view section;
  std::string_view done;
};

constexpr StepWords step_words[] = {
    {"enrolment", "enrolled"},
    {"placement", "placement"},
    {"objectives", "objectives set"},
    {"midterm", "mid-term evaluation held"},
    {"stated", "participation stated"},
    {"confirmed", "participation confirmed"},
    {"self-assessment", "self-assessed"},
    {"validation", "validated"},
    {"statement", "professional statement written"},
    {"assessments", "assessed"},
    {"exit", "left the path"},
};

/// What a value is called in its section, where its key does not do.
struct ValueWords {
  std::string_view section;
  std::string_view key;
  std::string_view words;
};

constexpr ValueWords value_words[] = {
    {"placement", "from", "begins"},
    {"placement", "to", "ends"},
    {"placement", "hours", "hours"},
    {"placement", "project", "project"},
    {"placement", "organisation", "organisation"},
    {"placement", "coordinator", "coordinator"},
    {"self-assessment", "level", "self-assessed"},
    {"midterm", "level", "at mid-term"},
    {"validation", "agreed", "agreed"},
    {"validation", "claimed", "claimed"},
};

std::string with_spaces(std::string_view key) {
  std::string out(key);
  std::replace(out.begin(), out.end(), '-', ' ');
  return out;
}

bool is_private(std::string_view key) {
  return std::find(private_keys.begin(), private_keys.end(), key) != private_keys.end();
}

const Node* word_of(const Node& item, std::string_view key) {
  const Node* value = item.find(key);
  return value != nullptr && value->kind == Kind::scalar ? value : nullptr;
}

class Words {
 public:
  Words(const Difference& difference, const SkillNames& skills)
      : path_(difference.path), before_(difference.before), after_(difference.after), skills_(skills) {}

  std::string tell() {
    const Node& value = after_ != nullptr ? *after_ : *before_;
    if (value.kind == Kind::mapping && (before_ == nullptr || after_ == nullptr)) return tell_block(value);
    return tell_value();
  }

 private:
  [[nodiscard]] std::string_view section() const { return path_.front(); }

  /// "Team work" of the item that the path goes through; empty for none.
  [[nodiscard]] std::string skill() const {
    for (std::size_t i = 1; i < path_.size(); ++i) {
      if (path_[i - 1] == "skills" || path_[i - 1] == "competences") return name(path_[i]);
    }
    return {};
  }

  [[nodiscard]] std::string name(const std::string& id) const {
    const auto found = skills_.find(id);
    return found == skills_.end() ? id : found->second;
  }

  /// "Team work 4", "Language left out"
  [[nodiscard]] std::string skill_in(const Node& item) const {
    const Node* id = word_of(item, "skill") != nullptr ? word_of(item, "skill") : word_of(item, "competence");
    std::string out = id != nullptr ? name(id->scalar) : "?";
    for (const char* key : {"agreed", "level", "outcome"}) {
      if (const Node* level = word_of(item, key)) return out + ' ' + level->scalar;
    }
    return item.find("left-out") != nullptr ? out + " left out" : out;
  }

  [[nodiscard]] std::string skills_in(const Node& block) const {
    const Node* table = block.find("skills") != nullptr ? block.find("skills") : block.find("competences");
    std::string out;
    if (table == nullptr) return out;
    for (const Node& item : table->items) {
      if (item.kind != Kind::mapping) continue;
      out += (out.empty() ? "" : ", ") + skill_in(item);
    }
    return out;
  }

  [[nodiscard]] std::string change(const Node& block) const {
    const Node* kind = word_of(block, "kind");
    const Node* from = word_of(block, "from");
    const Node* to = word_of(block, "to");
    if (kind == nullptr || to == nullptr) return "change recorded";
    if (kind->scalar == "ended") return "ended early, last day " + spoken(*to);
    if (kind->scalar == "extended") return "extended, last day " + spoken(*to);
    return from != nullptr ? fmt::format("absent {} to {}", spoken(*from), spoken(*to)) : "absent to " + spoken(*to);
  }

  [[nodiscard]] std::string placement(const Node& block) const {
    std::string out = "placement";
    if (const Node* project = word_of(block, "project")) out += ": " + spoken(*project);
    if (const Node* host = word_of(block, "organisation")) out += " at " + host->scalar;
    const Node* from = word_of(block, "from");
    const Node* to = word_of(block, "to");
    return from != nullptr && to != nullptr ? fmt::format("{}, {} to {}", out, spoken(*from), spoken(*to)) : out;
  }

  /// What a step is called: by the key that it stands under, be it a section or a part of one.
  [[nodiscard]] std::string step() const {
    for (std::size_t i = path_.size(); i-- > 0;) {
      for (const StepWords& words : step_words) {
        if (words.section == path_[i]) return std::string(words.done);
      }
    }
    return std::string(section()) + " recorded";
  }

  /// A step, an item or another block that was added or removed.
  [[nodiscard]] std::string tell_block(const Node& block) const {
    if (const std::string inside = skill(); !inside.empty())
      return fmt::format("{}: {} {}", section(), skill_in(block), verb());
    std::string out = step();
    if (section() == "changes") out = change(block);
    if (section() == "placement") out = placement(block);
    if (section() == "waivers") out = "waived " + path_.back();
    if (path_.size() > 2 && path_[1] == "experiences") out = "experience " + path_[2];
    if (path_.size() > 2 && path_[1] == "evidence") out = "evidence " + path_[2];
    if (const std::string list = skills_in(block); !list.empty()) out += ": " + list;
    const Node* by = word_of(block, "by");
    if (by != nullptr && section() != "changes") out += " by " + by->scalar;
    const Node* on = word_of(block, "on");
    if (on != nullptr && section() != "changes") out += fmt::format(" ({})", spoken(*on));
    return after_ != nullptr ? out : out + ": removed";
  }

  [[nodiscard]] std::string_view verb() const { return after_ != nullptr ? "added" : "removed"; }

  /// What the value is called: "Team work agreed", "ends", "validation with".
  [[nodiscard]] std::string label() const {
    const std::string& key = path_.back();
    const std::string of = skill();
    for (const ValueWords& words : value_words) {
      if (words.section != section() || words.key != key) continue;
      const std::string& item = of.empty() && path_.size() > 2 ? path_[1] : of;
      return item.empty() ? std::string(words.words) : fmt::format("{} {}", item, words.words);
    }
    const std::string what = key == "on" ? "date" : with_spaces(key);
    if (!of.empty()) return fmt::format("{}: {} of {}", section(), what, of);
    return path_.size() == 1 ? what : fmt::format("{} {}", section(), what);
  }

  [[nodiscard]] bool is_quiet() const {
    return std::any_of(path_.begin(), path_.end(), [](const std::string& key) {
      return is_private(key) || key == "text" || key == "grounds" || key == "starrt" || key == "starrtt";
    });
  }

  [[nodiscard]] std::string tell_value() const {
    const std::string a = before_ != nullptr ? spoken(*before_) : "";
    const std::string b = after_ != nullptr ? spoken(*after_) : "";
    if (is_quiet() || a == "…" || b == "…")
      return fmt::format("{} {}", label(), before_ == nullptr ? "written" : after_ == nullptr ? "removed" : "changed");
    if (before_ == nullptr) return fmt::format("{} {}", label(), b);
    if (after_ == nullptr) return fmt::format("{} {}: removed", label(), a);
    return fmt::format("{} {} → {}", label(), a, b);
  }

  const std::vector<std::string>& path_;
  const Node* before_;
  const Node* after_;
  const SkillNames& skills_;
};

}  // namespace

std::string spoken(const Node& value) {
  constexpr std::array months{"January", "February", "March",     "April",   "May",      "June",
                              "July",    "August",   "September", "October", "November", "December"};
  if (value.kind == Kind::null) return "nothing";
  std::string out = value.scalar;
  if (const auto date = Date::parse(value.scalar))
    return fmt::format("{} {} {}", date->day(), months[static_cast<std::size_t>(date->month() - 1)], date->year());
  for (const Node& item : value.items) {
    if (item.kind != Kind::scalar || value.kind == Kind::mapping) return "…";
    out += (out.empty() ? "" : ", ") + item.scalar;
  }
  if (value.kind != Kind::scalar && out.empty()) return "nothing";
  return out.size() > longest_value || out.find('\n') != std::string::npos ? "…" : out;
}

std::string words_of(const Difference& difference, const SkillNames& skills) {
  return Words(difference, skills).tell();
}

}  // namespace guerdon
