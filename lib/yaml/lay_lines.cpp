#include "yaml/lay_lines.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "yaml/emit.h"
#include "yaml/written_text.h"

namespace guerdon::yaml {
namespace {

struct Comment {
  std::size_t offset = 0;
  std::string text;
  bool follows = false;  ///< whether it stands behind a value on its line
};

std::string_view without_blanks(std::string_view text) { return text.substr(0, text.find_last_not_of(" \r") + 1); }

/// A plain word is written without quotes again.
Node as_written(Node node) {
  if (node.kind == Kind::scalar && !node.quoted && node.scalar.find('\n') == std::string::npos) node.flow = true;
  return node;
}

/// Goes once through the text, value by value, and writes a line for each. What lies between two values are comments,
/// blanks and the signs of YAML.
class Writer {
 public:
  Writer(const Document& document, const std::vector<SectionName>& sections)
      : text_(document.text), written_(document.text), sections_(sections) {}

  LaidLines write(const Node& root) {
    at_ = written_.begin();
    if (!root.items.empty()) {
      block(root, 0, false);
    } else if (root.kind != Kind::null) {
      throw Astray{};
    }
    skip_to(text_.size());
    write_comments(0, 0);
    return std::move(out_);
  }

 private:
  /// A block that is open: the column in which it stood, and the one in which it is written.
  struct Level {
    std::size_t was = 0;
    std::size_t is = 0;
  };

  /// Takes the comments up to `to`, and goes there.
  void skip_to(std::size_t to) {
    if (to < at_ || to > text_.size()) throw Astray{};
    for (std::size_t i = at_; i < to; ++i) {
      const bool begins = i == 0 || std::string_view(" \n,[]{}:\xBF").find(text_[i - 1]) != std::string_view::npos;
      if (text_[i] != '#' || !begins) continue;
      const bool same_line = written_.line_begin(i) <= at_ && !out_.lines.empty();
      const std::size_t end = written_.line_end(i);
      pending_.push_back({i, std::string(without_blanks(text_.substr(i, end - i))), same_line && pending_.empty()});
      out_.comments.push_back(pending_.back().text);
      i = std::min(end, to) - 1;
    }
    at_ = to;
  }

  /// Where a comment on a line of its own goes: to what follows, unless it stands deeper and so ends what comes before.
  [[nodiscard]] std::size_t comment_indent(const Comment& comment, Level next) const {
    const std::size_t was = written_.column(comment.offset);
    if (was <= next.was || is_banner(comment.text, sections_)) return next.is;
    std::size_t indent = next.is;
    for (const Level& level : before_) {
      if (level.was <= was) indent = std::max(indent, level.is);
    }
    return indent;
  }

  void write_comments(std::size_t was, std::size_t is) {
    for (Comment& comment : pending_) {
      if (comment.follows) {
        out_.lines[unit_].text += written_.gap_before(comment.offset) + comment.text;
        continue;
      }
      LaidLine line;
      line.kind = LaidLine::Kind::comment;
      line.indent = comment_indent(comment, {was, is});
      line.text = std::move(comment.text);
      line.after_blank = written_.after_blank(comment.offset);
      out_.lines.push_back(std::move(line));
    }
    pending_.clear();
  }

  /// Begins the line of what stands at `offset`, behind the comments before it.
  void begin_line(std::size_t offset, std::size_t was, std::size_t is) {
    skip_to(offset);
    write_comments(was, is);
    before_ = levels_;
    unit_ = out_.lines.size();
    LaidLine line;
    line.indent = is;
    line.after_blank = written_.after_blank(offset);
    out_.lines.push_back(std::move(line));
  }

  /// Comments in the midst of what is written on one line stand above it.
  void lift_comments() {
    std::vector<LaidLine> lifted;
    for (Comment& comment : pending_) {
      LaidLine line;
      line.kind = LaidLine::Kind::comment;
      line.indent = out_.lines[unit_].indent;
      line.text = std::move(comment.text);
      line.after_blank = std::exchange(out_.lines[unit_].after_blank, false);
      lifted.push_back(std::move(line));
    }
    pending_.clear();
    out_.lines.insert(out_.lines.begin() + static_cast<std::ptrdiff_t>(unit_), std::make_move_iterator(lifted.begin()),
                      std::make_move_iterator(lifted.end()));
    unit_ += lifted.size();
  }

