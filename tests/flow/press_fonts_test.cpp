#include <doctest/doctest.h>

#include "base/sha256.h"
#include "flow/render.h"
#include "flow/sample.h"

namespace guerdon {
namespace {

namespace fs = std::filesystem;
using test::Office;
using test::replaced;

/// An office whose volunteer is called `name`.
struct Named : Office {
  Issuing issuing;

  explicit Named(const std::string& name) {
    const std::string person = replaced(test::base_person_text(), "Zofia Wiśniewska", name);
    IssueOptions options;
    options.cases = {add_case("2026-7kq3h2xd", "p-8h2m4c9w", {}, person)};
    options.kinds = {"participation"};
    issuing = issue(options);
  }

  [[nodiscard]] Certificate certificate() const {
    Diagnostics findings;
    return load_certificate(root, certificate_paths(root).at(0), nullptr, findings).value().certificate;
  }
};

TEST_CASE("A certificate in Latin names the fonts of its design and no other") {
  const Named office("Zofia Wiśniewska");
  const Certificate::Design design = office.certificate().design;
  CHECK(design.chain.empty());
  CHECK(design.fonts.size() == 3);
}

TEST_CASE("A certificate in another script names the fonts that stood in, and the file that lists them") {
  const Named office("فاطمة الزهراء");
  const Certificate::Design design = office.certificate().design;
  CHECK(design.chain == sha256(office.read("schemes/glore-1/fonts.yaml")));
  REQUIRE(design.fonts.size() == 4);
  CHECK(design.fonts.back().file == "NotoNaskhArabic-Regular.ttf");
}

TEST_CASE("The fonts of a certificate are kept in the workspace under their digests") {
  const Named office("王小明");
  const Certificate::Design design = office.certificate().design;
  REQUIRE(design.fonts.size() == 4);
  for (const Certificate::Font& font : design.fonts)
    CHECK(sha256(office.read("fonts/" + kept_font_name(font))) == font.sha256);
  CHECK(kept_font_name(design.fonts.back()).ends_with(".ttc"));
}

TEST_CASE("A page is made again from the fonts of the workspace, whatever the machine has") {
  const Named office("דוד לוי");
  const std::string pdf = office.issuing.results.at(0).pdf_path;
  const std::string before = office.read(pdf);
  fs::remove(office.path() / pdf);
  PressRoom room = test::press_room();
  room.font_folders = {(office.path() / "no-fonts-here").string()};
  Rendering out = render(office.root, certificate_paths(office.root), room, 1);
  CHECK(out.findings.empty());
  CHECK(office.read(pdf) == before);

  const std::string file = office.certificate().design.fonts.back().file;
  office.write("other-fonts/" + file,
               office.read("fonts/" + kept_font_name(office.certificate().design.fonts.front())));
  room.font_folders = {(office.path() / "other-fonts").string()};
  fs::remove(office.path() / pdf);
  out = render(office.root, certificate_paths(office.root), room, 1);
  CHECK(out.findings.empty());
  CHECK(office.read(pdf) == before);
}

TEST_CASE("Without the copy another file of that name is told, never used") {
  const Named office("דוד לוי");
  const Certificate::Font font = office.certificate().design.fonts.back();
  const Certificate::Font gentium = office.certificate().design.fonts.front();
  office.write("other-fonts/" + font.file, office.read("fonts/" + kept_font_name(gentium)));
  fs::remove(office.path() / "fonts" / kept_font_name(font));
  PressRoom room = test::press_room();
  room.font_folders = {(office.path() / "other-fonts").string()};
  const Rendering out = render(office.root, certificate_paths(office.root), room, 1);
  CHECK(out.results.at(0).failure == Failure::undecidable);
  CHECK(out.findings.items().at(0).hint == "put the recorded file into the workspace as fonts/" + kept_font_name(font));
}

TEST_CASE("Under another chain of fonts nothing can be told") {
  const Named office("דוד לוי");
  office.write("schemes/glore-1/fonts.yaml", office.read("schemes/glore-1/fonts.yaml") + "# changed\n");
  const Rendering out = render(office.root, certificate_paths(office.root), test::press_room(), 1);
  CHECK(out.results.at(0).failure == Failure::undecidable);
  CHECK(out.findings.items().at(0).message.starts_with("the design schemes/glore-1/fonts.yaml is not the one"));
}

TEST_CASE("Where the font of a script is missing the package that brings it is told") {
  const Named office("𓀀 Ra");
  CHECK(office.issuing.results.at(0).outcome == IssueOutcome::refused);
  CHECK(office.issuing.findings.items().at(0).message.find("`𓀀` (U+13000) in the volunteer's name is in none") == 0);
}

}  // namespace
}  // namespace guerdon
