#pragma once

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "document/marks.h"
#include "sample.h"

// What tests ask of laid out pages.

namespace guerdon::sample {

inline std::size_t count(const Page& page, Tag tag) {
  std::size_t found = 0;
  for (const Element& element : page.elements)
    found += element.tag == tag ? 1 : 0;
  return found;
}

inline bool near(double a, double b) { return std::abs(a - b) < 0.005; }

inline const Page& page(const LaidOut& out, std::size_t number) {
  REQUIRE(out.pages.has_value());
  REQUIRE(out.pages->size() >= number);
  return (*out.pages)[number - 1];
}

}  // namespace guerdon::sample
