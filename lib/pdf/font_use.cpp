#include "pdf/font_use.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <memory>

#include "base/error.h"
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
using Face = std::unique_ptr<hb_face_t, Destroy<hb_face_destroy>>;
using Input = std::unique_ptr<hb_subset_input_t, Destroy<hb_subset_input_destroy>>;
using Plan = std::unique_ptr<hb_subset_plan_t, Destroy<hb_subset_plan_destroy>>;

Input subset_input() {
  Input input(hb_subset_input_create_or_fail());
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  return input;
}

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
  const auto thousandths = [&font](int units) {
    return static_cast<int>(std::lround(units * 1000.0 / font.units_per_em()));
  };
  const Blob head(hb_face_reference_table(font.face(), HB_TAG('h', 'e', 'a', 'd')));
  unsigned length = 0;
  const auto* bytes = reinterpret_cast<const unsigned char*>(hb_blob_get_data(head.get(), &length));
  if (length >= 44) {
    for (std::size_t i = 0; i < 4; ++i)
      found.box.at(i) = thousandths(big_endian_16(bytes + 36 + 2 * i));
  }
  const Blob post(hb_face_reference_table(font.face(), HB_TAG('p', 'o', 's', 't')));
  bytes = reinterpret_cast<const unsigned char*>(hb_blob_get_data(post.get(), &length));
  if (length >= 8) found.italic_angle = big_endian_16(bytes + 4);
  hb_font_extents_t extents{};
  hb_font_get_h_extents(font.shaping(), &extents);
  found.ascent = thousandths(extents.ascender);
  found.descent = thousandths(extents.descender);
  hb_position_t cap = 0;
  const bool has_cap = hb_ot_metrics_get_position(font.shaping(), HB_OT_METRICS_TAG_CAP_HEIGHT, &cap) != 0;
  found.cap_height = has_cap ? thousandths(cap) : found.ascent;
  return found;
}

std::string postscript_name(const Font& font) {
  std::array<char, 128> name{};
  unsigned length = name.size();
  hb_ot_name_get_utf8(font.face(), HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &length, name.data());
  return length == 0 ? font.key() : std::string(name.data(), length);
}

/// A glyph that shares its cluster with others carries the cluster's text if it is the first, and nothing else.
constexpr std::string_view no_text = "\u200B";

}  // namespace

void FontUse::note(const TextRun& run) {
  const std::vector<Glyph>& glyphs = run.shaped->glyphs;
  const std::string_view text = run.shaped->text;
  for (std::size_t i = run.first; i < run.end; ++i) {
    const bool begins = i == run.first || glyphs[i].cluster != glyphs[i - 1].cluster;
    if (glyphs[i].id >= used_.size()) used_.resize(glyphs[i].id + 1);
    Used& used = used_[glyphs[i].id];
    if (!used.text.empty()) continue;
    glyphs_.push_back(glyphs[i].id);
    used.width = glyphs[i].width;
    const std::size_t begin = glyphs[i].cluster;
    used.text = begins ? text.substr(begin, run.shaped->cluster_end(i) - begin) : no_text;
  }
}

void FontUse::cut() {
  const Input input = subset_input();
  hb_set_t* glyphs = hb_subset_input_glyph_set(input.get());
  std::sort(glyphs_.begin(), glyphs_.end());
  for (const std::uint32_t glyph : glyphs_)
    hb_set_add(glyphs, glyph);
  const Plan plan(hb_subset_plan_create_or_fail(font_->outlines(), input.get()));
  const Face subset(plan == nullptr ? nullptr : hb_subset_plan_execute_or_fail(plan.get()));
  if (subset == nullptr)
    throw Error(Failure::access, "cannot take the needed glyphs out of the font `" + font_->file() + "`");
  const hb_map_t* codes = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  for (const std::uint32_t glyph : glyphs_)
    used_[glyph].code = hb_map_get(codes, glyph);
  const Blob blob(hb_face_reference_blob(subset.get()));
  unsigned length = 0;
  const char* bytes = hb_blob_get_data(blob.get(), &length);
  file_.assign(bytes, length);
}

