#pragma once

#include <optional>
#include <vector>

#include "document/portfolio.h"
#include "document/template.h"

namespace guerdon {

/// Lays out the pages of `certificate` in the first of the design's forms that holds it. `fonts` are the design's, in
/// its order, and must outlive the pages; `shaper` only remembers. What cannot be printed or does not fit
/// (`page.printable`), or is not there (`format`), is reported at `where`, and nothing comes back. The blocks of a
/// portfolio print `portfolio`, and nothing without it; `logo` is that of the first organisation.
std::optional<std::vector<Page>> lay_out(const Certificate& certificate, const Template& design, const Fonts& fonts,
                                         Shaper& shaper, const Location& where, Diagnostics& findings,
                                         const Portfolio* portfolio = nullptr,
                                         const std::shared_ptr<const Image>& logo = nullptr);

}  // namespace guerdon
