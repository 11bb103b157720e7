#include "yaml/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/id.h"
#include "base/text.h"

namespace guerdon::yaml {
namespace {

/// The start of a value for a message: one line, at most 40 code points.
std::string shown(std::string_view text) {
  std::string out;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size() && text[at] != '\n'; ++count) {
    if (count == 40) return sanitized(out) + "…";
    append_utf8(out, next_code_point(text, at));
  }
  return sanitized(out);
}

/// Both readings of 03/04/2026, when that is what was written.
std::string slashed_readings(std::string_view text) {
  int part[3] = {0, 0, 0};
  int at = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      part[at] = part[at] * 10 + (c - '0');
      if (part[at] > 9999) return {};
    } else if ((c == '/' || c == '.' || c == '-') && at < 2) {
      ++at;
    } else {
      return {};
    }
  }
  if (at != 2) return {};
  std::vector<std::string> readings;
  for (const auto& date : {Date::from_parts(part[2], part[1], part[0]), Date::from_parts(part[2], part[0], part[1])}) {
    if (date && std::find(readings.begin(), readings.end(), date->to_string()) == readings.end())
      readings.push_back(date->to_string());
  }
  return joined_or(readings);
}

bool braces_balanced(std::string_view text) {
  int open = 0;
  for (const char c : text) {
    if (c == '{') ++open;
    if (c == '}' && --open < 0) return false;
  }
  return open == 0;
}

std::string_view kind_name(Kind kind) {
  switch (kind) {
    case Kind::null:
      return "nothing";
    case Kind::scalar:
      return "a text";
    case Kind::sequence:
      return "a list";
    case Kind::mapping:
      return "a block of keys";
  }
  return "";
}

}  // namespace

std::string date_hint(std::string_view text) {
  const std::string readings = slashed_readings(text);
  return readings.empty() ? "write year-month-day, as in `2026-03-02`" : "write year-month-day: " + readings;
}

void Reader::error(Place place, std::string message, std::string hint) {
  findings_.error("format", {path_, place}, std::move(message), std::move(hint));
}

std::optional<std::string> Reader::text(const Node& node, TextLimit limit) {
  if (node.kind != Kind::scalar) {
    error(node, fmt::format("a text is expected here, not {}", kind_name(node.kind)));
    return std::nullopt;
  }
  std::string value = node.scalar;
  while (value.ends_with('\n'))
    value.pop_back();
  if (value.find_first_not_of(" \n") == std::string::npos) {
    error(node, "the text is empty", "write the text, or remove the key");
    return std::nullopt;
  }
  if (const std::size_t length = code_points(value); length > limit.most) {
    error(node, fmt::format("the text has {} characters, at most {} are allowed", length, limit.most));
    return std::nullopt;
  }
  if (!limit.lines && value.find('\n') != std::string::npos) {
    error(node, "the text must be one line");
    return std::nullopt;
  }
  if (limit.printed && !braces_balanced(value)) {
    error(node, "a `{` and its `}` must come in pairs in a text that is printed");
    return std::nullopt;
  }
  if (const auto bad = find_forbidden_characters(value); !bad.empty()) {
    error(node,
          fmt::format("{} ({}) cannot stand in a text", bad.front().kind, code_point_name(bad.front().code_point)),
          "remove the character");
    return std::nullopt;
  }
  return value;
}

std::optional<int> Reader::integer(const Node& node, int least, int most) {
  int value = 0;
  const std::string& s = node.scalar;
  const auto [end, fault] = std::from_chars(s.data(), s.data() + s.size(), value);
  const bool whole =
      node.kind == Kind::scalar && fault == std::errc{} && end == s.data() + s.size() && (s.size() == 1 || s[0] != '0');
  if (!whole || value < least || value > most) {
    error(node, fmt::format("a whole number from {} to {} is expected here, not `{}`", least, most, shown(s)));
    return std::nullopt;
  }
  return value;
}

std::optional<bool> Reader::boolean(const Node& node) {
  if (node.kind == Kind::scalar && node.scalar == "true") return true;
  if (node.kind == Kind::scalar && node.scalar == "false") return false;
  error(node, fmt::format("`true` or `false` is expected here, not `{}`", shown(node.scalar)));
  return std::nullopt;
}

std::optional<Date> Reader::date(const Node& node) {
  if (node.kind == Kind::scalar) {
    if (const auto date = Date::parse(node.scalar)) return date;
  }
  error(node,
        node.kind == Kind::scalar ? fmt::format("`{}` is not a date", shown(node.scalar)) : "a date is expected here",
        date_hint(node.scalar));
  return std::nullopt;
}

std::optional<std::string> Reader::word(const Node& node, const std::vector<std::string>& words) {
  if (node.kind == Kind::scalar && std::find(words.begin(), words.end(), node.scalar) != words.end())
    return node.scalar;
  error(node, fmt::format("`{}` is not one of the words known here", shown(node.scalar)), "write " + joined_or(words));
  return std::nullopt;
}

std::optional<std::string> Reader::slug(const Node& node) {
  if (node.kind == Kind::scalar && is_slug(node.scalar)) return node.scalar;
  error(node, fmt::format("`{}` is not an id", shown(node.scalar)),
        "an id is lower-case letters and digits, joined by single dashes");
  return std::nullopt;
}

Fields::Fields(const Node& node, Reader& reader, std::string_view what) : node_(node), reader_(reader), what_(what) {
  if (node.kind != Kind::mapping)
    reader.error(node, fmt::format("{} is a block of keys, not {}", what, kind_name(node.kind)));
}

Fields::~Fields() {
  std::vector<std::string> known(asked_.begin(), asked_.end());
  std::size_t unknown = 0;
  for (const Node& key : node_.keys) {
    if (std::find(asked_.begin(), asked_.end(), key.scalar) != asked_.end()) continue;
    // Beyond what is told, looking for the nearest is waste.
    const auto near = ++unknown <= most_findings_of_file ? nearest(key.scalar, known) : std::vector<std::string>{};
    reader_.error(key, fmt::format("`{}` is not a key of {}", shown(key.scalar), what_),
                  near.empty() ? fmt::format("its keys are {}", joined_or(known))
                               : fmt::format("did you mean {}?", joined_or(near)));
  }
}

const Node* Fields::find(std::string_view key) {
  asked_.push_back(key);
  const Node* node = node_.kind == Kind::mapping ? node_.find(key) : nullptr;
  return node != nullptr && node->kind == Kind::null ? nullptr : node;
}

const Node* Fields::require(std::string_view key) {
  const Node* node = find(key);
  if (node == nullptr && node_.kind == Kind::mapping) {
    reader_.error(node_, fmt::format("{} has no `{}`", what_, key), fmt::format("add `{}: …`", key));
  }
  return node;
}

const std::vector<Node>& items(const Node* node, Reader& reader, std::string_view what) {
  static const std::vector<Node> none;
  if (node == nullptr || node->kind == Kind::null) return none;
  if (node->kind != Kind::sequence) {
    reader.error(*node, fmt::format("{} is a list, not {}", what, kind_name(node->kind)), "begin each item with `- `");
    return none;
  }
  return node->items;
}

}  // namespace guerdon::yaml
