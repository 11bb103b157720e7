#include "pdf/font_use.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/text.h"
#include "pdf/syntax.h"

namespace guerdon::pdf {

namespace {

/// A glyph that shares its cluster with others carries the cluster's text if it is the first, and nothing else.
constexpr std::string_view no_text = "\u200B";

bool is_ascii(std::string_view text) { return text.size() == 1 && text[0] >= ' ' && text[0] <= '~'; }

}  // namespace

unsigned Codes::add(std::string_view text) {
  const unsigned code = end_++;
  texts_.push_back(text);
  next_.resize(end_);
  unsigned last = first(text);
  if (last == 0) {
    first_[text] = code;
    return code;
  }
  while (next_[last] != 0)
    last = next_[last];
  return next_[last] = code;
}

unsigned Codes::first(std::string_view text) const {
  if (is_ascii(text)) return static_cast<unsigned char>(text[0]);
  const auto known = first_.find(text);
  return known == first_.end() ? 0 : known->second;
}

std::string Codes::to_unicode() const {
  const bool one_byte = size() == CodeSize::one;
  std::string out =
      "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
      "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n";
  out += one_byte ? "<00><FF>\nendcodespacerange\n1 beginbfrange\n<20><7E><0020>"
                  : "<0000><FFFF>\nendcodespacerange\n1 beginbfrange\n<0020><007E><0020>";
  out += "\nendbfrange\n";
  constexpr std::size_t most_at_once = 100;
  std::size_t in_group = 0;
  for (std::size_t i = 0; i < texts_.size(); ++i) {
    if (in_group == 0) {
      in_group = std::min(texts_.size() - i, most_at_once);
      append_integer(out, in_group);
      out += " beginbfchar\n";
    }
    out += '<';
    const auto code = static_cast<unsigned>(after_ascii + i);
    one_byte ? append_hex8(out, code) : append_hex16(out, code);
    out += "><" + utf16_hex(texts_[i]) + ">\n";
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
  if (!is_paired(run, begin, end)) return index == begin ? text : no_text;
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
  if (shown(glyph.id, text).code != 0) return;
  unsigned code = codes_->first(text);
  while (code != 0 && code < glyphs_.size() && glyphs_[code].glyph != 0)
    code = codes_->next(code);
  if (code == 0) code = codes_->add(text);
  if (code >= glyphs_.size()) glyphs_.resize(code + 1);
  glyphs_[code] = {code, glyph.id, glyph.width};
  if (2 * ++used_count_ > used_.size()) grow();
  used_[place_of(glyph.id, text)] = {glyph.id, {code, thousandths(glyph.width, font_->units_per_em())}, text};
}

void FontUse::cut() {
  std::vector<FileGlyph> used;
  used.reserve(used_count_);
  std::copy_if(glyphs_.begin(), glyphs_.end(), std::back_inserter(used),
               [](const FileGlyph& g) { return g.glyph != 0; });
  file_ = font_file(*font_, used, codes_->size());
}

/// Where the pair stands, or the empty place where it would.
std::size_t FontUse::place_of(std::uint32_t glyph, std::string_view text) const {
  const auto is_text = [text](std::string_view other) {
    return other.size() == text.size() && other[0] == text[0] && (text.size() == 1 || other == text);
  };
  std::size_t at = glyph * std::size_t{0x9E3779B1U} & (used_.size() - 1);
  while (used_[at].shown.code != 0 && (used_[at].glyph != glyph || !is_text(used_[at].text)))
    at = (at + 1) & (used_.size() - 1);
  return at;
}

void FontUse::grow() {
  const std::vector<Used> old = std::exchange(used_, std::vector<Used>(2 * used_.size()));
  for (const Used& one : old) {
    if (one.shown.code != 0) used_[place_of(one.glyph, one.text)] = one;
  }
}

std::size_t FontUse::add_to(PdfObjects& objects, std::size_t unicode) const {
  const std::size_t file = objects.add_stream(file_->stream);
  const std::size_t descriptor = objects.add(file_->descriptor + "/FontFile3 " + reference(file) + ">>");
  if (codes_->size() == CodeSize::one) {
    return objects.add("<</Type/Font/Subtype/Type1/BaseFont/" + file_->name + file_->widths + "/FontDescriptor " +
                       reference(descriptor) + "/ToUnicode " + reference(unicode) + ">>");
  }
  const std::size_t descendant =
      objects.add("<</Type/Font/Subtype/CIDFontType0/BaseFont/" + file_->name +
                  "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor " +
                  reference(descriptor) + file_->widths + ">>");
  return objects.add("<</Type/Font/Subtype/Type0/BaseFont/" + file_->name + "/Encoding/Identity-H/DescendantFonts[" +
                     reference(descendant) + "]/ToUnicode " + reference(unicode) + ">>");
}

}  // namespace guerdon::pdf
