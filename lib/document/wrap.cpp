#include "document/wrap.h"

#include <algorithm>
#include <cassert>
#include <limits>

#include "document/bidi.h"

namespace guerdon {

namespace {

/// Room for rounding when a width is compared with a measure.
constexpr double tolerance = 1e-6;

/// All glyphs of the pieces in a row: where each begins, what break it gives.
struct Row {
  std::vector<double> x;  ///< one more than glyphs
  std::vector<Break> behind;
  std::vector<std::size_t> piece_begin;  ///< one more than pieces
  std::vector<double> tracking;          ///< mm, by piece
  std::vector<double> hyphen;            ///< width in mm, by piece
};

Row row_of(const std::vector<Piece>& pieces) {
  Row row;
  std::size_t count = 0;
  for (const Piece& piece : pieces)
    count += piece.shaped->glyphs.size();
  row.x.reserve(count + 1);
  row.behind.reserve(count);
  row.piece_begin.reserve(pieces.size() + 1);
  row.tracking.reserve(pieces.size());
  row.hyphen.reserve(pieces.size());
  double x = 0;
  for (const Piece& piece : pieces) {
    const double em = piece.size_pt * mm_per_point;
    const double scale = em / piece.font->units_per_em();
    const double tracking = piece.tracking_em * em;
    row.piece_begin.push_back(row.behind.size());
    row.tracking.push_back(tracking);
    row.hyphen.push_back(piece.hyphen ? piece.hyphen->glyphs.front().advance * scale : 0);
    for (const Glyph& glyph : piece.shaped->glyphs) {
      row.x.push_back(x);
      row.behind.push_back(glyph.behind);
      x += glyph.advance * scale + tracking;
    }
  }
  row.x.push_back(x);
  row.piece_begin.push_back(row.behind.size());
  return row;
}

/// Glyphs that no break parts: [begin, ink_end) and the spaces up to `end`.
struct Atom {
  std::size_t begin = 0;
  std::size_t ink_end = 0;
  std::size_t end = 0;
  double hyphen = 0;  ///< width of the one that is drawn where a line ends behind it
};

std::size_t piece_at(const Row& row, std::size_t glyph) {
  const auto next = std::upper_bound(row.piece_begin.begin(), row.piece_begin.end(), glyph);
  return static_cast<std::size_t>(next - row.piece_begin.begin()) - 1;
}

/// Width of the glyphs [begin, end): the tracking behind the last one is no part of it.
double width_of(const Row& row, std::size_t begin, std::size_t end) {
  if (begin == end) return 0;
  return row.x[end] - row.x[begin] - row.tracking[piece_at(row, end - 1)];
}

/// Width of a line of the atoms from `first` to `last`.
double wide(const Row& row, const Atom& first, const Atom& last) {
  return width_of(row, first.begin, last.ink_end) + last.hyphen;
}

bool ends_atom(Break behind) { return behind == Break::space || behind == Break::open || behind == Break::soft; }

bool may_rescue(Break behind) { return behind == Break::hyphen || behind == Break::rescue; }

std::vector<Atom> atoms_of(const Row& row, double measure) {
  std::vector<Atom> atoms;
  const std::size_t count = row.behind.size();
  atoms.reserve(count / 4 + 1);
  for (std::size_t i = 0; i < count;) {
    Atom atom{i, i, i};
    while (i < count && row.behind[i] == Break::space)
      ++i;  // spaces at the very begin belong to the first word
    while (i < count && !ends_atom(row.behind[i]))
      ++i;
    if (i < count && row.behind[i] == Break::soft) atom.hyphen = row.hyphen[piece_at(row, i)];
    if (i < count && row.behind[i] != Break::space) ++i;
    atom.ink_end = i;
    while (i < count && row.behind[i] == Break::space)
      ++i;
    atom.end = i;
    if (wide(row, atom, atom) <= measure + tolerance) {
      atoms.push_back(atom);
      continue;
    }
    std::size_t begin = atom.begin;
    for (std::size_t k = atom.begin; k + 1 < atom.ink_end; ++k) {
      if (!may_rescue(row.behind[k])) continue;
      atoms.push_back({begin, k + 1, k + 1});
      begin = k + 1;
    }
    atoms.push_back({begin, atom.ink_end, atom.end, atom.hyphen});
  }
  return atoms;
}

/// Index of the first atom of each line, by filling each as far as `measure` allows.
std::vector<std::size_t> fill(const Row& row, const std::vector<Atom>& atoms, double measure) {
  std::vector<std::size_t> begins;
  for (std::size_t i = 0; i < atoms.size(); ++i) {
    if (begins.empty() || wide(row, atoms[begins.back()], atoms[i]) > measure + tolerance) {
      begins.push_back(i);
    }
  }
  return begins;
}

double line_width(const Row& row, const std::vector<Atom>& atoms, const std::vector<std::size_t>& begins,
                  std::size_t line) {
  const std::size_t last = line + 1 < begins.size() ? begins[line + 1] - 1 : atoms.size() - 1;
  return wide(row, atoms[begins[line]], atoms[last]);
}

double widest(const Row& row, const std::vector<Atom>& atoms, const std::vector<std::size_t>& begins) {
  double width = 0;
  for (std::size_t line = 0; line < begins.size(); ++line)
    width = std::max(width, line_width(row, atoms, begins, line));
  return width;
}

std::vector<std::size_t> balance(const Row& row, const std::vector<Atom>& atoms, std::vector<std::size_t> begins) {
  double narrowest = 0;
  for (const Atom& atom : atoms)
    narrowest = std::max(narrowest, wide(row, atom, atom));
  for (;;) {
    const double tighter = widest(row, atoms, begins) - 1e-4;
    if (tighter < narrowest) return begins;
    std::vector<std::size_t> candidate = fill(row, atoms, tighter);
    if (candidate.size() > begins.size()) return begins;
    begins = std::move(candidate);
  }
}

/// Every way to break into `lines` lines of at most `measure`; keeps the most even one.
struct EvenSearch {
  const Row& row;
  const std::vector<Atom>& atoms;
  double measure;
  std::size_t lines;
  std::vector<std::size_t> begins{};
  std::vector<std::size_t> best{};
  double best_difference = std::numeric_limits<double>::infinity();
  double best_first = std::numeric_limits<double>::infinity();

