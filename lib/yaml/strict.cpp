#include "yaml/strict.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <span>

#include "yaml/limits.h"

namespace guerdon::yaml {
namespace {

/// Thrown by nobody outside: the text is not one for this reader.
struct Declined {};

/// A longer key needs a `?` for yaml-cpp.
constexpr std::size_t longest_key = 1000;
/// Above this, keys are looked up in a tree.
constexpr std::size_t few_keys = 12;

bool is_blank(char c) { return c == ' ' || c == '\n'; }

/// A dash begins a word where one goes on behind it, as in -5.
bool begins_plain(char c, char next) {
  if (c == '-') return next >= '0' && next <= '9';
  return std::string_view("?:,[]{}#&*!|>'\"%@` \n").find(c) == std::string_view::npos;
}

bool is_null(std::string_view word) { return word == "~" || word == "null" || word == "Null" || word == "NULL"; }

/// Fewer than a file may hold, since growing takes the room of three: a fuller one is for yaml-cpp.
constexpr std::size_t most_strict_values(std::size_t bytes) { return most_values(bytes) / 2; }

/// Values of blocks that have not ended, those of the innermost last.
class Pending {
 public:
  [[nodiscard]] std::size_t size() const { return nodes_.size(); }
  void add(Node node) { nodes_.push_back(std::move(node)); }
  [[nodiscard]] std::span<const Node> from(std::size_t begin) const { return std::span(nodes_).subspan(begin); }

  /// Gives away those from `begin` on, in a row that has no more room than it needs.
  std::vector<Node> take(std::size_t begin) {
    const auto first = nodes_.begin() + static_cast<std::ptrdiff_t>(begin);
    std::vector<Node> out(std::make_move_iterator(first), std::make_move_iterator(nodes_.end()));
    nodes_.erase(first, nodes_.end());
    return out;
  }

 private:
  std::vector<Node> nodes_;
};

/// Keys of one mapping that were seen.
class Keys {
 public:
  /// Whether `key` is new. `keys` holds those before it.
  bool add(std::string_view key, std::span<const Node> keys) {
    if (keys.size() < few_keys)
      return std::none_of(keys.begin(), keys.end(), [&](const Node& node) { return node.scalar == key; });
    if (many_.empty()) {
      for (const Node& node : keys)
        many_.insert(node.scalar);
    }
    return many_.emplace(key).second;
  }

 private:
  std::set<std::string, std::less<>> many_;
};

class Strict {
 public:
  explicit Strict(std::string_view text) : text_(text), most_values_(most_strict_values(text.size())) {}

  Node document() {
    next_token();
    if (at_end() || column() != 0) throw Declined{};
    Node root = block(0);
    if (!at_end()) throw Declined{};
    return root;
  }

 private:
  [[nodiscard]] bool at_end() const { return at_ == text_.size(); }
  [[nodiscard]] std::size_t column() const { return at_ - line_begin_; }
  /// The character `ahead` of the reader; a line end behind the last.
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\n';
  }
  [[nodiscard]] std::size_t line_end() const { return std::min(text_.find('\n', at_), text_.size()); }
  [[nodiscard]] bool at_item() const { return !at_end() && peek() == '-' && is_blank(peek(1)); }

  Node make(Kind kind, std::size_t length = 1) {
    if (++values_ > most_values_) throw Declined{};
    Node node;
    node.kind = kind;
    node.offset = static_cast<std::uint32_t>(at_);
    node.place = {line_, static_cast<std::uint32_t>(column() + 1), static_cast<std::uint32_t>(length)};
    return node;
  }

  void skip_spaces() {
    while (!at_end() && text_[at_] == ' ')
      ++at_;
  }

  void next_line() {
    at_ = std::min(line_end() + 1, text_.size());
    if (at_ > 0 && text_[at_ - 1] == '\n') {
      line_begin_ = at_;
      ++line_;
    }
  }

  /// Over blanks, comments and line ends to what comes next, or to the end.
  void next_token() {
    while (!at_end()) {
      skip_spaces();
      if (at_end()) return;
      const bool comment = text_[at_] == '#' && (column() == 0 || text_[at_ - 1] == ' ');
      if (text_[at_] != '\n' && !comment) break;
      next_line();
    }
    if (column() == 0 && (text_.substr(at_).starts_with("---") || text_.substr(at_).starts_with("...")))
      throw Declined{};
  }

  /// Only a comment may follow on a value's line.
  void end_line() {
    const std::size_t begin = at_;
    skip_spaces();
    if (at_end() || text_[at_] == '\n') return;
    if (text_[at_] != '#' || at_ == begin) throw Declined{};
    at_ = line_end();
  }

