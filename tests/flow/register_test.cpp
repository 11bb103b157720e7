#include "flow/register.h"

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <thread>

#include "flow/sample.h"

namespace guerdon {
namespace {

using test::Office;
using test::replaced;

/// The register, and whether files had to be read for it.
struct Looked {
  explicit Looked(const Office& office)
      : now(file_system_time(office.root)),
        cache(office.root, "test"),
        known(read_register(office.root, {.jobs = 2}, cache, now)) {
    for (KnownPerson& person : known.people) {
      if (!person.is_open) continue;
      World world;
      Diagnostics objections;
      load_person(office.root, person.file.path, world, objections);
      close(person, world, objections, known, cache, now);
    }
    had_news = cache.has_news();
    cache.save(office.root);
  }

  std::optional<std::int64_t> now;
  Cache cache;
  Register known;
  bool had_news = false;
};

Looked look(const Office& office) { return Looked(office); }

}  // namespace

TEST_CASE("people, certificates and events are known from their files, and then from the cache, findings too") {
  const Office office;
  office.issue(office.add_case());
  office.add_case("2026-22222222", "p-22222222");
  office.write("people/p-22222222.yaml", "name: [\n");
  const std::string id =
      std::filesystem::path(stamped_files(office.root, "certificates", ".json", Depth::years).at(0).path)
          .stem()
          .string();
  office.write("events/" + id + "-1.yaml",
               "format: event/1\ncertificate: " + id +
                   "\nevent: suspended\non: 2026-08-29\nby: [luca-bianchi]\nreason: error\n");
  std::this_thread::sleep_for(std::chrono::milliseconds(60));
  for (const bool first : {true, false}) {
    const Looked looked = look(office);
    CAPTURE(first);
    CHECK(looked.had_news == first);
    const Register& known = looked.known;
    REQUIRE(known.people.size() == 2);
    CHECK(known.people[0].id.empty());
    CHECK(known.people[1].id == "p-8h2m4c9w");
    CHECK(known.people[1].id_place.line == 2);
    CHECK(known.people[1].name.find(' ') != std::string::npos);
    REQUIRE(known.certificates.size() == 3);
    CHECK(known.certificates[0].id == id);
    CHECK(known.certificates[0].case_id == "2026-7kq3h2xd");
    CHECK(known.certificates[0].person == "p-8h2m4c9w");
    CHECK(known.certificates[0].issued_on == test::today);
    CHECK_FALSE(known.certificates[0].badge);
    REQUIRE(known.events.size() == 1);
    CHECK(known.events[0].certificate == id);
    REQUIRE_FALSE(known.findings.empty());
    CHECK(known.findings.items()[0].where.path == "people/p-22222222.yaml");
  }
}

TEST_CASE("where nothing is to be kept, nothing is") {
  const Office office;
  office.add_case();
  Cache cache(office.root, "test");
  CHECK(read_register(office.root, {}, cache, std::nullopt).people.size() == 1);
  CHECK_FALSE(cache.has_news());
}

}  // namespace guerdon
