#include "flow/likeness.h"

#include <doctest/doctest.h>

#include "base/text.h"

namespace guerdon {
namespace {

Texts texts;

std::string_view kept(std::string text) { return texts.emplace_back(std::move(text)); }

KnownPerson person(std::string_view id, std::string_view names, std::string_view born, std::string_view email) {
  KnownPerson out;
  out.id = id;
  out.name = out.names = kept(folded(names));
  out.born = born;
  out.email = email;
  return out;
}

const KnownPerson zofia = person("p-1", "Zofia Wiśniewska", "1998-04-02", "zofia@example.org");

std::string why(const KnownPerson& one, const KnownPerson& other) { return std::string(likeness(one, other)); }

TEST_CASE("Names are similar by their words, in any order, and within a letter or two") {
  const auto similar = [](std::string_view one, std::string_view other) {
    return is_similar_name(folded(one), folded(other));
  };
  CHECK(similar("Zofia Wiśniewska", "ZOFIA WISNIEWSKA"));
  CHECK(similar("Zofia Wiśniewska", "Wiśniewska Zofia"));
  CHECK(similar("Ana Silva", "Ana Maria da Silva"));
  CHECK(similar("Ana", "Ana Maria da Silva"));
  CHECK(similar("Zofia Wiśniewska", "Zofia Wisniewka"));
  CHECK_FALSE(similar("Zofia Wiśniewska", "Marco Rossi"));
  CHECK_FALSE(similar("", "Marco Rossi"));
}

TEST_CASE("Two files are alike by e-mail address, or by birth date and a similar name, and by nothing less") {
  CHECK(why(zofia, person("p-2", "Z. W.", "", "zofia@example.org")) == "the same e-mail address");
  CHECK(why(zofia, person("p-2", "Zofia Wisniewska", "1998-04-02", "")) == "the same birth date and a similar name");
  CHECK(why(zofia, person("p-2", "Marco Rossi", "1998-04-02", "")).empty());
  CHECK(why(zofia, person("p-2", "Zofia Wiśniewska", "", "")).empty());
  CHECK(why(zofia, zofia).empty());
}

TEST_CASE("A former name and the Latin form count as names") {
  KnownPerson greek = person("p-2", "Ελένη Παπαδοπούλου", "1998-04-02", "");
  CHECK(why(zofia, greek).empty());
  greek.names = kept(std::string(greek.names) + "\nzofia wisniewska");
  CHECK_FALSE(why(zofia, greek).empty());
  Person married;
  married.name.value = "Zofia Nowak";
  married.latin = Located<std::string>{"Zofia Novak", {}};
  married.born = Located<Date>{*Date::parse("1998-04-02"), {}};
  married.former_names.push_back({"Zofia Wiśniewska", *Date::parse("2025-01-01"), true});
  CHECK(known_person(married, texts).names == "zofia nowak\nzofia novak\nzofia wisniewska");
}

TEST_CASE("Files that a person linked are alike no more, in either direction and by a third") {
  KnownPerson other = person("p-2", "Zofia", "", "zofia@example.org");
  other.same_as = "p-1";
  KnownPerson third = other;
  third.id = "p-3";
  CHECK(why(zofia, other).empty());
  CHECK(why(other, zofia).empty());
  CHECK(why(other, third).empty());
}

TEST_CASE("Of many that are alike the first is found, and a file that could not be read is like none") {
  const std::vector<KnownPerson> people{person("", "", "", ""), person("p-1", "Ada Verdi", "2001-02-03", ""),
                                        person("p-2", "Ada Verdi", "2001-02-03", "ada@example.org"),
                                        person("p-3", "Marco Rossi", "2001-02-03", "ada@example.org")};
  const PeopleAlike alike(people);
  CHECK(alike.find(people[2]) == &people[1]);
  CHECK(alike.find(people[1]) == &people[2]);
  CHECK(alike.find(people[3]) == &people[2]);
  CHECK(alike.find(person("p-4", "Verdi Ada", "2001-02-03", "ada@example.org")) == &people[1]);
  CHECK(alike.find(person("p-4", "Ugo Neri", "2001-02-03", "")) == nullptr);
  CHECK(alike.find(people[0]) == nullptr);
}

}  // namespace
}  // namespace guerdon
