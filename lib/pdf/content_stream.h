#pragma once

#include <optional>
#include <string>

#include "pdf/structure.h"

namespace guerdon::pdf {

/// The content of a page while it is written: operators, in marked content of one element after the other. Source: ISO
/// 32000-1, 14.6.
class ContentStream {
 public:
  ContentStream(const Page& page, std::size_t number, Structure& structure)
      : page_(page), page_number_(number), structure_(structure) {}

  /// Goes on with what belongs to `element` and is written in `language`; -1 for an artifact.
  void enter(int element, const std::string& language);
  /// Goes on with another piece of the same; with `properties` of its own it is a span.
  void part(const std::string& properties);
  void leave();

  [[nodiscard]] bool in_artifact() const { return element_ && *element_ < 0; }

  /// Adds a number and a space.
  void number(double value, int decimals = 2);
  /// Adds a point of the page, in points from the bottom left.
  void point(Point at);

  std::string out;

 private:
  void begin(const std::string& properties);

  const Page& page_;
  std::size_t page_number_;
  Structure& structure_;
  std::optional<int> element_;  ///< of the marked content that is open
  std::string language_;        ///< of that
};

}  // namespace guerdon::pdf
