#include "flow/likeness.h"

#include <algorithm>
#include <functional>
#include <string>

#include "base/text.h"

namespace guerdon {
namespace {

using Parts = std::vector<std::string_view>;

/// The parts of a text between the signs, none of them empty.
Parts parts_of(std::string_view text, char sign) {
  Parts out;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find(sign));
    text.remove_prefix(std::min(part.size() + 1, text.size()));
    if (!part.empty()) out.push_back(part);
  }
  return out;
}

Parts sorted_words(std::string_view name) {
  Parts out = parts_of(name, ' ');
  std::sort(out.begin(), out.end());
  return out;
}

bool have_similar_names(const KnownPerson& one, const KnownPerson& other) {
  for (const std::string_view name : parts_of(one.names, '\n')) {
    for (const std::string_view another : parts_of(other.names, '\n')) {
      if (is_similar_name(name, another)) return true;
    }
  }
  return false;
}

/// The file that is kept, of a person who has two.
std::string_view kept(const KnownPerson& person) { return person.same_as.empty() ? person.id : person.same_as; }

/// Digests of the e-mail address, and of the birth date with each word of each name.
std::vector<std::uint64_t> traits_of(const KnownPerson& person) {
  const std::hash<std::string_view> digest;
  std::vector<std::uint64_t> out;
  if (!person.email.empty()) out.push_back(digest(person.email));
  if (person.born.empty()) return out;
  const std::uint64_t born = digest(person.born);
  for (const std::string_view name : parts_of(person.names, '\n')) {
    for (const std::string_view word : parts_of(name, ' '))
      out.push_back(digest(word) * 31 + born);
  }
  return out;
}

}  // namespace

bool is_similar_name(std::string_view one, std::string_view other) {
  const Parts left = sorted_words(one);
  const Parts right = sorted_words(other);
  if (left.empty() || right.empty()) return false;
  return std::includes(left.begin(), left.end(), right.begin(), right.end()) ||
         std::includes(right.begin(), right.end(), left.begin(), left.end()) ||
         !nearest(std::string(one), {std::string(other)}).empty();
}

std::string_view likeness(const KnownPerson& one, const KnownPerson& other) {
  if (one.id == other.id || kept(one) == kept(other)) return {};
  if (!one.email.empty() && one.email == other.email) return "the same e-mail address";
  if (!one.born.empty() && one.born == other.born && have_similar_names(one, other))
    return "the same birth date and a similar name";
  return {};
}

PeopleAlike::PeopleAlike(const std::vector<KnownPerson>& people) : people_(people) {
  for (std::uint32_t i = 0; i < people.size(); ++i) {
    for (const std::uint64_t trait : traits_of(people[i]))
      index_.emplace_back(trait, i);
  }
  std::sort(index_.begin(), index_.end());
}

const KnownPerson* PeopleAlike::find(const KnownPerson& person) const {
  std::uint32_t first = static_cast<std::uint32_t>(people_.size());
  for (const std::uint64_t trait : traits_of(person)) {
    for (auto it = std::lower_bound(index_.begin(), index_.end(), std::pair(trait, std::uint32_t{0}));
         it != index_.end() && it->first == trait && it->second < first; ++it) {
      if (!likeness(people_[it->second], person).empty()) first = it->second;
    }
  }
  return first < people_.size() ? &people_[first] : nullptr;
}

}  // namespace guerdon
