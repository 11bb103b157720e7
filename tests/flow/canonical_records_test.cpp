#include "flow/canonical_records.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>

#include "flow/sample.h"
#include "store/lock.h"
#include "yaml/edit.h"

namespace guerdon {
namespace {

namespace fs = std::filesystem;
using Paths = std::vector<std::string>;

const std::string organisation = "organisations/orto-sociale.yaml";
const std::string path = "cases/2026/2026-7kq3h2xd.yaml";
const std::string head = "format: case/1\ncase: 2026-7kq3h2xd\nscheme: glore-1\nperson: p-8h2m4c9w\n";

struct stat status_of(const fs::path& file) {
  struct stat out {};
  REQUIRE(::stat(file.c_str(), &out) == 0);
  return out;
}

TEST_CASE("a case gets the banners of its scheme, and a file that stays is not touched") {
  const test::Office office;
  office.write(path, head + "enrolment:\n    on: 2026-02-10\n");
  const struct stat before = status_of(office.root.resolve(organisation));
  const CanonicalRecords done = lay_out_records(office.root, {}, true);
  CHECK(done.findings.empty());
  CHECK(done.changed == Paths{path});
  const std::string text = office.read(path);
  CHECK(text.starts_with(head + "\n" + yaml::banner("enrolment") + "\nenrolment:\n  on: 2026-02-10\n\n" +
                         yaml::banner("changes") + '\n'));
  CHECK(text.ends_with(yaml::banner("waivers") + '\n'));
  const struct stat after = status_of(office.root.resolve(organisation));
  CHECK(before.st_ino == after.st_ino);
  CHECK(before.st_mtim.tv_nsec == after.st_mtim.tv_nsec);
  CHECK(lay_out_records(office.root, {}, true).changed.empty());
}

TEST_CASE("a check writes nothing and takes no lock") {
  const test::Office office;
  office.write(path, head + "enrolment:\n    on: 2026-02-10\n");
  const Lock held(office.root, "guerdon issue");
  CHECK(lay_out_records(office.root, {}, false).changed == Paths{path});
  CHECK(office.read(path) == head + "enrolment:\n    on: 2026-02-10\n");
  CHECK_THROWS_AS(lay_out_records(office.root, {}, true), Error);
}

TEST_CASE("one that cannot be read is refused, and the others are laid out") {
  const test::Office office;
  office.write(path, head + "enrolment: [\n");
  office.write("cases/2026/2026-5t8v2w4x.yaml", "format: case/1\nscheme: other-1\n");
  office.write("cases/2026/2026-6t8v2w4x.yaml", "format: case/1\n");
  office.write("people/p-8h2m4c9w.yaml", "format:   person/1\n");
  const CanonicalRecords done = lay_out_records(office.root, {"cases", "people"}, true);
  CHECK(done.changed == Paths{"people/p-8h2m4c9w.yaml"});
  CHECK(done.refused.size() == 3);
  CHECK(done.looked_at == 4);
  CHECK(done.findings.count(Severity::error) == 3);
}

TEST_CASE("only what is named is laid out; a scheme where it is named, its designs never") {
  const test::Office office;
  office.write(path, head + "enrolment:\n    on: 2026-02-10\n");
  CHECK(lay_out_records(office.root, {"organisations"}, false).changed.empty());
  CHECK(lay_out_records(office.root, {"."}, false).changed == Paths{path});
  const std::string scheme = "schemes/glore-1/scheme.yaml";
  office.write(scheme, "\n" + office.read(scheme));
  office.write("schemes/glore-1/participation.yaml", "\n" + office.read("schemes/glore-1/participation.yaml"));
  CHECK(lay_out_records(office.root, {}, false).changed == Paths{path});
  CHECK(lay_out_records(office.root, {"schemes"}, false).changed == Paths{scheme});
  CHECK_THROWS_AS(lay_out_records(office.root, {"schemes/glore-1/participation.yaml"}, false), Error);
}

}  // namespace
}  // namespace guerdon
