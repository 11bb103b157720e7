#include "model/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/text.h"
#include "model/locale.h"

namespace guerdon {
namespace {

void append(Phrase& phrase, const Words& words) {
  if (words.text.empty()) return;
  if (!phrase.empty() && phrase.back().emphasis == words.emphasis && phrase.back().language == words.language) {
    phrase.back().text += words.text;
  } else {
    phrase.push_back(words);
  }
}

/// What ends a part of a pattern.
enum class Part : std::uint8_t { whole, optional, choice };

class Expansion {
 public:
  Expansion(std::string_view pattern, const Variables& variables) : pattern_(pattern), variables_(variables) {}

  Phrase run() { return part(Part::whole); }

 private:
  /// Reads up to the end, to the `]` that closes an optional part, or to the `|` or `}` that closes a choice and stays;
  /// an optional part comes back empty when it has to go.
  Phrase part(Part kind) {
    Phrase out;
    bool dropped = false;
    while (at_ < pattern_.size()) {
      const char c = pattern_[at_];
      if (kind == Part::choice && (c == '|' || c == '}')) break;
      ++at_;
      if (c == ']' && kind == Part::optional) break;
      if (c == '[') {
        for (const Words& words : part(Part::optional))
          append(out, words);
      } else if (c == '{') {
        dropped |= !variable(out);
      } else if (c == '*' || c == '_') {
        toggle(c == '*' ? Emphasis::strong : Emphasis::stressed);
      } else {
        const std::size_t begin = c == '\\' ? at_++ : at_ - 1;
        append(out, {std::string(pattern_.substr(begin, 1)), emphasis_});
      }
    }
    return kind == Part::optional && dropped ? Phrase{} : out;
  }

  /// Whether what the braces ask for is there.
  bool variable(Phrase& out) {
    const std::size_t end = std::min(pattern_.find_first_of("|}", at_), pattern_.size());
    std::string name(pattern_.substr(at_, end - at_));
    at_ = end;
    if (at_ < pattern_.size() && pattern_[at_] == '|') return choice(name, out);
    at_ = std::min(end + 1, pattern_.size());
    if (is_left_for_page(name)) {
      append(out, {'{' + name + '}', emphasis_});
      return true;
    }
    const char mark = name.empty() ? ' ' : name.front();
    if (mark == '?' || mark == '!') return value(name.substr(1)).empty() == (mark == '!');
    const bool capital = mark >= 'A' && mark <= 'Z';
    if (capital) name.front() = static_cast<char>(mark - 'A' + 'a');
    const Phrase& words = value(name);
    for (const Words& run : words) {
      append(out, {capital && &run == &words.front() ? capitalized(run.text) : run.text,
                   run.emphasis == Emphasis::none ? emphasis_ : run.emphasis, run.language});
    }
    return !words.empty();
  }

  /// `|one:…|other:…}`: the branch of that name, or that of `other`; whether there is one.
  bool choice(const std::string& name, Phrase& out) {
    const std::string wanted = plain(value(name + '|'));
    const Emphasis before = emphasis_;
    std::optional<Phrase> chosen;
    std::optional<Phrase> other;
    while (at_ < pattern_.size() && pattern_[at_] == '|') {
      const std::size_t colon = pattern_.find_first_of(":|}", ++at_);
      if (colon == std::string_view::npos || pattern_[colon] != ':') {
        at_ = std::min(colon, pattern_.size());
        continue;
      }
      const std::string_view key = pattern_.substr(at_, colon - at_);
      at_ = colon + 1;
      Phrase phrase = part(Part::choice);
      emphasis_ = before;
      if (key == wanted)
        chosen = std::move(phrase);
      else if (key == "other")
        other = std::move(phrase);
    }
    at_ = std::min(at_ + 1, pattern_.size());
    if (!chosen) chosen = std::move(other);
    for (const Words& words : chosen.value_or(Phrase{}))
      append(out, words);
    return chosen && !chosen->empty();
  }

  [[nodiscard]] const Phrase& value(std::string_view name) const {
    static const Phrase none;
    const auto found = variables_.find(name);
    return found != variables_.end() ? found->second : none;
  }

