#include "yaml/full.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <deque>
#include <istream>
#include <streambuf>
#include <unordered_map>

#include "base/text.h"
#include "yaml/limits.h"
#include "yaml/place_at.h"

namespace guerdon::yaml {
namespace {

/// Stops yaml-cpp's parser; the finding has been made.
struct Stopped {};

// Nobody reads more of one file.
constexpr std::size_t most_faults = 1000;

class View : public std::streambuf {
 public:
  explicit View(std::string& text) { setg(text.data(), text.data(), text.data() + text.size()); }
};

Place place_of(const YAML::Mark& mark, std::size_t length) {
  return {static_cast<std::uint32_t>(mark.line + 1), static_cast<std::uint32_t>(mark.column + 1),
          static_cast<std::uint32_t>(length)};
}

/// yaml-cpp does not count a byte order mark.
std::size_t offset_of(const YAML::Mark& mark, std::string_view text) {
  const std::size_t before = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  return std::min(static_cast<std::size_t>(mark.pos) + before, text.size());
}

/// Where the quoted text that begins at `offset` has its closing quote; the size of `text` when it has none.
std::size_t closing_quote(std::string_view text, std::size_t offset) {
  const char quote = text[offset];
  for (std::size_t at = offset + 1; at < text.size(); ++at) {
    if (quote == '"' && text[at] == '\\') {
      ++at;
    } else if (text[at] == quote) {
      const bool doubled = quote == '\'' && at + 1 < text.size() && text[at + 1] == quote;
      if (!doubled) return at;
      ++at;
    }
  }
  return text.size();
}

class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const std::string& path, std::string_view text, Diagnostics& findings)
      : path_(path), text_(text), findings_(findings) {}

  Node root;

  void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    add(make(mark, Kind::null));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    error(place_of(mark, 1), "an alias (`*name`) cannot stand in a record", "write the value out");
    add(make(mark, Kind::null));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag, "!");
    Node node = make(mark, Kind::scalar);
    node.scalar = value;
    node.quoted = tag == "!";
    node.place.length = static_cast<std::uint32_t>(written_length(node));
    // yaml-cpp takes the end of the file for the quote when the last line is complete.
    if (in_quotes(node) && closing_quote(text_, node.offset) == text_.size()) {
      error(node.place, "a quote is not closed", "add the closing quote");
    }
    if (!node.quoted && (value == "null" || value == "Null" || value == "NULL" || value == "~" || value.empty())) {
      node.kind = Kind::null;
      node.scalar.clear();
    }
    add(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    open(mark, tag, anchor, Kind::sequence, style);
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    open(mark, tag, anchor, Kind::mapping, style);
  }
  void OnMapEnd() override { close(); }

 private:
  /// A block that has begun, and the line on which each of its keys stands first.
  struct Open {
    Node node;
    // They grow without being copied, and are given away piece by piece.
    std::deque<Node> keys;
    std::deque<Node> items;
    std::unordered_map<std::string, std::uint32_t> lines;
  };

  static std::vector<Node> taken(std::deque<Node>& from) {
    std::vector<Node> out;
    out.reserve(from.size());
    for (; !from.empty(); from.pop_front())
      out.push_back(std::move(from.front()));
    return out;
  }

  [[nodiscard]] Node make(const YAML::Mark& mark, Kind kind) {
    if (++values_ > most_values(text_.size())) {
      findings_.error("yaml", {path_, place_of(mark, 1)},
                      fmt::format("more than {} values in {} bytes", values_ - 1, text_.size()),
                      "see whether the file is what its name says");
      throw Stopped{};
    }
    Node node;
    node.kind = kind;
    node.offset = static_cast<std::uint32_t>(offset_of(mark, text_));
    node.place = place_of(mark, 1);
    return node;
  }

  [[nodiscard]] bool in_quotes(const Node& node) const {
    return node.quoted && node.offset < text_.size() && (text_[node.offset] == '"' || text_[node.offset] == '\'');
  }

  /// How much of the node's first line its text takes, for the caret.
  [[nodiscard]] std::size_t written_length(const Node& node) {
    // A line may hold very many values: its end is looked for once.
    if (node.offset < line_begin_ || node.offset > line_end_) {
      line_begin_ = node.offset;
      line_end_ = std::min(text_.find_first_of("\r\n", node.offset), text_.size());
    }
    const std::size_t rest = line_end_ - node.offset;
    if (!node.quoted) return std::clamp<std::size_t>(node.scalar.size(), 1, std::max<std::size_t>(rest, 1));
    if (!in_quotes(node)) return 1;
    return std::clamp<std::size_t>(closing_quote(text_, node.offset) + 1 - node.offset, 1,
                                   std::max<std::size_t>(rest, 1));
  }

  void error(Place place, std::string message, std::string hint = {}) {
    findings_.error("yaml", {path_, place}, std::move(message), std::move(hint));
    if (++faults_ < most_faults) return;
    findings_.error("yaml", {path_, place}, fmt::format("{} faults so far; what follows was not read", faults_));
    throw Stopped{};
  }

  void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor != YAML::NullAnchor) {
      error(place_of(mark, 1), "an anchor (`&name`) cannot stand in a record",
            "write the value out where it is needed");
    }
  }

  void refuse_tag(const YAML::Mark& mark, const std::string& tag, std::string_view usual) {
    if (tag.empty() || tag == "?" || tag == usual) return;
    error(place_of(mark, 1), fmt::format("the tag `{}` cannot stand in a record", tag),
          "remove the tag; guerdon reads values by their place");
  }

  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Kind kind,
            YAML::EmitterStyle::value style) {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag, "?");
    if (open_.size() == max_depth) {
      error(place_of(mark, 1), fmt::format("more than {} levels of nesting", max_depth));
      throw Stopped{};
    }
    open_.push_back({make(mark, kind), {}, {}, {}});
    open_.back().node.flow = style == YAML::EmitterStyle::Flow;
  }

  void close() {
    Open& last = open_.back();
    last.lines.clear();
    Node node = std::move(last.node);
    node.keys = taken(last.keys);
    node.items = taken(last.items);
    open_.pop_back();
    add(std::move(node));
  }

  void add(Node node) {
    if (open_.empty()) {
      root = std::move(node);
      return;
    }
    Open& parent = open_.back();
    if (parent.node.kind == Kind::sequence || parent.keys.size() > parent.items.size()) {
      parent.items.push_back(std::move(node));
      return;
    }
    check_key(parent, node);
    parent.keys.push_back(std::move(node));
  }

  void check_key(Open& parent, const Node& key) {
    if (key.kind != Kind::scalar) {
      error(key.place, "a key must be one word", "write `key: value`");
      return;
    }
    if (key.scalar == "<<" && !key.quoted)
      error(key.place, "a merge key (`<<`) cannot stand in a record", "write the keys out");
    const auto [first, fresh] = parent.lines.emplace(key.scalar, key.place.line);
    if (!fresh) {
      error(key.place, fmt::format("the key `{}` stands twice, first on line {}", sanitized(key.scalar), first->second),
            "remove one of them, or join what they say");
    }
  }

  const std::string& path_;
  std::string_view text_;
  Diagnostics& findings_;
  std::vector<Open> open_;
  std::size_t values_ = 0;
  std::size_t faults_ = 0;
  std::size_t line_begin_ = 1;  // a stretch within one line, none yet
  std::size_t line_end_ = 0;
};

