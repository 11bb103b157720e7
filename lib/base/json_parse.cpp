#include <charconv>

#include "base/json.h"
#include "base/text.h"

namespace guerdon {
namespace {

constexpr std::size_t most_levels = 64;
constexpr std::size_t most_names = 1000;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Reads one JSON text from its first byte to its last. Source: RFC 8259.
class JsonReader {
 public:
  JsonReader(std::string_view text, JsonFault& fault) : text_(text), fault_(fault) {}

  bool read(Json& out) {
    if (!value(out, 0)) return false;
    skip_space();
    return at_ == text_.size() || refuse();
  }

 private:
  bool value(Json& out, std::size_t level) {
    skip_space();
    switch (peek()) {
      case '{':
        return level < most_levels ? object(out, level + 1) : too_deep();
      case '[':
        return level < most_levels ? array(out, level + 1) : too_deep();
      case '"': {
        std::string text;
        if (!string(text)) return false;
        out = Json(std::move(text));
        return true;
      }
      case 't':
        return word("true", out, true);
      case 'f':
        return word("false", out, false);
      case 'n':
        return word("null", out, {});
      default:
        return number(out);
    }
  }

  bool object(Json& out, std::size_t level) {
    Json::Object members;
    ++at_;
    if (next_is('}')) {
      out = Json(std::move(members));
      return true;
    }
    while (true) {
      skip_space();
      std::string name;
      if (!string(name)) return false;
      // Each name is looked for among all before it.
      if (members.size() == most_names) return stop("an object with more than 1000 names");
      for (const Json::Member& member : members) {
        if (member.first == name) return stop("the name `" + sanitized(name) + "` stands twice");
      }
      if (!next_is(':')) return refuse();
      Json::Member& member = members.emplace_back(std::move(name), Json());
      if (!value(member.second, level)) return false;
      if (next_is(',')) continue;
      if (!next_is('}')) return refuse();
      out = Json(std::move(members));
      return true;
    }
  }

  bool array(Json& out, std::size_t level) {
    Json::Array items;
    ++at_;
    if (next_is(']')) {
      out = Json(std::move(items));
      return true;
    }
    while (true) {
      if (!value(items.emplace_back(), level)) return false;
      if (next_is(',')) continue;
      if (!next_is(']')) return refuse();
      out = Json(std::move(items));
      return true;
    }
  }

  bool string(std::string& out) {
    if (peek() != '"') return refuse();
    for (std::size_t begin = ++at_;; begin = at_) {
      unsigned all = 0;
      for (; at_ < text_.size(); ++at_) {
        const auto byte = static_cast<unsigned char>(text_[at_]);
        if (byte == '"' || byte == '\\' || byte < 0x20) break;
        all |= byte;
      }
      const std::string_view plain = text_.substr(begin, at_ - begin);
      if (const auto bad = all < 0x80 ? std::nullopt : find_bad_utf8(plain)) {
        at_ = begin + *bad;
        return refuse();
      }
      out.append(plain);
      if (peek() == '"') break;
      if (peek() != '\\' || !escape(out)) return refuse();
    }
    ++at_;
    return true;
  }

  /// What follows a backslash.
  bool escape(std::string& out) {
    constexpr std::string_view letters = "\"\\/bfnrt";
    constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
    ++at_;
    if (peek() == 'u') return unicode(out);
    const std::size_t which = at_ < text_.size() ? letters.find(text_[at_]) : std::string_view::npos;
    if (which == std::string_view::npos) return false;
    out += meant[which];
    ++at_;
    return true;
  }

  bool unicode(std::string& out) {
    char32_t unit = 0;
    if (!code_unit(unit) || (unit >= 0xDC00 && unit < 0xE000)) return false;
    if (unit >= 0xD800 && unit < 0xDC00) {
      char32_t low = 0;
      if (text_.substr(at_, 2) != "\\u") return false;
      ++at_;
      if (!code_unit(low) || low < 0xDC00 || low >= 0xE000) return false;
      unit = 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00);
    }
    append_utf8(out, unit);
    return true;
  }

  /// The four digits behind the `u` that is next.
  bool code_unit(char32_t& unit) {
    const std::string_view digits = text_.substr(at_ + 1, 4);
    std::uint32_t read = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), read, 16);
    if (error != std::errc() || digits.size() < 4 || end != digits.data() + 4) return false;
    unit = read;
    at_ += 5;
    return true;
  }

  bool word(std::string_view word, Json& out, Json meant) {
    for (const char c : word) {
      if (peek() != c) return refuse();
      ++at_;
    }
    out = std::move(meant);
    return true;
  }

  bool number(Json& out) {
    const std::size_t begin = at_;
    if (peek() == '-') ++at_;
    if (!is_digit(peek())) return refuse();
    // A zero stands alone.
    if (peek() == '0')
      ++at_;
    else
      skip_digits();
    bool is_whole = true;
    if (peek() == '.') {
      is_whole = false;
      ++at_;
      if (!is_digit(peek())) return refuse();
      skip_digits();
    }
    if (peek() == 'e' || peek() == 'E') {
      is_whole = false;
      ++at_;
      if (peek() == '+' || peek() == '-') ++at_;
      if (!is_digit(peek())) return refuse();
      skip_digits();
    }
    const std::string_view digits = text_.substr(begin, at_ - begin);
    if (!is_whole) return stop("`" + std::string(digits) + "` is not a whole number");
    std::int64_t whole = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), whole);
    if (error != std::errc()) return stop("a number is too large");
    out = Json(whole);
    return true;
  }

  void skip_digits() {
    while (is_digit(peek()))
      ++at_;
  }

  void skip_space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\r' || text_[at_] == '\t'))
      ++at_;
  }

  /// Passes `c` where it is the next that is no space.
  bool next_is(char c) {
    skip_space();
    if (peek() != c) return false;
    ++at_;
    return true;
  }

  /// The next byte; 0 at the end.
  [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  bool refuse() {
    fault_ = {"this is not JSON", at_};
    return false;
  }

  bool stop(std::string message) {
    fault_ = {std::move(message), at_};
    return false;
  }

  bool too_deep() { return stop("more than " + std::to_string(most_levels) + " levels deep"); }

  std::string_view text_;
  JsonFault& fault_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<Json> parse_json(std::string_view text, JsonFault& fault) {
  std::optional<Json> out(std::in_place);
  if (!JsonReader(text, fault).read(*out)) out.reset();
  return out;
}

}  // namespace guerdon
