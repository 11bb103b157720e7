#pragma once

#include <functional>

#include "schemas/schema.h"
#include "yaml/node.h"

namespace guerdon {

using Read = std::function<void(const yaml::Document&, Diagnostics&)>;

/// The words between backticks in `text`.
inline Names backticked(std::string_view text) {
  Names out;
  for (std::size_t open = text.find('`'); open != std::string_view::npos; open = text.find('`', open)) {
    const std::size_t close = text.find('`', open + 1);
    out.insert(std::string(text.substr(open + 1, close - open - 1)));
    open = close + 1;
  }
  return out;
}

/// The keys of `mapping`, a part of `document`, that `read` knows: given one that nobody knows, it tells all that it
/// does.
inline Names known_to(const Read& read, const yaml::Document& document, yaml::Node& mapping) {
  constexpr std::string_view unknown_key = "zzzzzzzzzzzzzzzz";
  const yaml::Node before = mapping;
  yaml::Node word;
  word.kind = yaml::Kind::scalar;
  word.scalar = unknown_key;
  mapping.keys.push_back(word);
  mapping.items.push_back(word);
  Diagnostics findings;
  read(document, findings);
  mapping = before;
  Names known;
  for (const Diagnostic& finding : findings.items()) {
    if (finding.message.find(unknown_key) != std::string::npos) known.merge(backticked(finding.hint));
  }
  return known;
}

}  // namespace guerdon