  /// A mapping or a list in `indent`; `on_line` when its first key goes on the line that its item began.
  void block(const Node& node, std::size_t indent, bool on_line) {
    const bool flow = node.flow;
    if (flow) {
      skip_to(node.offset);
      ++at_;
    }
    if (node.kind == Kind::mapping) {
      mapping(node, indent, on_line);
    } else {
      sequence(node, indent);
    }
    if (!flow) return;
    skip_to(written_.find_sign(at_, node.kind == Kind::mapping ? '}' : ']'));
    ++at_;
  }

  void mapping(const Node& node, std::size_t indent, bool on_line) {
    const std::size_t was = node.keys.front().place.column - 1;
    levels_.push_back({was, indent});
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
      const Node& key = node.keys[i];
      if (on_line && i == 0) {
        skip_to(key.offset);
        lift_comments();
        before_ = levels_;
      } else {
        begin_line(key.offset, was, indent);
        if (indent == 0) out_.lines[unit_].key = key.scalar;
      }
      const std::size_t end = written_.end_of(key);
      out_.lines[unit_].text += text_.substr(key.offset, end - key.offset);
      out_.lines[unit_].text += ':';
      at_ = end;
      value(node.items[i], indent, was);
    }
    levels_.pop_back();
  }

  void sequence(const Node& node, std::size_t indent) {
    const std::size_t was = node.place.column - 1;
    levels_.push_back({was, indent});
    for (const Node& item : node.items) {
      const std::size_t begin = node.flow ? item.offset : written_.find_sign(at_, '-');
      begin_line(begin, was, indent);
      if (!node.flow) ++at_;
      const bool keyed = item.kind == Kind::mapping && written_.is_nested(item);
      out_.lines[unit_].text = keyed ? "- " : "-";
      if (keyed) {
        block(item, indent + 2, true);
      } else {
        value(item, indent, was);
      }
    }
    levels_.pop_back();
  }

  /// What stands behind a key or a dash that is written in `indent` and stood in column `was`.
  void value(const Node& node, std::size_t indent, std::size_t was) {
    if (node.kind == Kind::null) {
      null(node);
    } else if (written_.is_nested(node)) {
      block(node, indent + 2, false);
    } else {
      skip_to(node.offset);
      if (node.quoted && (text_[at_] == '|' || text_[at_] == '>')) {
        lift_comments();
        literal(node, indent + 2, was);
      } else {
        word_or_row(node, indent);
      }
    }
  }

  void null(const Node& node) {
    for (const std::string_view word : {"null", "Null", "NULL", "~"}) {
      const std::size_t end = node.offset + word.size();
      if (text_.substr(node.offset, word.size()) != word) continue;
      if (end < text_.size() && std::string_view(" \r\n,]}").find(text_[end]) == std::string_view::npos) continue;
      skip_to(node.offset);
      lift_comments();
      out_.lines[unit_].text += " null";
      at_ = end;
      return;
    }
  }

  /// What stands in brackets, and the words there, on one line.
  std::string row(const Node& node) {
    skip_to(node.offset);
    if (node.kind == Kind::scalar) {
      at_ = written_.end_of(node);
      if (written_.is_kept(node)) return std::string(text_.substr(node.offset, at_ - node.offset));
      Node alone;
      alone.kind = Kind::sequence;
      alone.flow = true;
      alone.items.push_back(as_written(node));
      const std::string emitted = emit_entry("", alone, 0);  // ": [word]"
      return emitted.substr(3, emitted.size() - 5);
    }
    const bool list = node.kind == Kind::sequence;
    std::string out(1, list ? '[' : '{');
    ++at_;
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      if (i > 0) out += ", ";
      if (!list) {
        skip_to(node.keys[i].offset);
        at_ = written_.end_of(node.keys[i]);
        out += text_.substr(node.keys[i].offset, at_ - node.keys[i].offset);
        out += ": ";
      }
      out += row(node.items[i]);
    }
    skip_to(written_.find_sign(at_, list ? ']' : '}'));
    ++at_;
    return out + (list ? ']' : '}');
  }

