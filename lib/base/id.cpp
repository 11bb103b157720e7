#include "base/id.h"

#include <algorithm>
#include <array>

namespace guerdon {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";  // Crockford: no I, L, O, U

/// The value of a symbol, 32 for none; forgives case and the letters that look like digits.
unsigned value_of(char c) {
  if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  if (c == 'O') c = '0';
  if (c == 'I' || c == 'L') c = '1';
  return static_cast<unsigned>(std::min(alphabet.find(c), alphabet.size()));
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string random_symbols(const Random& random, std::size_t count) {
  std::string out;
  std::uint64_t bits = 0;
  int left = 0;
  while (out.size() < count) {
    if (left < 5) {
      bits = random();
      left = 60;
    }
    out += alphabet[bits & 31U];
    bits >>= 5U;
    left -= 5;
  }
  return out;
}

bool is_lower_symbol(char c) {
  return ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) && value_of(c) < 32 && c != 'o' && c != 'i' && c != 'l';
}

/// Multiplication by x in GF(32) modulo x^5 + x^2 + 1.
unsigned times_x(unsigned a) {
  a <<= 1U;
  return (a & 32U) != 0 ? a ^ 0b100101U : a;
}

/// The check symbol: the sum of value * x^position in GF(32). It catches every wrong symbol and every swap of
/// neighbours.
char check_symbol(std::string_view symbols) {
  unsigned sum = 0;
  for (const char c : symbols)
    sum = times_x(sum ^ value_of(c));
  return alphabet[sum];
}

std::string lowered(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), lower);
  return text;
}

}  // namespace

std::optional<CaseId> CaseId::parse(std::string_view text) {
  if (text.size() != 13 || text[4] != '-') return std::nullopt;
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (!std::all_of(text.begin(), text.begin() + 4, digit)) return std::nullopt;
  if (!std::all_of(text.begin() + 5, text.end(), is_lower_symbol)) return std::nullopt;
  return CaseId{std::string(text)};
}

CaseId CaseId::make(int year, const Random& random) {
  return {std::to_string(year) + '-' + lowered(random_symbols(random, 8))};
}

std::optional<PersonId> PersonId::parse(std::string_view text) {
  if (text.size() != 10 || !text.starts_with("p-")) return std::nullopt;
  if (!std::all_of(text.begin() + 2, text.end(), is_lower_symbol)) return std::nullopt;
  return PersonId{std::string(text)};
}

PersonId PersonId::make(const Random& random) { return {"p-" + lowered(random_symbols(random, 8))}; }

std::optional<CertificateId> CertificateId::parse(std::string_view text) {
  std::string symbols;
  for (const char c : text) {
    if (c == '-') continue;
    const unsigned value = value_of(c);
    if (value >= alphabet.size() || symbols.size() == 16) return std::nullopt;
    symbols += alphabet[value];
  }
  if (symbols.size() != 16 || check_symbol(std::string_view(symbols).substr(0, 15)) != symbols[15]) return std::nullopt;
  for (const std::size_t at : {12U, 8U, 4U})
    symbols.insert(at, 1, '-');
  return CertificateId{symbols};
}

CertificateId CertificateId::make(const Random& random) {
  std::string symbols = random_symbols(random, 15);
  symbols += check_symbol(symbols);
  return *parse(symbols);
}

bool is_slug(std::string_view text) {
  if (text.empty() || text.size() > 64 || text.front() == '-' || text.back() == '-') return false;
  if (text.find("--") != std::string_view::npos) return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

}  // namespace guerdon