  void toggle(Emphasis emphasis) { emphasis_ = emphasis_ == emphasis ? Emphasis::none : emphasis; }

  std::string_view pattern_;
  const Variables& variables_;
  std::size_t at_ = 0;
  Emphasis emphasis_ = Emphasis::none;
};

/// Walks through a pattern and says what is not well formed.
class Inspection {
 public:
  explicit Inspection(std::string_view pattern) : pattern_(pattern) {}

  std::set<std::string> variables;

  std::string run() {
    std::string fault = part(Part::whole);
    if (fault.empty() && at_ < pattern_.size()) fault = fmt::format("`{}` closes nothing", pattern_[at_]);
    return fault;
  }

 private:
  std::string part(Part kind) {
    bool strong = false;
    bool stressed = false;
    for (; at_ < pattern_.size(); ++at_) {
      const char c = pattern_[at_];
      if (c == ']' || c == '}' || (c == '|' && kind == Part::choice)) break;
      if (c == '\\') ++at_;
      if (c == '*') strong = !strong;
      if (c == '_') stressed = !stressed;
      if (c != '[' && c != '{') continue;
      ++at_;
      if (std::string fault = c == '[' ? optional() : variable(); !fault.empty()) return fault;
    }
    if (strong) return "`*` is not closed";
    return stressed ? "`_` is not closed" : "";
  }

  std::string optional() {
    std::string fault = part(Part::optional);
    if (!fault.empty()) return fault;
    if (at_ >= pattern_.size()) return "`[` is not closed";
    return pattern_[at_] == ']' ? "" : fmt::format("`{}` closes nothing", pattern_[at_]);
  }

  std::string variable() {
    const std::size_t end = pattern_.find_first_of("|}", at_);
    if (end == std::string_view::npos) return "`{` is not closed";
    std::string name(pattern_.substr(at_, end - at_));
    if (name.starts_with('?') || name.starts_with('!')) name.erase(0, 1);
    if (!name.empty() && name.front() >= 'A' && name.front() <= 'Z')
      name.front() = static_cast<char>(name.front() - 'A' + 'a');
    if (pattern_[end] == '}') variables.insert(name);
    at_ = end;
    bool other = pattern_[end] == '}';
    while (pattern_[at_] == '|') {
      const std::size_t colon = pattern_.find_first_of(":|}", ++at_);
      if (colon == std::string_view::npos) return "`{` is not closed";
      if (pattern_[colon] != ':') return fmt::format("a choice of `{}` has no `:`", name);
      other |= pattern_.substr(at_, colon - at_) == "other";
      at_ = colon + 1;
      if (std::string fault = part(Part::choice); !fault.empty()) return fault;
      if (at_ >= pattern_.size()) return "`{` is not closed";
      if (pattern_[at_] == ']') return "`]` closes nothing";
    }
    return other ? "" : fmt::format("the choices of `{}` have no `other:`", name);
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
};

}  // namespace

bool is_left_for_page(std::string_view variable) {
  constexpr std::array<std::string_view, 4> names{"page", "pages", "level", "levels"};
  return std::find(names.begin(), names.end(), variable) != names.end();
}

std::string pattern_fault(std::string_view pattern) { return Inspection(pattern).run(); }

std::set<std::string> variables_of(std::string_view pattern) {
  Inspection inspection(pattern);
  static_cast<void>(inspection.run());
  return std::move(inspection.variables);
}

Phrase plain_phrase(const std::string& text, const std::string& language) {
  return text.empty() ? Phrase{} : Phrase{{text, Emphasis::none, language}};
}

Phrase expand(std::string_view pattern, const Variables& variables) { return Expansion(pattern, variables).run(); }

Phrase joined(const std::vector<Phrase>& phrases, const std::string& between, const std::string& last) {
  Phrase out;
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    if (i > 0) append(out, {i + 1 == phrases.size() ? last : between, Emphasis::none});
    for (const Words& words : phrases[i])
      append(out, words);
  }
  return out;
}

Phrase listed(const std::vector<Phrase>& phrases, const Locale& locale) {
  if (phrases.empty()) return {};
  return joined(phrases, locale.list_between, locale.last_before(plain(phrases.back())));
}

}  // namespace guerdon
