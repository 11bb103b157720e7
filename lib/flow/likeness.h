#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "flow/register.h"

namespace guerdon {

/// Whether two folded names may be of one person: the same words in any order, all words of one within the other, or
/// two that differ in a letter or two.
bool is_similar_name(std::string_view one, std::string_view other);

/// Why two files may be of one person: "the same e-mail address", "the same birth date and a similar name". Empty when
/// nothing tells, and where `same-as` links them: only a person can know that they are of one.
std::string_view likeness(const KnownPerson& one, const KnownPerson& other);

/// People by what may tell that two files are of one person. A word of the names must be the same: a hundred thousand
/// are gone through at once.
class PeopleAlike {
 public:
  /// `people` must outlive this.
  explicit PeopleAlike(const std::vector<KnownPerson>& people);

  /// The first, in the order of the list, that is like this one and is another; nullptr when none is.
  [[nodiscard]] const KnownPerson* find(const KnownPerson& person) const;

 private:
  const std::vector<KnownPerson>& people_;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> index_;  ///< digest of a trait and whose it is, sorted
};

}  // namespace guerdon
