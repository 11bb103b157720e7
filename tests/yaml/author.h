#pragma once

#include <random>
#include <string>
#include <vector>

#include "yaml/edit.h"

namespace guerdon::test {

inline const std::vector<yaml::SectionName> sections{{"enrolment", "enrolment"},
                                                     {"changes", "changes"},
                                                     {"midterm", "mid-term"},
                                                     {"evaluation", "evaluation form"},
                                                     {"statement", "professional statement"}};

inline std::string with_crlf(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') out += '\r';
    out += c;
  }
  return out;
}

/// Documents of the kinds that people's hands make, by a seed: comments in odd places, odd indents, blocks, flow
/// values, lost banners.
class Author {
 public:
  explicit Author(unsigned seed) : engine_(seed) {}

  std::string write() {
    std::string out = maybe(4) ? "# modeline\n" : "";
    out += "format: case/1\n";
    for (const yaml::SectionName& section : sections) {
      if (!maybe(5)) out += yaml::banner(section.title) + '\n';
      if (maybe(4)) out += "# a note under the banner\n";
      if (maybe(2)) out += section_text(section.key);
      if (maybe(3)) out += "\n";
      if (maybe(6)) out += "# a note between sections\n\n";
    }
    if (maybe(6)) out += "...\n";
    if (maybe(4)) out.pop_back();
    return maybe(4) ? with_crlf(out) : out;
  }

  bool maybe(unsigned one_in) { return engine_() % one_in == 0; }
  unsigned below(unsigned bound) { return static_cast<unsigned>(engine_() % bound); }

 private:
  std::string section_text(const std::string& key) {
    const std::string indent(1 + below(5), ' ');
    if (key == "changes") return key + ":" + comment() + "\n" + list(maybe(3) ? "" : indent);
    switch (below(5)) {
      case 0:
        return key + ": {on: 2026-01-01, 'x': \"#\"}" + comment() + "\n";
      case 1:
        return key + ":" + comment() + "\n";
      case 2:
        return key + ":\n" + indent + "on: 2026-01-01" + comment() + "\n" + indent + "# inside\n" + indent + "text: |" +
               chomping() + "\n" + literal(indent + "  ");
      case 3:
        return key + ":\n\n" + indent + "skills:\n" + list(indent + (maybe(2) ? "" : "  ")) + indent + "note: \"two\n" +
               indent + "  lines\"\n";
      default:
        return key + ":   # odd\n" + indent + "on:    2026-01-01\n" + indent + "by: [ a,\n" + indent + "     b ]\n" +
               (maybe(2) ? indent + "# last words\n" : "");
    }
  }

  std::string list(const std::string& indent) {
    std::string out;
    for (unsigned n = 1 + below(3); n > 0; --n) {
      out += indent + "-   on: 2026-01-0" + std::to_string(n) + comment() + "\n";
      if (maybe(3)) out += indent + "    reason: >" + chomping() + "\n" + literal(indent + "      ");
      if (maybe(4)) out += "\n";
      if (maybe(4)) out += indent + "  # about the next\n";
    }
    return out;
  }

  std::string literal(const std::string& indent) {
    return indent + "# no comment\n\n" + indent + "- no item\n" + indent + "  ── deeper\n" + (maybe(3) ? "\n" : "");
  }

  std::string chomping() { return maybe(3) ? "-" : ""; }
  std::string comment() { return maybe(3) ? "  # why" : ""; }

  std::mt19937 engine_;
};

}  // namespace guerdon::test
