#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace guerdon {

/// A fact of the certificate that can be printed as it stands.
enum class Fact : std::uint8_t { id, name, latin_name, tasks, professional, profession, verify_address };

/// Where a printed text comes from: words by their key, or a fact.
struct Source {
  std::string words;
  std::optional<Fact> fact;

  [[nodiscard]] bool empty() const { return words.empty() && !fact; }
};

}  // namespace guerdon
