#include "process/likeness.h"

#include <algorithm>
#include <set>
#include <sstream>

#include "base/text.h"

namespace guerdon {
namespace {

std::set<std::string> words_in(std::string_view name) {
  std::istringstream words(folded(name));
  std::set<std::string> out;
  for (std::string word; words >> word;)
    out.insert(word);
  return out;
}

std::vector<std::string> names_of(const Person& person) {
  std::vector<std::string> out{person.name.value};
  if (person.latin) out.push_back(person.latin->value);
  for (const Person::FormerName& former : person.former_names)
    out.push_back(former.name);
  return out;
}

bool have_similar_names(const Person& one, const Person& other) {
  const std::vector<std::string> others = names_of(other);
  for (const std::string& name : names_of(one)) {
    if (std::any_of(others.begin(), others.end(), [&](const std::string& o) { return is_similar_name(name, o); }))
      return true;
  }
  return false;
}

/// The file that is kept, of a person who has two.
const PersonId& kept(const Person& person) { return person.same_as ? person.same_as->value : person.id.value; }

}  // namespace

bool is_similar_name(std::string_view one, std::string_view other) {
  const std::set<std::string> left = words_in(one);
  const std::set<std::string> right = words_in(other);
  if (left.empty() || right.empty()) return false;
  if (std::includes(left.begin(), left.end(), right.begin(), right.end()) ||
      std::includes(right.begin(), right.end(), left.begin(), left.end()))
    return true;
  return !nearest(folded(one), {folded(other)}).empty();
}

void PeopleAlike::add(const Person& person) {
  if (person.email) by_email_.emplace(folded(person.email->value), &person);
  if (person.born) by_birth_.emplace(person.born->value, &person);
}

std::vector<Likeness> PeopleAlike::find(const Person& person) const {
  std::vector<Likeness> out;
  const auto consider = [&](const Person* other, std::string_view why) {
    const bool known = std::any_of(out.begin(), out.end(), [&](const Likeness& one) { return one.person == other; });
    if (!known && other->id.value != person.id.value && kept(*other) != kept(person)) out.push_back({other, why});
  };
  if (person.email) {
    const auto [begin, end] = by_email_.equal_range(folded(person.email->value));
    for (auto it = begin; it != end; ++it)
      consider(it->second, "the same e-mail address");
  }
  if (person.born) {
    const auto [begin, end] = by_birth_.equal_range(person.born->value);
    for (auto it = begin; it != end; ++it) {
      if (have_similar_names(person, *it->second)) consider(it->second, "the same birth date and a similar name");
    }
  }
  std::sort(out.begin(), out.end(), [](const Likeness& left, const Likeness& right) {
    return left.person->id.value.text < right.person->id.value.text;
  });
  return out;
}

}  // namespace guerdon
