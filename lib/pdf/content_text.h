#pragma once

#include "pdf/content_stream.h"
#include "pdf/font_use.h"

namespace guerdon::pdf {

/// Adds text objects that show `run` in `font`, whose size and tracking are set: a TJ array where the pen only moves
/// along the line, a text rise where a mark is lifted, ActualText where the glyphs of a cluster do not give its text
/// back. Source: ISO 32000-1, 9.4.
void show_text(const TextRun& run, const FontUse& font, ContentStream& stream);

}  // namespace guerdon::pdf
