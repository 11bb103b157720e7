#include <fmt/format.h>

#include <algorithm>

#include "cli/man.h"
#include "version.h"

namespace guerdon {
namespace {

/// Writes the keys of one schema, each with the path that leads to it.
class Keys {
 public:
  explicit Keys(const Json& schema) : schema_(schema) {}

  std::string listed() {
    list(schema_, "", 0);
    return std::move(out_);
  }

 private:
  static constexpr int deepest = 6;

  /// What a reference stands for.
  const Json& resolved(const Json& node) const {
    const Json* reference = node.find("$ref");
    const std::string* path = reference != nullptr ? reference->as_string() : nullptr;
    constexpr std::string_view begin = "#/definitions/";
    if (path == nullptr || !path->starts_with(begin)) return node;
    const Json* definitions = schema_.find("definitions");
    const Json* found = definitions != nullptr ? definitions->find(path->substr(begin.size())) : nullptr;
    return found != nullptr ? *found : node;
  }

  void list(const Json& given, const std::string& path, int depth) {
    const Json& node = resolved(given);
    if (depth > deepest) return;
    if (const Json* items = node.find("items"); items != nullptr && items->as_object() != nullptr)
      list(*items, path + "[]", depth + 1);
    const std::string stem = path.empty() ? "" : path + '.';
    if (const Json* others = node.find("additionalProperties"); others != nullptr && others->as_object() != nullptr)
      tell(*others, stem + "NAME", false, depth);
    const Json* properties = node.find("properties");
    if (properties == nullptr || properties->as_object() == nullptr) return;
    for (const auto& [key, value] : *properties->as_object())
      tell(value, stem + key, is_required(node, key), depth);
  }

  void tell(const Json& value, const std::string& path, bool required, int depth) {
    const Json& node = resolved(value);
    const Json* own = value.find("description");
    const Json* description = own != nullptr ? own : node.find("description");
    if (description != nullptr && description->as_string() != nullptr) {
      out_ += fmt::format(".TP\n\\fB{}\\fR{}\n{}\n", roff(path), required ? " (required)" : "",
                          roff(*description->as_string()) + words_of(node));
    }
    list(value, path, depth + 1);
  }

  static bool is_required(const Json& node, const std::string& key) {
    const Json* required = node.find("required");
    if (required == nullptr || required->as_array() == nullptr) return false;
    return std::any_of(required->as_array()->begin(), required->as_array()->end(),
                       [&](const Json& one) { return one.as_string() != nullptr && *one.as_string() == key; });
  }

  /// The words that a value may be.
  static std::string words_of(const Json& node) {
    const Json* words = node.find("enum");
    if (words == nullptr || words->as_array() == nullptr) return {};
    std::string list;
    for (const Json& word : *words->as_array()) {
      if (word.as_string() != nullptr) list += (list.empty() ? "" : ", ") + *word.as_string();
    }
    return list.empty() ? "" : "\nOne of: " + roff(list) + '.';
  }

  const Json& schema_;
  std::string out_;
};

std::string text_of(const Json& schema, std::string_view key) {
  const Json* member = schema.find(key);
  return member != nullptr && member->as_string() != nullptr ? *member->as_string() : std::string();
}

}  // namespace

ManPage format_page(const std::vector<Json>& schemas) {
  std::string text = fmt::format(
      ".TH GUERDON\\-FORMAT 5 \"\" \"guerdon {}\" \"guerdon\"\n.SH NAME\nguerdon\\-format \\- the files of a "
      "workspace\n"
      ".SH DESCRIPTION\nA workspace is a folder of YAML files, which people write by hand as well as guerdon does, and "
      "of\n"
      "the facts of certificates in JSON, which only guerdon writes. Each kind of file is listed with its keys; a dot\n"
      "leads into a key, [] to each item of a list, NAME stands for a name of your own. A key that is not listed is\n"
      "refused.\n",
      version);
  for (const Json& schema : schemas) {
    text += fmt::format(".SH {}\n{}\n", roff(text_of(schema, "title")), roff(text_of(schema, "description")));
    text += Keys(schema).listed();
  }
  text += ".SH SEE ALSO\n.BR guerdon (1)\n";
  return {"guerdon-format", 5, text};
}

}  // namespace guerdon