unsigned FontUse::code(std::uint32_t glyph) const { return used_[glyph].code; }

double FontUse::width(const Glyph& glyph) const {
  return std::nearbyint(glyph.width * 10000.0 / font_->units_per_em()) / 10;
}

std::string_view FontUse::text(std::uint32_t glyph) const { return used_[glyph].text; }

std::string FontUse::name() const {
  std::uint64_t hash = 14695981039346656037U;  // FNV-1a over the glyphs: two subsets in one viewer keep apart
  for (const std::uint32_t glyph : glyphs_)
    hash = (hash ^ glyph) * 1099511628211U;
  std::string name;
  for (int i = 0; i < 6; ++i) {
    name += static_cast<char>('A' + hash % 26);
    hash /= 26;
  }
  return name + "+" + postscript_name(*font_);
}

std::string FontUse::widths() const {
  std::string out = "[";
  unsigned next = 0;
  for (const std::uint32_t glyph : glyphs_) {
    const auto& [text, width, code] = used_[glyph];
    if (code != next || out.size() == 1) {
      if (out.size() > 1) out += ']';
      out += std::to_string(code) + "[";
    } else {
      out += ' ';
    }
    append_number(out, width * 1000.0 / font_->units_per_em(), 1);
    next = code + 1;
  }
  if (out.size() > 1) out += ']';
  return out + "]";
}

std::string FontUse::to_unicode() const {
  std::string out =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  constexpr std::size_t most_at_once = 100;
  std::size_t left = glyphs_.size();
  std::size_t in_group = 0;
  for (const std::uint32_t glyph : glyphs_) {
    const auto& [text, width, code] = used_[glyph];
    if (in_group == 0) {
      in_group = std::min(left, most_at_once);
      left -= in_group;
      out += std::to_string(in_group) + " beginbfchar\n";
    }
    out += '<';
    append_hex16(out, code);
    out += "> <" + utf16_hex(text) + ">\n";
    if (--in_group == 0) out += "endbfchar\n";
  }
  return out + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

std::size_t FontUse::add_to(PdfObjects& objects) const {
  const Measures measures = measures_of(*font_);
  const std::string base = name();
  const std::size_t unicode = objects.add_stream(stream_body("", to_unicode()));
  const std::size_t file = objects.add_stream(stream_body("/Length1 " + std::to_string(file_.size()), file_));
  constexpr int symbolic = 4;
  constexpr int italic = 64;
  std::string entry = "<</Type/FontDescriptor/FontName/" + base + "/Flags " +
                      std::to_string(symbolic | (measures.italic_angle != 0 ? italic : 0)) + "/FontBBox[";
  for (const int edge : measures.box)
    entry += std::to_string(edge) + " ";
  entry.back() = ']';
  entry += "/ItalicAngle ";
  append_number(entry, measures.italic_angle);
  entry += "/Ascent " + std::to_string(measures.ascent) + "/Descent " + std::to_string(measures.descent) +
           "/CapHeight " + std::to_string(measures.cap_height) + "/StemV 80/FontFile2 " + reference(file) + ">>";
  const std::size_t descriptor = objects.add(entry);
  const std::size_t descendant =
      objects.add("<</Type/Font/Subtype/CIDFontType2/BaseFont/" + base +
                  "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor " +
                  reference(descriptor) + "/CIDToGIDMap/Identity/DW 0/W" + widths() + ">>");
  return objects.add("<</Type/Font/Subtype/Type0/BaseFont/" + base + "/Encoding/Identity-H/DescendantFonts[" +
                     reference(descendant) + "]/ToUnicode " + reference(unicode) + ">>");
}

}  // namespace guerdon::pdf