struct Wording {
  std::string_view theirs;  ///< the beginning of yaml-cpp's message
  std::string_view ours;
  std::string_view hint;
};

/// What yaml-cpp's syntax errors mean to somebody who writes a record.
constexpr Wording wordings[] = {
    {"end of map not found", "a key, or the end of this block, was expected here",
     "check the indentation: keys of one block begin in the same column"},
    {"end of sequence not found", "a `- ` item, or the end of this list, was expected here",
     "check the indentation: items of one list begin in the same column"},
    {"end of map flow not found", "a `{` has no `}`", "close it, or put a text that begins with `{` in quotes"},
    {"end of sequence flow not found", "a `[` has no `]`", "close it, or put a text that begins with `[` in quotes"},
    {"illegal map value", "a second `: ` on one line", "put the text in quotes"},
    {"illegal tab", "a tab cannot indent", "indent with spaces"},
    {"illegal EOF in scalar", "a quote is not closed", "add the closing quote"},
    {"illegal document indicator in scalar", "`---` or `...` inside a quoted text", "close the quote before it"},
    {"unknown escape character", "an unknown escape after `\\`",
     "write the character itself, or put the text in single quotes"},
    {"unknown token", "this character cannot begin a value", "put the text in quotes"},
    {"the referenced anchor is not defined", "an alias (`*name`) cannot stand in a record",
     "write the value out, or put a text that begins with `*` in quotes"},
    {"illegal block entry", "a `- ` item cannot stand here", "put it on a line of its own, below its key"},
    {"illegal map key", "a key cannot stand here", "check the indentation"},
};

void report_syntax(const YAML::Exception& fault, const std::string& path, std::string_view text,
                   Diagnostics& findings) {
  Place place{1, 1, 1};
  if (!fault.mark.is_null()) {
    place = place_at(text, offset_of(fault.mark, text), 1);
  }
  const auto* known = std::find_if(std::begin(wordings), std::end(wordings),
                                   [&](const Wording& w) { return std::string_view(fault.msg).starts_with(w.theirs); });
  const bool found = known != std::end(wordings);
  findings.error(
      "yaml", {path, place}, std::string(found ? known->ours : "this cannot be read as YAML"),
      std::string(found ? known->hint : "check quotes, colons and the indentation on this line and the one above"));
}

}  // namespace

std::optional<Node> read_full(const std::string& path, std::string& text, Diagnostics& findings) {
  View view(text);
  std::istream stream(&view);
  TreeBuilder builder(path, text, findings);
  try {
    YAML::Parser parser(stream);
    if (!parser.HandleNextDocument(builder)) return Node{};
    TreeBuilder second(path, text, findings);
    if (parser.HandleNextDocument(second)) {
      // Where a line fits nothing above it yaml-cpp begins a document too.
      const bool parted = text.find("\n---") != std::string::npos || text.find("\n...") != std::string::npos;
      findings.error("yaml", {path, second.root.place},
                     parted ? "a second document begins here; a file holds one"
                            : "this line does not belong to what stands above it",
                     parted ? "remove the `---` line, or what follows it"
                            : "a file is one block of keys: check dashes, colons and the indentation");
    }
  } catch (const YAML::Exception& fault) {
    report_syntax(fault, path, text, findings);
  } catch (const Stopped&) {
    return std::nullopt;
  }
  return std::move(builder.root);
}

}  // namespace guerdon::yaml
