#include "document/design_reader.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace guerdon {

const std::vector<std::string>& fact_names() {
  static const std::vector<std::string> names{"id",           "name",       "latin-name",    "tasks",
                                              "professional", "profession", "verify-address"};
  return names;
}

const yaml::Node* DesignReader::in_form(const yaml::Node* node) {
  if (node == nullptr || node->kind != yaml::Kind::mapping) return node;
  const yaml::Node* chosen = nullptr;
  for (const yaml::Node& key : node->keys) {
    if (std::find(forms.begin(), forms.end(), key.scalar) == forms.end()) {
      reader_.error(key, "unknown form `" + key.scalar + "`", "the forms are " + joined_or(forms));
      return nullptr;
    }
  }
  for (std::size_t f = 0; f <= form; ++f) {
    if (const yaml::Node* value = node->find(forms[f])) chosen = value;
  }
  if (chosen == nullptr) reader_.error(*node, "no value for the form `" + forms[form] + "`");
  return chosen;
}

bool DesignReader::in_this_form(yaml::Fields& fields) {
  const yaml::Node* node = fields.find("forms");
  if (node == nullptr) return true;
  bool found = false;
  for (const yaml::Node& item : yaml::items(node, reader_, "forms")) {
    const auto name = reader_.word(item, forms);
    found = found || (name && *name == forms[form]);
  }
  return found;
}

double DesignReader::number(const yaml::Node& node) {
  double value = 0;
  const char* end = node.scalar.data() + node.scalar.size();
  const auto [behind, error] = std::from_chars(node.scalar.data(), end, value, std::chars_format::fixed);
  if (node.kind != yaml::Kind::scalar || node.quoted || error != std::errc() || behind != end ||
      !(value >= -1000 && value <= 1000)) {
    reader_.error(node, "not a number from -1000 to 1000");
    return 0;
  }
  return value;
}

double DesignReader::number(yaml::Fields& fields, std::string_view key) {
  const yaml::Node* node = in_form(fields.require(key));
  return node == nullptr ? 0 : number(*node);
}

double DesignReader::number_or(yaml::Fields& fields, std::string_view key, double otherwise) {
  const yaml::Node* node = in_form(fields.find(key));
  return node == nullptr ? otherwise : number(*node);
}

int DesignReader::count(yaml::Fields& fields, std::string_view key, int otherwise) {
  const yaml::Node* node = in_form(fields.find(key));
  return node == nullptr ? otherwise : reader_.integer(*node, 1, 100).value_or(otherwise);
}

bool DesignReader::flag(yaml::Fields& fields, std::string_view key, bool otherwise) {
  const yaml::Node* node = in_form(fields.find(key));
  return node == nullptr ? otherwise : reader_.boolean(*node).value_or(otherwise);
}

std::string DesignReader::word_or(yaml::Fields& fields, std::string_view key, const std::vector<std::string>& words,
                                  const std::string& otherwise) {
  const yaml::Node* node = in_form(fields.find(key));
  return node == nullptr ? otherwise : reader_.word(*node, words).value_or(otherwise);
}

std::string DesignReader::text_or(yaml::Fields& fields, std::string_view key, const std::string& otherwise) {
  const yaml::Node* node = fields.find(key);
  return node == nullptr ? otherwise : reader_.text(*node).value_or(otherwise);
}

std::vector<double> DesignReader::numbers(yaml::Fields& fields, std::string_view key, std::size_t count) {
  std::vector<double> values;
  const yaml::Node* node = in_form(fields.require(key));
  for (const yaml::Node& item : yaml::items(node, reader_, key))
    values.push_back(number(item));
  if (node != nullptr && count != 0 && values.size() != count) {
    reader_.error(*node, "`" + std::string(key) + "` needs " + std::to_string(count) + " numbers, has " +
                             std::to_string(values.size()));
  }
  if (count != 0) values.resize(count);
  return values;
}

namespace {

template <class T>
T named(const std::map<std::string, T, std::less<>>& known, const yaml::Node* node, std::string_view kind,
        yaml::Reader& reader) {
  if (node == nullptr) return {};
  if (const auto found = known.find(node->scalar); found != known.end()) return found->second;
  std::vector<std::string> names;
  names.reserve(known.size());
  for (const auto& [name, value] : known)
    names.push_back(name);
  reader.error(*node, "unknown " + std::string(kind) + " `" + node->scalar + "`", "one of " + joined_or(names));
  return {};
}

}  // namespace

Colour DesignReader::colour(yaml::Fields& fields, std::string_view key) {
  return named(colours, in_form(fields.require(key)), "colour", reader_);
}

Style DesignReader::style(yaml::Fields& fields, std::string_view key) {
  return named(styles, in_form(fields.require(key)), "style", reader_);
}

Stroke DesignReader::stroke(yaml::Fields& fields, std::string_view key) {
  const yaml::Node* node = fields.require(key);
  if (node == nullptr) return {};
  yaml::Fields parts(*node, reader_, key);
  return {number(parts, "thickness"), colour(parts, "colour")};
}

Stroke DesignReader::stroke_or_none(yaml::Fields& fields, std::string_view key) {
  return fields.find(key) == nullptr ? Stroke{} : stroke(fields, key);
}

Bullet DesignReader::bullet(yaml::Fields& fields, std::string_view key) {
  const yaml::Node* node = fields.find(key);
  if (node == nullptr) return {};
  yaml::Fields parts(*node, reader_, key);
  return {number(parts, "x"), number(parts, "size"), number(parts, "indent"), colour(parts, "colour")};
}

Source DesignReader::source(yaml::Fields& fields) {
  Source source = words(fields, "words");
  if (const yaml::Node* node = fields.find("fact")) {
    if (const auto name = reader_.word(*node, fact_names())) {
      const auto at = std::find(fact_names().begin(), fact_names().end(), *name) - fact_names().begin();
      source.fact = static_cast<Fact>(at);
    }
    if (!source.words.empty()) reader_.error(*node, "both `words` and `fact`: a text comes from one of them");
  } else if (source.words.empty()) {
    reader_.error(fields.place(), "neither `words` nor `fact` says where the text comes from");
  }
  return source;
}

std::string DesignReader::file_name(const yaml::Node& node) {
  std::string name = reader_.text(node).value_or("");
  if (name.find('/') != std::string::npos || name.starts_with('.'))
    reader_.error(node, "`" + name + "` is not a bare file name", "the file stands beside the design");
  return name;
}

std::size_t DesignReader::image(const yaml::Node& node) {
  const std::string file = file_name(node);
  const auto known =
      std::find_if(images.begin(), images.end(), [&file](const DesignImage& image) { return image.file == file; });
  const auto index = static_cast<std::size_t>(known - images.begin());
  if (known != images.end()) return index;
  if (images.size() == most_images)
    reader_.error(node, "more than " + std::to_string(most_images) + " pictures in one design");
  images.push_back({file, node.place, nullptr});
  return index;
}

Source DesignReader::words(yaml::Fields& fields, std::string_view key) {
  const yaml::Node* node = in_form(fields.find(key));
  Source source;
  if (node != nullptr) source.words = reader_.slug(*node).value_or("");
  return source;
}

}  // namespace guerdon
