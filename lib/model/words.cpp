#include "model/words.h"

#include <algorithm>
#include <array>

namespace guerdon {
namespace {

void append(Phrase& phrase, std::string_view text, Emphasis emphasis) {
  if (text.empty()) return;
  if (!phrase.empty() && phrase.back().emphasis == emphasis) {
    phrase.back().text += text;
  } else {
    phrase.push_back({std::string(text), emphasis});
  }
}

/// Capitals for the letters that begin words of the languages in Latin script we have; others stay.
std::string capitalized(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

class Expansion {
 public:
  Expansion(std::string_view pattern, const Variables& variables) : pattern_(pattern), variables_(variables) {}

  Phrase run() { return part(false); }

 private:
  /// Reads up to the end, or to the `]` that closes an optional part; such a part comes back empty when it has to go.
  Phrase part(bool optional) {
    Phrase out;
    bool dropped = false;
    while (at_ < pattern_.size()) {
      const char c = pattern_[at_++];
      if (c == ']' && optional) break;
      if (c == '[') {
        for (const Words& words : part(true))
          append(out, words.text, words.emphasis);
      } else if (c == '{') {
        dropped |= !variable(out);
      } else if (c == '*' || c == '_') {
        toggle(c == '*' ? Emphasis::strong : Emphasis::stressed);
      } else {
        const std::size_t begin = c == '\\' ? at_++ : at_ - 1;
        append(out, pattern_.substr(begin, 1), emphasis_);
      }
    }
    return optional && dropped ? Phrase{} : out;
  }

  /// Whether what the braces ask for is there.
  bool variable(Phrase& out) {
    const std::size_t end = std::min(pattern_.find('}', at_), pattern_.size());
    std::string name(pattern_.substr(at_, end - at_));
    at_ = std::min(end + 1, pattern_.size());
    if (is_left_for_page(name)) {
      append(out, '{' + name + '}', emphasis_);
      return true;
    }
    const char mark = name.empty() ? ' ' : name.front();
    if (mark == '?' || mark == '!') return value(name.substr(1)).empty() == (mark == '!');
    const bool capital = mark >= 'A' && mark <= 'Z';
    if (capital) name.front() = static_cast<char>(mark - 'A' + 'a');
    const Phrase& words = value(name);
    for (const Words& run : words) {
      append(out, capital && &run == &words.front() ? capitalized(run.text) : run.text,
             run.emphasis == Emphasis::none ? emphasis_ : run.emphasis);
    }
    return !words.empty();
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

}  // namespace

bool is_left_for_page(std::string_view variable) {
  constexpr std::array<std::string_view, 4> names{"page", "pages", "level", "levels"};
  return std::find(names.begin(), names.end(), variable) != names.end();
}

std::string pattern_fault(std::string_view pattern) {
  int optional = 0;
  bool strong = false;
  bool stressed = false;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const char c = pattern[at];
    if (c == '\\') ++at;
    if (c == '[') ++optional;
    if (c == ']' && --optional < 0) return "`]` closes nothing";
    if (c == '*') strong = !strong;
    if (c == '_') stressed = !stressed;
    if (c == '}') return "`}` closes nothing";
    if (c == '{') {
      at = pattern.find('}', at);
      if (at == std::string_view::npos) return "`{` is not closed";
    }
  }
  if (optional > 0) return "`[` is not closed";
  if (strong) return "`*` is not closed";
  return stressed ? "`_` is not closed" : "";
}

Phrase expand(std::string_view pattern, const Variables& variables) { return Expansion(pattern, variables).run(); }

Phrase joined(const std::vector<Phrase>& phrases, const std::string& between, const std::string& last) {
  Phrase out;
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    if (i > 0) append(out, i + 1 == phrases.size() ? last : between, Emphasis::none);
    for (const Words& words : phrases[i])
      append(out, words.text, words.emphasis);
  }
  return out;
}

}  // namespace guerdon
