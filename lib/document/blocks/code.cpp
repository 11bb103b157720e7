#include "document/blocks/blocks.h"
#include "document/qr.h"

namespace guerdon {

Fragments set_block(const CodeBlock& code, const Block& block, const Setting& setting) {
  if (!setting.code) {
    std::string address = setting.certificate.verify_address;
    while (address.ends_with('/'))
      address.pop_back();
    setting.code = qr_code(address + "/" + setting.certificate.id.text);
  }
  CellGrid grid = *setting.code;
  grid.side = grid.cells >= code.large_cells ? code.large_side : code.side;
  grid.at = {block.placement.x + (code.grows_right ? 0 : block.placement.width - grid.side), 0};
  grid.colour = code.colour;
  Fragment fragment;
  fragment.height = grid.side;
  fragment.begin(Tag::link);
  fragment.begin(Tag::figure, spoken(code.alternative, 0, 0, setting));
  fragment.add(std::move(grid));
  fragment.finish();
  fragment.finish();
  return {std::move(fragment)};
}

}  // namespace guerdon
