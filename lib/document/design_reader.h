#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/template.h"
#include "yaml/reader.h"

namespace guerdon {

/// Reads the values of a design for one of its forms. What does not fit is reported, and a default is given back.
class DesignReader {
 public:
  explicit DesignReader(yaml::Reader& reader) : reader_(reader) {}

  std::vector<std::string> forms;
  std::size_t form = 0;  ///< whose values are read
  std::map<std::string, Colour, std::less<>> colours;
  std::map<std::string, Style, std::less<>> styles;
  std::map<std::string, std::size_t, std::less<>> fonts;
  std::vector<DesignImage> images;
  std::size_t blocks = 0;  ///< of the form, so far

  [[nodiscard]] yaml::Reader& reader() { return reader_; }

  /// A value that differs between forms is a mapping from form to value, and holds until the next form named.
  const yaml::Node* in_form(const yaml::Node* node);
  /// Whether what `fields` are of stands in this form, as its `forms` say.
  bool in_this_form(yaml::Fields& fields);

  double number(const yaml::Node& node);
  double number(yaml::Fields& fields, std::string_view key);
  double number_or(yaml::Fields& fields, std::string_view key, double otherwise);
  int count(yaml::Fields& fields, std::string_view key, int otherwise);
  bool flag(yaml::Fields& fields, std::string_view key, bool otherwise);
  std::string word_or(yaml::Fields& fields, std::string_view key, const std::vector<std::string>& words,
                      const std::string& otherwise);
  std::string text_or(yaml::Fields& fields, std::string_view key, const std::string& otherwise);
  std::vector<double> numbers(yaml::Fields& fields, std::string_view key, std::size_t count);

  Colour colour(yaml::Fields& fields, std::string_view key);
  Style style(yaml::Fields& fields, std::string_view key);
  Stroke stroke(yaml::Fields& fields, std::string_view key);
  /// A stroke that may be left away, and then has thickness 0.
  Stroke stroke_or_none(yaml::Fields& fields, std::string_view key);
  Bullet bullet(yaml::Fields& fields, std::string_view key);

  /// `words: KEY` or `fact: NAME`.
  Source source(yaml::Fields& fields);
  Source words(yaml::Fields& fields, std::string_view key);

  /// The name of a file beside the design.
  std::string file_name(const yaml::Node& node);
  /// The index of the picture that `node` names among the design's.
  std::size_t image(const yaml::Node& node);

 private:
  yaml::Reader& reader_;
};

/// The name of each fact, in the order of `Fact`.
const std::vector<std::string>& fact_names();

/// Reads one block; empty when it does not belong to the form or was reported.
std::optional<Block> read_block(const yaml::Node& node, DesignReader& design, const Template& page);

}  // namespace guerdon
