#include <algorithm>
#include <limits>

#include "document/blocks/blocks.h"

namespace guerdon {

namespace {

/// What a good printer shows: a picture of fewer pixels is drawn smaller, not coarser. A drawing has none.
constexpr double mm_per_pixel = 25.4 / 300;

double left_of(Align align, double room) { return align == Align::left ? 0 : align == Align::centre ? room / 2 : room; }

}  // namespace

Fragments set_block(const ImageBlock& block, const Block& where, const Setting& setting) {
  const auto& image = block.image ? setting.design.images[*block.image].image : setting.logo;
  if (image == nullptr) return {};
  const double width = image->form ? image->form->width : image->width * mm_per_pixel;
  const double height = image->form ? image->form->height : image->height * mm_per_pixel;
  const double most = image->form ? std::numeric_limits<double>::infinity() : 1.0;
  const double scale = std::min({most, block.width / width, block.height / height});
  const Position& place = where.placement;
  Picture picture{image, {}, width * scale, height * scale};
  picture.at = {place.x + left_of(place.align, place.width - picture.width), (block.height - picture.height) / 2};
  Fragment fragment;
  fragment.height = block.height;
  if (block.figure.empty()) {
    fragment.decorate(std::move(picture));
  } else {
    fragment.begin(Tag::figure, spoken(block.figure, 0, 0, setting));
    fragment.add(std::move(picture));
    fragment.finish();
  }
  return {std::move(fragment)};
}

}  // namespace guerdon
