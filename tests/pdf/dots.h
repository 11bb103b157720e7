#pragma once

#include <doctest/doctest.h>

#include <hb.h>

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "document/font.h"

// What a font draws, as points along the way.

namespace guerdon::sample {

struct Dot {
  double x = 0;
  double y = 0;
};

inline std::uint32_t glyph_of(const Font& font, char32_t character) {
  hb_codepoint_t glyph = 0;
  REQUIRE(hb_font_get_nominal_glyph(font.shaping(), static_cast<hb_codepoint_t>(character), &glyph) != 0);
  return glyph;
}

/// Points on the outline of `glyph`, a few hundred a stroke, in thousandths of the em.
constexpr int dots_a_stroke = 256;

inline std::vector<Dot> dots_of(hb_font_t* font, std::uint32_t glyph, double units) {
  struct Track {
    std::vector<Dot> dots;
    Dot at;
  } track;
  hb_draw_funcs_t* draw = hb_draw_funcs_create();
  hb_draw_funcs_set_move_to_func(
      draw,
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
        static_cast<Track*>(data)->at = {x, y};
      },
      nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(
      draw,
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
        auto& [dots, at] = *static_cast<Track*>(data);
        for (int i = 1; i <= dots_a_stroke; ++i)
          dots.push_back({at.x + (static_cast<double>(x) - at.x) * i / dots_a_stroke,
                          at.y + (static_cast<double>(y) - at.y) * i / dots_a_stroke});
        at = {x, y};
      },
      nullptr, nullptr);
  hb_draw_funcs_set_cubic_to_func(
      draw,
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float ax, float ay, float bx, float by, float x, float y,
         void*) {
        auto& [dots, at] = *static_cast<Track*>(data);
        const Dot a{ax, ay};
        const Dot b{bx, by};
        const Dot c{x, y};
        for (int i = 1; i <= dots_a_stroke; ++i) {
          const double t = i / static_cast<double>(dots_a_stroke);
          const double s = 1 - t;
          dots.push_back({s * s * s * at.x + 3 * s * s * t * a.x + 3 * s * t * t * b.x + t * t * t * c.x,
                          s * s * s * at.y + 3 * s * s * t * a.y + 3 * s * t * t * b.y + t * t * t * c.y});
        }
        at = c;
      },
      nullptr, nullptr);
  hb_font_get_glyph_shape(font, glyph, draw, &track);
  hb_draw_funcs_destroy(draw);
  for (Dot& dot : track.dots)
    dot = {dot.x * 1000 / units, dot.y * 1000 / units};
  return track.dots;
}

/// How far the farthest of every sixteenth of `dots` lies from the nearest of `others`.
inline double farthest(const std::vector<Dot>& dots, const std::vector<Dot>& others) {
  double most = 0;
  for (std::size_t i = 0; i < dots.size(); i += 16) {
    const Dot& dot = dots[i];
    double least = 1e9;
    for (const Dot& other : others)
      least = std::min(least, std::hypot(dot.x - other.x, dot.y - other.y));
    most = std::max(most, least);
  }
  return most;
}

}  // namespace guerdon::sample
