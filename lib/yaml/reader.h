#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "yaml/node.h"

namespace guerdon::yaml {

/// Limits of a text field, in code points.
struct TextLimit {
  std::size_t most = 200;
  bool lines = false;    ///< whether newlines may stand in it
  bool printed = false;  ///< whether a page prints it: its braces must be balanced
};

/// Reads typed values out of one document and reports what does not fit, as rule `format`. A read that returns empty
/// has reported why.
class Reader {
 public:
  Reader(std::string path, Diagnostics& findings) : path_(std::move(path)), findings_(findings) {}

  void error(const Node& node, std::string message, std::string hint = {}) {
    error(node.place, std::move(message), std::move(hint));
  }
  void error(Place place, std::string message, std::string hint = {});

  std::optional<std::string> text(const Node& node, TextLimit limit = {});
  std::optional<int> integer(const Node& node, int least, int most);
  std::optional<bool> boolean(const Node& node);
  std::optional<Date> date(const Node& node);
  /// One of `words`; a miss lists the nearest.
  std::optional<std::string> word(const Node& node, const std::vector<std::string>& words);
  std::optional<std::string> slug(const Node& node);

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] Diagnostics& findings() { return findings_; }

 private:
  std::string path_;
  Diagnostics& findings_;
};

/// The keys of one mapping, each asked for by name. Destroying it reports every key that nobody asked for, with the
/// nearest that somebody did. A node that is no mapping is reported once and has no keys.
class Fields {
 public:
  Fields(const Node& node, Reader& reader, std::string_view what);
  ~Fields();
  Fields(const Fields&) = delete;
  Fields& operator=(const Fields&) = delete;

  /// The item, or nullptr when the key is absent or null.
  const Node* find(std::string_view key);
  /// As `find`, and reports an absent key.
  const Node* require(std::string_view key);

  [[nodiscard]] Place place() const { return node_.place; }

 private:
  const Node& node_;
  Reader& reader_;
  std::string_view what_;
  std::vector<std::string_view> asked_;
};

/// What to write in place of `text`, which is no date: both readings of `03/04/2026`.
std::string date_hint(std::string_view text);

/// The items of a sequence, or a report and none. An absent (nullptr) or null node has none, unreported.
const std::vector<Node>& items(const Node* node, Reader& reader, std::string_view what);

}  // namespace guerdon::yaml