  /// A mapping or a list whose first character stands in `indent`.
  Node block(std::size_t indent) {
    if (++depth_ >= max_depth) throw Declined{};
    Node node = at_item() ? sequence(indent) : mapping(indent);
    --depth_;
    return node;
  }

  Node sequence(std::size_t indent) {
    Node node = make(Kind::sequence);
    const std::size_t begin = items_.size();
    while (at_item() && column() == indent) {
      ++at_;
      skip_spaces();
      if (at_end() || peek() == '\n' || peek() == '#') throw Declined{};
      items_.add(at_item() || is_key_ahead() ? block(column()) : value(indent));
      next_token();
    }
    if (!at_end() && column() > indent) throw Declined{};
    node.items = items_.take(begin);
    return node;
  }

  Node mapping(std::size_t indent) {
    Node node = make(Kind::mapping);
    const std::size_t begin = items_.size();
    const std::size_t keys_begin = keys_.size();
    Keys seen;
    while (!at_end() && column() == indent && !at_item()) {
      Node name = key();
      if (!seen.add(name.scalar, keys_.from(keys_begin))) throw Declined{};
      keys_.add(std::move(name));
      items_.add(value_of_key(indent));
      next_token();
    }
    if (keys_.size() == keys_begin || (!at_end() && column() > indent)) throw Declined{};
    node.keys = keys_.take(keys_begin);
    node.items = items_.take(begin);
    return node;
  }

  /// Where the plain word ends that begins here and has a `:` behind it; npos when none does.
  [[nodiscard]] std::size_t plain_key_end() const {
    if (!begins_plain(peek(), peek(1))) return std::string_view::npos;
    for (std::size_t end = at_; end < text_.size() && text_[end] != '\n'; ++end) {
      if (text_[end] == ':' && (end + 1 == text_.size() || is_blank(text_[end + 1]))) return end;
      if (text_[end] == '#' && text_[end - 1] == ' ') break;
    }
    return std::string_view::npos;
  }

  [[nodiscard]] bool is_key_ahead() const {
    if (peek() != '"' && peek() != '\'') return plain_key_end() != std::string_view::npos;
    const std::size_t close = text_.find(peek(), at_ + 1);
    return close < line_end() && close + 1 < text_.size() && text_[close + 1] == ':';
  }

  Node key() {
    Node node;
    if (peek() == '"' || peek() == '\'') {
      node = quoted();
      if (node.place.length != node.scalar.size() + 2) throw Declined{};
    } else {
      const std::size_t colon = plain_key_end();
      if (colon == std::string_view::npos) throw Declined{};
      node = plain(colon);
      if (node.kind == Kind::null || node.scalar == "<<" || node.place.length != colon - node.offset) throw Declined{};
    }
    if (peek() != ':' || !is_blank(peek(1)) || node.scalar.size() > longest_key) throw Declined{};
    ++at_;
    return node;
  }

  /// What stands behind the colon of a key of a mapping at `indent`, there or below.
  Node value_of_key(std::size_t indent) {
    skip_spaces();
    const bool below = at_end() || peek() == '\n' || (peek() == '#' && text_[at_ - 1] == ' ');
    if (!below) return value(indent);
    next_token();
    const bool none = at_end() || column() < indent || (column() == indent && !at_item());
    return none ? make(Kind::null) : block(column());
  }

  /// A value on this line, or a text that begins below it; the block around it stands at `indent`.
  Node value(std::size_t indent) {
    Node node = peek() == '|' || peek() == '>' ? text(indent) : peek() == '[' || peek() == '{' ? flow() : word();
    end_line();
    return node;
  }

  Node word() {
    if (peek() == '"' || peek() == '\'') return quoted();
    if (!begins_plain(peek(), peek(1))) throw Declined{};
    const std::size_t end = line_end();
    const std::size_t comment = text_.substr(0, end).find(" #", at_);
    const std::size_t colon = plain_key_end();
    if (colon != std::string_view::npos) throw Declined{};
    return plain(std::min(comment, end));
  }

  /// The plain word up to `end`, without the blanks before it.
  Node plain(std::size_t end) {
    while (text_[end - 1] == ' ')
      --end;
    const std::string_view word = text_.substr(at_, end - at_);
    Node node = is_null(word) ? make(Kind::null) : make(Kind::scalar, word.size());
    if (node.kind == Kind::scalar) node.scalar = word;
    at_ = end;
    return node;
  }

