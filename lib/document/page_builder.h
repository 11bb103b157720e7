#pragma once

#include <vector>

#include "document/fragment.h"

namespace guerdon {

/// A fragment, where it goes, and the block that it is a part of.
struct PlacedFragment {
  Fragment fragment;
  double top = 0;
  int block = 0;

  [[nodiscard]] double bottom() const { return top + fragment.height; }
};

/// Joins fragments in reading order to one page: containers that neighbours of a block share become one element, bars
/// that touch one box.
class PageBuilder {
 public:
  PageBuilder(double width, double height);
  void add(PlacedFragment placed);
  [[nodiscard]] Page take();

 private:
  struct Open {
    Container container;
    int element = -1;
  };

  int container_for(const std::vector<Container>& inside, int block);
  void add_bar(const PlacedFragment& placed);

  Page page_;
  std::vector<Open> open_;
  int block_ = -1;
  std::size_t bar_mark_ = 0;  ///< one more than the index of the open bar's mark
};

}  // namespace guerdon
