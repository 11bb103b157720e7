#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/page.h"

namespace guerdon {

/// A structure element that several fragments share, such as the table of its rows.
struct Container {
  Tag tag = Tag::table;
  int id = 0;  ///< tells two of the same tag in one block apart

  bool operator==(const Container&) const = default;
};

/// A part of a block that is never broken over pages; y from its own top.
struct Fragment {
  std::vector<Container> inside;  ///< outermost first
  std::vector<Element> elements;  ///< parents are indices here; -1 lies in the last of `inside`
  std::vector<Mark> marks;
  double gap = 0;  ///< free height above it
  double height = 0;
  bool with_next = false;        ///< never the last on its page
  std::optional<FilledBox> bar;  ///< decoration over the whole height, joined with the same of its neighbours
  int open = -1;                 ///< element that `add` puts marks into

  /// Opens an element inside the open one.
  void begin(Tag tag, std::string alternative = {});
  /// Closes the open element.
  void finish();
  void add(decltype(Mark::shape) shape) { marks.push_back({open, std::move(shape)}); }
  void decorate(decltype(Mark::shape) shape) { marks.push_back({-1, std::move(shape)}); }
};

using Fragments = std::vector<Fragment>;

}  // namespace guerdon
