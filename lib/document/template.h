#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/block.h"
#include "yaml/node.h"

namespace guerdon {

/// One way of fitting a certificate on its pages.
struct Form {
  std::string name;
  std::vector<Block> every_page;
  std::vector<Block> first_flow;  ///< one below the other
  std::vector<Block> first_foot;  ///< each in its place
  double foot_top = 0;            ///< the foot begins here, or higher
  double clear = 0;               ///< free height between flow and foot
  std::vector<Block> next_head;   ///< on each page but the first
  std::vector<Block> next_flow;
  std::vector<Block> next_foot;
  double next_top = 0;
  double next_bottom = 0;
  double next_clear = 0;  ///< free height under the head
};

// More than anyone draws by hand; a design that has more was made to keep a machine busy.
inline constexpr std::size_t most_blocks = 200;
inline constexpr std::size_t most_forms = 8;
inline constexpr std::size_t most_fonts = 16;
inline constexpr std::size_t most_styles = 40;
inline constexpr std::size_t most_languages = 40;

/// A design in memory.
struct Template {
  std::string path;
  double width = 210;
  double height = 297;
  double left = 0;  ///< margins
  double right = 0;
  double top = 0;
  double bottom = 0;
  std::vector<FontName> fonts;
  std::vector<DesignImage> images;
  std::optional<std::size_t> first_background;  ///< index of the picture below all that stands on page one
  std::optional<std::size_t> next_background;   ///< and on the others
  std::string fallback;                         ///< file of the chain of fonts beside it, `fonts/1`; may be empty
  std::vector<Style> styles;
  std::vector<Form> forms;         ///< in the order in which they are tried
  std::string language;            ///< for which it is; empty: for all that have none of their own
  std::vector<Template> variants;  ///< for the languages under `by-language`

  /// The design for the certificates in a language.
  [[nodiscard]] const Template& in(std::string_view wanted) const;
};

/// Reads a design, format `design/1` (docs/design-format.md). Findings have line and column; empty when there were
/// errors.
std::optional<Template> read_template(const yaml::Document& document, Diagnostics& findings);

}  // namespace guerdon
