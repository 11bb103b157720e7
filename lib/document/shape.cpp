#include "document/shape.h"

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "document/text_items.h"

namespace guerdon {

namespace {

constexpr std::size_t most_remembered = 2048;

hb_feature_t off(hb_tag_t tag) { return {tag, 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END}; }

/// The language whose forms a text is drawn with. Han is drawn as Japanese and Korean do where the text has their
/// letters, else as Chinese does; the certificate's language says nothing about a name.
std::string_view forms_of(const TextItem& item, std::string_view text, std::string_view language) {
  switch (item.script) {
    case HB_SCRIPT_HAN:
    case HB_SCRIPT_HIRAGANA:
    case HB_SCRIPT_KATAKANA:
    case HB_SCRIPT_HANGUL:
      break;
    default:
      return language;
  }
  for (const std::string_view known : {"zh", "ja", "ko"}) {
    if (language.starts_with(known)) return language;
  }
  for (std::size_t offset = 0; offset < text.size();) {
    const hb_script_t script =
        hb_unicode_script(hb_unicode_funcs_get_default(), static_cast<hb_codepoint_t>(next_code_point(text, offset)));
    if (script == HB_SCRIPT_HIRAGANA || script == HB_SCRIPT_KATAKANA) return "ja";
    if (script == HB_SCRIPT_HANGUL) return "ko";
  }
  return "zh-Hans";
}

/// Says of the last glyph of each cluster whether a line may end behind it; `breaks` are those of the whole text.
void set_breaks(ShapedText& shaped, std::size_t begin, const std::vector<Break>& breaks) {
  const std::string_view text = shaped.text;
  for (std::size_t i = 0; i < shaped.glyphs.size();) {
    std::size_t next = i + 1;
    while (next < shaped.glyphs.size() && shaped.glyphs[next].cluster == shaped.glyphs[i].cluster)
      ++next;
    const std::size_t from = shaped.glyphs[i].cluster;
    const std::size_t end = next < shaped.glyphs.size() ? shaped.glyphs[next].cluster : text.size();
    Break behind = break_behind(text.substr(from, end - from));
    if (!breaks.empty() && behind != Break::space && breaks[begin + end] != Break::none) behind = breaks[begin + end];
    shaped.glyphs[next - 1].behind = behind;
    i = next;
  }
}

std::shared_ptr<const ShapedText> shape_item(hb_buffer_t* buffer, const Typeface& face, std::string_view text,
                                             const TextItem& item, const std::vector<Break>& breaks) {
  static const std::array<hb_feature_t, 4> features{off(HB_TAG('d', 'l', 'i', 'g')), off(HB_TAG('l', 'i', 'g', 'a')),
                                                    off(HB_TAG('c', 'l', 'i', 'g')), off(HB_TAG('h', 'l', 'i', 'g'))};
  const Font& font = item.font == nullptr ? face.font : *item.font;
  auto shaped = std::make_shared<ShapedText>();
  shaped->text = text.substr(item.begin, item.end - item.begin);
  shaped->right_to_left = item.level % 2 == 1;
  shaped->unprintable = item.unprintable;
  hb_buffer_clear_contents(buffer);
  hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), static_cast<unsigned>(item.begin),
                     static_cast<int>(item.end - item.begin));
  hb_buffer_set_direction(buffer, shaped->right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer, static_cast<hb_script_t>(item.script));
  const std::string_view language = forms_of(item, text, face.language);
  hb_buffer_set_language(buffer, hb_language_from_string(language.data(), static_cast<int>(language.size())));
  hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
  hb_shape(font.shaping(), buffer, features.data(), face.ligatures ? 1 : 4);
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
  shaped->glyphs.reserve(count);
  for (unsigned i = 0; i < count; ++i) {
    shaped->glyphs.push_back({infos[i].codepoint, infos[i].cluster - static_cast<std::uint32_t>(item.begin),
                              positions[i].x_advance, hb_font_get_glyph_h_advance(font.shaping(), infos[i].codepoint),
                              positions[i].x_offset, positions[i].y_offset});
  }
  if (shaped->right_to_left) std::reverse(shaped->glyphs.begin(), shaped->glyphs.end());
  set_breaks(*shaped, item.begin, breaks);
  return shaped;
}

