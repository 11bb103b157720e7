#pragma once

#include "base/packed.h"
#include "flow/board.h"

namespace guerdon {

/// Adds all of a row that does not hang on the day: not its group, and not what `next` and `due` say.
void add(Packed& packed, const BoardRow& row);

/// The row that `add` wrote.
BoardRow board_row_from(Unpacked& packed);

}  // namespace guerdon
