#include "base/json.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.h"

namespace guerdon {
namespace {

void write_string(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\f':
        out += "\\f";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          constexpr std::string_view hex = "0123456789abcdef";
          out += "\\u00";
          out += hex[static_cast<unsigned char>(c) >> 4U];
          out += hex[static_cast<unsigned char>(c) & 15U];
        } else {
          out += c;
        }
    }
  }
  out += '"';
}

/// Order of RFC 8785 §3.2.3. Bytes of UTF-8 order as code points; UTF-16 differs only for those above U+FFFF, which
/// come before U+E000.
bool utf16_less(std::string_view a, std::string_view b) {
  const auto units = [](std::string_view text) {
    std::u16string out;
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = next_code_point(text, at);
      if (c >= 0x10000) {
        out += static_cast<char16_t>(0xD800 + ((c - 0x10000) >> 10U));
        out += static_cast<char16_t>(0xDC00 + ((c - 0x10000) & 0x3FFU));
      } else {
        out += static_cast<char16_t>(c);
      }
    }
    return out;
  };
  return units(a) < units(b);
}

void write_scalar(std::string& out, const Json& value) {
  if (value.is_null()) out += "null";
  if (const bool* b = value.as_bool()) out += *b ? "true" : "false";
  if (const std::int64_t* i = value.as_integer()) out += std::to_string(*i);
  if (const std::string* s = value.as_string()) write_string(out, *s);
}

void write_canonical(std::string& out, const Json& value) {
  if (const Json::Array* array = value.as_array()) {
    out += '[';
    for (const Json& item : *array) {
      if (out.back() != '[') out += ',';
      write_canonical(out, item);
    }
    out += ']';
  } else if (const Json::Object* object = value.as_object()) {
    std::vector<const Json::Member*> members;
    for (const Json::Member& member : *object)
      members.push_back(&member);
    std::sort(members.begin(), members.end(),
              [](const auto* a, const auto* b) { return utf16_less(a->first, b->first); });
    out += '{';
    for (const Json::Member* member : members) {
      if (member != members.front()) out += ',';
      write_string(out, member->first);
      out += ':';
      write_canonical(out, member->second);
    }
    out += '}';
  } else {
    write_scalar(out, value);
  }
}

void write_pretty(std::string& out, const Json& value, std::size_t indent) {
  const std::string line = '\n' + std::string(indent + 2, ' ');
  const std::string end = '\n' + std::string(indent, ' ');
  bool first = true;
  const auto begin_item = [&] {
    out += first ? line : ',' + line;
    first = false;
  };
  if (const Json::Array* array = value.as_array()) {
    out += '[';
    for (const Json& item : *array) {
      begin_item();
      write_pretty(out, item, indent + 2);
    }
    out += first ? "]" : end + ']';
  } else if (const Json::Object* object = value.as_object()) {
    out += '{';
    for (const auto& [key, item] : *object) {
      begin_item();
      write_string(out, key);
      out += ": ";
      write_pretty(out, item, indent + 2);
    }
    out += first ? "}" : end + '}';
  } else {
    write_scalar(out, value);
  }
}

/// A terminal obeys characters that JSON may hold as they are; a reader of JSON makes them again of their numbers.
std::string escaped_for_terminal(const std::string& json) {
  std::string out;
  std::size_t done = 0;
  for (const ForbiddenCharacter& found : find_forbidden_characters(json)) {
    std::size_t end = found.offset;
    next_code_point(json, end);
    out.append(json, done, found.offset - done);
    out += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(found.code_point));
    done = end;
  }
  return out.append(json, done);
}

}  // namespace

const Json* Json::find(std::string_view key) const {
  const Object* object = as_object();
  if (object == nullptr) return nullptr;
  for (const Member& member : *object) {
    if (member.first == key) return &member.second;
  }
  return nullptr;
}

void Json::set(std::string key, Json value) {
  if (is_null()) value_ = Object{};
  std::get<Object>(value_).emplace_back(std::move(key), std::move(value));
}

void Json::push_back(Json value) {
  if (is_null()) value_ = Array{};
  std::get<Array>(value_).push_back(std::move(value));
}

std::string canonical_json(const Json& value) {
  std::string out;
  write_canonical(out, value);
  return out;
}

std::string pretty_json(const Json& value) {
  std::string out;
  write_pretty(out, value, 0);
  out += '\n';
  return escaped_for_terminal(out);
}

}  // namespace guerdon
