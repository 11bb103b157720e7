#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/font.h"
#include "yaml/node.h"

namespace guerdon {

/// A family that stands in for a design's fonts, in the scripts that it is for.
struct ChainEntry {
  std::vector<std::string> scripts;  ///< ISO 15924, "Arab"; "Zyyy" for what belongs to none
  double size = 1;                   ///< beside the size of the style
  std::vector<FontName> plain;       ///< regular, and bold where there is one
  std::vector<FontName> serif;       ///< the same beside a font with serifs; empty: as `plain`
};

/// Reads a chain, format `fonts/1` (docs/design-format.md). Empty when there were errors.
std::optional<std::vector<ChainEntry>> read_chain(const yaml::Document& document, Diagnostics& findings);

/// A font that stands in for another.
struct Substitute {
  const Font* font = nullptr;
  double size = 1;  ///< factor
};

/// The families of a chain, each opened when the first text needs it. May be used by several threads.
class FontChain {
 public:
  /// With `recorded` (the fonts of a certificate's facts) only those are in the chain.
  FontChain(std::vector<ChainEntry> entries, std::vector<std::string> folders,
            std::optional<std::vector<Certificate::Font>> recorded = {});

  /// What stands in for `font` in `script`, in the chain's order; files that are missing are left out. Throws as
  /// `find_font` where a font is recorded.
  [[nodiscard]] std::vector<Substitute> substitutes(std::string_view script, const Font& font) const;

  /// The files for `script` that are not on this machine.
  [[nodiscard]] std::vector<FontName> missing(std::string_view script, const Font& font) const;

  /// Whether `font` is one of its own.
  [[nodiscard]] bool holds(const Font& font) const;

  /// Tells two chains apart that give different fonts.
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  [[nodiscard]] const Font* open(const FontName& name) const;

  std::vector<ChainEntry> entries_;
  std::vector<std::string> folders_;
  std::optional<std::vector<Certificate::Font>> recorded_;
  std::string name_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, std::shared_ptr<const Font>> open_;  ///< by key; null for a file that is nowhere
};

}  // namespace guerdon
