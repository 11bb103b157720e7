#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace guerdon {

/// Source of 64 random bits; handed in by the caller, so that tests repeat.
using Random = std::function<std::uint64_t()>;

/// `2026-7kq3h2xd`: the year of enrolment and eight random Crockford base32 characters.
struct CaseId {
  std::string text;
  static std::optional<CaseId> parse(std::string_view text);
  static CaseId make(int year, const Random& random);
  [[nodiscard]] std::string year() const { return text.substr(0, 4); }
  auto operator<=>(const CaseId&) const = default;
};

/// `p-8h2m4c9w`
struct PersonId {
  std::string text;
  static std::optional<PersonId> parse(std::string_view text);
  static PersonId make(const Random& random);
  auto operator<=>(const PersonId&) const = default;
};

/// `7KQ3-HX2M-9DPA-4TZB`: fifteen random characters and a check symbol that catches every wrong or swapped character.
/// Parsing forgives lower case, missing dashes, and O, I, L for 0, 1, 1.
struct CertificateId {
  std::string text;
  static std::optional<CertificateId> parse(std::string_view text);
  static CertificateId make(const Random& random);
  auto operator<=>(const CertificateId&) const = default;
};

/// Whether `text` can be the id of an organisation, a member of staff or a skill: `[a-z0-9]` words joined by single
/// dashes, 64 at most.
bool is_slug(std::string_view text);

}  // namespace guerdon