  void search() {
    if (begins.size() == lines) {
      rate();
      return;
    }
    const std::size_t left = lines - begins.size();
    for (std::size_t next = begins.back() + 1; next + left <= atoms.size(); ++next) {
      begins.push_back(next);
      search();
      begins.pop_back();
    }
  }

  void rate() {
    double least = std::numeric_limits<double>::infinity();
    double most = 0;
    for (std::size_t line = 0; line < begins.size(); ++line) {
      const double width = line_width(row, atoms, begins, line);
      least = std::min(least, width);
      most = std::max(most, width);
    }
    if (most > measure + tolerance) return;
    const double difference = most - least;
    const double first = line_width(row, atoms, begins, 0);
    if (difference < best_difference - 1e-3 || (difference < best_difference + 1e-3 && first < best_first)) {
      best = begins;
      best_difference = difference;
      best_first = first;
    }
  }
};

constexpr std::size_t most_even_atoms = 24;

std::vector<std::size_t> even(const Row& row, const std::vector<Atom>& atoms, double measure,
                              const std::vector<std::size_t>& begins) {
  if (begins.size() < 2 || atoms.size() > most_even_atoms) return balance(row, atoms, begins);
  EvenSearch search{row, atoms, measure, begins.size(), {0}};
  search.search();
  return search.best;
}

TextLine line_of(const Row& row, std::size_t begin, std::size_t ink_end, std::size_t end) {
  TextLine line;
  line.width = width_of(row, begin, ink_end);
  for (std::size_t piece = 0; piece + 1 < row.piece_begin.size(); ++piece) {
    const std::size_t from = std::max(begin, row.piece_begin[piece]);
    const std::size_t to = std::min(end, row.piece_begin[piece + 1]);
    if (from >= to) continue;
    const std::size_t base = row.piece_begin[piece];
    const std::size_t ink_to = std::min(to, ink_end);
    line.slices.push_back(
        {piece, from - base, to - base, row.x[from] - row.x[begin], ink_to > from ? width_of(row, from, ink_to) : 0});
  }
  return line;
}

void add_hyphen(const Row& row, const Atom& last, TextLine& line) {
  line.slices.push_back({piece_at(row, last.ink_end - 1), 0, 1, line.width, last.hyphen, true});
  line.width += last.hyphen;
}

/// Puts the slices of `line` where their levels want them.
void reorder(const Row& row, const std::vector<Piece>& pieces, std::size_t ink_end, bool right_to_left,
             TextLine& line) {
  const std::uint8_t base = right_to_left ? 1 : 0;
  std::vector<Slice> slices;
  std::vector<std::uint8_t> levels;
  double trailing = 0;
  const auto add = [&](Slice slice, std::uint8_t level) {
    const std::size_t begin = row.piece_begin[slice.piece];
    slice.width = width_of(row, begin + slice.first, begin + slice.end);
    slices.push_back(slice);
    levels.push_back(level);
  };
  for (const Slice& whole : line.slices) {
    if (whole.hyphen) {
      slices.push_back(whole);
      levels.push_back(pieces[whole.piece].level);
      continue;
    }
    const std::size_t begin = row.piece_begin[whole.piece];
    const std::size_t ink = std::clamp(ink_end - std::min(ink_end, begin), whole.first, whole.end);
    if (ink > whole.first) add({whole.piece, whole.first, ink, 0, 0}, pieces[whole.piece].level);
    if (ink == whole.end) continue;
    add({whole.piece, ink, whole.end, 0, 0}, base);  // spaces at a line's end stand at the paragraph's end: UAX 9, L1
    trailing += row.x[begin + whole.end] - row.x[begin + ink];
  }
  double x = right_to_left ? -trailing : 0;
  for (const std::size_t at : visual_order(levels)) {
    const std::size_t begin = row.piece_begin[slices[at].piece];
    slices[at].x = x;
    if (slices[at].hyphen) {
      x += slices[at].width;
      continue;
    }
    x += row.x[begin + slices[at].end] - row.x[begin + slices[at].first];
  }
  line.slices = std::move(slices);
}

}  // namespace

Wrapped wrap(const std::vector<Piece>& pieces, double measure, Wrapping wrapping, bool right_to_left) {
  const Row row = row_of(pieces);
  const std::vector<Atom> atoms = atoms_of(row, measure);
  Wrapped wrapped;
  if (atoms.empty()) return wrapped;
  for (const Atom& atom : atoms) {
    const double width = wide(row, atom, atom);
    if (width > measure + tolerance) wrapped.too_wide = std::max(wrapped.too_wide, width);
  }
  if (wrapped.too_wide > 0) return wrapped;
  const bool turned =
      right_to_left || std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.level != 0; });
  std::vector<std::size_t> begins = fill(row, atoms, measure);
  if (wrapping == Wrapping::balanced) begins = balance(row, atoms, std::move(begins));
  if (wrapping == Wrapping::even) begins = even(row, atoms, measure, begins);
  for (std::size_t line = 0; line < begins.size(); ++line) {
    const std::size_t last = line + 1 < begins.size() ? begins[line + 1] - 1 : atoms.size() - 1;
    wrapped.lines.push_back(line_of(row, atoms[begins[line]].begin, atoms[last].ink_end, atoms[last].end));
    if (atoms[last].hyphen > 0) add_hyphen(row, atoms[last], wrapped.lines.back());
    if (turned) reorder(row, pieces, atoms[last].ink_end, right_to_left, wrapped.lines.back());
  }
  return wrapped;
}

}  // namespace guerdon
