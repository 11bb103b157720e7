#include "base/shard.h"

#include <charconv>
#include <cstdint>

namespace guerdon {

namespace {

constexpr unsigned most_parts = 10'000;

std::optional<unsigned> number_of(std::string_view text) {
  unsigned value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

std::optional<Shard> Shard::parse(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto number = number_of(text.substr(0, slash));
  const auto count = number_of(text.substr(slash + 1));
  if (!number || !count || *number < 1 || *number > *count || *count > most_parts) return std::nullopt;
  return Shard{*number, *count};
}

bool Shard::holds(std::string_view id) const {
  std::uint64_t hash = 14695981039346656037U;  // FNV-1a, and its high bits mixed into the low ones that the rest takes
  for (const char c : id)
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  hash ^= hash >> 32U;
  return hash % count == number - 1;
}

std::string Shard::to_string() const { return std::to_string(number) + '/' + std::to_string(count); }

}  // namespace guerdon
