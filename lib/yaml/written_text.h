#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "yaml/node.h"

namespace guerdon::yaml {

/// Thrown where a text is not what the tree that was read from it says.
struct Astray {};

/// A text as somebody wrote it, and where things stand in it. Places are offsets in bytes.
class WrittenText {
 public:
  /// `text` must outlive this.
  explicit WrittenText(std::string_view text) : text_(text) {}

  /// Where the text begins, behind a byte order mark.
  [[nodiscard]] std::size_t begin() const;
  [[nodiscard]] std::size_t line_begin(std::size_t offset) const;
  /// Of the line end, or of the text's.
  [[nodiscard]] std::size_t line_end(std::size_t offset) const;
  /// From 0, in bytes; a byte order mark does not count.
  [[nodiscard]] std::size_t column(std::size_t offset) const;

  /// Whether what begins at `offset` is the first on its line, and the line above is blank.
  [[nodiscard]] bool after_blank(std::size_t offset) const;

  /// The blanks before a comment that follows a value; one where there are none.
  [[nodiscard]] std::string gap_before(std::size_t comment) const;

  /// Where a sign comes next from `offset` on, comments aside. Throws Astray.
  [[nodiscard]] std::size_t find_sign(std::size_t offset, char sign) const;

  /// The byte behind a word or a quoted text. Throws Astray.
  [[nodiscard]] std::size_t end_of(const Node& node) const;

  /// Whether a list or a mapping goes below its key or dash: in brackets stays what stood there on one line, and lists
  /// of words.
  [[nodiscard]] bool is_nested(const Node& node) const;

  /// Whether a word stands as it was written: in double quotes it may hold escapes that the emitter does not write.
  [[nodiscard]] bool is_kept(const Node& node) const;

 private:
  [[nodiscard]] std::size_t end_of_last(const Node& node) const;

  std::string_view text_;
};

}  // namespace guerdon::yaml
