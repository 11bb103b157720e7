#include "flow/press.h"

#include <doctest/doctest.h>

#include "base/error.h"
#include "flow/sample.h"

namespace guerdon {
namespace {

using test::error_of;
using test::Office;

struct PrintShop : Office {
  Press press{root, test::press_room()};
  Shaper shaper;

  [[nodiscard]] Certificate issued(const std::string& kind) const {
    IssueOptions options;
    options.cases = {add_case()};
    options.kinds = {kind};
    const std::string path = "certificates/2026/" + issue(options).results.at(0).id.text + ".json";
    Diagnostics findings;
    return load_certificate(root, path, nullptr, findings).value().certificate;
  }
};

TEST_CASE("A design is opened once and names its file, its digest and its fonts") {
  PrintShop shop;
  const Plate& plate = shop.press.plate("schemes/glore-1", "soft-skills.yaml");
  CHECK(&shop.press.plate("schemes/glore-1", "soft-skills.yaml") == &plate);
  CHECK(plate.facts.page_version == page_version);
  CHECK(plate.facts.file == "soft-skills.yaml");
  CHECK(plate.facts.sha256.size() == 64);
  CHECK_FALSE(plate.facts.fonts.empty());
}

TEST_CASE("A damaged design stops with its first finding") {
  PrintShop shop;
  shop.write("schemes/glore-1/soft-skills.yaml", "format: design/1\nnonsense: 3\n");
  const Error error = error_of([&] { shop.press.plate("schemes/glore-1", "soft-skills.yaml"); });
  CHECK(error.failure() == Failure::access);
  CHECK(error.finding().where.path == "schemes/glore-1/soft-skills.yaml");
}

TEST_CASE("The facts of an issued certificate give its PDF") {
  PrintShop shop;
  const Certificate c = shop.issued("participation");
  CHECK(shop.press.pdf(c, shop.shaper) == shop.read("certificates/2026/" + c.id.text + ".pdf"));
}

TEST_CASE("Another page version, design or font is told, never set") {
  PrintShop shop;
  const Certificate good = shop.issued("participation");
  const struct {
    void (*change)(Certificate&);
    std::string message;
  } changes[] = {
      {[](Certificate& c) { c.design.page_version = 99; },
       "could not tell: certificate " + good.id.text + " was made with page version 99, this guerdon makes version 2"},
      {[](Certificate& c) { c.design.libraries["HarfBuzz"] = "7.1.0"; },
       "could not tell: certificate " + good.id.text + " was made with HarfBuzz 7.1.0, this guerdon has " +
           good.design.libraries.at("HarfBuzz")},
      {[](Certificate& c) { c.design.libraries["Graphite"] = "1.3"; },
       "could not tell: certificate " + good.id.text + " was made with Graphite 1.3, this guerdon has none"},
      {[](Certificate& c) { c.design.libraries.erase("PoDoFo"); },
       "could not tell: certificate " + good.id.text + " was made without PoDoFo, this guerdon has"},
      {[](Certificate& c) { c.design.sha256[0] = c.design.sha256[0] == 'f' ? 'e' : 'f'; },
       "the design schemes/glore-1/participation.yaml is not the one that certificate " + good.id.text +
           " was made with"},
      {[](Certificate& c) { c.design.fonts[0].sha256 = std::string(64, '0'); },
       "the font " + good.design.fonts[0].file + " on this machine is not the one that certificate " + good.id.text +
           " was made with"},
      {[](Certificate& c) { c.design.fonts.pop_back(); },
       "certificate " + good.id.text + " names 2 fonts, its design schemes/glore-1/participation.yaml has 3"},
  };
  for (const auto& [change, message] : changes) {
    Certificate other = good;
    change(other);
    const Error error = error_of([&, &changed = other] { shop.press.pdf(changed, shop.shaper); });
    CHECK(error.failure() == Failure::undecidable);
    CHECK_MESSAGE(error.finding().message.starts_with(message), error.finding().message);
    CHECK_FALSE(error.finding().hint.empty());
  }
}

TEST_CASE("A font in the workspace goes before the machine's") {
  PrintShop shop;
  const Plate& plate = shop.press.plate("schemes/glore-1", "soft-skills.yaml");
  const std::string file = plate.facts.fonts[0].file;
  shop.write("fonts/" + file, "not a font");
  Press other(shop.root, test::press_room());
  CHECK(error_of([&] { other.plate("schemes/glore-1", "soft-skills.yaml"); }).failure() == Failure::access);
}

TEST_CASE("Facts that do not print are a finding where the caller says") {
  PrintShop shop;
  Certificate c = shop.issued("participation");
  c.name = "王小明";
  Diagnostics findings;
  CHECK_FALSE(shop.press.pages(c, shop.shaper, {"cases/x.yaml", {7, 1, 1}}, findings).has_value());
  REQUIRE(findings.has_errors());
  CHECK(findings.items()[0].where == Location{"cases/x.yaml", {7, 1, 1}});
  CHECK(error_of([&] { shop.press.pdf(c, shop.shaper); }).failure() == Failure::refused);
}

}  // namespace
}  // namespace guerdon
