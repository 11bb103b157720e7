#include "files.h"

using namespace guerdon;
using namespace guerdon::sample;

namespace {

bool near(double a, double b) { return a > b - 0.01 && a < b + 0.01; }

std::shared_ptr<const ImportedForm> drawn(const std::string& file) {
  ImageFault fault;
  auto form = importer().drawing(file, fault);
  REQUIRE_MESSAGE(form != nullptr, fault.message);
  return form;
}

}  // namespace

TEST_CASE("A drawing has the size that it says, 96 pixels an inch") {
  CHECK(near(drawn(picture_file("inkscape.svg"))->width, 60));
  CHECK(near(drawn(picture_file("inkscape.svg"))->height, 20));
  CHECK(near(drawn(picture_file("mark.svg"))->width, 158.75));
  CHECK(near(drawn("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 96 48'><path d='M0 0H9V9Z'/></svg>")->height,
             12.7));
}

TEST_CASE("A drawing without a size, or without end, is refused") {
  CHECK(said_of_drawing("<svg xmlns='http://www.w3.org/2000/svg' width='0' height='0'/>").find("how large it is") !=
        std::string::npos);
  CHECK(said_of_drawing("<svg xmlns='http://www.w3.org/2000/svg' width='9e9' height='1'/>").find("how large it is") !=
        std::string::npos);
}

TEST_CASE("The same drawing gives the same objects, and names what drew it") {
  const auto one = drawn(picture_file("mark.svg"));
  CHECK(text_of(*one) == text_of(*drawn(picture_file("mark.svg"))));
  CHECK(one->libraries.size() == 3);
  CHECK(one->libraries.contains("librsvg"));
  CHECK(one->libraries.contains("cairo"));
}

TEST_CASE("A broken drawing is refused in our words") {
  CHECK(said_of_drawing("<svg") == "the SVG file is damaged");
  CHECK(said_of_drawing("<svg xmlns='http://www.w3.org/2000/svg'><g></svg>") == "the SVG file is damaged");
  CHECK(said_of_drawing("<p/>") == "the SVG file is damaged");
  const std::string whole = picture_file("mark.svg");
  for (std::size_t size = 0; size + 10 < whole.size(); size += 37)
    CHECK_FALSE(said_of_drawing(whole.substr(0, size)).empty());
}

TEST_CASE("A drawing that unfolds without end is refused") {
  std::string entities = "<!DOCTYPE svg [<!ENTITY a '<path d=\"M0 0H9V9Z\"/>'>";
  for (char c = 'b'; c < 'l'; ++c) {
    entities += std::string("<!ENTITY ") + c + " '";
    for (int i = 0; i < 10; ++i)
      entities += std::string("&") + static_cast<char>(c - 1) + ";";
    entities += "'>";
  }
  CHECK_FALSE(
      said_of_drawing(entities + "]><svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>&k;</svg>").empty());
  std::string uses = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><g id='a'/>";
  for (char c = 'b'; c < 'l'; ++c) {
    uses += std::string("<g id='") + c + "'>";
    for (int i = 0; i < 10; ++i)
      uses += std::string("<use href='#") + static_cast<char>(c - 1) + "'/>";
    uses += "</g>";
  }
  CHECK_FALSE(said_of_drawing(uses + "</svg>").empty());
}
