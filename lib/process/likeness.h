#pragma once

#include <map>
#include <string>
#include <string_view>
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

  /// Those among the added ones, by id, with the same e-mail address, or the same birth date and a similar name; not
  /// those that a `same-as` links.
  [[nodiscard]] std::vector<Likeness> find(const Person& person) const;

 private:
  std::multimap<std::string, const Person*, std::less<>> by_email_;
  std::multimap<Date, const Person*> by_birth_;
};

}  // namespace guerdon
