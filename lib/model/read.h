#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "model/framework.h"
#include "model/limits.h"
#include "yaml/reader.h"

namespace guerdon {

// Reading of single fields: empty, or a default value, means "absent, or already reported". A null node is absent.

inline Located<std::string> read_text(const yaml::Node* node, yaml::Reader& reader, yaml::TextLimit limit) {
  if (node == nullptr) return {};
  return {reader.text(*node, limit).value_or(""), node->place};
}

inline Located<std::string> read_slug(const yaml::Node* node, yaml::Reader& reader) {
  if (node == nullptr) return {};
  return {reader.slug(*node).value_or(""), node->place};
}

inline Located<std::string> read_word(const yaml::Node* node, yaml::Reader& reader,
                                      const std::vector<std::string>& words) {
  if (node == nullptr) return {};
  return {reader.word(*node, words).value_or(""), node->place};
}

inline Located<Date> read_date(const yaml::Node* node, yaml::Reader& reader) {
  if (node == nullptr) return {};
  return {reader.date(*node).value_or(Date{}), node->place};
}

/// The value, unless the field is absent or was refused.
template <class T>
std::optional<Located<T>> given(const yaml::Node* node, Located<T> value) {
  if (node == nullptr || value.value == T{}) return std::nullopt;
  return value;
}

inline std::optional<Located<Date>> read_optional_date(const yaml::Node* node, yaml::Reader& reader) {
  if (node == nullptr) return std::nullopt;
  if (const auto date = reader.date(*node)) return Located<Date>{*date, node->place};
  return std::nullopt;
}

inline std::optional<Located<int>> read_integer(const yaml::Node* node, yaml::Reader& reader, int least, int most) {
  if (node == nullptr) return std::nullopt;
  if (const auto value = reader.integer(*node, least, most)) return Located<int>{*value, node->place};
  return std::nullopt;
}

/// An id of type `Id` ("p-8h2m4c9w"); `what` names it in the finding.
template <class Id>
Located<Id> read_id(const yaml::Node* node, yaml::Reader& reader, std::string_view what) {
  if (node == nullptr) return {};
  if (node->kind == yaml::Kind::scalar) {
    if (auto id = Id::parse(node->scalar)) return {*id, node->place};
  }
  reader.error(*node, std::string("this is not ") + std::string(what));
  return {Id{}, node->place};
}

inline std::vector<Located<std::string>> read_slugs(const yaml::Node* node, yaml::Reader& reader,
                                                    std::string_view what) {
  std::vector<Located<std::string>> out;
  for (const yaml::Node& item : yaml::items(node, reader, what))
    out.push_back(read_slug(&item, reader));
  return out;
}

/// A step of the scale, by number or id; empty when absent, or reported under `skills.known`.
std::optional<Located<int>> read_level(const yaml::Node* node, yaml::Reader& reader, const Scale& scale);

/// A country's two capital letters (ISO 3166 alpha-2).
Located<std::string> read_country(const yaml::Node* node, yaml::Reader& reader);

/// What an organisation can be to a placement: hosting, coordinating, sending, supporting.
const std::vector<std::string>& placement_roles();

/// Whether the `format:` line says `expected`; reports what it says otherwise.
bool check_format(yaml::Fields& fields, yaml::Reader& reader, std::string_view expected);

}  // namespace guerdon
