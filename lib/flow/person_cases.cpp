#include "flow/person_cases.h"

#include <algorithm>

#include "base/error.h"
#include "store/load.h"
#include "yaml/parse.h"

namespace guerdon {
namespace {

std::string text_at(const yaml::Node& root, std::string_view key) {
  const yaml::Node* node = root.find(key);
  return node != nullptr ? node->scalar : std::string();
}

/// The bytes of a record; empty when it cannot be read.
std::string bytes_of(const Root& root, const std::string& path) {
  try {
    return read_record(root, path);
  } catch (const Error&) {
    return {};
  }
}

}  // namespace

std::vector<PersonCase> other_cases_of(const Root& root, const std::string& person, const std::string& but) {
  std::vector<PersonCase> out;
  for (const std::string& path : case_paths(root)) {
    std::string text = bytes_of(root, path);
    // Most files are not hers: a search tells that without a parser.
    if (text.find(person) == std::string::npos) continue;
    Diagnostics ignored;
    const auto document = yaml::parse(path, std::move(text), ignored);
    if (!document || text_at(document->root, "person") != person) continue;
    std::string id = text_at(document->root, "case");
    if (id != but) out.push_back({std::move(id), text_at(document->root, "scheme")});
  }
  std::sort(out.begin(), out.end(), [](const PersonCase& a, const PersonCase& b) { return a.id < b.id; });
  return out;
}

}  // namespace guerdon
