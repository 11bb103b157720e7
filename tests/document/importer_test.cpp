#include "document/importer.h"

#include "base/error.h"
#include "picture.h"

using namespace guerdon;
using namespace guerdon::sample;

TEST_CASE("A module that is not there is named, with what it is for") {
  const Importer nowhere("/nowhere");
  ImageFault fault;
  const auto said = [&](auto&& read) {
    try {
      read();
    } catch (const Error& error) {
      return error.finding().message;
    }
    return std::string();
  };
  CHECK(said([&] { nowhere.page("%PDF-1.7", fault); }) ==
        "cannot load the module `/nowhere/guerdon-import.so`, which reads PDF pages");
  CHECK(said([&] { nowhere.drawing("<svg/>", fault); }) ==
        "cannot load the module `/nowhere/guerdon-svg.so`, which reads SVG drawings");
  CHECK(nowhere.version("qpdf").empty());
}

TEST_CASE("The version of each library that imports is known, of no other") {
  for (const char* library : {"qpdf", "librsvg", "cairo"})
    CHECK_MESSAGE(importer().version(library).find('.') != std::string::npos, library);
  CHECK(importer().version("libpng").empty());
}

TEST_CASE("SVG and PDF files are pictures without pixels") {
  for (const char* name : {"mark.svg", "inkscape.svg", "paper.pdf"}) {
    const auto image = picture(name);
    CHECK(image->format == Image::Format::form);
    REQUIRE(image->form != nullptr);
    CHECK(image->form->width > 0);
  }
}
