#include "process/likeness.h"

#include <doctest/doctest.h>

namespace guerdon {
namespace {

Person person(const std::string& id, const std::string& name, const std::string& born, const std::string& email) {
  Person out;
  out.id.value.text = id;
  out.name.value = name;
  if (!born.empty()) out.born = Located<Date>{*Date::parse(born), {}};
  if (!email.empty()) out.email = Located<std::string>{email, {}};
  return out;
}

std::vector<std::string> found(const Person& one, const Person& other) {
  PeopleAlike people;
  people.add(one);
  std::vector<std::string> out;
  for (const Likeness& like : people.find(other))
    out.push_back(like.person->id.value.text + ": " + std::string(like.why));
  return out;
}

TEST_CASE("Names are similar by their words, in any order, and within a letter or two") {
  CHECK(is_similar_name("Zofia Wiśniewska", "ZOFIA WISNIEWSKA"));
  CHECK(is_similar_name("Zofia Wiśniewska", "Wiśniewska Zofia"));
  CHECK(is_similar_name("Ana Silva", "Ana Maria da Silva"));
  CHECK(is_similar_name("Ana", "Ana Maria da Silva"));
  CHECK(is_similar_name("Zofia Wiśniewska", "Zofia Wisniewka"));
  CHECK_FALSE(is_similar_name("Zofia Wiśniewska", "Marco Rossi"));
  CHECK_FALSE(is_similar_name("", "Marco Rossi"));
}

TEST_CASE("Two files are alike by e-mail address, or by birth date and a similar name, and by nothing less") {
  const Person zofia = person("p-1", "Zofia Wiśniewska", "1998-04-02", "zofia@example.org");
  CHECK(found(zofia, person("p-2", "Z. W.", "", "Zofia@Example.org")) ==
        std::vector<std::string>{"p-1: the same e-mail address"});
  CHECK(found(zofia, person("p-2", "Zofia Wisniewska", "1998-04-02", "")) ==
        std::vector<std::string>{"p-1: the same birth date and a similar name"});
  CHECK(found(zofia, person("p-2", "Zofia Wisniewska", "1998-04-02", "zofia@example.org")).size() == 1);
  CHECK(found(zofia, person("p-2", "Marco Rossi", "1998-04-02", "")).empty());
  CHECK(found(zofia, person("p-2", "Zofia Wiśniewska", "", "")).empty());
  CHECK(found(zofia, zofia).empty());
}

TEST_CASE("Of many with one address only the first is named") {
  PeopleAlike people;
  const Person one = person("p-1", "Ada Verdi", "", "office@example.org");
  const Person other = person("p-2", "Marco Rossi", "", "office@example.org");
  people.add(one);
  people.add(other);
  const auto found = people.find(person("p-3", "Zofia", "", "office@example.org"));
  REQUIRE(found.size() == 1);
  CHECK(found[0].person == &one);
}

TEST_CASE("A former name and the Latin form count as names") {
  Person married = person("p-1", "Zofia Nowak", "1998-04-02", "");
  married.former_names.push_back({"Zofia Wiśniewska", *Date::parse("2025-01-01"), true});
  CHECK(found(married, person("p-2", "Wiśniewska", "1998-04-02", "")).size() == 1);
  Person greek = person("p-1", "Ελένη Παπαδοπούλου", "1998-04-02", "");
  greek.latin = Located<std::string>{"Eleni Papadopoulou", {}};
  CHECK(found(greek, person("p-2", "Eleni Papadopoulou", "1998-04-02", "")).size() == 1);
}

TEST_CASE("Files that a person linked are alike no more, in either direction and by a third") {
  const Person one = person("p-1", "Zofia", "", "z@example.org");
  Person other = person("p-2", "Zofia", "", "z@example.org");
  other.same_as = Located<PersonId>{{"p-1"}, {}};
  Person third = person("p-3", "Zofia", "", "z@example.org");
  third.same_as = other.same_as;
  CHECK(found(one, other).empty());
  CHECK(found(other, one).empty());
  CHECK(found(other, third).empty());
}

}  // namespace
}  // namespace guerdon