  void word_or_row(const Node& node, std::size_t indent) {
    const bool lines = node.scalar.find('\n') != std::string::npos;
    if (node.kind != Kind::scalar || (written_.is_kept(node) && !lines)) {
      const std::string text = row(node);
      lift_comments();
      out_.lines[unit_].text += ' ' + text;
      return;
    }
    at_ = written_.end_of(node);
    lift_comments();
    std::string emitted = emit_entry("", as_written(node), indent).substr(indent + 1);
    emitted.pop_back();
    const std::size_t first = emitted.find('\n');
    out_.lines[unit_].text += emitted.substr(0, first);
    if (first != std::string::npos) add_raw(std::string_view(emitted).substr(first + 1));
  }

  void add_raw(std::string_view lines) {
    while (true) {
      const std::size_t end = std::min(lines.find('\n'), lines.size());
      LaidLine line;
      line.kind = LaidLine::Kind::raw;
      line.text = lines.substr(0, end);
      out_.lines.push_back(std::move(line));
      if (end == lines.size()) return;
      lines.remove_prefix(end + 1);
    }
  }

  /// How a text under `|` or `>` begins.
  struct Header {
    std::string text;      ///< as it is written now
    std::size_t deep = 0;  ///< the column of its lines where the header says so
    bool keeps = false;    ///< the blank lines behind it
  };

  [[nodiscard]] static Header header_of(const Node& node, std::string_view written, std::size_t was) {
    Header out;
    for (const char c : written) {
      const bool digit = c >= '1' && c <= '9';
      if (digit) out.deep = was + static_cast<std::size_t>(c - '0');
      out.text += digit ? '2' : c;
    }
    out.keeps = written.find('+') != std::string_view::npos;
    if (!node.scalar.empty() && !node.scalar.ends_with('\n') && written.find('-') == std::string_view::npos) {
      // It ends with the file, without a line end.
      std::erase(out.text, '+');
      out.text += '-';
    }
    return out;
  }

  /// A text under `|` or `>`: its lines move as one.
  void literal(const Node& node, std::size_t indent, std::size_t was) {
    const std::size_t stop = std::min(text_.find_first_of(" \r\n", at_), text_.size());
    const Header header = header_of(node, text_.substr(at_, stop - at_), was);
    std::size_t deep = header.deep;
    out_.lines[unit_].text += ' ' + header.text;
    at_ = stop;
    skip_to(written_.line_end(at_));
    write_comments(0, 0);
    std::size_t end = at_;
    std::string lines;
    std::string blank;
    for (std::size_t begin = at_ + 1; begin < text_.size(); begin = written_.line_end(begin) + 1) {
      const std::size_t stop_at = written_.line_end(begin);
      std::string_view line = text_.substr(begin, stop_at - begin);
      if (line.ends_with('\r')) line.remove_suffix(1);
      const std::size_t spaces = std::min(line.find_first_not_of(' '), line.size());
      if (spaces < line.size() && deep == 0) deep = std::max(spaces, was + 1);
      if (spaces < line.size() && spaces < deep) break;
      const bool has_text = deep > 0 && line.size() > deep;
      blank += '\n';
      if (has_text) {
        lines += std::exchange(blank, {});
        lines.append(indent, ' ').append(line.substr(deep));
      }
      if (has_text || header.keeps) end = stop_at;
    }
    if (header.keeps) lines += blank;
    if (!lines.empty()) add_raw(std::string_view(lines).substr(1));
    if (header.keeps) out_.lines.back().before_blank = false;
    at_ = end;
  }

  std::string_view text_;
  WrittenText written_;
  const std::vector<SectionName>& sections_;
  std::size_t at_ = 0;
  std::size_t unit_ = 0;  ///< the line that the last value began
  std::vector<Level> levels_;
  std::vector<Level> before_;  ///< the levels around the last value
  std::vector<Comment> pending_;
  LaidLines out_;
};

}  // namespace

bool is_banner(std::string_view comment, const std::vector<SectionName>& sections) {
  const std::string_view title = banner_title(comment);
  return !title.empty() &&
         std::any_of(sections.begin(), sections.end(), [&](const auto& one) { return one.title == title; });
}

LaidLines lay_lines(const Document& document, const std::vector<SectionName>& sections) {
  return Writer(document, sections).write(document.root);
}

}  // namespace guerdon::yaml
