#include "pdf/font_file.h"

#include <hb-ot.h>
#include <hb.h>

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <unordered_map>

#include "pdf/syntax.h"

namespace guerdon::pdf {

namespace {

template <auto Free>
struct Destroy {
  template <class T>
  void operator()(T* object) const {
    Free(object);
  }
};

using Blob = std::unique_ptr<hb_blob_t, Destroy<hb_blob_destroy>>;

/// The figures of a font descriptor, in thousandths of an em.
struct Measures {
  std::array<int, 4> box{};
  int ascent = 0;
  int descent = 0;
  int cap_height = 0;
  double italic_angle = 0;
};

int big_endian_16(const unsigned char* bytes) { return static_cast<std::int16_t>(bytes[0] << 8 | bytes[1]); }

Measures measures_of(const Font& font) {
  Measures found;
  const auto in_file = [&font](int units) { return thousandths(units, font.units_per_em()); };
  const Blob head(hb_face_reference_table(font.face(), HB_TAG('h', 'e', 'a', 'd')));
  unsigned length = 0;
  const auto* bytes = reinterpret_cast<const unsigned char*>(hb_blob_get_data(head.get(), &length));
  if (length >= 44) {
    for (std::size_t i = 0; i < 4; ++i)
      found.box.at(i) = in_file(big_endian_16(bytes + 36 + 2 * i));
  }
  const Blob post(hb_face_reference_table(font.face(), HB_TAG('p', 'o', 's', 't')));
  bytes = reinterpret_cast<const unsigned char*>(hb_blob_get_data(post.get(), &length));
  if (length >= 8) found.italic_angle = big_endian_16(bytes + 4);
  hb_font_extents_t extents{};
  hb_font_get_h_extents(font.shaping(), &extents);
  found.ascent = in_file(extents.ascender);
  found.descent = in_file(extents.descender);
  hb_position_t cap = 0;
  const bool has_cap = hb_ot_metrics_get_position(font.shaping(), HB_OT_METRICS_TAG_CAP_HEIGHT, &cap) != 0;
  found.cap_height = has_cap ? in_file(cap) : found.ascent;
  return found;
}

/// Without what would end a name in PDF, which some font files have all the same.
std::string postscript_name(const Font& font) {
  std::array<char, 128> text{};
  unsigned length = text.size();
  hb_ot_name_get_utf8(font.face(), HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &length, text.data());
  constexpr std::string_view delimiters = "()<>[]{}/%#";
  std::string name = length == 0 ? font.key() : std::string(text.data(), length);
  std::erase_if(name,
                [delimiters](char c) { return c <= ' ' || c > '~' || delimiters.find(c) != std::string_view::npos; });
  return name;
}

/// FNV-1a, so that two subsets in one viewer keep apart.
std::string name_of(const Font& font, const std::vector<FileGlyph>& glyphs) {
  std::uint64_t hash = 14695981039346656037U;
  for (const FileGlyph& one : glyphs) {
    hash = (hash ^ one.code) * 1099511628211U;
    hash = (hash ^ one.glyph) * 1099511628211U;
  }
  std::string name;
  for (int i = 0; i < 6; ++i) {
    name += static_cast<char>('A' + hash % 26);
    hash /= 26;
  }
  return name + "+" + postscript_name(font);
}

/// `/DW 0/W[3[500 612]…]`
std::string widths_by_cid(const Font& font, const std::vector<FileGlyph>& glyphs) {
  std::string out = "/DW 0/W[";
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    const bool goes_on = i > 0 && glyphs[i].code == glyphs[i - 1].code + 1;
    if (!goes_on) {
      if (i > 0) out += ']';
      append_integer(out, glyphs[i].code);
    }
    out += goes_on ? ' ' : '[';
    append_integer(out, static_cast<std::size_t>(thousandths(glyphs[i].advance, font.units_per_em())));
  }
  return out + "]]";
}

/// `/FirstChar 32/LastChar 35/Widths[220 0 0 500]`
std::string widths_from_first(const Font& font, const std::vector<FileGlyph>& glyphs) {
  std::string out = "/FirstChar ";
  append_integer(out, glyphs.front().code);
  out += "/LastChar ";
  append_integer(out, glyphs.back().code);
  out += "/Widths[";
  unsigned code = glyphs.front().code;
  for (const FileGlyph& glyph : glyphs) {
    for (; code < glyph.code; ++code)
      out += "0 ";
    append_integer(out, static_cast<std::size_t>(thousandths(glyph.advance, font.units_per_em())));
    out += ' ';
    ++code;
  }
  out.back() = ']';
  return out;
}

std::string descriptor_of(const Font& font, const std::string& name) {
  const Measures measures = measures_of(font);
  constexpr int symbolic = 4;
  constexpr int italic = 64;
  std::string out = "<</Type/FontDescriptor/FontName/" + name + "/Flags " +
                    std::to_string(symbolic | (measures.italic_angle != 0 ? italic : 0)) + "/FontBBox[";
  for (const int edge : measures.box)
    out += std::to_string(edge) + " ";
  out.back() = ']';
  out += "/ItalicAngle ";
  append_number(out, measures.italic_angle);
  return out + "/Ascent " + std::to_string(measures.ascent) + "/Descent " + std::to_string(measures.descent) +
         "/CapHeight " + std::to_string(measures.cap_height) + "/StemV 80";
}

std::string key_of(const Font& font, const std::vector<FileGlyph>& glyphs, CodeSize size) {
  std::string key = font.sha256();
  key.reserve(key.size() + 1 + 6 * glyphs.size());
  key += size == CodeSize::one ? '1' : '2';
  for (const FileGlyph& one : glyphs) {
    for (const std::uint32_t part : {std::uint32_t{one.code}, one.glyph}) {
      for (unsigned shift = 0; shift < 24; shift += 8)
        key += static_cast<char>(part >> shift & 0xFFU);
    }
  }
  return key;
}

constexpr std::size_t most_remembered = 256;

}  // namespace

std::shared_ptr<const FontFile> font_file(const Font& font, const std::vector<FileGlyph>& glyphs, CodeSize size) {
  thread_local std::unordered_map<std::string, std::shared_ptr<const FontFile>> known;
  std::string key = key_of(font, glyphs, size);
  if (const auto at = known.find(key); at != known.end()) return at->second;
  FontFile file;
  file.name = name_of(font, glyphs);
  file.widths = size == CodeSize::one ? widths_from_first(font, glyphs) : widths_by_cid(font, glyphs);
  file.descriptor = descriptor_of(font, file.name);
  file.stream = stream_body(size == CodeSize::one ? "/Subtype/Type1C" : "/Subtype/CIDFontType0C",
                            compact_font(font, file.name, glyphs, size), Packing::quick);
  if (known.size() >= most_remembered) known.clear();
  return known[std::move(key)] = std::make_shared<const FontFile>(std::move(file));
}

}  // namespace guerdon::pdf
