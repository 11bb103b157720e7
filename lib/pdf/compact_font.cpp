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
constexpr unsigned op_encoding = 16;
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
  std::size_t encoding = 0;
  std::size_t charset = 0;
  std::size_t font_of = 0;
  std::size_t charstrings = 0;
  std::size_t fonts = 0;
  std::size_t own = 0;  ///< its private dictionary
};

/// The first string that a font has of its own; those before are in every font.
constexpr unsigned own_strings = 391;

std::string top_dictionary_by_cid(const Places& places, std::size_t count) {
  std::string out;
  append_operand(out, own_strings);
  append_operand(out, own_strings + 1);
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

std::string top_dictionary_by_name(const Places& places, std::size_t own_size) {
  std::string out;
  append_offset(out, places.charset);
  append_operator(out, op_charset);
  append_offset(out, places.encoding);
  append_operator(out, op_encoding);
  append_offset(out, places.charstrings);
  append_operator(out, op_charstrings);
  append_operand(out, static_cast<int>(own_size));
  append_offset(out, places.own);
  append_operator(out, op_private);
  return out;
}

/// Numbers that follow each other.
struct Range {
  unsigned first = 0;
  unsigned more = 0;  ///< how many behind the first
};

std::vector<Range> ranges_of(const std::vector<unsigned>& numbers) {
  std::vector<Range> ranges;
  for (const unsigned number : numbers) {
    if (!ranges.empty() && ranges.back().first + ranges.back().more + 1 == number) {
      ++ranges.back().more;
    } else {
      ranges.push_back({number, 0});
    }
  }
  return ranges;
}

std::vector<unsigned> codes_of(const std::vector<FileGlyph>& glyphs) {
  std::vector<unsigned> codes;
  codes.reserve(glyphs.size());
  for (const FileGlyph& glyph : glyphs)
    codes.push_back(glyph.code);
  return codes;
}

/// The CIDs of all glyphs but the first. Source: TN 5176, 13, format 2.
std::string charset_by_cid(const std::vector<FileGlyph>& glyphs) {
  std::string out(1, '\2');
  for (const Range& range : ranges_of(codes_of(glyphs))) {
    append_word(out, range.first);
    append_word(out, range.more);
  }
  return out;
}

bool is_ascii(unsigned code) { return code >= ' ' && code <= '~'; }

/// The names of all glyphs but the first: those of ASCII are in every font, in its order, the others are the font's own
/// strings. Source: TN 5176, 13, format 1, and appendix A.
std::string charset_by_name(const std::vector<FileGlyph>& glyphs) {
  std::vector<unsigned> names;
  names.reserve(glyphs.size());
  unsigned own = own_strings;
  for (const FileGlyph& glyph : glyphs)
    names.push_back(is_ascii(glyph.code) ? glyph.code - ' ' + 1 : own++);
  std::string out(1, '\1');
  for (const Range& range : ranges_of(names)) {
    append_word(out, range.first);
    out += static_cast<char>(range.more);
  }
  return out;
}

/// Source: TN 5176, 12, format 1.
std::string encoding_of(const std::vector<FileGlyph>& glyphs) {
  const std::vector<Range> ranges = ranges_of(codes_of(glyphs));
  std::string out{'\1', static_cast<char>(ranges.size())};
  for (const Range& range : ranges) {
    out += static_cast<char>(range.first);
    out += static_cast<char>(range.more);
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

namespace {

/// What comes before the tables that stand anywhere.
std::string head_of(std::string_view name, std::string_view top, const std::vector<std::string_view>& strings) {
  std::string out("\1\0\4\4", 4);
  append_index(out, {name});
  append_index(out, {top});
  append_index(out, strings);
  append_index(out, {});
  return out;
}

std::string private_dictionary() {
  std::string own;
  // What a charstring does not say is the first, what it says is counted from the second.
  for (const unsigned op : {op_default_width, op_nominal_width}) {
    append_operand(own, usual_advance);
    append_operator(own, op);
  }
  return own;
}

std::string keyed_by_cid(std::string_view name, const std::vector<FileGlyph>& glyphs,
                         const std::vector<std::string_view>& charstrings) {
  const std::string own = private_dictionary();
  std::string font_of("\3\0\1\0\0\0", 6);
  append_word(font_of, charstrings.size());
  const std::size_t cids = glyphs.empty() ? 1 : glyphs.back().code + 1;
  // Twice: the second time it is known where everything stands.
  Places places;
  std::string out;
  for (int round = 0; round < 2; ++round) {
    out = head_of(name, top_dictionary_by_cid(places, cids), {"Adobe", "Identity"});
    places.charset = out.size();
    out += charset_by_cid(glyphs);
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
  }
  append_index(out, charstrings);
  return out;
}

std::string keyed_by_name(std::string_view name, const std::vector<FileGlyph>& glyphs,
                          const std::vector<std::string_view>& charstrings) {
  const std::string own = private_dictionary();
  std::vector<std::string> names;
  for (const FileGlyph& glyph : glyphs) {
    if (!is_ascii(glyph.code))
      names.push_back({'g', "ABCDEFGHIJKLMNOP"[glyph.code / 16], "ABCDEFGHIJKLMNOP"[glyph.code % 16]});
  }
  Places places;
  std::string out;
  for (int round = 0; round < 2; ++round) {
    out = head_of(name, top_dictionary_by_name(places, own.size()), {names.begin(), names.end()});
    places.encoding = out.size();
    out += encoding_of(glyphs);
    places.charset = out.size();
    out += charset_by_name(glyphs);
    places.own = out.size();
    out += own;
    places.charstrings = out.size();
  }
  append_index(out, charstrings);
  return out;
}

}  // namespace

std::string compact_font(const Font& font, std::string_view name, const std::vector<FileGlyph>& glyphs, CodeSize size) {
  thread_local std::unordered_map<std::string, Known> fonts;
  Known& known = fonts[font.sha256()];
  const std::string nothing = charstring({}, 0, usual_advance);
  std::vector<std::string_view> charstrings{nothing};
  charstrings.reserve(glyphs.size() + 1);
  for (const FileGlyph& glyph : glyphs)
    charstrings.emplace_back(charstring_of(font, glyph, known));
  return size == CodeSize::one ? keyed_by_name(name, glyphs, charstrings) : keyed_by_cid(name, glyphs, charstrings);
}

}  // namespace guerdon::pdf
