#pragma once

#include "pages.h"

// Pages of nothing but a portfolio's blocks.

namespace guerdon::sample {

inline std::string portfolio_design(const std::string& block) {
  return R"(format: design/1
forms: [whole]
page:
  size: [210, 297]
  margins: {top: 20, right: 20, bottom: 20, left: 20}
fonts:
  GB: {file: GentiumBookPlus-Regular.ttf, folder: truetype/gentiumplus, package: fonts-sil-gentiumplus, baseline: 0.3662}
colours: {ink: "#1C1C1A"}
styles:
  large: {font: GB, size: 16, line: 8, colour: ink}
  body: {font: GB, size: 10, line: 5, colour: ink}
  small: {font: GB, size: 9, line: 4.5, colour: ink}
every-page: []
first-page:
  clear: 0
  foot-top: 270
  flow:
)" + block +
         R"(  foot: []
next-page:
  clear: 0
  top: 30
  bottom: 270
  head: []
  flow: []
  foot: []
)";
}

inline LaidOut laid_out(const Portfolio* portfolio, const std::string& block) {
  const Template pages = read_design("design.yaml", portfolio_design(block));
  static const Fonts fonts = open_fonts(pages.fonts, {"/usr/share/fonts"});
  Shaper shaper;
  LaidOut out;
  out.pages = lay_out(statement(), pages, fonts, shaper, {"<portfolio>", {}}, out.findings, portfolio);
  return out;
}

}  // namespace guerdon::sample
