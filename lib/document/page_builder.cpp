#include "document/page_builder.h"

#include <algorithm>
#include <utility>

namespace guerdon {

PageBuilder::PageBuilder(double width, double height) {
  page_.width = width;
  page_.height = height;
}

int PageBuilder::container_for(const std::vector<Container>& inside, int block) {
  if (block != block_) open_.clear();
  std::size_t shared = 0;
  while (shared < open_.size() && shared < inside.size() && open_[shared].container == inside[shared])
    ++shared;
  open_.resize(shared);
  for (std::size_t i = shared; i < inside.size(); ++i) {
    page_.elements.push_back({inside[i].tag, open_.empty() ? -1 : open_.back().element, {}, {}});
    open_.push_back({inside[i], static_cast<int>(page_.elements.size()) - 1});
  }
  return open_.empty() ? -1 : open_.back().element;
}

void PageBuilder::add_bar(const PlacedFragment& placed) {
  if (!placed.fragment.bar) {
    bar_mark_ = 0;
    return;
  }
  if (bar_mark_ != 0 && placed.block == block_) {
    auto& box = std::get<FilledBox>(page_.marks[bar_mark_ - 1].shape);
    box.height = placed.bottom() - box.at.y;
    return;
  }
  FilledBox box = *placed.fragment.bar;
  box.at.y = placed.top;
  box.height = placed.fragment.height;
  page_.marks.push_back({-1, box});
  bar_mark_ = page_.marks.size();
}

void PageBuilder::add(PlacedFragment placed) {
  add_bar(placed);
  const int container = container_for(placed.fragment.inside, placed.block);
  block_ = placed.block;
  const int base = static_cast<int>(page_.elements.size());
  for (Element& element : placed.fragment.elements) {
    element.parent = element.parent < 0 ? container : element.parent + base;
    page_.elements.push_back(std::move(element));
  }
  const bool in_container = container >= 0 && placed.fragment.elements.empty();
  for (Mark& mark : placed.fragment.marks) {
    move_down(mark, placed.top);
    if (mark.element >= 0) {
      mark.element += base;
    } else if (in_container && std::holds_alternative<TextRun>(mark.shape)) {
      mark.element = container;
    }
    page_.marks.push_back(std::move(mark));
  }
}

Page PageBuilder::take() { return std::move(page_); }

}  // namespace guerdon
