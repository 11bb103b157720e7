#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/fragment.h"
#include "document/portfolio.h"
#include "document/template.h"

namespace guerdon {

/// What a block is set from and with.
struct Setting {
  const Certificate& certificate;
  const Template& design;
  const Fonts& fonts;
  Shaper& shaper;
  Location where;  ///< of findings
  Diagnostics& findings;
  std::optional<CellGrid>& code;  ///< the certificate's QR code, once one was made
  bool& overfull;                 ///< set when something does not fit
  int page = 1;                   ///< for the words that name them
  int pages = 1;
  const Portfolio* portfolio = nullptr;    ///< where a portfolio is set
  bool right_to_left = false;              ///< the paragraph's direction
  bool mirrored = false;                   ///< whether the page is turned round when it is complete
  bool hyphenate = false;                  ///< as the block says
  std::shared_ptr<const Image> logo = {};  ///< of the first organisation; null where it has none

  /// Reports that something does not fit.
  void too_long(std::string message, std::string hint = "shorten it, or choose another design") const {
    overfull = true;
    findings.error("page.printable", where, std::move(message), std::move(hint));
  }
};

/// The phrases of `source`, with page numbers filled in. Words that the certificate lacks are reported.
std::vector<Phrase> phrases(const Source& source, const Setting& setting);

/// The text of words of one phrase, with `{level}` and `{levels}` filled in.
std::string spoken(const Source& words, int level, int levels, const Setting& setting);

/// Whether the fact, or `logo`, or the words named `when` hold something; true for an empty name.
bool holds(std::string_view when, const Certificate& certificate);

/// Whether `block` stands on the page at all, as its `when` and `when-not` say.
bool is_wanted(const Block& block, const Certificate& certificate);

/// Shapes `phrase`; characters that cannot be printed are reported as standing in `what`.
std::vector<Piece> pieces(const Phrase& phrase, const Style& style, std::string_view what, const Setting& setting);

/// Lines ready to be drawn.
struct Lines {
  std::vector<Piece> pieces;
  std::vector<TextLine> lines;
  double line_mm = 0;
  double baseline = 0;    ///< from a line's top
  bool mirrored = false;  ///< drawn for a page that `mirror` turns round

  [[nodiscard]] double height() const { return line_mm * static_cast<double>(lines.size()); }
};

/// How a text is to be wrapped.
struct Measure {
  double width = 0;
  int most_lines = 1;
  Wrapping wrapping = Wrapping::greedy;
};

/// Wraps `pieces`. What does not fit is tried again with hyphens where the block allows them, then smaller down to the
/// style's floor; more lines than allowed, or a word that is too wide, is reported as `what`, with the millimetres.
std::optional<Lines> set_lines(std::vector<Piece> pieces, const Style& style, Measure measure, std::string_view what,
                               const Setting& setting);

/// `set_lines` of one text in one style.
std::optional<Lines> set_text(std::string_view text, const Style& style, Measure measure, std::string_view what,
                              const Setting& setting, const std::string& language = {});

/// From the top of a line of `style` down to its baseline.
double baseline_of(const Style& style, const Fonts& fonts);

/// Draws line `index` of `lines` with its top at `top`.
void draw_line(const Lines& lines, std::size_t index, double x, double top, double width, Align align,
               Fragment& fragment);

/// Draws all lines one below the other, the first one's top at `top`.
void draw_lines(const Lines& lines, double x, double top, double width, Align align, Fragment& fragment);

/// How far ink reaches over the baseline and below it, in mm.
struct InkReach {
  double above = 0;
  double below = 0;
};

/// That of `lines`: of the design's own fonts, for which its lines are made, only marks that stand on marks count.
InkReach ink_reach(const Lines& lines, const Fonts& fonts);

/// A horizontal line.
StrokedLine rule_at(double x, double y, double width, const Stroke& stroke);

/// A lozenge around `middle`.
ClosedPath lozenge(Point middle, double half_diagonal, Colour fill, Stroke stroke);

}  // namespace guerdon
