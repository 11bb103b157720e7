#include "pdf/font_use.h"

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <memory>

#include "base/text.h"
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

std::string postscript_name(const Font& font) {
  std::array<char, 128> name{};
  unsigned length = name.size();
  hb_ot_name_get_utf8(font.face(), HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &length, name.data());
  return length == 0 ? font.key() : std::string(name.data(), length);
}

/// A glyph that shares its cluster with others carries the cluster's text if it is the first, and nothing else.
constexpr std::string_view no_text = "\u200B";

constexpr std::size_t last_ascii = 95;  ///< code of `~`

}  // namespace

Codes::Codes() : texts_(1) {
  static constexpr std::string_view ascii =
      " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";
  static_assert(ascii.size() == last_ascii);
  for (std::size_t i = 0; i < ascii.size(); ++i)
    codes_[ascii.substr(i, 1)].push_back(static_cast<unsigned>(i) + 1);
  texts_.resize(last_ascii + 1);
}

unsigned Codes::add(std::string_view text) {
  const auto code = static_cast<unsigned>(texts_.size());
  texts_.emplace_back(text);
  codes_[text].push_back(code);
  return code;
}

const std::vector<unsigned>& Codes::of(std::string_view text) { return codes_[text]; }

std::string Codes::to_unicode() const {
  std::string out =
      "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
      "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n"
      "1 beginbfrange\n<0001><005F><0020>\nendbfrange\n";
  constexpr std::size_t most_at_once = 100;
  std::size_t in_group = 0;
  for (std::size_t code = last_ascii + 1; code < texts_.size(); ++code) {
    if (in_group == 0) {
      in_group = std::min(texts_.size() - code, most_at_once);
      out += std::to_string(in_group) + " beginbfchar\n";
    }
    out += '<';
    append_hex16(out, static_cast<unsigned>(code));
    out += "><" + utf16_hex(texts_[code]) + ">\n";
    if (--in_group == 0) out += "endbfchar\n";
  }
  return out + "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n";
}

namespace {

std::string_view cluster_text(const TextRun& run, std::size_t begin, std::size_t end) {
  const std::vector<Glyph>& glyphs = run.shaped->glyphs;
  const std::size_t from = glyphs[begin].cluster;
  const std::size_t to = end < glyphs.size() ? glyphs[end].cluster : run.shaped->text.size();
  return std::string_view(run.shaped->text).substr(from, to - from);
}

}  // namespace

bool is_paired(const TextRun& run, std::size_t begin, std::size_t end) {
  return code_points(cluster_text(run, begin, end)) == end - begin;
}

std::string_view text_of(const TextRun& run, std::size_t index) {
  const std::vector<Glyph>& glyphs = run.shaped->glyphs;
  const std::uint32_t cluster = glyphs[index].cluster;
  const bool joined_before = index > run.first && glyphs[index - 1].cluster == cluster;
  const bool joined_behind = index + 1 < run.end && glyphs[index + 1].cluster == cluster;
  if (!joined_before && !joined_behind) return cluster_text(run, index, index + 1);
  std::size_t begin = index;
  while (begin > run.first && glyphs[begin - 1].cluster == cluster)
    --begin;
  std::size_t end = index + 1;
  while (end < run.end && glyphs[end].cluster == cluster)
    ++end;
  const std::string_view text = cluster_text(run, begin, end);
  if (!is_paired(run, begin, end)) {
    const std::size_t first = run.shaped->right_to_left ? end - 1 : begin;
    return index == first ? text : no_text;
  }
  std::size_t offset = 0;
  for (std::size_t i = begin; i < index; ++i)
    next_code_point(text, offset);
  const std::size_t from = offset;
  next_code_point(text, offset);
  return text.substr(from, offset - from);
}

void FontUse::note(const TextRun& run) {
  for (std::size_t i = run.first; i < run.end; ++i)
    note(run.shaped->glyphs[i], text_of(run, i));
}

void FontUse::note(const Glyph& glyph, std::string_view text) {
  if (code(glyph.id, text) != 0) return;
  unsigned code = 0;
  for (const unsigned known : codes_->of(text)) {
    if (code == 0 && (known >= glyphs_.size() || glyphs_[known].glyph == 0)) code = known;
  }
  if (code == 0) code = codes_->add(text);
  if (code >= glyphs_.size()) glyphs_.resize(code + 1);
  glyphs_[code] = {code, glyph.id, glyph.width};
  if (glyph.id >= used_.size()) used_.resize(glyph.id + 1);
  if (used_[glyph.id].code == 0) {
    used_[glyph.id] = {text, code};
  } else {
    otherwise_.emplace(glyph.id, Used{text, code});
  }
}

void FontUse::cut() {
  std::vector<FileGlyph> used;
  std::copy_if(glyphs_.begin(), glyphs_.end(), std::back_inserter(used),
               [](const FileGlyph& g) { return g.glyph != 0; });
  file_ = compact_font(*font_, name(), used);
}

unsigned FontUse::code(std::uint32_t glyph, std::string_view text) const {
  if (glyph >= used_.size()) return 0;
  if (used_[glyph].text == text) return used_[glyph].code;
  const auto [begin, end] = otherwise_.equal_range(glyph);
  for (auto at = begin; at != end; ++at) {
    if (at->second.text == text) return at->second.code;
  }
  return 0;
}

int FontUse::width(const Glyph& glyph) const { return thousandths(glyph.width, font_->units_per_em()); }

std::string FontUse::name() const {
  std::uint64_t hash = 14695981039346656037U;  // FNV-1a over the glyphs: two subsets in one viewer keep apart
  for (const FileGlyph& one : glyphs_)
    hash = (hash ^ one.glyph) * 1099511628211U;
  std::string name;
  for (int i = 0; i < 6; ++i) {
    name += static_cast<char>('A' + hash % 26);
    hash /= 26;
  }
  return name + "+" + postscript_name(*font_);
}

std::string FontUse::widths() const {
  std::string out = "[";
  bool open = false;
  for (std::size_t code = 0; code < glyphs_.size(); ++code) {
    if (glyphs_[code].glyph == 0) {
      if (open) out += ']';
      open = false;
      continue;
    }
    if (!open) append_integer(out, code);
    out += open ? ' ' : '[';
    append_integer(out, static_cast<std::size_t>(thousandths(glyphs_[code].advance, font_->units_per_em())));
    open = true;
  }
  if (open) out += ']';
  return out + "]";
}

std::size_t FontUse::add_to(PdfObjects& objects, std::size_t unicode) const {
  const Measures measures = measures_of(*font_);
  const std::string base = name();
  const std::size_t file = objects.add_stream(stream_body("/Subtype/CIDFontType0C", file_));
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
           "/CapHeight " + std::to_string(measures.cap_height) + "/StemV 80/FontFile3 " + reference(file) + ">>";
  const std::size_t descriptor = objects.add(entry);
  const std::size_t descendant =
      objects.add("<</Type/Font/Subtype/CIDFontType0/BaseFont/" + base +
                  "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor " +
                  reference(descriptor) + "/DW 0/W" + widths() + ">>");
  return objects.add("<</Type/Font/Subtype/Type0/BaseFont/" + base + "/Encoding/Identity-H/DescendantFonts[" +
                     reference(descendant) + "]/ToUnicode " + reference(unicode) + ">>");
}

}  // namespace guerdon::pdf
