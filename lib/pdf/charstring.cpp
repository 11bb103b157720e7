#include "pdf/charstring.h"

#include <algorithm>
#include <array>
#include <optional>

namespace guerdon::pdf {

namespace {

/// Operators of Type 2 charstrings.
enum class Operator : unsigned char {
  vertical_move = 4,
  lines = 5,
  horizontal_lines = 6,
  vertical_lines = 7,
  curves = 8,
  end = 14,
  move = 21,
  horizontal_move = 22,
  curves_and_line = 24,
  lines_and_curve = 25,
  vertical_curves = 26,
  horizontal_curves = 27,
  vertical_to_horizontal = 30,
  horizontal_to_vertical = 31
};

constexpr std::array drawing{Operator::curves,
                             Operator::horizontal_to_vertical,
                             Operator::vertical_to_horizontal,
                             Operator::lines,
                             Operator::horizontal_lines,
                             Operator::vertical_lines,
                             Operator::horizontal_curves,
                             Operator::vertical_curves,
                             Operator::curves_and_line,
                             Operator::lines_and_curve};

constexpr std::size_t most_operands = 48;  ///< of one operator

/// A segment as the steps between its points: one of a line, three of a curve.
struct Steps {
  bool is_line = false;
  GridPoint a;
  GridPoint b;
  GridPoint c;
};

GridPoint step(GridPoint from, GridPoint to) { return {to.x - from.x, to.y - from.y}; }

Steps steps_of(GridPoint from, const Segment& to) {
  if (to.kind == Segment::Kind::line) return {true, step(from, to.end), {}, {}};
  return {false, step(from, to.first), step(to.first, to.second), step(to.second, to.end)};
}

/// What one segment adds to an operator.
struct Part {
  std::array<int, 6> operands{};
  std::size_t count = 0;
  bool may_end = true;  ///< the operator, with this segment
  bool must_end = false;

  Part(std::initializer_list<int> values) : count(values.size()) {
    std::copy(values.begin(), values.end(), operands.begin());
  }
};

/// A curve that sets out along one axis; it arrives along the other, or else is the operator's last.
std::optional<Part> turning(bool across, const Steps& s) {
  if (s.is_line || (across ? s.a.y : s.a.x) != 0) return std::nullopt;
  const int out = across ? s.a.x : s.a.y;
  const int in = across ? s.c.y : s.c.x;
  const int aside = across ? s.c.x : s.c.y;
  if (aside == 0) return Part{out, s.b.x, s.b.y, in};
  Part last{out, s.b.x, s.b.y, in, aside};
  last.must_end = true;
  return last;
}

/// A curve that leaves and arrives along one axis; the operator's first need only arrive along it.
std::optional<Part> level(bool across, bool is_first, const Steps& s) {
  if (s.is_line || (across ? s.c.y : s.c.x) != 0) return std::nullopt;
  const int out = across ? s.a.x : s.a.y;
  const int in = across ? s.c.x : s.c.y;
  const int aside = across ? s.a.y : s.a.x;
  if (aside == 0) return Part{out, s.b.x, s.b.y, in};
  if (!is_first) return std::nullopt;
  return Part{aside, out, s.b.x, s.b.y, in};
}

/// Many of one kind, then one of the other.
std::optional<Part> mixed(bool lines_first, bool is_first, const Steps& s) {
  Part part = s.is_line ? Part{s.a.x, s.a.y} : Part{s.a.x, s.a.y, s.b.x, s.b.y, s.c.x, s.c.y};
  part.may_end = part.must_end = s.is_line != lines_first;
  if (part.must_end && is_first) return std::nullopt;
  return part;
}

/// What `s` adds to `op` as its segment `index`; nothing where it cannot. Source: Adobe TN 5177, 4.1.
std::optional<Part> part_of(Operator op, std::size_t index, const Steps& s) {
  const bool even = index % 2 == 0;
  const auto along = [&s](bool across) -> std::optional<Part> {
    if (!s.is_line || (across ? s.a.y : s.a.x) != 0) return std::nullopt;
    return Part{across ? s.a.x : s.a.y};
  };
  switch (op) {
    case Operator::lines:
      return s.is_line ? std::optional(Part{s.a.x, s.a.y}) : std::nullopt;
    case Operator::horizontal_lines:
      return along(even);
    case Operator::vertical_lines:
      return along(!even);
    case Operator::curves:
      return s.is_line ? std::nullopt : std::optional(Part{s.a.x, s.a.y, s.b.x, s.b.y, s.c.x, s.c.y});
    case Operator::curves_and_line:
      return mixed(false, index == 0, s);
    case Operator::lines_and_curve:
      return mixed(true, index == 0, s);
    case Operator::horizontal_curves:
      return level(true, index == 0, s);
    case Operator::vertical_curves:
      return level(false, index == 0, s);
    case Operator::horizontal_to_vertical:
      return turning(even, s);
    case Operator::vertical_to_horizontal:
      return turning(!even, s);
    default:
      return std::nullopt;
  }
}

std::size_t bytes_of(int operand) {
  const int size = operand < 0 ? -operand : operand;
  return size <= 107 ? 1 : size <= 1131 ? 2 : 3;
}

/// The operators that draw one contour in the fewest bytes.
class Contour {
 public:
  explicit Contour(std::vector<Steps> steps) : steps_(std::move(steps)), best_(steps_.size() + 1) {
    for (std::size_t begin = steps_.size(); begin-- > 0;) {
      for (const Operator op : drawing)
        try_from(begin, op);
    }
  }

