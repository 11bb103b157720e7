#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/person.h"

namespace guerdon {

/// Whether two spellings may be of one name: the same words in any order, all words of one within the other, or two
/// that differ in a letter or two.
bool is_similar_name(std::string_view one, std::string_view other);

/// Two files that may be of one person.
struct Likeness {
  const Person* person = nullptr;
  std::string_view why;  ///< "the same e-mail address"
};

/// People by what may tell that two files are of one person. Only a person can say that they are: `same-as` links them.
class PeopleAlike {
 public:
  /// `person` must outlive this.
  void add(const Person& person);

  /// The first that was added with the same e-mail address, and the first with the same birth date and a similar name
  /// (of those that share a word of it); not those that a `same-as` links.
  [[nodiscard]] std::vector<Likeness> find(const Person& person) const;

 private:
  using Index = std::unordered_map<std::string, std::vector<const Person*>>;  ///< in the order of `add`

  Index by_email_;
  Index by_birth_;  ///< and a word of a name: "2003-05-14 zofia"
};

}  // namespace guerdon
