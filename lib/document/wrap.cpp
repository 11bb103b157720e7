#include "document/wrap.h"

#include <algorithm>
#include <cassert>
#include <limits>

namespace guerdon {

namespace {

/// Room for rounding when a width is compared with a measure.
constexpr double tolerance = 1e-6;

enum class Kind { ink, space, hyphen };

/// All glyphs of the pieces in a row: where each begins, what it is.
struct Row {
  std::vector<double> x;  ///< one more than glyphs
  std::vector<Kind> kind;
  std::vector<std::size_t> piece_begin;  ///< one more than pieces
  std::vector<double> tracking;          ///< mm, by piece
};

Kind kind_of(const ShapedText& shaped, std::size_t glyph) {
  const std::size_t begin = shaped.glyphs[glyph].cluster;
  const std::string_view text = std::string_view(shaped.text).substr(begin);
  if (text.starts_with(' ') || text.starts_with("\u2002")) return Kind::space;
  if (text.starts_with('-') || text.starts_with("\u2010")) return Kind::hyphen;
  return Kind::ink;
}

Row row_of(const std::vector<Piece>& pieces) {
  Row row;
  double x = 0;
  for (const Piece& piece : pieces) {
    const double em = piece.size_pt * mm_per_point;
    const double scale = em / piece.font->units_per_em();
    const double tracking = piece.tracking_em * em;
    row.piece_begin.push_back(row.kind.size());
    row.tracking.push_back(tracking);
    for (std::size_t i = 0; i < piece.shaped->glyphs.size(); ++i) {
      row.x.push_back(x);
      row.kind.push_back(kind_of(*piece.shaped, i));
      x += piece.shaped->glyphs[i].advance * scale + tracking;
    }
  }
  row.x.push_back(x);
  row.piece_begin.push_back(row.kind.size());
  return row;
}

/// Glyphs that no break parts: [begin, ink_end) and the spaces up to `end`.
struct Atom {
  std::size_t begin = 0;
  std::size_t ink_end = 0;
  std::size_t end = 0;
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

std::vector<Atom> atoms_of(const Row& row, double measure) {
  std::vector<Atom> atoms;
  const std::size_t count = row.kind.size();
  for (std::size_t i = 0; i < count;) {
    Atom atom{i, i, i};
    while (i < count && row.kind[i] == Kind::space)
      ++i;  // spaces at the very begin belong to the first word
    while (i < count && row.kind[i] != Kind::space)
      ++i;
    atom.ink_end = i;
    while (i < count && row.kind[i] == Kind::space)
      ++i;
    atom.end = i;
    if (width_of(row, atom.begin, atom.ink_end) <= measure + tolerance) {
      atoms.push_back(atom);
      continue;
    }
    std::size_t begin = atom.begin;
    for (std::size_t k = atom.begin; k + 1 < atom.ink_end; ++k) {
      if (row.kind[k] != Kind::hyphen) continue;
      atoms.push_back({begin, k + 1, k + 1});
      begin = k + 1;
    }
    atoms.push_back({begin, atom.ink_end, atom.end});
  }
  return atoms;
}

/// Index of the first atom of each line, by filling each as far as `measure` allows.
std::vector<std::size_t> fill(const Row& row, const std::vector<Atom>& atoms, double measure) {
  std::vector<std::size_t> begins;
  for (std::size_t i = 0; i < atoms.size(); ++i) {
    if (begins.empty() || width_of(row, atoms[begins.back()].begin, atoms[i].ink_end) > measure + tolerance) {
      begins.push_back(i);
    }
  }
  return begins;
}

double line_width(const Row& row, const std::vector<Atom>& atoms, const std::vector<std::size_t>& begins,
                  std::size_t line) {
  const std::size_t last = line + 1 < begins.size() ? begins[line + 1] - 1 : atoms.size() - 1;
  return width_of(row, atoms[begins[line]].begin, atoms[last].ink_end);
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
    narrowest = std::max(narrowest, width_of(row, atom.begin, atom.ink_end));
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

}  // namespace

Wrapped wrap(const std::vector<Piece>& pieces, double measure, Wrapping wrapping) {
  const Row row = row_of(pieces);
  const std::vector<Atom> atoms = atoms_of(row, measure);
  Wrapped wrapped;
  if (atoms.empty()) return wrapped;
  for (const Atom& atom : atoms) {
    const double width = width_of(row, atom.begin, atom.ink_end);
    if (width > measure + tolerance) wrapped.too_wide = std::max(wrapped.too_wide, width);
  }
  if (wrapped.too_wide > 0) return wrapped;
  std::vector<std::size_t> begins = fill(row, atoms, measure);
  if (wrapping == Wrapping::balanced) begins = balance(row, atoms, std::move(begins));
  if (wrapping == Wrapping::even) begins = even(row, atoms, measure, begins);
  for (std::size_t line = 0; line < begins.size(); ++line) {
    const std::size_t last = line + 1 < begins.size() ? begins[line + 1] - 1 : atoms.size() - 1;
    wrapped.lines.push_back(line_of(row, atoms[begins[line]].begin, atoms[last].ink_end, atoms[last].end));
  }
  return wrapped;
}

}  // namespace guerdon
