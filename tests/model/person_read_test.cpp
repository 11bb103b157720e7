#include "model/person_read.h"

#include "model/record_file.h"

using namespace guerdon;
using test::findings_of;
using test::replaced;

namespace {

std::string text() { return test::record_text("tests/schemas/workspace/people/p-8h2m4c9w.yaml"); }

Person read(const std::string& from) {
  Diagnostics findings;
  auto person = read_person(test::parsed(from), findings);
  REQUIRE(findings.empty());
  return *person;
}

}  // namespace

TEST_CASE("a person with every key is read as it was written") {
  const Person person = read(text());
  CHECK(person.id.value.text == "p-8h2m4c9w");
  CHECK(person.name.value == "Ελένη Παπαδοπούλου");
  CHECK(person.name.place.line == 3);
  CHECK(person.latin->value == "Eleni Papadopoulou");
  CHECK(person.sort == "Papadopoulou, Eleni");
  CHECK(person.print == NameForm::both);
  CHECK(person.born->value.to_string() == "2009-05-04");
  CHECK_FALSE(person.adult);
  CHECK(person.email->value == "eleni@example.org");
  CHECK(person.languages == std::vector<std::string>{"el", "en"});
  REQUIRE(person.consents.size() == 1);
  CHECK(person.consents[0].guardian.value == "Nikos Papadopoulos");
  CHECK(person.consents[0].on.value.to_string() == "2026-02-01");
  CHECK(person.consents[0].until->value.to_string() == "2027-05-04");
  REQUIRE(person.former_names.size() == 1);
  CHECK(person.former_names[0].name == "Ελένη Γεωργίου");
  CHECK(person.former_names[0].until.to_string() == "2020-09-30");
  CHECK(person.former_names[0].hidden);
}

TEST_CASE("a person is known by a name alone, printed as it is written") {
  const Person person = read("format: person/1\nperson: p-4m6n8p2q\nname: Zofia\nsame-as: p-8h2m4c9w\n");
  CHECK(person.print == NameForm::native);
  CHECK_FALSE(person.adult);
  CHECK_FALSE(person.born);
  CHECK(person.same_as->value.text == "p-8h2m4c9w");
}

TEST_CASE("each value of a person of the wrong kind is reported at its place") {
  test::check_spoilt_values(text(), read_person);
  test::check_spoilt_lists(text(), read_person);
}

TEST_CASE("what does not fit a person is said, each with its place") {
  struct Row {
    const char* from;
    const char* to;
    const char* finding;
  };
  const Row table[] = {
      {"person: p-8h2m4c9w", "person: p-8h2m4c9o", "2:9: this is not a person's id such as `p-8h2m4c9w`"},
      {"latin: Eleni Papadopoulou\n", "", "5:8: there is no Latin form of the name to print"},
      {"2009-05-04", "04/05/2009", "7:7: `04/05/2009` is not a date"},
      {"adult: false", "adult: no", "8:8: `true` or `false` is expected here, not `no`"},
      {"eleni@example.org", "eleni.example.org", "9:8: this is not an e-mail address"},
      {"print: both", "print: all", "6:8: `all` is not one of the words known here"},
      {"born:", "birth:", "7:1: `birth` is not a key of a person"},
      {"Ελένη Παπαδοπούλου", "\"Ελένη {\"", "3:7: a `{` and its `}` must come in pairs in a text that is printed"},
  };
  for (const Row& row : table) {
    const auto findings = findings_of(replaced(text(), row.from, row.to), read_person);
    CAPTURE(row.finding);
    REQUIRE(findings.size() == 1);
    CHECK(findings.front() == row.finding);
  }
}

TEST_CASE("a former name whose `hidden` cannot be read stays hidden") {
  Diagnostics findings;
  const auto person = read_person(test::parsed(replaced(text(), "hidden: true", "hidden: maybe")), findings);
  CHECK(findings.items().size() == 1);
  CHECK(person->former_names[0].hidden);
}

TEST_CASE("a name has at most 150 characters, however many bytes they are") {
  const auto with_name = [](std::size_t count) {
    std::string name;
    while (count-- > 0)
      name += "ё";
    return replaced(text(), "Ελένη Παπαδοπούλου", name);
  };
  CHECK(findings_of(with_name(150), read_person).empty());
  CHECK(findings_of(with_name(151), read_person) ==
        std::vector<std::string>{"3:7: the text has 151 characters, at most 150 are allowed"});
}
