#include <map>

#include "document/template.h"
#include "schemas/known_keys.h"
#include "yaml/parse.h"

// The reader of designs and the schema must know the same keys. Which keys the reader asks for depends on others of the
// block, so what it knows is gathered over all designs that come with guerdon.

namespace guerdon {
namespace {

class Walk {
 public:
  explicit Walk(const Json& rules) : rules_(rules) {}

  std::map<std::string, Names> known;     ///< to the reader, by path
  std::map<std::string, Names> declared;  ///< in the schema

  void take(const std::string& path, const std::string& text) {
    Diagnostics findings;
    auto document = yaml::parse(path, text, findings);
    REQUIRE(document.has_value());
    document_ = &*document;
    REQUIRE_MESSAGE(read_template(*document_, findings).has_value(), path << ": " << findings.items().front().message);
    visit(document->root, rules_, "design");
  }

 private:
  /// Where a schema only points to another.
  const Json& followed(const Json& schema) {
    if (const Json* reference = schema.find("$ref")) {
      const std::string name = reference->as_string()->substr(std::string("#/definitions/").size());
      return followed(*rules_.find("definitions")->find(name));
    }
    const Json* all = schema.find("allOf");
    if (all != nullptr && all->as_array()->size() == 1) return followed(all->as_array()->front());
    return schema;
  }

  void visit(yaml::Node& node, const Json& unfollowed, const std::string& path) {
    const Json& schema = followed(unfollowed);
    if (node.kind == yaml::Kind::sequence && schema.find("items") != nullptr) {
      for (yaml::Node& item : node.items)
        visit(item, *schema.find("items"), path + "[]");
    }
    if (node.kind != yaml::Kind::mapping) return;
    if (const yaml::Node* kind = node.find("block")) {
      const std::string name = "block-" + kind->scalar;
      visit_mapping(node, *rules_.find("definitions")->find(name), name);
    } else {
      visit_mapping(node, schema, path);
    }
  }

  void visit_mapping(yaml::Node& node, const Json& schema, const std::string& path) {
    const Json* properties = schema.find("properties");
    const Json* others = schema.find("additionalProperties");
    const bool has_names = others != nullptr && others->as_object() != nullptr;
    if (properties == nullptr && !has_names) return;  // a value for each form
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
      const std::string& key = node.keys[i].scalar;
      const Json* value = properties != nullptr ? properties->find(key) : others;
      CHECK_MESSAGE(value != nullptr, path << '/' << key << " is not in the schema");
      if (value != nullptr) visit(node.items[i], *value, path + '/' + (has_names ? "*" : key));
    }
    if (properties == nullptr || !seen_.insert({path, keys_of_node(node)}).second) return;
    declared[path] = keys_of(properties);
    known[path].merge(
        known_to([](const auto& document, auto& findings) { read_template(document, findings); }, *document_, node));
  }

  static std::string keys_of_node(const yaml::Node& node) {
    std::string out;
    for (const yaml::Node& key : node.keys)
      out += key.scalar + ' ';
    return out;
  }

  const Json& rules_;
  yaml::Document* document_ = nullptr;
  std::set<std::pair<std::string, std::string>> seen_;
};

}  // namespace

TEST_CASE("the schema of a design knows the keys that its reader knows") {
  const Json rules = schema("design-1");
  Walk walk(rules);
  for (const char* scheme : {"glore", "lever-up"}) {
    for (const auto& entry : std::filesystem::directory_iterator(source / "templates" / scheme)) {
      if (entry.path().extension() != ".yaml") continue;
      const std::string text = slurp(entry.path());
      if (text.find("format: design/1") == std::string::npos) continue;
      walk.take(entry.path().filename().string(), text + "by-language: {el: {styles: {name: {size: 30}}}}\n");
    }
  }
  CHECK(walk.declared.size() > 40);
  for (const auto& [path, names] : walk.declared) {
    CAPTURE(path);
    CHECK(joined(walk.known[path]) == joined(names));
  }
}

TEST_CASE("the schema of a design has every kind of block, and its caps") {
  const Json rules = schema("design-1");
  const Json& definitions = *rules.find("definitions");
  const Names kinds = names_of(definitions.find("block")->find("properties")->find("block")->find("enum"));
  CHECK(kinds.size() == std::variant_size_v<BlockContent>);
  for (const std::string& kind : kinds)
    CHECK_MESSAGE(definitions.find("block-" + kind) != nullptr, kind);
  const Json& properties = *rules.find("properties");
  CHECK(*properties.find("forms")->find("maxItems") == Json(static_cast<int>(most_forms)));
  CHECK(*properties.find("fonts")->find("maxProperties") == Json(static_cast<int>(most_fonts)));
  CHECK(*properties.find("styles")->find("maxProperties") == Json(static_cast<int>(most_styles)));
  CHECK(*definitions.find("blocks")->find("maxItems") == Json(static_cast<int>(most_blocks)));
}

}  // namespace guerdon
