#pragma once

#include <cmath>
#include <variant>
#include <vector>

#include "document/page.h"

// What tests ask of the marks of a page.

namespace guerdon::sample {

/// Marks of one kind on a page.
template <class Shape>
std::vector<Shape> marks(const Page& page) {
  std::vector<Shape> found;
  for (const Mark& mark : page.marks) {
    if (const auto* shape = std::get_if<Shape>(&mark.shape)) found.push_back(*shape);
  }
  return found;
}

/// A part of a page, in millimetres.
struct Box {
  double left, top, right, bottom;
};

/// The line that a text stands in.
inline Box box_of(const TextRun& run) {
  return {run.at.x, run.box_top, run.at.x + run.width, run.box_top + run.box_height};
}

inline bool overlap(const Box& a, const Box& b) {
  constexpr double touch = 0.01;
  return a.left < b.right - touch && b.left < a.right - touch && a.top < b.bottom - touch && b.top < a.bottom - touch;
}

/// Relative luminance. Source: WCAG 2.1.
inline double luminance(Colour c) {
  const auto linear = [](double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
  return 0.2126 * linear(c.red / 255.0) + 0.7152 * linear(c.green / 255.0) + 0.0722 * linear(c.blue / 255.0);
}

}  // namespace guerdon::sample
