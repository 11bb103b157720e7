#include "flow/find_case.h"

#include <doctest/doctest.h>

#include "flow/sample.h"

namespace guerdon {
namespace {

using test::error_of;
using test::Office;
using test::replaced;

/// Three volunteers: two with the same first name, one whose name is Greek with a Latin form.
struct Crowd : Office {
  Crowd() {
    const std::string person = test::base_person_text();
    add_case("2026-7kq3h2xd", "p-8h2m4c9w");
    add_case("2026-7kq9aaaa", "p-1111aaaa", {}, replaced(person, "Zofia Wiśniewska", "Zofia Nowak"));
    add_case("2025-2zzzzzzz", "p-2222bbbb", {},
             replaced(person, "name: Zofia Wiśniewska", "name: Ελένη Παπαδάκη\nlatin: Eleni Papadaki"));
  }
};

TEST_CASE("A case is found by id, prefix, path, and whole words of the name, accents and case folded") {
  const Crowd crowd;
  const struct {
    std::string word;
    std::string id;
  } ways[] = {{"2026-7kq3h2xd", "2026-7kq3h2xd"},
              {"7kq3", "2026-7kq3h2xd"},
              {"2025", "2025-2zzzzzzz"},
              {"2026-7kq9", "2026-7kq9aaaa"},
              {"cases/2026/2026-7kq3h2xd.yaml", "2026-7kq3h2xd"},
              {(crowd.path() / "cases/2026/2026-7kq3h2xd.yaml").string(), "2026-7kq3h2xd"},
              {"wisniewska", "2026-7kq3h2xd"},
              {"NOWAK zofia", "2026-7kq9aaaa"},
              {"Ελένη", "2025-2zzzzzzz"},
              {"papadaki", "2025-2zzzzzzz"}};
  for (const auto& way : ways) {
    CAPTURE(way.word);
    const FoundCase found = find_case(crowd.root, way.word, Naming::any);
    CHECK(found.id == way.id);
    CHECK(found.path == "cases/" + way.id.substr(0, 4) + "/" + way.id + ".yaml");
  }
}

TEST_CASE("A name that two volunteers bear is refused with both") {
  const Crowd crowd;
  const Error error = error_of([&] { find_case(crowd.root, "zofia", Naming::any); });
  CHECK(error.failure() == Failure::usage);
  CHECK(error.finding().message == "`zofia` names 2 cases");
  CHECK(error.finding().hint ==
        "name one of them by its id:\n2026-7kq3h2xd  Zofia Wiśniewska\n2026-7kq9aaaa  Zofia Nowak");
}

TEST_CASE("An id's beginning that two cases share is refused with both") {
  const Crowd crowd;
  const Error error = error_of([&] { find_case(crowd.root, "7kq", Naming::any); });
  CHECK(error.finding().hint ==
        "name one of them by its id:\n2026-7kq3h2xd  Zofia Wiśniewska\n2026-7kq9aaaa  Zofia Nowak");
}

TEST_CASE("An id that two files bear is refused with their paths") {
  const Crowd crowd;
  crowd.write("cases/2025/2026-7kq3h2xd.yaml", crowd.read("cases/2026/2026-7kq3h2xd.yaml"));
  const Error error = error_of([&] { find_case(crowd.root, "2026-7kq3h2xd", Naming::exact); });
  CHECK(error.failure() == Failure::usage);
  CHECK(error.finding().hint ==
        "name one of them by its path, and give one a new id:\n"
        "cases/2025/2026-7kq3h2xd.yaml  Zofia Wiśniewska\n"
        "cases/2026/2026-7kq3h2xd.yaml  Zofia Wiśniewska");
  CHECK(find_case(crowd.root, "cases/2025/2026-7kq3h2xd.yaml", Naming::exact).path == "cases/2025/2026-7kq3h2xd.yaml");
}

TEST_CASE("A case is found by its volunteer's name however the file writes the person's id") {
  const Crowd crowd;
  const std::string path = "cases/2026/2026-7kq9aaaa.yaml";
  crowd.write(path, replaced(crowd.read(path), "person: p-1111aaaa", "person:   \"p-1111aaaa\"  # Zofia"));
  CHECK(find_case(crowd.root, "nowak", Naming::any).id == "2026-7kq9aaaa");
}

TEST_CASE("A file with a short name among the cases is no stumbling block") {
  const Crowd crowd;
  crowd.write("cases/2026/ab.yaml", "format: case/1\n");
  CHECK(find_case(crowd.root, "7kq3", Naming::any).id == "2026-7kq3h2xd");
}

TEST_CASE("Two characters of an id, half a word of a name, and nothing at all name no case") {
  const Crowd crowd;
  for (const char* word : {"7k", "wisn", "", " ", "nobody", "2026-7kq3h2xx"}) {
    CAPTURE(word);
    CHECK(error_of([&] { find_case(crowd.root, word, Naming::any); }).finding().message ==
          std::string("no case is named by `") + word + "`");
  }
}

TEST_CASE("Without a terminal only a full id or a path names a case") {
  const Crowd crowd;
  CHECK(find_case(crowd.root, "2026-7kq3h2xd", Naming::exact).id == "2026-7kq3h2xd");
  CHECK(find_case(crowd.root, "cases/2026/2026-7kq3h2xd.yaml", Naming::exact).id == "2026-7kq3h2xd");
  for (const char* word : {"7kq3", "nowak"}) {
    CAPTURE(word);
    const Error error = error_of([&] { find_case(crowd.root, word, Naming::exact); });
    CHECK(error.failure() == Failure::usage);
    CHECK(error.finding().hint ==
          "without a terminal a case is named by its full id or its path; guerdon status lists them");
  }
}

}  // namespace
}  // namespace guerdon
