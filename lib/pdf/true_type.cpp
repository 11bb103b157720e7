#include "pdf/true_type.h"

#include <hb.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <unordered_map>

#include "base/error.h"

namespace guerdon::pdf {

namespace {

/// What is wrong with a font; becomes an Error that names its file.
struct Damaged {};

/// Reads big-endian numbers and never past the end.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  unsigned byte() { return static_cast<unsigned char>(take(1)[0]); }
  unsigned word() {
    const std::string_view two = take(2);
    return static_cast<unsigned>(static_cast<unsigned char>(two[0]) << 8 | static_cast<unsigned char>(two[1]));
  }
  int signed_byte() { return static_cast<std::int8_t>(byte()); }
  int signed_word() { return static_cast<std::int16_t>(word()); }
  std::string_view take(std::size_t count) {
    if (count > bytes_.size() - at_) throw Damaged();
    at_ += count;
    return bytes_.substr(at_ - count, count);
  }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

void append_word(std::string& out, int value) {
  out += static_cast<char>(value >> 8 & 0xFF);
  out += static_cast<char>(value & 0xFF);
}

void append_long(std::string& out, std::uint32_t value) {
  append_word(out, static_cast<int>(value >> 16U));
  append_word(out, static_cast<int>(value & 0xFFFFU));
}

void put_word(std::string& out, std::size_t at, int value) {
  std::string bytes;
  append_word(bytes, value);
  out.replace(at, 2, bytes);
}

/// A table of a face for as long as it is looked at.
class Table {
 public:
  Table(hb_face_t* face, const char* name) : blob_(hb_face_reference_table(face, hb_tag_from_string(name, 4))) {}
  ~Table() { hb_blob_destroy(blob_); }
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

  [[nodiscard]] std::string_view bytes() const {
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob_, &length);
    return {data, length};
  }
  /// Its first `count` bytes.
  [[nodiscard]] std::string begin(std::size_t count) const { return std::string(Reader(bytes()).take(count)); }

