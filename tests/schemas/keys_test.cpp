#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <set>

#include "base/json.h"
#include "model/case_read.h"
#include "model/framework_read.h"
#include "model/organisation_read.h"
#include "model/person_read.h"
#include "model/scheme_read.h"
#include "model/workspace.h"
#include "yaml/parse.h"

// Readers and schemas must know the same keys, and ask for the same ones. Every mapping of an example that holds every key is given
// a key that nobody knows (the reader then tells all that it knows) and is emptied (it then tells all that it requires).

namespace guerdon {
namespace {

using Names = std::set<std::string>;
using Read = std::function<void(const yaml::Document&, Diagnostics&)>;

constexpr std::string_view unknown_key = "zzzzzzzzzzzzzzzz";

std::string slurp(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE_MESSAGE(in.good(), path.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

const std::filesystem::path source = GUERDON_SOURCE_DIR;

Json schema(const std::string& name) {
  JsonFault fault;
  const auto json = parse_json(slurp(source / "schemas" / (name + ".json")), fault);
  REQUIRE_MESSAGE(json.has_value(), fault.message);
  return *json;
}

yaml::Document document(const std::string& path) {
  Diagnostics findings;
  auto parsed = yaml::parse(path, slurp(source / path), findings);
  REQUIRE(parsed.has_value());
  return *parsed;
}

Names names_of(const Json* list) {
  Names out;
  if (list == nullptr) return out;
  for (const Json& item : *list->as_array()) out.insert(*item.as_string());
  return out;
}

Names keys_of(const Json* object) {
  Names out;
  if (object == nullptr) return out;
  for (const auto& [key, value] : *object->as_object()) out.insert(key);
  return out;
}

/// The words between backticks in `text`.
Names backticked(std::string_view text) {
  Names out;
  for (std::size_t open = text.find('`'); open != std::string_view::npos; open = text.find('`', open)) {
    const std::size_t close = text.find('`', open + 1);
    out.insert(std::string(text.substr(open + 1, close - open - 1)));
    open = close + 1;
  }
  return out;
}

std::string joined(const Names& names) {
  std::string out;
  for (const std::string& name : names) out += name + ' ';
  return out;
}

/// One mapping of the example and what the schema says of it.
struct Mapping {
  std::string path;
  yaml::Node* node = nullptr;
  const Json* schema = nullptr;
};

void collect(yaml::Node& node, const Json& schema, const std::string& path, std::vector<Mapping>& out) {
  if (node.kind == yaml::Kind::sequence) {
    const Json* items = schema.find("items");
    REQUIRE_MESSAGE(items != nullptr, path);
    for (yaml::Node& item : node.items) collect(item, *items, path + "[]", out);
  }
  if (node.kind != yaml::Kind::mapping) return;
  const Json* properties = schema.find("properties");
  const Json* others = schema.find("additionalProperties");
  if (others == nullptr || others->as_bool() != nullptr) out.push_back({path, &node, &schema});
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    const std::string& key = node.keys[i].scalar;
    const Json* value = properties != nullptr ? properties->find(key) : nullptr;
    if (value == nullptr && others != nullptr && others->as_object() != nullptr) value = others;
    CHECK_MESSAGE(value != nullptr, path << '/' << key << " is not in the schema");
    if (value != nullptr) collect(node.items[i], *value, path + '/' + key, out);
  }
}

Names known_to(const Read& read, const yaml::Document& document, yaml::Node& mapping) {
  const yaml::Node before = mapping;
  yaml::Node word;
  word.kind = yaml::Kind::scalar;
  word.scalar = unknown_key;
  mapping.keys.push_back(word);
  mapping.items.push_back(word);
  Diagnostics findings;
  read(document, findings);
  mapping = before;
  for (const Diagnostic& finding : findings.items()) {
    if (finding.message.find(unknown_key) != std::string::npos) return backticked(finding.hint);
  }
  return {};
}

Names required_by(const Read& read, const yaml::Document& document, yaml::Node& mapping) {
  const yaml::Node before = mapping;
  mapping.keys.clear();
  mapping.items.clear();
  Diagnostics findings;
  read(document, findings);
  mapping = before;
  Names out;
  for (const Diagnostic& finding : findings.items()) {
    const std::size_t at = finding.message.find(" has no `");
    if (at != std::string::npos) out.merge(backticked(std::string_view(finding.message).substr(at)));
  }
  return out;
}

void check_in_step(const std::string& name, const std::vector<std::string>& files, const Read& read) {
  const Json rules = schema(name);
  std::map<std::string, Names> shown;
  std::map<std::string, Names> declared;
  for (const std::string& file : files) {
    yaml::Document example = document(file);
    Diagnostics findings;
    read(example, findings);
    for (const Diagnostic& finding : findings.items()) FAIL_CHECK(file << ':' << finding.where.place.line << ": " << finding.message);
    std::vector<Mapping> mappings;
    collect(example.root, rules, "", mappings);
    // The inner ones first: changing a mapping moves those inside it.
    for (auto mapping = mappings.rbegin(); mapping != mappings.rend(); ++mapping) {
      CAPTURE(mapping->path);
      const Names properties = keys_of(mapping->schema->find("properties"));
      for (const yaml::Node& key : mapping->node->keys) shown[mapping->path].insert(key.scalar);
      declared[mapping->path] = properties;
      CHECK(joined(known_to(read, example, *mapping->node)) == joined(properties));
      CHECK(joined(required_by(read, example, *mapping->node)) == joined(names_of(mapping->schema->find("required"))));
    }
  }
  for (const auto& [path, names] : declared) {
    CAPTURE(path);
    CHECK_MESSAGE(joined(shown[path]) == joined(names), "the examples must hold every key");
  }
}

SchemeFiles scheme_files() {
  SchemeFiles files;
  const auto folder = source / "templates/glore";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files[entry.path().lexically_relative(folder)] = slurp(entry.path());
  }
  return files;
}

const std::string workspace = "tests/schemas/workspace/";

}  // namespace

TEST_CASE("the schema of the workspace knows the keys that its reader knows") {
  check_in_step("workspace-1", {workspace + "guerdon.yaml"}, [](const auto& document, auto& findings) { read_workspace(document, findings); });
}

TEST_CASE("the schema of a person knows the keys that its reader knows") {
  check_in_step("person-1", {workspace + "people/p-8h2m4c9w.yaml", workspace + "people/p-4m6n8p2q.yaml"},
                [](const auto& document, auto& findings) { read_person(document, findings); });
}

TEST_CASE("the schema of an organisation knows the keys that its reader knows") {
  check_in_step("organisation-1", {workspace + "organisations/orto-sociale.yaml"},
                [](const auto& document, auto& findings) { read_organisation(document, findings); });
}

TEST_CASE("the schema of a case knows the keys that its reader knows") {
  Diagnostics findings;
  const auto scheme = read_scheme("schemes/glore-1", scheme_files(), findings);
  REQUIRE(scheme.has_value());
  const Schemes schemes{{"glore-1", *scheme}};
  check_in_step("case-glore-1", {workspace + "cases/2026/2026-7kq3h2xd.yaml"},
                [&](const auto& document, auto& found) { read_case(document, schemes, found); });
}

TEST_CASE("the schema of a list of skills knows the keys that its reader knows") {
  check_in_step("competences-1", {"templates/glore/competences.yaml"},
                [](const auto& document, auto& findings) { read_framework(document, findings); });
}

}  // namespace guerdon
