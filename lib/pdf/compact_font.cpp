#include "pdf/compact_font.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "pdf/charstring.h"

namespace guerdon::pdf {

namespace {

/// Advance that a charstring need not say.
constexpr int usual_advance = 500;

void append_word(std::string& out, std::size_t value) {
  out += static_cast<char>(value >> 8U & 0xFFU);
  out += static_cast<char>(value & 0xFFU);
}

/// Adds an INDEX. Source: TN 5176, 5.
void append_index(std::string& out, const std::vector<std::string_view>& items) {
  append_word(out, items.size());
  if (items.empty()) return;
  std::size_t end = 1;
  for (const std::string_view item : items)
    end += item.size();
  const unsigned size = end < 0x100 ? 1 : end < 0x10000 ? 2 : end < 0x1000000 ? 3 : 4;
  const auto offset = [&out, size](std::size_t value) {
    for (unsigned byte = size; byte-- > 0;)
      out += static_cast<char>(value >> 8U * byte & 0xFFU);
  };
  out += static_cast<char>(size);
  std::size_t at = 1;
  offset(at);
  for (const std::string_view item : items)
    offset(at += item.size());
  for (const std::string_view item : items)
    out += item;
}

/// An operand of five bytes, so that a dictionary is as long before its offsets are known as after.
void append_offset(std::string& out, std::size_t value) {
  out += '\x1D';
  append_word(out, value >> 16U);
  append_word(out, value);
}

void append_operator(std::string& out, unsigned op) {
  if (op >= 0x0C00) out += '\x0C';
  out += static_cast<char>(op & 0xFFU);
}

constexpr unsigned op_charset = 15;
constexpr unsigned op_charstrings = 17;
constexpr unsigned op_private = 18;
constexpr unsigned op_default_width = 20;
constexpr unsigned op_nominal_width = 21;
constexpr unsigned op_ros = 0x0C1E;
constexpr unsigned op_cid_count = 0x0C22;
constexpr unsigned op_fonts = 0x0C24;
constexpr unsigned op_font_of = 0x0C25;

/// Where the tables of a font begin.
struct Places {
  std::size_t charset = 0;
  std::size_t font_of = 0;
  std::size_t charstrings = 0;
  std::size_t fonts = 0;
  std::size_t own = 0;  ///< its private dictionary
};

std::string top_dictionary(const Places& places, std::size_t count) {
  constexpr int adobe = 391;  // the first string of our own, and the second
  std::string out;
  append_operand(out, adobe);
  append_operand(out, adobe + 1);
  append_operand(out, 0);
  append_operator(out, op_ros);
  append_offset(out, count);
  append_operator(out, op_cid_count);
  append_offset(out, places.charset);
  append_operator(out, op_charset);
  append_offset(out, places.font_of);
  append_operator(out, op_font_of);
  append_offset(out, places.charstrings);
  append_operator(out, op_charstrings);
  append_offset(out, places.fonts);
  append_operator(out, op_fonts);
  return out;
}

/// The CIDs of all glyphs but the first, as ranges. Source: TN 5176, 13.
std::string charset_of(const std::vector<FileGlyph>& glyphs) {
  std::string out(1, '\2');
  for (std::size_t i = 0; i < glyphs.size();) {
    std::size_t end = i + 1;
    while (end < glyphs.size() && glyphs[end].code == glyphs[end - 1].code + 1)
      ++end;
    append_word(out, glyphs[i].code);
    append_word(out, end - i - 1);
    i = end;
  }
  return out;
}

/// Charstrings that were made before. One for each thread and font.
using Known = std::unordered_map<std::uint32_t, std::string>;

const std::string& charstring_of(const Font& font, const FileGlyph& glyph, Known& known) {
  const auto [at, fresh] = known.try_emplace(glyph.glyph);
  if (fresh) {
    at->second =
        charstring(outline_of(font, glyph.glyph), thousandths(glyph.advance, font.units_per_em()), usual_advance);
  }
  return at->second;
}

}  // namespace

int thousandths(int units, unsigned units_per_em) {
  return static_cast<int>(std::floor(units * 1000.0 / units_per_em + 0.5));
}

std::string compact_font(const Font& font, std::string_view name, const std::vector<FileGlyph>& glyphs) {
  thread_local std::unordered_map<std::string, Known> fonts;
  Known& known = fonts[font.sha256()];
  const std::string nothing = charstring({}, 0, usual_advance);
  std::vector<std::string_view> charstrings{nothing};
  for (const FileGlyph& glyph : glyphs)
    charstrings.emplace_back(charstring_of(font, glyph, known));

  std::string own;
  // What a charstring does not say is the first, what it says is counted from the second.
  for (const unsigned op : {op_default_width, op_nominal_width}) {
    append_operand(own, usual_advance);
    append_operator(own, op);
  }
  std::string font_of("\3\0\1\0\0\0", 6);
  append_word(font_of, charstrings.size());
  const std::string charset = charset_of(glyphs);

  const std::size_t cids = glyphs.empty() ? 1 : glyphs.back().code + 1;
  // Twice: the second time it is known where everything stands.
  Places places;
  std::string out;
  for (int round = 0; round < 2; ++round) {
    out.assign("\1\0\4\4", 4);
    append_index(out, {name});
    append_index(out, {top_dictionary(places, cids)});
    append_index(out, {"Adobe", "Identity"});
    append_index(out, {});
    places.charset = out.size();
    out += charset;
    places.font_of = out.size();
    out += font_of;
    std::string dictionary;
    append_operand(dictionary, static_cast<int>(own.size()));
    append_offset(dictionary, places.own);
    append_operator(dictionary, op_private);
    places.fonts = out.size();
    append_index(out, {dictionary});
    places.own = out.size();
    out += own;
    places.charstrings = out.size();
    if (round == 1) append_index(out, charstrings);
  }
  return out;
}

}  // namespace guerdon::pdf
