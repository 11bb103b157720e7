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

/// The birth date with each word of each name; none without a birth date.
std::set<std::string> birth_keys(const Person& person) {
  std::set<std::string> out;
  if (!person.born) return out;
  const std::string born = person.born->value.to_string();
  for (const std::string& name : names_of(person)) {
    for (const std::string& word : words_in(name))
      out.insert(born + ' ' + word);
  }
  return out;
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
  if (person.email) by_email_[lower_case(person.email->value)].push_back(&person);
  for (const std::string& key : birth_keys(person))
    by_birth_[key].push_back(&person);
}

std::vector<Likeness> PeopleAlike::find(const Person& person) const {
  const auto first_in = [&](const Index& index, const std::string& key, const auto& fits) -> const Person* {
    const auto found = index.find(key);
    if (found == index.end()) return nullptr;
    for (const Person* other : found->second) {
      if (other->id.value != person.id.value && kept(*other) != kept(person) && fits(*other)) return other;
    }
    return nullptr;
  };
  std::vector<Likeness> out;
  if (person.email) {
    const Person* other = first_in(by_email_, lower_case(person.email->value), [](const Person&) { return true; });
    if (other != nullptr) out.push_back({other, "the same e-mail address"});
  }
  for (const std::string& key : birth_keys(person)) {
    const Person* other = first_in(by_birth_, key, [&](const Person& o) { return have_similar_names(person, o); });
    if (other == nullptr) continue;
    if (out.empty() || out.front().person != other) out.push_back({other, "the same birth date and a similar name"});
    break;
  }
  return out;
}

}  // namespace guerdon