  Node quoted() {
    const char quote = peek();
    const std::size_t end = line_end();
    std::string value;
    std::size_t to = at_ + 1;
    for (; to < end && text_[to] != quote; ++to) {
      if (quote == '"' && text_[to] == '\\') {
        ++to;
        const char escaped = to < end ? text_[to] : ' ';
        if (escaped != '"' && escaped != '\\' && escaped != 'n') throw Declined{};
        value += escaped == 'n' ? '\n' : escaped;
      } else {
        value += text_[to];
      }
    }
    if (to >= end || (quote == '\'' && to + 1 < end && text_[to + 1] == quote)) throw Declined{};
    Node node = make(Kind::scalar, to + 1 - at_);
    node.scalar = std::move(value);
    node.quoted = true;
    at_ = to + 1;
    return node;
  }

  /// A row of words in brackets, or of keys and words in braces, on one line.
  Node flow() {
    if (++depth_ >= max_depth) throw Declined{};
    const bool list = peek() == '[';
    const char close = list ? ']' : '}';
    Node node = make(list ? Kind::sequence : Kind::mapping);
    node.flow = true;
    const std::size_t begin = items_.size();
    ++at_;
    skip_spaces();
    while (peek() != close) {
      if (!list) flow_key(node);
      items_.add(peek() == '[' || peek() == '{' ? flow() : flow_word());
      skip_spaces();
      if (peek() == close) break;
      if (peek() != ',') throw Declined{};
      ++at_;
      skip_spaces();
      if (peek() == close) throw Declined{};
    }
    ++at_;
    --depth_;
    node.items = items_.take(begin);
    return node;
  }

  void flow_key(Node& node) {
    Node name = flow_word();
    const bool twice =
        std::any_of(node.keys.begin(), node.keys.end(), [&](const Node& key) { return key.scalar == name.scalar; });
    if (twice || name.quoted || name.kind == Kind::null || name.scalar == "<<") throw Declined{};
    node.keys.push_back(std::move(name));
    if (peek() != ':' || peek(1) != ' ') throw Declined{};
    ++at_;
    skip_spaces();
  }

  Node flow_word() {
    if (peek() == '"' || peek() == '\'') return quoted();
    if (!begins_plain(peek(), peek(1))) throw Declined{};
    const std::size_t end = text_.find_first_of(",[]{}?:#\n", at_);
    if (end == std::string_view::npos) throw Declined{};
    return plain(end);
  }

  /// The text under `|` or `>`, with or without a dash: every line that is deeper than `indent`, as deep as its first.
  Node text(std::size_t indent) {
    Node node = make(Kind::scalar);
    node.quoted = true;
    const bool folded = peek() == '>';
    const bool strip = peek(1) == '-';
    at_ += strip ? 2 : 1;
    if (peek() != '\n') throw Declined{};
    next_line();
    const std::size_t deep = std::min(text_.find_first_not_of(' ', at_), text_.size()) - at_;
    if (deep <= indent || at_ + deep == text_.size() || text_[at_ + deep] == '\n') throw Declined{};
    std::size_t blank_lines = 0;
    while (!at_end()) {
      const std::size_t end = line_end();
      if (end == text_.size()) throw Declined{};
      const std::size_t first = text_.find_first_not_of(' ', at_);
      if (first == end && first != at_) throw Declined{};
      if (first == end) {
        ++blank_lines;
      } else if (first - at_ < deep) {
        break;
      } else {
        // Folding is plain only where no line is deeper and none is blank.
        if (folded && (blank_lines > 0 || first - at_ > deep)) throw Declined{};
        if (folded && !node.scalar.empty()) node.scalar.back() = ' ';
        node.scalar.append(blank_lines, '\n');
        blank_lines = 0;
        node.scalar.append(text_.substr(at_ + deep, end - at_ - deep));
        node.scalar += '\n';
      }
      next_line();
    }
    if (strip) node.scalar.pop_back();
    // The line end that the text stops at is read again by whoever called.
    step_back();
    return node;
  }

  void step_back() {
    --at_;
    --line_;
    line_begin_ = text_.rfind('\n', at_ - 1) + 1;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_begin_ = 0;
  std::uint32_t line_ = 1;
  std::size_t depth_ = 0;
  std::size_t values_ = 0;
  Pending keys_;
  Pending items_;
  std::size_t most_values_;
};

}  // namespace

std::optional<Node> read_strict(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF") || !text.ends_with('\n')) return std::nullopt;
  if (text.find('\r') != std::string_view::npos) return std::nullopt;
  try {
    return Strict(text).document();
  } catch (const Declined&) {
    return std::nullopt;
  }
}

}  // namespace guerdon::yaml
