#include "pdf/true_type.h"

#include <hb.h>

#include "files.h"

using namespace guerdon;
using namespace guerdon::sample;

namespace {

/// A font file that is open for as long as it is asked.
class Opened {
 public:
  explicit Opened(const std::string& bytes)
      : blob_(hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_DUPLICATE, nullptr,
                             nullptr)),
        face_(hb_face_create(blob_, 0)),
        font_(hb_font_create(face_)) {}
  ~Opened() {
    hb_font_destroy(font_);
    hb_face_destroy(face_);
    hb_blob_destroy(blob_);
  }
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;

  [[nodiscard]] unsigned glyphs() const { return hb_face_get_glyph_count(face_); }
  [[nodiscard]] unsigned units() const { return hb_face_get_upem(face_); }
  [[nodiscard]] int advance(std::uint32_t glyph) const { return hb_font_get_glyph_h_advance(font_, glyph); }
  [[nodiscard]] hb_glyph_extents_t extents(std::uint32_t glyph) const {
    hb_glyph_extents_t out{};
    hb_font_get_glyph_extents(font_, glyph, &out);
    return out;
  }

  /// How many strokes its outline has, and their sum of coordinates, in thousandths of the em.
  [[nodiscard]] std::pair<int, double> drawn(std::uint32_t glyph) const { return outline(font_, glyph, units()); }

  static std::pair<int, double> outline(hb_font_t* font, std::uint32_t glyph, unsigned units) {
    struct Sum {
      int strokes = 0;
      double coordinates = 0;
    } sum;
    hb_draw_funcs_t* draw = hb_draw_funcs_create();
    hb_draw_funcs_set_line_to_func(
        draw,
        [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
          static_cast<Sum*>(data)->strokes += 1;
          static_cast<Sum*>(data)->coordinates += static_cast<double>(x) + static_cast<double>(y);
        },
        nullptr, nullptr);
    hb_draw_funcs_set_quadratic_to_func(
        draw,
        [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float, float, float x, float y, void*) {
          static_cast<Sum*>(data)->strokes += 1;
          static_cast<Sum*>(data)->coordinates += static_cast<double>(x) + static_cast<double>(y);
        },
        nullptr, nullptr);
    hb_font_get_glyph_shape(font, glyph, draw, &sum);
    hb_draw_funcs_destroy(draw);
    return {sum.strokes, sum.coordinates * 1000 / units};
  }

 private:
  hb_blob_t* blob_;
  hb_face_t* face_;
  hb_font_t* font_;
};

std::uint32_t glyph_of(const Font& font, char32_t character) {
  hb_codepoint_t glyph = 0;
  REQUIRE(hb_font_get_nominal_glyph(font.shaping(), static_cast<hb_codepoint_t>(character), &glyph) != 0);
  return glyph;
}

}  // namespace

TEST_CASE("Units are rounded to the grid of files, halves upwards on both sides of nought") {
  CHECK(pdf::on_file_grid(2048, 2048) == 1000);
  CHECK(pdf::on_file_grid(1, 2000) == 1);
  CHECK(pdf::on_file_grid(-1, 2000) == 0);
  CHECK(pdf::on_file_grid(-3, 2048) == -1);
  CHECK(pdf::on_file_grid(7, 1000) == 7);
}

TEST_CASE("Each glyph stands where it was asked, drawn as before on the grid of files, and gaps are empty") {
  for (const auto& font : shared_design("soft-skills").fonts) {
    const std::uint32_t a = glyph_of(*font, 'a');
    const std::uint32_t composed = glyph_of(*font, U'ž');
    const Opened cut(pdf::cut_true_type(*font, {0, a, 0, composed}));
    CHECK(cut.units() == 1000);
    CHECK(cut.glyphs() >= 4);
    CHECK(cut.drawn(2).first == 0);
    const std::pair<std::uint32_t, std::uint32_t> pairs[] = {{1, a}, {3, composed}};
    for (const auto& [now, before] : pairs) {
      const int units = hb_font_get_glyph_h_advance(font->shaping(), before);
      CHECK(cut.advance(now) == pdf::on_file_grid(units, font->units_per_em()));
      const auto [strokes, sum] = Opened::outline(font->shaping(), before, font->units_per_em());
      CHECK(cut.drawn(now).first == strokes);
      CHECK(std::abs(cut.drawn(now).second - sum) <= strokes * 2);
    }
  }
}

TEST_CASE("The same glyphs give the same bytes, whatever was cut before") {
  const Font& font = *shared_design("soft-skills").fonts[0];
  const std::uint32_t a = glyph_of(font, 'a');
  const std::string first = pdf::cut_true_type(font, {0, a});
  pdf::cut_true_type(font, {0, glyph_of(font, U'ž'), a});
  CHECK(pdf::cut_true_type(font, {0, a}) == first);
}