/// The script of a text that has one alone; what belongs to none goes with it. Empty for several.
std::optional<hb_script_t> only_script(std::string_view text) {
  hb_script_t found = HB_SCRIPT_LATIN;
  bool any = false;
  for (std::size_t offset = 0; offset < text.size();) {
    const auto byte = static_cast<unsigned char>(text[offset]);
    const bool ascii = byte < 0x80;
    hb_script_t script = HB_SCRIPT_COMMON;
    if (ascii) {
      if ((byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z') script = HB_SCRIPT_LATIN;
      ++offset;
    } else {
      script =
          hb_unicode_script(hb_unicode_funcs_get_default(), static_cast<hb_codepoint_t>(next_code_point(text, offset)));
    }
    if (script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED) continue;
    if (any && script != found) return std::nullopt;
    found = script;
    any = true;
  }
  return found;
}

bool is_complete(const ShapedText& shaped) {
  return std::none_of(shaped.glyphs.begin(), shaped.glyphs.end(), [](const Glyph& glyph) { return glyph.id == 0; });
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

std::vector<ShapedPart> Shaper::shaped_parts(const Typeface& face, std::string_view text,
                                             const std::vector<std::uint8_t>& levels) {
  const std::vector<Break> breaks = breaks_in(text);
  // Nearly every text is of one script, which the style's own font has.
  const auto script = levels.empty() ? only_script(text) : std::nullopt;
  if (script) {
    auto whole = shape_item(buffer_, face, text, {0, text.size(), *script}, breaks);
    if (is_complete(*whole)) return {{std::move(whole)}};
  }
  std::vector<ShapedPart> parts;
  for (const TextItem& item : items_of(text, face.font, face.chain, levels))
    parts.push_back({shape_item(buffer_, face, text, item, breaks), item.font, item.size, item.level});
  return parts;
}

const std::vector<ShapedPart>& Shaper::parts(const Typeface& face, std::string_view text,
                                             const std::vector<std::uint8_t>& levels) {
  std::string key = face.font.sha256().substr(0, 16);
  key += face.ligatures ? '+' : '-';
  key.append(face.language).push_back(' ');
  if (face.chain != nullptr) key += face.chain->name();
  for (std::size_t i = 0; i < levels.size(); ++i) {
    if (i == 0 || levels[i] != levels[i - 1])
      key.append(1, static_cast<char>('0' + levels[i])).append(std::to_string(i));
  }
  key.push_back(' ');
  key.append(text);
  if (const auto known = known_.find(key); known != known_.end()) return known->second;
  if (known_.size() >= most_remembered) known_.clear();
  return known_.emplace(std::move(key), shaped_parts(face, text, levels)).first->second;
}

std::shared_ptr<const ShapedText> Shaper::shape(const Font& font, bool ligatures, std::string_view language,
                                                std::string_view text) {
  const std::vector<ShapedPart>& parts = this->parts({font, nullptr, ligatures, language}, text, {});
  if (parts.size() == 1) return parts.front().shaped;
  auto whole = std::make_shared<ShapedText>();
  for (const ShapedPart& part : parts) {
    const auto base = static_cast<std::uint32_t>(whole->text.size());
    whole->text += part.shaped->text;
    for (Glyph glyph : part.shaped->glyphs) {
      glyph.cluster += base;
      whole->glyphs.push_back(glyph);
    }
    whole->unprintable.insert(whole->unprintable.end(), part.shaped->unprintable.begin(),
                              part.shaped->unprintable.end());
  }
  return whole;
}

}  // namespace guerdon
