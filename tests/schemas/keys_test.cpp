#include <filesystem>
#include <map>

#include "model/case_read.h"
#include "model/event_read.h"
#include "model/framework_read.h"
#include "model/organisation_read.h"
#include "model/person_read.h"
#include "model/practitioner_read.h"
#include "model/scheme_read.h"
#include "model/scheme_text_read.h"
#include "model/workspace.h"
#include "schemas/known_keys.h"
#include "yaml/emit.h"
#include "yaml/parse.h"

// Readers and schemas must know the same keys, and ask for the same ones. Every mapping of an example that holds every
// key is given a key that nobody knows (the reader then tells all that it knows) and is emptied (it then tells all that
// it requires).

namespace guerdon {
namespace {

yaml::Document document(const std::string& path) {
  Diagnostics findings;
  auto parsed = yaml::parse(path, slurp(source / path), findings);
  REQUIRE(parsed.has_value());
  return *parsed;
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
    for (yaml::Node& item : node.items)
      collect(item, *items, path + "[]", out);
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

/// What a schema asks for. Of two spellings of a key readers ask for the first.
Names asked_by(const Json& schema) {
  Names out = names_of(schema.find("required"));
  if (const Json* spellings = schema.find("oneOf"))
    out.merge(names_of(spellings->as_array()->front().find("required")));
  return out;
}

void check_in_step(const std::string& name, std::vector<yaml::Document> examples, const Read& read) {
  const Json rules = schema(name);
  std::map<std::string, Names> shown;
  std::map<std::string, Names> declared;
  for (yaml::Document& example : examples) {
    Diagnostics findings;
    read(example, findings);
    for (const Diagnostic& finding : findings.items())
      FAIL_CHECK(example.path << ":" << finding.where.place.line << ": " << finding.message);
    std::vector<Mapping> mappings;
    collect(example.root, rules, "", mappings);
    // The inner ones first: changing a mapping moves those inside it.
    for (auto mapping = mappings.rbegin(); mapping != mappings.rend(); ++mapping) {
      CAPTURE(mapping->path);
      const Names properties = keys_of(mapping->schema->find("properties"));
      for (const yaml::Node& key : mapping->node->keys)
        shown[mapping->path].insert(key.scalar);
      declared[mapping->path] = properties;
      CHECK(joined(known_to(read, example, *mapping->node)) == joined(properties));
      CHECK(joined(required_by(read, example, *mapping->node)) == joined(asked_by(*mapping->schema)));
    }
  }
  for (const auto& [path, names] : declared) {
    CAPTURE(path);
    CHECK_MESSAGE(joined(shown[path]) == joined(names), "the examples must hold every key");
  }
}

SchemeFiles scheme_files(const std::string& name) {
  SchemeFiles files;
  const auto folder = source / "templates" / name;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files[entry.path().lexically_relative(folder)] = slurp(entry.path());
  }
  return files;
}

Scheme scheme_of(const std::string& name, const SchemeFiles& files) {
  Diagnostics findings;
  auto scheme = read_scheme("schemes/" + name + "-1", files, findings);
  REQUIRE((scheme.has_value() && findings.empty()));
  return *scheme;
}

Scheme glore() { return scheme_of("glore", scheme_files("glore")); }

/// LEVER UP; a design that is not there yet prints nothing.
Scheme lever_up() {
  SchemeFiles files = scheme_files("lever-up");
  return scheme_of("lever-up", files);
}

/// What the schema has at the end of `path`.
const Json& part_of(const Json& schema, std::initializer_list<const char*> path) {
  const Json* at = &schema;
  for (const char* step : path) {
    at = at->find(step);
    REQUIRE_MESSAGE(at != nullptr, step);
  }
  return *at;
}

/// How a record may name a level.
Json spellings_of(const Scale& scale) {
  Json out = Json::array();
  for (const Level& step : scale.levels)
    out.push_back(step.number);
  for (const Level& step : scale.levels) {
    if (!step.id.empty()) out.push_back(step.id);
  }
  return out;
}

Names ids_of(const std::vector<Framework::Group>& list) {
  Names out;
  for (const Framework::Group& one : list)
    out.insert(one.id);
  return out;
}

Names ids_of(const std::vector<Skill>& skills) {
  Names out;
  for (const Skill& skill : skills)
    out.insert(skill.id);
  return out;
}

/// Leaves of each rule what every rule has.
void drop_parameters(yaml::Node& scheme) {
  for (std::size_t i = 0; i < scheme.keys.size(); ++i) {
    if (scheme.keys[i].scalar != "rules") continue;
    for (yaml::Node& rule : scheme.items[i].items) {
      for (std::size_t k = rule.keys.size(); k-- > 0;) {
        if (rule.keys[k].scalar == "strength" || rule.keys[k].scalar == "gates") continue;
        rule.keys.erase(rule.keys.begin() + static_cast<std::ptrdiff_t>(k));
        rule.items.erase(rule.items.begin() + static_cast<std::ptrdiff_t>(k));
      }
    }
  }
}

yaml::Document in_workspace(const std::string& path) { return document("tests/schemas/workspace/" + path); }

}  // namespace

TEST_CASE("the schema of the workspace knows the keys that its reader knows") {
  check_in_step("workspace-1", {in_workspace("guerdon.yaml")},
                [](const auto& document, auto& findings) { read_workspace(document, findings); });
}

TEST_CASE("the schema of a person knows the keys that its reader knows") {
  check_in_step("person-1", {in_workspace("people/p-8h2m4c9w.yaml"), in_workspace("people/p-4m6n8p2q.yaml")},
                [](const auto& document, auto& findings) { read_person(document, findings); });
}

TEST_CASE("the schema of an organisation knows the keys that its reader knows") {
  check_in_step("organisation-1",
                {in_workspace("organisations/orto-sociale.yaml"), in_workspace("organisations/csv-torino.yaml"),
                 in_workspace("organisations/orti-riuniti.yaml")},
                [](const auto& document, auto& findings) { read_organisation(document, findings); });
}

TEST_CASE("the schema of a practitioner knows the keys that its reader knows") {
  check_in_step("practitioner-1",
                {in_workspace("practitioners/marta-rossi.yaml"), in_workspace("practitioners/marco-riva.yaml")},
                [](const auto& document, auto& findings) { read_practitioner(document, findings); });
}

TEST_CASE("the schema of an event knows the keys that its reader knows") {
  check_in_step("event-1",
                {in_workspace("events/8VVG-PXYB-XDH4-EJYG-1.yaml"), in_workspace("events/8VVG-PXYB-XDH4-EJYG-2.yaml"),
                 in_workspace("events/8VVG-PXYB-XDH4-EJYG-3.yaml")},
                [](const auto& document, auto& findings) { read_event(document, findings); });
}

TEST_CASE("the schema of a GloRe case knows the keys that its reader knows") {
  const Schemes schemes{{"glore-1", glore()}};
  check_in_step("case-glore-1", {in_workspace("cases/2026/2026-7kq3h2xd.yaml")},
                [&](const auto& document, auto& findings) { read_case(document, schemes, findings); });
}

TEST_CASE("the schema of a LEVER UP case knows the keys that its reader knows") {
  const Schemes schemes{{"lever-up-1", lever_up()}};
  check_in_step("case-lever-up-1", {in_workspace("cases/2026/2026-5t8v2w4x.yaml")},
                [&](const auto& document, auto& findings) { read_case(document, schemes, findings); });
}

TEST_CASE("the schema of a list of skills knows the keys that its reader knows") {
  check_in_step("competences-1",
                {document("templates/glore/competences.yaml"), document("templates/lever-up/competences.yaml")},
                [](const auto& document, auto& findings) { read_framework(document, findings); });
}

TEST_CASE("the schema of a scheme knows the keys that its reader knows") {
  yaml::Document example = document("templates/glore/scheme.yaml");
  drop_parameters(example.root);
  const yaml::Document other = document("templates/lever-up/scheme.yaml");
  for (const char* key : {"documents", "eqf", "eqf-table"}) {
    example.root.keys.push_back(yaml::bare(key));
    example.root.items.push_back(*other.root.find(key));
  }
  for (std::size_t i = 0; i < example.root.keys.size(); ++i) {
    if (example.root.keys[i].scalar != "certificates") continue;
    yaml::Node& certificate = example.root.items[i].items.front();
    for (const auto& [key, value] : {std::pair{"after", "awareness"}, std::pair{"signed-by", "tutor"}}) {
      certificate.keys.push_back(yaml::bare(key));
      certificate.items.push_back(yaml::bare(value));
    }
    yaml::Node& other_certificate = example.root.items[i].items.back();
    other_certificate.keys.push_back(yaml::bare("each"));
    other_certificate.items.push_back(yaml::bare("competence"));
  }
  check_in_step("scheme-1", {example}, [](const auto& document, auto& findings) {
    SchemeFiles files = scheme_files("glore");
    files.merge(scheme_files("lever-up"));  // the designs of its documents
    files["scheme.yaml"] = document.root.keys.empty() ? "{}\n" : yaml::emit(document.root, 0);
    read_scheme("schemes/glore-1", files, findings);
  });
}

TEST_CASE("the schema of a scheme's text knows the keys that its reader knows") {
  const Scheme scheme = lever_up();
  yaml::Document text = document("templates/lever-up/text/it.yaml");
  text.root.keys.push_back(yaml::bare("reviewed"));
  text.root.items.push_back(yaml::block({{"by", yaml::text("Ada Rossi")}, {"on", yaml::bare("2026-05-01")}}));
  check_in_step("scheme-text-1", {text},
                [&](const auto& document, auto& findings) { read_scheme_text(document, scheme, findings); });
}

TEST_CASE("the schema of a GloRe case offers the skills and the levels of the scheme") {
  const Scheme scheme = glore();
  const Json rules = schema("case-glore-1");
  CHECK(joined(names_of(&part_of(rules, {"definitions", "skill", "enum"}))) == joined(ids_of(scheme.framework.skills)));
  CHECK(part_of(rules, {"properties", "self-assessment", "properties", "skills", "items", "properties", "level",
                        "enum"}) == spellings_of(scheme.scale));
}

TEST_CASE("the schema of a LEVER UP case offers the competences, kinds of evidence and questions of the scheme") {
  const Framework framework = lever_up().framework;
  const Json rules = schema("case-lever-up-1");
  CHECK(joined(names_of(&part_of(rules, {"definitions", "competence", "enum"}))) == joined(ids_of(framework.skills)));
  CHECK(joined(names_of(&part_of(rules, {"properties", "documentation", "properties", "evidence", "items", "properties",
                                         "kind", "enum"}))) == joined(ids_of(framework.evidence)));
  CHECK(joined(names_of(&part_of(rules, {"properties", "quality", "properties", "items", "items", "properties", "item",
                                         "enum"}))) == joined(ids_of(framework.checklist)));
}

TEST_CASE("the schema of a LEVER UP case offers the outcomes of the scheme, to assessors also that none is reached") {
  const Json rules = schema("case-lever-up-1");
  Json outcomes = spellings_of(lever_up().scale);
  Json found = outcomes;
  found.push_back("not-reached");
  for (Json* list : {&outcomes, &found})
    list->push_back(Json());
  CHECK(part_of(rules, {"properties", "identification", "properties", "competences", "items", "properties", "outcome",
                        "enum"}) == outcomes);
  CHECK(part_of(rules, {"properties", "assessments", "items", "properties", "competences", "items", "properties",
                        "outcome", "enum"}) == found);
}

TEST_CASE("the sections that both schemes have read the same in both schemas") {
  const Json glore = schema("case-glore-1");
  const Json lever_up = schema("case-lever-up-1");
  for (const char* section : {"enrolment", "placement", "changes", "waivers"}) {
    CAPTURE(section);
    CHECK(part_of(glore, {"properties", section}) == part_of(lever_up, {"properties", section}));
  }
}

TEST_CASE("the schema of a scheme knows the sections of both schemes") {
  const Names known =
      names_of(&part_of(schema("scheme-1"), {"properties", "sections", "items", "properties", "section", "enum"}));
  for (const Scheme& scheme : {glore(), lever_up()}) {
    for (const Section& section : scheme.sections)
      CHECK_MESSAGE(known.contains(section.key), section.key);
  }
}

}  // namespace guerdon
