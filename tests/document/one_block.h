#pragma once

#include "pages.h"

// Pages of a design that has one block alone, from 30 or 40 mm down.

namespace guerdon::sample {

/// The pages of `certificate`; on those after the first the block may go down to `next_bottom`.
inline LaidOut laid_out_alone(const std::string& block, const Certificate& certificate, int next_bottom,
                              const Portfolio* portfolio = nullptr,
                              const std::shared_ptr<const Image>& logo = nullptr) {
  const std::string text =
      "format: design/1\nforms: [whole]\n"
      "page: {size: [210, 297], margins: {top: 18, right: 20, bottom: 18, left: 20}}\n"
      "fonts:\n  LR: {file: Lato-Regular.ttf, folder: truetype/lato, package: fonts-lato, baseline: 0.387}\n"
      "colours: {ink: \"#000000\", paper: \"#FFFFFF\"}\n"
      "styles:\n  large: {font: LR, size: 16, line: 8, colour: ink}\n  body: {font: LR, size: 10, line: 5, colour: "
      "ink}\n"
      "  fitting: {font: LR, size: 16, floor: 10, line: 8, colour: ink}\n"
      "  small: {font: LR, size: 9, line: 4.5, colour: ink}\n"
      "every-page: []\n"
      "first-page:\n  clear: 4\n  foot-top: 280\n  foot: []\n  flow:\n" +
      block + "next-page: {clear: 4, top: 40, bottom: " + std::to_string(next_bottom) +
      ", head: [], flow: [], foot: []}\n";
  const Template pages = read_design("test.yaml", text);
  static const Fonts fonts = open_fonts(pages.fonts, {"/usr/share/fonts"});
  Shaper shaper;
  LaidOut out;
  out.pages = lay_out(certificate, pages, fonts, shaper, {"case", {}}, out.findings, portfolio, logo);
  return out;
}

}  // namespace guerdon::sample
