#include "yaml/edit.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "yaml/emit.h"
#include "yaml/parse.h"

namespace guerdon::yaml {
namespace {

std::size_t line_start(std::string_view text, std::size_t offset) {
  const std::size_t newline = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  return newline == std::string_view::npos ? 0 : newline + 1;
}

std::size_t next_line(std::string_view text, std::size_t offset) {
  const std::size_t newline = text.find('\n', offset);
  return newline == std::string_view::npos ? text.size() : newline + 1;
}

std::string_view line_at(std::string_view text, std::size_t start) {
  std::string_view line = text.substr(start, next_line(text, start) - start);
  while (line.ends_with('\n') || line.ends_with('\r'))
    line.remove_suffix(1);
  return line;
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \r\n") == std::string_view::npos; }

/// The byte behind the last line that belongs to the entry whose key stands at `key`. yaml-cpp gives no end marks, so
/// the end is found from the next beginning: blank lines and comments no deeper than the key introduce what follows.
std::size_t entry_end(std::string_view text, const Node& key, std::size_t bound) {
  const std::size_t first = next_line(text, key.offset);
  std::size_t end = bound == text.size() ? text.size() : line_start(text, bound);
  while (end > first) {
    const std::size_t begin = line_start(text, end - 1);
    const std::string_view line = line_at(text, begin);
    const std::size_t column = line.find_first_not_of(' ');
    const bool foreign =
        is_blank(line) || line.starts_with("...") || (line[column] == '#' && column < key.place.column);
    if (!foreign) break;
    end = begin;
  }
  return end;
}

struct Entry {
  const Node* key = nullptr;
  const Node* value = nullptr;
  std::size_t bound = 0;  ///< where the next thing begins
};

Entry find_entry(const Node& map, std::string_view name, std::size_t bound) {
  for (std::size_t i = 0; i < map.keys.size(); ++i) {
    if (map.keys[i].scalar != name) continue;
    return {&map.keys[i], &map.items[i], i + 1 < map.keys.size() ? map.keys[i + 1].offset : bound};
  }
  return {};
}

/// Where a section that is not there belongs: behind its banner and the comments under it, else before the next known
/// section.
std::size_t place_for(const Document& document, const std::vector<SectionName>& sections, std::string_view key) {
  const std::string_view text = document.text;
  const auto self = std::find_if(sections.begin(), sections.end(), [&](const SectionName& s) { return s.key == key; });
  const auto comments = document.comments();
  for (const CommentLine& comment : comments) {
    if (self == sections.end() || banner_title(comment.text) != self->title) continue;
    std::size_t at = next_line(text, comment.offset);
    while (at < text.size() && text[at] == '#' && banner_title(line_at(text, at)).empty())
      at = next_line(text, at);
    return at;
  }
  if (self == sections.end()) return text.size();
  for (auto later = self + 1; later != sections.end(); ++later) {
    for (const CommentLine& comment : comments) {
      if (banner_title(comment.text) == later->title) return comment.offset;
    }
    if (const Entry entry = find_entry(document.root, later->key, text.size()); entry.key != nullptr) {
      std::size_t at = entry.key->offset;
      while (at > 0 && text[line_start(text, at - 1)] == '#')
        at = line_start(text, at - 1);
      return at;
    }
  }
  return text.size();
}

std::string with_line_ends(std::string lines, std::string_view ends) {
  if (ends == "\n") return lines;
  std::string out;
  for (const char c : lines) {
    if (c == '\n') out += '\r';
    out += c;
  }
  return out;
}

/// One change of the text: `lines` in place of the bytes from `begin` to `end`.
struct Splice {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string lines;
};

std::string apply(const Document& document, const Splice& splice) {
  const std::string_view ends = document.text.find("\r\n") != std::string::npos ? "\r\n" : "\n";
  std::string out = document.text.substr(0, splice.begin);
  if (!out.empty() && out.back() != '\n') out += ends;
  out += with_line_ends(splice.lines, ends);
  out += document.text.substr(splice.end);
  return out;
}

std::string section_lines(const Edit& edit) { return emit_entry(edit.section, edit.value, 0); }

[[noreturn]] void refuse(const Document& document, Place place, const Edit& edit) {
  throw Error(
      Failure::refused,
      Diagnostic{
          Severity::error,
          "edit",
          {document.path, place},
          fmt::format(
              "`{}` is laid out so that nothing can be added without touching other lines; the file is unchanged",
              edit.section),
          "put this in yourself:\n" +
              (edit.kind == EditKind::append ? emit(list({edit.value}), 2) : section_lines(edit))});
}

/// The section's lines in place of the line that says it is empty, whose comment stays.
std::string filled_lines(std::string_view empty_line, const Edit& edit) {
  std::string lines = section_lines(edit);
  const std::size_t comment = empty_line.find(" #");
  if (comment == std::string_view::npos) return lines;
  std::string_view kept = empty_line.substr(comment);
  const std::size_t colon = empty_line.find(':');
  if (is_blank(empty_line.substr(colon + 1, comment - colon - 1))) kept = empty_line.substr(colon + 1);
  return lines.insert(lines.find('\n'), kept);
}

/// Adds a section where none is. A blank line parts it from the next banner, so that branches that fill different
/// sections merge.
Splice set_section(const Document& document, const std::vector<SectionName>& sections, const Edit& edit) {
  const std::string_view text = document.text;
  const Entry empty = find_entry(document.root, edit.section, text.size());
  if (empty.key != nullptr) {
    const std::size_t begin = line_start(text, empty.key->offset);
    return {begin, next_line(text, begin), filled_lines(line_at(text, begin), edit)};
  }
  const std::size_t at = place_for(document, sections, edit.section);
  const bool followed = at < text.size() && !is_blank(line_at(text, at));
  return {at, at, section_lines(edit) + (followed ? "\n" : "")};
}

Splice append_item(const Document& document, const Edit& edit) {
  const std::string_view text = document.text;
  Entry entry = find_entry(document.root, edit.section, text.size());
  if (!edit.inside.empty()) entry = find_entry(*entry.value, edit.inside, entry.bound);
  if (entry.value->flow || entry.value->items.empty()) refuse(document, entry.key->place, edit);
  const std::size_t at = entry_end(text, *entry.key, entry.bound);
  return {at, at, emit(list({edit.value}), entry.value->place.column - 1)};
}

Splice extend_block(const Document& document, const Edit& edit) {
  const std::string_view text = document.text;
  const Entry entry = find_entry(document.root, edit.section, text.size());
  if (entry.value->flow || entry.value->keys.empty()) refuse(document, entry.key->place, edit);
  const std::size_t at = entry_end(text, *entry.key, entry.bound);
  return {at, at, emit(edit.value, entry.value->keys.front().place.column - 1)};
}

Splice replace_section(const Document& document, const Edit& edit) {
  const std::string_view text = document.text;
  const Entry entry = find_entry(document.root, edit.section, text.size());
  return {line_start(text, entry.key->offset), entry_end(text, *entry.key, entry.bound), section_lines(edit)};
}

/// The tree that the edit must lead to.
Node wanted(const Document& document, const Edit& edit) {
  Node out = document.root;
  if (out.kind == Kind::null) out.kind = Kind::mapping;
  Node* value = nullptr;
  for (std::size_t i = 0; i < out.keys.size(); ++i) {
    if (out.keys[i].scalar == edit.section) value = &out.items[i];
  }
  if (value == nullptr) {
    out.keys.push_back(bare(edit.section));
    out.items.push_back(edit.value);
    return out;
  }
  if (edit.kind == EditKind::append) {
    for (std::size_t i = 0; !edit.inside.empty() && i < value->keys.size(); ++i) {
      if (value->keys[i].scalar == edit.inside) value = &value->items[i];
    }
    value->items.push_back(edit.value);
  } else if (edit.kind == EditKind::extend) {
    value->keys.insert(value->keys.end(), edit.value.keys.begin(), edit.value.keys.end());
    value->items.insert(value->items.end(), edit.value.items.begin(), edit.value.items.end());
  } else {
    *value = edit.value;
  }
  return out;
}

/// Same content, the top-level keys in any order.
bool same_record(const Node& a, const Node& b) {
  if (a.keys.size() != b.keys.size()) return false;
  return std::all_of(a.keys.begin(), a.keys.end(), [&](const Node& key) {
    const Node* x = a.find(key.scalar);
    const Node* y = b.find(key.scalar);
    return y != nullptr && same_content(*x, *y);
  });
}

/// The edit as it has to be carried out in this file: a list that is not there yet is begun.
Edit fitted(const Node* present, Edit edit) {
  const bool filled = present != nullptr && present->kind != Kind::null;
  if (edit.kind == EditKind::append && !edit.inside.empty() && (!filled || present->find(edit.inside) == nullptr)) {
    edit.value = block({{edit.inside, list({std::move(edit.value)})}});
    edit.kind = EditKind::extend;
  }
  if (!filled && edit.kind == EditKind::append) edit.value = list({std::move(edit.value)});
  if (filled && edit.kind == EditKind::set) edit.kind = EditKind::replace;
  if (!filled) edit.kind = EditKind::set;
  return edit;
}

}  // namespace

std::string banner(std::string_view title) {
  std::string out = fmt::format("# ── {} ", title);
  for (std::size_t width = code_points(out); width < 65; ++width)
    out += "─";
  return out;
}

std::string_view banner_title(std::string_view comment) {
  constexpr std::string_view bar = "─";
  const std::size_t first = comment.find_first_not_of("# ");
  if (first == std::string_view::npos || !comment.starts_with('#') || !comment.substr(first).starts_with(bar))
    return {};
  std::string_view rest = comment.substr(first);
  while (rest.starts_with(bar))
    rest.remove_prefix(bar.size());
  rest = rest.substr(0, rest.find(bar));
  while (rest.starts_with(' '))
    rest.remove_prefix(1);
  while (rest.ends_with(' '))
    rest.remove_suffix(1);
  return rest;
}

std::string edited(const Document& document, const std::vector<SectionName>& sections, const Edit& asked) {
  const Node* present = document.root.find(asked.section);
  const Edit edit = fitted(present, asked);
  Splice splice;
  switch (edit.kind) {
    case EditKind::set:
      splice = set_section(document, sections, edit);
      break;
    case EditKind::append:
      splice = append_item(document, edit);
      break;
    case EditKind::extend:
      splice = extend_block(document, edit);
      break;
    case EditKind::replace:
      splice = replace_section(document, edit);
      break;
  }
  std::string out = apply(document, splice);
  Diagnostics ignored;
  const auto proof = parse(document.path, out, ignored);
  if (!proof || !same_record(wanted(document, edit), proof->root)) {
    refuse(document, present != nullptr ? present->place : Place{1, 1, 1}, edit);
  }
  return out;
}

}  // namespace guerdon::yaml
