#include "cli/private_words.h"

#include <algorithm>
#include <string_view>

#include "model/private_keys.h"

namespace guerdon {
namespace {

/// Where the words of a line begin, behind spaces and the dashes of lists.
std::size_t indent_of(std::string_view line) {
  const std::size_t at = line.find_first_not_of(" -");
  return at == std::string_view::npos ? line.size() : at;
}

/// Where the value of a private key begins on the line; npos when it has none.
std::size_t private_value(std::string_view line) {
  std::size_t first = std::string_view::npos;
  for (const std::string_view key : private_keys) {
    for (std::size_t at = line.find(key); at != std::string_view::npos; at = line.find(key, at + 1)) {
      const std::size_t end = at + key.size();
      const bool begins = at == 0 || std::string_view(" -{,\"'").find(line[at - 1]) != std::string_view::npos;
      const std::size_t colon = end < line.size() && (line[end] == '"' || line[end] == '\'') ? end + 1 : end;
      if (begins && colon < line.size() && line[colon] == ':') first = std::min(first, colon + 1);
    }
  }
  return first;
}

}  // namespace

std::size_t public_length(Sources& sources, const std::string& path, std::uint32_t line) {
  const std::string text = sources.line(path, line);
  const std::size_t own = private_value(text);
  if (own != std::string::npos) return own;
  std::size_t indent = indent_of(text);
  for (std::uint32_t above = line - 1; above > 0 && indent > 0; --above) {
    const std::string other = sources.line(path, above);
    const std::size_t its = indent_of(other);
    if (its == other.size() || its >= indent) continue;
    if (private_value(other) != std::string::npos) return 0;
    indent = its;
  }
  return text.size();
}

}  // namespace guerdon