 private:
  hb_blob_t* blob_;
};

/// A glyph as a file holds it.
struct Cut {
  std::string outline;
  struct Part {
    std::size_t at = 0;  ///< where in `outline` its number stands
    std::uint32_t glyph = 0;
  };
  std::vector<Part> parts;  ///< of a composed one
  int advance = 0;
  int bearing = 0;
};

/// Flags of a point.
constexpr unsigned on_curve = 1;
constexpr unsigned short_x = 2;
constexpr unsigned short_y = 4;
constexpr unsigned repeated = 8;
constexpr unsigned same_x = 16;
constexpr unsigned same_y = 32;
constexpr unsigned overlapping = 64;

struct OutlinePoint {
  unsigned kind = 0;  ///< on_curve and overlapping
  int x = 0;
  int y = 0;
};

std::vector<OutlinePoint> read_points(Reader& in, std::size_t count) {
  std::vector<unsigned> flags;
  while (flags.size() < count) {
    const unsigned flag = in.byte();
    const std::size_t times = 1 + ((flag & repeated) != 0 ? in.byte() : 0);
    if (times > count - flags.size()) throw Damaged();
    flags.insert(flags.end(), times, flag);
  }
  std::vector<OutlinePoint> points(count);
  const auto coordinate = [&in](unsigned flag, unsigned small, unsigned same, int before) {
    if ((flag & small) != 0) return before + static_cast<int>(in.byte()) * ((flag & same) != 0 ? 1 : -1);
    return (flag & same) != 0 ? before : before + in.signed_word();
  };
  int at = 0;
  for (std::size_t i = 0; i < count; ++i)
    points[i].x = at = coordinate(flags[i], short_x, same_x, at);
  at = 0;
  for (std::size_t i = 0; i < count; ++i) {
    points[i].y = at = coordinate(flags[i], short_y, same_y, at);
    points[i].kind = flags[i] & (on_curve | overlapping);
  }
  return points;
}

/// The flag bits of a step along one axis; its bytes go to `out`.
unsigned step(int by, unsigned small, unsigned same, std::string& out) {
  if (by == 0) return same;
  if (std::abs(by) > 255) {
    append_word(out, by);
    return 0;
  }
  out += static_cast<char>(std::abs(by));
  return by > 0 ? small | same : small;
}

void append_flags(std::string& out, const std::vector<unsigned>& flags) {
  for (std::size_t i = 0; i < flags.size();) {
    std::size_t end = i + 1;
    while (end < flags.size() && flags[end] == flags[i] && end - i < 256)
      ++end;
    if (end - i < 3) end = i + 1;
    out += static_cast<char>(flags[i] | (end - i > 1 ? repeated : 0));
    if (end - i > 1) out += static_cast<char>(end - i - 1);
    i = end;
  }
}

void append_box(std::string& out, const std::vector<OutlinePoint>& points) {
  std::array<int, 4> box{std::numeric_limits<int>::max(), std::numeric_limits<int>::max(),
                         std::numeric_limits<int>::min(), std::numeric_limits<int>::min()};
  for (const OutlinePoint& point : points) {
    box = {std::min(box[0], point.x), std::min(box[1], point.y), std::max(box[2], point.x), std::max(box[3], point.y)};
  }
  for (const int edge : box)
    append_word(out, edge);
}

void cut_simple(Reader& in, int contours, unsigned units, std::string& out) {
  in.take(8);
  const std::string_view ends = in.take(2 * static_cast<std::size_t>(contours));
  in.take(in.word());
  Reader last(ends.substr(ends.size() - 2));
  std::vector<OutlinePoint> points = read_points(in, last.word() + 1);
  for (OutlinePoint& point : points) {
    point.x = on_file_grid(point.x, units);
    point.y = on_file_grid(point.y, units);
  }
  append_word(out, contours);
  append_box(out, points);
  out += ends;
  append_word(out, 0);
  std::vector<unsigned> flags;
  std::string across;
  std::string up;
  OutlinePoint before;
  for (const OutlinePoint& point : points) {
    unsigned flag = point.kind;
    flag |= step(point.x - before.x, short_x, same_x, across);
    flag |= step(point.y - before.y, short_y, same_y, up);
    flags.push_back(flag);
    before = point;
  }
  append_flags(out, flags);
  out += across;
  out += up;
}

/// Flags of a part.
constexpr unsigned words = 1;
constexpr unsigned offsets = 2;
constexpr unsigned one_scale = 8;
constexpr unsigned more_parts = 0x20;
constexpr unsigned two_scales = 0x40;
constexpr unsigned matrix = 0x80;
constexpr unsigned instructions = 0x100;

void cut_composed(Reader& in, unsigned units, Cut& cut) {
  std::string& out = cut.outline;
  append_word(out, -1);
  for (int edge = 0; edge < 4; ++edge)
    append_word(out, on_file_grid(in.signed_word(), units));
  for (unsigned flags = more_parts; (flags & more_parts) != 0;) {
    flags = in.word();
    const unsigned glyph = in.word();
    const bool wide = (flags & words) != 0;
    int first = 0;
    int second = 0;
    if ((flags & offsets) != 0) {
      first = on_file_grid(wide ? in.signed_word() : in.signed_byte(), units);
      second = on_file_grid(wide ? in.signed_word() : in.signed_byte(), units);
    } else {  // numbers of points
      first = static_cast<int>(wide ? in.word() : in.byte());
      second = static_cast<int>(wide ? in.word() : in.byte());
    }
    append_word(out, static_cast<int>((flags | words) & ~instructions));
    cut.parts.push_back({out.size(), glyph});
    append_word(out, 0);
    append_word(out, first);
    append_word(out, second);
    const std::size_t scales = (flags & one_scale) != 0    ? 1
                               : (flags & two_scales) != 0 ? 2
                               : (flags & matrix) != 0     ? 4
                                                           : 0;
    out += in.take(2 * scales);
  }
}

/// The glyphs of a font that were cut before. One for each thread and font.
class Glyphs {
 public:
  const Cut& cut(const Font& font, std::uint32_t glyph) {
    const auto [at, fresh] = known_.try_emplace(glyph);
    if (fresh) read(font, glyph, at->second);
    return at->second;
  }

 private:
  static void read(const Font& font, std::uint32_t glyph, Cut& out) {
    hb_face_t* face = font.outlines();
    const unsigned units = font.units_per_em();
    const Table metrics(face, "hmtx");
    const Table header(face, "hhea");
    const Table head(face, "head");
    const Table places(face, "loca");
    const Table outlines(face, "glyf");
    Reader count(header.bytes());
    count.take(34);
    const std::uint32_t full = count.word();
    if (full == 0) throw Damaged();
    Reader metric(metrics.bytes());
    metric.take(4 * static_cast<std::size_t>(std::min(glyph, full - 1)));
    out.advance = on_file_grid(static_cast<int>(metric.word()), units);
    if (glyph >= full) metric.take(2 + 2 * static_cast<std::size_t>(glyph - full));
    out.bearing = on_file_grid(metric.signed_word(), units);

    Reader format(head.bytes());
    format.take(50);
    const bool wide = format.word() != 0;
    Reader place(places.bytes());
    place.take((wide ? 4 : 2) * static_cast<std::size_t>(glyph));
    const auto next = [&place, wide] {
      const std::size_t high = place.word();
      return wide ? high << 16U | place.word() : 2 * high;
    };
    const std::size_t begin = next();
    const std::size_t end = next();
    if (end < begin || end > outlines.bytes().size()) throw Damaged();
    if (end == begin) return;
    Reader in(outlines.bytes().substr(begin, end - begin));
    const int contours = in.signed_word();
    if (contours > 0) cut_simple(in, contours, units, out.outline);
    if (contours < 0) cut_composed(in, units, out);
    if (out.outline.size() % 2 != 0) out.outline += '\0';
  }

