#include "document/shape.h"

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <array>

#include "base/text.h"

namespace guerdon {

namespace {

constexpr std::size_t most_remembered = 8192;

/// A stretch of text in one script; what has no script of its own joins what stands before it.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
  hb_script_t script = HB_SCRIPT_COMMON;
};

std::vector<Stretch> stretches(std::string_view text) {
  std::vector<Stretch> found;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    const char32_t character = next_code_point(text, offset);
    const hb_script_t script =
        hb_unicode_script(hb_unicode_funcs_get_default(), static_cast<hb_codepoint_t>(character));
    const bool own = script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED;
    if (found.empty() || (own && found.back().script != HB_SCRIPT_COMMON && found.back().script != script)) {
      found.push_back({begin, offset, own ? script : HB_SCRIPT_COMMON});
    } else {
      if (own) found.back().script = script;
      found.back().end = offset;
    }
  }
  return found;
}

hb_feature_t off(hb_tag_t tag) { return {tag, 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END}; }

void append_glyphs(hb_buffer_t* buffer, hb_font_t* font, ShapedText& shaped) {
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
  for (unsigned i = 0; i < count; ++i) {
    shaped.glyphs.push_back({infos[i].codepoint, infos[i].cluster, positions[i].x_advance,
                             hb_font_get_glyph_h_advance(font, infos[i].codepoint), positions[i].x_offset,
                             positions[i].y_offset});
  }
}

void note_missing(ShapedText& shaped) {
  for (std::size_t i = 0; i < shaped.glyphs.size(); ++i) {
    if (shaped.glyphs[i].id != 0) continue;
    std::size_t offset = shaped.glyphs[i].cluster;
    const char32_t character = next_code_point(shaped.text, offset);
    const auto same = [character](const Unprintable& one) { return one.character == character; };
    if (std::none_of(shaped.unprintable.begin(), shaped.unprintable.end(), same)) {
      shaped.unprintable.push_back({character, script_name(character), false});
    }
  }
}

}  // namespace

std::size_t ShapedText::cluster_end(std::size_t index) const {
  for (std::size_t i = index + 1; i < glyphs.size(); ++i) {
    if (glyphs[i].cluster != glyphs[index].cluster) return glyphs[i].cluster;
  }
  return text.size();
}

Shaper::Shaper() : buffer_(hb_buffer_create()) {}

Shaper::~Shaper() { hb_buffer_destroy(buffer_); }

std::shared_ptr<const ShapedText> Shaper::shape(const Font& font, bool ligatures, std::string_view language,
                                                std::string_view text) {
  std::string key = font.sha256().substr(0, 16);
  key += ligatures ? '+' : '-';
  key.append(language).push_back(' ');
  key.append(text);
  if (const auto known = known_.find(key); known != known_.end()) return known->second;

  auto shaped = std::make_shared<ShapedText>();
  shaped->text = text;
  shaped->unprintable = find_foreign(text);
  const std::array<hb_feature_t, 4> features{off(HB_TAG('d', 'l', 'i', 'g')), off(HB_TAG('l', 'i', 'g', 'a')),
                                             off(HB_TAG('c', 'l', 'i', 'g')), off(HB_TAG('h', 'l', 'i', 'g'))};
  for (const Stretch& stretch : stretches(text)) {
    hb_buffer_clear_contents(buffer_);
    hb_buffer_add_utf8(buffer_, shaped->text.data(), static_cast<int>(shaped->text.size()),
                       static_cast<unsigned>(stretch.begin), static_cast<int>(stretch.end - stretch.begin));
    hb_buffer_set_direction(buffer_, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer_, stretch.script == HB_SCRIPT_COMMON ? HB_SCRIPT_LATIN : stretch.script);
    hb_buffer_set_language(buffer_, hb_language_from_string(language.data(), static_cast<int>(language.size())));
    hb_buffer_set_cluster_level(buffer_, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
    hb_shape(font.shaping(), buffer_, features.data(), ligatures ? 1 : 4);
    append_glyphs(buffer_, font.shaping(), *shaped);
  }
  if (shaped->unprintable.empty()) note_missing(*shaped);
  if (known_.size() >= most_remembered) known_.clear();
  known_.emplace(std::move(key), shaped);
  return shaped;
}

}  // namespace guerdon
