#include "flow/render.h"

#include <doctest/doctest.h>

#include "flow/sample.h"

namespace guerdon {
namespace {

namespace fs = std::filesystem;
using test::listed;
using test::Office;
using test::replaced;

/// An office with the three certificates of one case.
struct Archive : Office {
  Archive() { issue(add_case()); }

  [[nodiscard]] Rendering render_all(unsigned jobs = 1) const {
    return render(root, certificate_paths(root), test::press_room(), jobs);
  }
};

std::size_t written(const Rendering& rendering) {
  return static_cast<std::size_t>(std::count_if(rendering.results.begin(), rendering.results.end(),
                                                [](const Rendered& one) { return one.written; }));
}

TEST_CASE("A PDF that was lost or altered is made again, byte for byte, from its facts alone") {
  const Archive archive;
  const auto before = archive.files();
  fs::remove_all(archive.path() / "cases");
  fs::remove_all(archive.path() / "people");
  const Rendering unchanged = archive.render_all();
  CHECK(written(unchanged) == 0);
  const std::string pdf = unchanged.results.at(0).path;
  archive.write(pdf, before.at(pdf).substr(0, 1000));
  fs::remove(archive.path() / unchanged.results.at(1).path);
  CHECK(written(archive.render_all()) == 2);
  for (const auto& file : archive.files()) {
    if (file.first.starts_with("certificates/")) CHECK_MESSAGE(file.second == before.at(file.first), file.first);
  }
}

TEST_CASE("A file that holds the same bytes is not touched") {
  const Archive archive;
  const fs::path pdf = archive.path() / archive.render_all().results.at(0).path;
  const auto old = fs::file_time_type::clock::now() - std::chrono::hours(24);
  fs::last_write_time(pdf, old);
  CHECK(written(archive.render_all()) == 0);
  CHECK(fs::last_write_time(pdf) == old);
}

TEST_CASE("Under another design nothing can be told, and no PDF is written") {
  const Archive archive;
  const std::string design = "schemes/glore-1/participation.yaml";
  archive.write(design, archive.read(design) + "# changed\n");
  for (const auto& [name, bytes] : archive.files()) {
    if (name.ends_with(".pdf")) fs::remove(archive.path() / name);
  }
  const Rendering out = archive.render_all();
  CHECK(written(out) == 2);
  REQUIRE(out.findings.items().size() == 1);
  const Diagnostic& finding = out.findings.items()[0];
  CHECK(finding.message.starts_with("the design schemes/glore-1/participation.yaml is not the one that certificate "));
  for (const Rendered& one : out.results) {
    if (one.failure) CHECK(*one.failure == Failure::undecidable);
    CHECK(one.failure.has_value() != archive.holds(one.path));
    if (one.failure) CHECK(finding.where.path == one.path.substr(0, one.path.size() - 4) + ".json");
  }
}

TEST_CASE("Under another font file nothing can be told") {
  const Archive archive;
  const std::string path = certificate_paths(archive.root).front();
  Diagnostics findings;
  const auto issued = load_certificate(archive.root, path, nullptr, findings);
  const Certificate::Font& font = issued->certificate.design.fonts.front();
  archive.write(path, test::digested(replaced(archive.read(path), font.sha256, std::string(64, '0'))));
  const Rendering out = render(archive.root, {path}, test::press_room(), 1);
  REQUIRE(out.results.size() == 1);
  CHECK(out.results[0].failure == Failure::undecidable);
  CHECK(out.findings.items().at(0).message.starts_with("the font " + font.file + " on this machine is not the one"));
  CHECK(out.findings.items().at(0).hint == "put the file with SHA-256 0000000000000000… into fonts/");
}

TEST_CASE("No page is made of facts that were edited after issue") {
  const Archive archive;
  const std::string path = certificate_paths(archive.root).front();
  archive.write(path, replaced(archive.read(path), "\"days\":180", "\"days\":181"));
  const Rendering out = render(archive.root, {path}, test::press_room(), 1);
  CHECK(out.results.at(0).failure == Failure::access);
  CHECK(out.findings.items().at(0).message ==
        "the facts were edited after issue: they do not fit the digest that they were issued with");
}

TEST_CASE("Damaged facts fail alone") {
  const Archive archive;
  const std::string path = certificate_paths(archive.root).front();
  archive.write(path, "{}");
  const Rendering out = archive.render_all(2);
  CHECK(out.results.at(0).failure == Failure::access);
  CHECK(out.findings.has_errors());
  CHECK(std::count_if(out.results.begin(), out.results.end(),
                      [](const Rendered& one) { return one.failure.has_value(); }) == 1);
}

}  // namespace
}  // namespace guerdon