  std::unordered_map<std::uint32_t, Cut> known_;
};

/// Where the glyphs stand in the new file.
class Numbers {
 public:
  explicit Numbers(const std::vector<std::uint32_t>& wanted) : glyphs(wanted) {}

  std::uint32_t of_part(std::uint32_t glyph) {
    const auto at = std::find(glyphs.begin(), glyphs.end(), glyph);
    if (at != glyphs.end()) return static_cast<std::uint32_t>(at - glyphs.begin());
    glyphs.push_back(glyph);
    return static_cast<std::uint32_t>(glyphs.size() - 1);
  }

  std::vector<std::uint32_t> glyphs;
};

std::uint32_t checksum(std::string_view table) {
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < table.size(); ++i)
    sum += static_cast<std::uint32_t>(static_cast<unsigned char>(table[i])) << (24 - 8 * (i % 4));
  return sum;
}

std::string joined(const std::vector<std::pair<const char*, std::string>>& tables) {
  std::string out;
  append_long(out, 0x00010000);
  append_word(out, static_cast<int>(tables.size()));
  for (const int search : {64, 2, 32})  // for six tables
    append_word(out, search);
  std::size_t at = 12 + 16 * tables.size();
  for (const auto& [name, bytes] : tables) {
    out += name;
    append_long(out, checksum(bytes));
    append_long(out, static_cast<std::uint32_t>(at));
    append_long(out, static_cast<std::uint32_t>(bytes.size()));
    at += (bytes.size() + 3) / 4 * 4;
  }
  for (const auto& [name, bytes] : tables) {
    out += bytes;
    out.append((4 - bytes.size() % 4) % 4, '\0');
  }
  return out;
}

std::string head_table(const Table& from, unsigned units, bool wide) {
  std::string out = from.begin(54);
  out.replace(8, 4, 4, '\0');  // the whole file's checksum
  put_word(out, 18, file_units);
  out.replace(20, 16, 16, '\0');  // dates
  for (const std::size_t edge : {36U, 38U, 40U, 42U}) {
    Reader value(std::string_view(out).substr(edge));
    put_word(out, edge, on_file_grid(value.signed_word(), units));
  }
  put_word(out, 50, wide ? 1 : 0);
  return out;
}

std::string cut(const Font& font, const std::vector<std::uint32_t>& wanted) {
  thread_local std::unordered_map<std::string, Glyphs> fonts;
  Glyphs& known = fonts[font.sha256()];
  Numbers numbers(wanted);
  std::string outlines;
  std::string metrics;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < numbers.glyphs.size(); ++i) {
    places.push_back(outlines.size());
    if (numbers.glyphs[i] == 0) {
      metrics.append(4, '\0');
      continue;
    }
    const Cut& glyph = known.cut(font, numbers.glyphs[i]);
    const std::size_t begin = outlines.size();
    outlines += glyph.outline;
    for (const Cut::Part& part : glyph.parts)
      put_word(outlines, begin + part.at, static_cast<int>(numbers.of_part(part.glyph)));
    append_word(metrics, glyph.advance);
    append_word(metrics, glyph.bearing);
  }
  places.push_back(outlines.size());
  const bool wide = outlines.size() > 2 * 0xFFFFU;
  std::string loca;
  for (const std::size_t place : places) {
    if (wide) {
      append_long(loca, static_cast<std::uint32_t>(place));
    } else {
      append_word(loca, static_cast<int>(place / 2));
    }
  }
  hb_face_t* face = font.outlines();
  std::string header = Table(face, "hhea").begin(36);
  put_word(header, 34, static_cast<int>(numbers.glyphs.size()));
  std::string profile = Table(face, "maxp").begin(32);
  put_word(profile, 4, static_cast<int>(numbers.glyphs.size()));
  return joined({{"glyf", std::move(outlines)},
                 {"head", head_table(Table(face, "head"), font.units_per_em(), wide)},
                 {"hhea", std::move(header)},
                 {"hmtx", std::move(metrics)},
                 {"loca", std::move(loca)},
                 {"maxp", std::move(profile)}});
}

}  // namespace

int on_file_grid(int units, unsigned units_per_em) {
  if (units_per_em == file_units) return units;
  const std::int64_t em = units_per_em;
  const std::int64_t twice = 2 * static_cast<std::int64_t>(units) * file_units + em;
  // Rounded down on both sides of nought, so that equal distances stay equal.
  const std::int64_t quotient = twice / (2 * em);
  return static_cast<int>(twice < 0 && twice % (2 * em) != 0 ? quotient - 1 : quotient);
}

std::string cut_true_type(const Font& font, const std::vector<std::uint32_t>& glyphs) {
  try {
    return cut(font, glyphs);
  } catch (const Damaged&) {
    throw Error(Failure::access, "cannot take the needed glyphs out of the font `" + font.file() + "`",
                "install the package that brings it again");
  }
}

}  // namespace guerdon::pdf
