#include "yaml/emit.h"

#include <algorithm>
#include <array>

namespace guerdon::yaml {
namespace {

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Whether YAML 1.1 or 1.2 readers could take a plain `text` for a number, a date, a bool or null.
bool looks_typed(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (one_of(lower, {"y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "", "=", "<<", ".inf", "-.inf",
                     "+.inf", ".nan"}))
    return true;
  const char first = text.front();
  const bool numeric =
      (first >= '0' && first <= '9') || ((first == '-' || first == '+' || first == '.') && text.size() > 1);
  return numeric && text.find_first_not_of("0123456789abcdefABCDEFxXoO_+-.:eET ") == std::string_view::npos;
}

bool needs_quotes(std::string_view text) {
  if (text.empty() || text.front() == ' ' || text.back() == ' ' || text.back() == ':') return true;
  if (std::string_view("-?:,[]{}#&*!|>'\"%@`").find(text.front()) != std::string_view::npos) return true;
  if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos) return true;
  if (text.find('\n') != std::string_view::npos || text.starts_with("...")) return true;
  return looks_typed(text);
}

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

/// In a flow list more characters end a plain word.
std::string flow_word(const Node& node) {
  const bool risky = node.scalar.find_first_of(",[]{}") != std::string::npos;
  return node.quoted || risky || needs_quotes(node.scalar) ? in_quotes(node.scalar) : node.scalar;
}

/// A block literal keeps a text as typed, unless its lines begin or end in a way that the literal would not give back.
bool fits_literal(std::string_view text) {
  if (text.front() == ' ' || text.front() == '\n' || text.ends_with('\n')) return false;
  return text.find_first_not_of(" \n") != std::string_view::npos;
}

void emit_literal(std::string& out, std::string_view text, std::size_t indent) {
  out += " |-\n";
  while (true) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) out += std::string(indent, ' ') + std::string(text.substr(0, end));
    out += '\n';
    if (end == text.size()) return;
    text.remove_prefix(end + 1);
  }
}

std::string scalar(const Node& node, bool bare_allowed) {
  if (node.kind == Kind::null) return "null";
  return node.quoted || (!bare_allowed && needs_quotes(node.scalar)) ? in_quotes(node.scalar) : node.scalar;
}

/// `node.flow` of a scalar marks a bare word.
bool is_bare(const Node& node) { return node.kind == Kind::scalar && node.flow; }

/// Only words stand in one row between brackets; other flow style is written as blocks.
bool is_row(const Node& node) {
  return node.kind == Kind::sequence && node.flow &&
         std::all_of(node.items.begin(), node.items.end(), [](const Node& item) { return item.kind == Kind::scalar; });
}

void emit_after_key(std::string& out, const Node& value, std::size_t indent) {
  const bool nested =
      (value.kind == Kind::mapping || value.kind == Kind::sequence) && !value.items.empty() && !is_row(value);
  if (nested) {
    out += '\n';
    out += emit(value, indent + 2);
    return;
  }
  if (value.kind == Kind::scalar && value.scalar.find('\n') != std::string::npos && fits_literal(value.scalar)) {
    emit_literal(out, value.scalar, indent + 2);
    return;
  }
  out += ' ';
  if (value.kind == Kind::sequence) {
    out += '[';
    for (const Node& item : value.items) {
      if (&item != &value.items.front()) out += ", ";
      out += is_bare(item) ? item.scalar : flow_word(item);
    }
    out += ']';
  } else if (value.kind == Kind::mapping) {
    out += "{}";
  } else {
    out += scalar(value, is_bare(value));
  }
  out += '\n';
}

}  // namespace

Node text(std::string_view value) {
  Node node;
  node.kind = Kind::scalar;
  node.scalar = value;
  return node;
}

Node bare(std::string_view value) {
  Node node = text(value);
  node.flow = true;
  return node;
}

Node quoted(std::string_view value) {
  Node node = text(value);
  node.quoted = true;
  return node;
}

Node block(const std::vector<std::pair<std::string, Node>>& entries) {
  Node node;
  node.kind = Kind::mapping;
  for (const auto& [key, value] : entries) {
    if (value.kind == Kind::null) continue;
    node.keys.push_back(bare(key));
    node.items.push_back(value);
  }
  return node;
}

Node list(std::vector<Node> items) {
  Node node;
  node.kind = Kind::sequence;
  node.items = std::move(items);
  return node;
}

Node row(const std::vector<std::string>& words) {
  Node node;
  node.kind = Kind::sequence;
  node.flow = true;
  for (const std::string& word : words)
    node.items.push_back(text(word));
  return node;
}

std::string emit_entry(std::string_view key, const Node& value, std::size_t indent) {
  std::string out = std::string(indent, ' ') + std::string(key) + ':';
  emit_after_key(out, value, indent);
  return out;
}

std::string emit(const Node& value, std::size_t indent) {
  std::string out;
  if (value.kind == Kind::mapping) {
    for (std::size_t i = 0; i < value.keys.size(); ++i)
      out += emit_entry(value.keys[i].scalar, value.items[i], indent);
    return out;
  }
  for (const Node& item : value.items) {
    const std::string dash = std::string(indent, ' ') + '-';
    if (item.kind == Kind::mapping && !item.items.empty()) {
      std::string body = emit(item, indent + 2);
      body.replace(indent, 1, "-");
      out += body;
    } else {
      out += dash;
      emit_after_key(out, item, indent);
    }
  }
  return out;
}

}  // namespace guerdon::yaml
