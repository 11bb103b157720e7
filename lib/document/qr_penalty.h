#pragma once

#include "document/qr_matrix.h"

namespace guerdon {

/// How hard a code of `size` modules a side is to read, the same modules given by row and by column. Once it is no less
/// than `limit`, the rest is not counted. Source: ISO/IEC 18004, 7.8.3.
int qr_penalty(const QrMatrix::Rows& rows, const QrMatrix::Rows& columns, int size, int limit);

}  // namespace guerdon
