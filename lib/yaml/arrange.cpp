#include "yaml/arrange.h"

#include <algorithm>

namespace guerdon::yaml {
namespace {

constexpr std::string_view modeline = "# yaml-language-server:";

/// The lines of one section with its banner, or of what stands before the first.
struct Chunk {
  std::size_t order = 0;  ///< 0 for what stands before the first section, else the section's number from 1
  std::vector<LaidLine> lines;
};

using Sections = std::vector<SectionName>;

bool is_comment(const LaidLine& line) { return line.kind == LaidLine::Kind::comment && line.indent == 0; }

/// The number from 1 of the section whose banner this is; 0 for any other line.
std::size_t banner_of(const LaidLine& line, const Sections& sections) {
  const std::string_view title = is_comment(line) ? banner_title(line.text) : std::string_view();
  if (title.empty()) return 0;
  const auto found =
      std::find_if(sections.begin(), sections.end(), [&](const auto& one) { return one.title == title; });
  return found == sections.end() ? 0 : static_cast<std::size_t>(found - sections.begin()) + 1;
}

std::size_t section_of(const LaidLine& line, const Sections& sections) {
  const auto found =
      std::find_if(sections.begin(), sections.end(), [&](const auto& one) { return one.key == line.key; });
  return line.key.empty() || found == sections.end() ? 0 : static_cast<std::size_t>(found - sections.begin()) + 1;
}

/// Where the comments begin that lead to the line behind the last one: those under a banner belong to the banner,
/// until a blank line.
std::size_t leading_comments(const std::vector<LaidLine>& lines, const Sections& sections) {
  std::size_t begin = lines.size();
  while (begin > 0 && is_comment(lines[begin - 1]) && banner_of(lines[begin - 1], sections) == 0)
    --begin;
  if (begin == 0 || banner_of(lines[begin - 1], sections) == 0) return begin;
  while (begin < lines.size() && !lines[begin].after_blank)
    ++begin;
  return begin;
}

std::vector<Chunk> chunks_of(std::vector<LaidLine> lines, const Sections& sections) {
  std::vector<Chunk> out(1);
  for (LaidLine& line : lines) {
    const std::size_t banner = banner_of(line, sections);
    const std::size_t section = section_of(line, sections);
    if (banner != 0) {
      out.push_back({banner, {}});
    } else if (section != 0 && section != out.back().order) {
      std::vector<LaidLine>& before = out.back().lines;
      const auto begin = before.begin() + static_cast<std::ptrdiff_t>(leading_comments(before, sections));
      std::vector<LaidLine> leading(std::make_move_iterator(begin), std::make_move_iterator(before.end()));
      before.erase(begin, before.end());
      out.push_back({section, std::move(leading)});
    }
    out.back().lines.push_back(std::move(line));
  }
  return out;
}

LaidLine banner_line(const SectionName& section) {
  LaidLine line;
  line.kind = LaidLine::Kind::comment;
  line.text = banner(section.title);
  return line;
}

/// The lines in the order of the sections, with a banner for each.
std::vector<LaidLine> in_order(std::vector<LaidLine> lines, const Sections& sections) {
  if (sections.empty()) return lines;
  std::vector<Chunk> chunks = chunks_of(std::move(lines), sections);
  std::vector<LaidLine> out;
  for (std::size_t order = 0; order <= sections.size(); ++order) {
    bool has_banner = order == 0;
    for (Chunk& chunk : chunks) {
      if (chunk.order != order) continue;
      if (!has_banner && banner_of(chunk.lines.front(), sections) == 0) out.push_back(banner_line(sections[order - 1]));
      has_banner = true;
      std::move(chunk.lines.begin(), chunk.lines.end(), std::back_inserter(out));
    }
    if (!has_banner) out.push_back(banner_line(sections[order - 1]));
  }
  for (LaidLine& line : out) {
    if (const std::size_t number = banner_of(line, sections); number != 0)
      line.text = banner(sections[number - 1].title);
  }
  return out;
}

}  // namespace

std::string arranged(std::vector<LaidLine> lines, const Sections& sections) {
  const auto first = std::find_if(lines.begin(), lines.end(), [](const LaidLine& line) {
    return is_comment(line) && std::string_view(line.text).starts_with(modeline);
  });
  const bool has_modeline = first != lines.end();
  if (has_modeline) std::rotate(lines.begin(), first, first + 1);
  lines = in_order(std::move(lines), sections);
  std::string out;
  const LaidLine* before = nullptr;
  for (const LaidLine& line : lines) {
    const bool is_banner = banner_of(line, sections) != 0;
    const bool under_title =
        before == nullptr || (has_modeline && before == &lines.front()) || banner_of(*before, sections) != 0;
    const bool parted =
        is_banner ? before != nullptr && banner_of(*before, sections) == 0 : line.after_blank && !under_title;
    if (parted && before->before_blank) out += '\n';
    if (!line.text.empty()) out.append(line.indent, ' ');
    out += line.text;
    out += '\n';
    before = &line;
  }
  return out;
}

}  // namespace guerdon::yaml
