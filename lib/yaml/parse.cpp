#include "yaml/parse.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.h"
#include "yaml/full.h"
#include "yaml/place_at.h"
#include "yaml/strict.h"

namespace guerdon::yaml {
namespace {

// yaml-cpp holds all of a list in brackets at once: memory stays within forty times the file.
constexpr std::size_t flow_marks_anyway = 500;
constexpr std::size_t bytes_per_flow_mark = 10;

/// 1 for each byte that is one.
constexpr auto flow_mark = [] {
  std::array<std::uint8_t, 256> out{};
  for (const char c : {'[', '{', ','})
    out.at(static_cast<unsigned char>(c)) = 1;
  return out;
}();

/// What can be said of the bytes before any YAML is read. Returns whether they may be read at all.
bool check_bytes(const std::string& path, std::string_view text, Diagnostics& findings) {
  if (text.size() > max_file_bytes) {
    findings.error("yaml", {path, {}},
                   fmt::format("the file has {} bytes, a record has at most {}", text.size(), max_file_bytes));
    return false;
  }
  if (const auto bad = find_bad_utf8(text)) {
    findings.error("yaml", {path, place_at(text, *bad, 1)},
                   fmt::format("the byte 0x{:02X} is not UTF-8", static_cast<unsigned char>(text[*bad])),
                   "save the file as UTF-8");
    return false;
  }
  std::size_t untold = 0;
  std::vector<ForbiddenCharacter> forbidden;
  for (std::size_t begin = 0; begin < text.size();) {
    // A line end stays whole, so that no carriage return is parted from it; so does a code point.
    std::size_t end = std::min(begin + 4096, text.size());
    while (end < text.size() && (text[end] == '\n' || (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U))
      ++end;
    for (ForbiddenCharacter& found : find_forbidden_characters(text.substr(begin, end - begin))) {
      found.offset += begin;
      if (found.offset == 0 && found.code_point == 0xFEFF) continue;
      if (forbidden.size() < most_findings_of_file) {
        forbidden.push_back(found);
      } else {
        ++untold;
      }
    }
    begin = end;
  }
  if (untold > 0) {
    forbidden.pop_back();
    ++untold;
  }
  if (untold > 0)
    findings.error("yaml", {path, {}}, fmt::format("{} more characters that cannot stand in a record", untold),
                   "save the file as plain UTF-8 text");
  for (const ForbiddenCharacter& found : forbidden) {
    std::size_t end = found.offset;
    next_code_point(text, end);
    findings.error("yaml", {path, place_at(text, found.offset, end - found.offset)},
                   fmt::format("{} ({}) cannot stand in a record", found.kind, code_point_name(found.code_point)),
                   found.code_point == '\t' ? "indent with spaces" : "remove the character");
  }
  std::size_t flow_marks = 0;
  for (const char c : text)
    flow_marks += flow_mark[static_cast<unsigned char>(c)];
  if (flow_marks > flow_marks_anyway + text.size() / bytes_per_flow_mark) {
    findings.error("yaml", {path, {}}, fmt::format("{} brackets and commas in {} bytes", flow_marks, text.size()),
                   "write a long list with one item on a line: `- item`");
    return false;
  }
  return untold == 0;
}

}  // namespace

std::optional<Document> parse(std::string path, std::string text, Diagnostics& findings) {
  const std::size_t before = findings.count(Severity::error);
  if (!check_bytes(path, text, findings)) return std::nullopt;
  std::optional<Node> root;
  if (findings.count(Severity::error) == before) root = read_strict(text);
  if (!root) root = read_full(path, text, findings);
  if (!root || findings.count(Severity::error) > before) return std::nullopt;
  return Document{std::move(path), std::move(text), std::move(*root)};
}

}  // namespace guerdon::yaml