  void append_to(std::string& out) const {
    for (std::size_t begin = 0; begin < steps_.size(); begin = best_[begin].end) {
      const Choice& choice = best_[begin];
      for (std::size_t i = begin; i < choice.end; ++i) {
        const auto part = part_of(choice.op, i - begin, steps_[i]);
        for (std::size_t k = 0; k < part->count; ++k)
          append_operand(out, part->operands.at(k));
      }
      out += static_cast<char>(choice.op);
    }
  }

 private:
  /// How to go on from a segment: with `op` up to the segment `end`.
  struct Choice {
    Operator op = Operator::end;
    std::size_t end = 0;
    std::size_t bytes = 0;  ///< from here to the contour's end
  };

  void try_from(std::size_t begin, Operator op) {
    std::size_t bytes = 1;
    std::size_t operands = 0;
    for (std::size_t i = begin; i < steps_.size(); ++i) {
      const auto part = part_of(op, i - begin, steps_[i]);
      if (!part || operands + part->count > most_operands) return;
      operands += part->count;
      for (std::size_t k = 0; k < part->count; ++k)
        bytes += bytes_of(part->operands.at(k));
      Choice& best = best_[begin];
      const std::size_t all = bytes + best_[i + 1].bytes;
      if (part->may_end && (best.bytes == 0 || all < best.bytes)) best = {op, i + 1, all};
      if (part->must_end) return;
    }
  }

  std::vector<Steps> steps_;
  std::vector<Choice> best_;  ///< by segment, and nothing behind the last
};

void append_move(std::string& out, GridPoint by) {
  if (by.x != 0 || by.y == 0) append_operand(out, by.x);
  if (by.y != 0) append_operand(out, by.y);
  out += static_cast<char>(by.y == 0   ? Operator::horizontal_move
                           : by.x == 0 ? Operator::vertical_move
                                       : Operator::move);
}

}  // namespace

std::string charstring(const std::vector<Segment>& outline, int advance, int usual) {
  std::string out;
  if (advance != usual) append_operand(out, advance - usual);
  GridPoint at;
  for (std::size_t i = 0; i < outline.size();) {
    append_move(out, step(at, outline[i].end));
    at = outline[i++].end;
    std::vector<Steps> steps;
    for (; i < outline.size() && outline[i].kind != Segment::Kind::move; ++i) {
      steps.push_back(steps_of(at, outline[i]));
      at = outline[i].end;
    }
    Contour(std::move(steps)).append_to(out);
  }
  return out += static_cast<char>(Operator::end);
}

void append_operand(std::string& out, int value) {
  const auto byte = [&out](int v) { out += static_cast<char>(v & 0xFF); };
  if (value >= -107 && value <= 107) {
    byte(value + 139);
  } else if (value >= 108 && value <= 1131) {
    byte(247 + (value - 108) / 256);
    byte(value - 108);
  } else if (value >= -1131 && value <= -108) {
    byte(251 + (-value - 108) / 256);
    byte(-value - 108);
  } else {
    byte(28);
    byte(value >> 8);
    byte(value);
  }
}

}  // namespace guerdon::pdf
