#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "base/json.h"

namespace guerdon {

using Names = std::set<std::string>;

inline const std::filesystem::path source = GUERDON_SOURCE_DIR;

inline std::string slurp(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE_MESSAGE(in.good(), path.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

/// `schemas/<name>.json`
inline Json schema(const std::string& name) {
  JsonFault fault;
  const auto json = parse_json(slurp(source / "schemas" / (name + ".json")), fault);
  REQUIRE_MESSAGE(json.has_value(), fault.message);
  return *json;
}

/// The texts of a list; none where there is no list.
inline Names names_of(const Json* list) {
  Names out;
  if (list == nullptr) return out;
  for (const Json& item : *list->as_array())
    out.insert(*item.as_string());
  return out;
}

/// The names of an object's members; none where there is no object.
inline Names keys_of(const Json* object) {
  Names out;
  if (object == nullptr) return out;
  for (const auto& [key, value] : *object->as_object())
    out.insert(key);
  return out;
}

/// Names in one line, for messages.
inline std::string joined(const Names& names) {
  std::string out;
  for (const std::string& name : names)
    out += name + ' ';
  return out;
}

}  // namespace guerdon
