#include "document/blocks/blocks.h"

namespace guerdon {

Fragments set_block(const DrawingBlock& drawing, const Block&, const Setting&) {
  Fragment fragment;
  fragment.height = drawing.height;
  for (const Figure& figure : drawing.figures) {
    if (figure.kind == Figure::Kind::rectangle) {
      fragment.decorate(FilledBox{figure.at, figure.width, figure.height, drawing.colour});
    } else {
      fragment.decorate(lozenge(figure.at, figure.width, drawing.colour, {}));
    }
  }
  return {std::move(fragment)};
}

}  // namespace guerdon
