#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "yaml/parse.h"

// The records of tests/schemas/workspace hold every key once; here they are read, whole and with one value spoilt.

namespace guerdon::test {

inline std::string record_text(const std::string& path) {
  std::ifstream in(std::filesystem::path(GUERDON_SOURCE_DIR) / path, std::ios::binary);
  REQUIRE_MESSAGE(in.good(), path);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline yaml::Document parsed(std::string text) {
  Diagnostics findings;
  auto document = yaml::parse("a.yaml", std::move(text), findings);
  REQUIRE_MESSAGE(document.has_value(), (findings.empty() ? "" : findings.items().front().message));
  return std::move(*document);
}

/// What `read` says of `text`, each finding as "line:column: message".
template <class Read>
std::vector<std::string> findings_of(const std::string& text, Read read) {
  Diagnostics findings;
  const yaml::Document document = parsed(text);
  static_cast<void>(read(document, findings));
  std::vector<std::string> out;
  for (const Diagnostic& d : findings.items()) {
    CHECK(d.where.path == "a.yaml");
    out.push_back(std::to_string(d.where.place.line) + ':' + std::to_string(d.where.place.column) + ": " + d.message);
  }
  return out;
}

inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE_MESSAGE(at != std::string::npos, from);
  return text.replace(at, from.size(), to);
}

/// The values that are one line, in the order of the file.
inline void collect_values(const yaml::Node& node, std::vector<const yaml::Node*>& out) {
  if (node.kind == yaml::Kind::scalar && node.scalar.find('\n') == std::string::npos) out.push_back(&node);
  for (const yaml::Node& item : node.items)
    collect_values(item, out);
}

/// Spoils each one-line value of `text` in turn, and expects a finding at its place.
template <class Read>
void check_spoilt_values(const std::string& text, Read read) {
  REQUIRE(findings_of(text, read).empty());
  const yaml::Document document = parsed(text);
  std::vector<const yaml::Node*> values;
  collect_values(document.root, values);
  REQUIRE(values.size() > 3);
  for (const yaml::Node* value : values) {
    std::string spoilt = text;
    spoilt.replace(value->offset, value->place.length, "{zzz: 1}");
    CAPTURE(value->scalar);
    const std::string place = std::to_string(value->place.line) + ':' + std::to_string(value->place.column) + ": ";
    bool told = false;
    for (const std::string& finding : findings_of(spoilt, read))
      told = told || finding.starts_with(place);
    CHECK(told);
  }
}

/// Spoils each list of `text` in turn, so that it is a word, and expects a finding at its place.
template <class Read>
void check_spoilt_lists(const std::string& text, Read read) {
  const yaml::Document document = parsed(text);
  for (std::size_t i = 0; i < document.root.keys.size(); ++i) {
    if (document.root.items[i].kind != yaml::Kind::sequence) continue;
    const std::string key = document.root.keys[i].scalar;
    const std::size_t begin = document.root.keys[i].offset;
    const std::size_t end = i + 1 < document.root.keys.size() ? document.root.keys[i + 1].offset : text.size();
    std::string spoilt = text;
    spoilt.replace(begin, end - begin, key + ": word\n");
    const auto findings = findings_of(spoilt, read);
    CAPTURE(key);
    REQUIRE_FALSE(findings.empty());
    CHECK(findings.front() == std::to_string(document.root.keys[i].place.line) + ':' + std::to_string(key.size() + 3) +
                                  ": " + key + " is a list, not a text");
  }
}

}  // namespace guerdon::test
