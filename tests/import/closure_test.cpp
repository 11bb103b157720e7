#include "files.h"

using namespace guerdon;
using namespace guerdon::sample;

TEST_CASE("An object that two things use comes along once, what nothing uses not at all") {
  const auto form = imported(
      pdf_file(OnePage{.content = "/A gs /B gs /P sh /R sh",
                       .resources = "/ExtGState<</A 5 0 R/B 5 0 R>>/Shading<</P 6 0 R/R 7 0 R>>",
                       .more = {"<</CA .5>>", "<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 1 1]/Function 8 0 R>>",
                                "<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 1 1]/Function 8 0 R>>",
                                "<</FunctionType 2/Domain[0 1]/N 1>>", "(nothing uses this)"}}));
  CHECK(form->objects.size() == 5);
  CHECK_FALSE(holds(text_of(*form), "nothing uses this"));
  CHECK(form->objects[0].references.size() == 4);
  CHECK(form->objects[0].references[0].object == form->objects[0].references[1].object);
}

TEST_CASE("The same file gives the same objects") {
  const std::string file = picture_file("paper.pdf");
  CHECK(text_of(*imported(file)) == text_of(*imported(file)));
}

TEST_CASE("A page of too many objects is refused") {
  OnePage page{.resources = "/ExtGState<<", .more = {}};
  for (int i = 0; i < 2001; ++i) {
    page.resources += "/G" + std::to_string(i) + " " + std::to_string(i + 5) + " 0 R";
    page.more.emplace_back("<</CA 1>>");
  }
  page.resources += ">>";
  CHECK(said_of(page) == "the page is made of more than 2000 objects");
}

TEST_CASE("A stream that another file holds, a JPEG 2000 and a damaged stream are refused") {
  const auto image = [](const std::string& filter) {
    return OnePage{
        .resources = "/XObject<</X 5 0 R>>",
        .more = {stream("/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8" + filter, "x")}};
  };
  CHECK(said_of(image("")).empty());
  CHECK(said_of(image("/Filter/JPXDecode")) == "the page has a picture in JPEG 2000");
  CHECK_FALSE(said_of(image("/Filter/FlateDecode")).empty());
  CHECK(said_of(image("/Filter/Unknown")) == "a stream of the file is damaged");
  CHECK(said_of(OnePage{.resources = "/Shading<</P 5 0 R>>",
                        .more = {stream("/ShadingType 4/ColorSpace/DeviceGray/F(other.bin)", "x")}}) ==
        "the file keeps a stream in another file");
}

TEST_CASE("LZW is packed anew, an indirect length and metadata are left behind") {
  const auto form =
      imported(pdf_file(OnePage{.resources = "/XObject<</X 5 0 R>>",
                                .more = {stream("/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray"
                                                "/BitsPerComponent 8/Metadata 6 0 R/Filter/ASCIIHexDecode",
                                                "41>"),
                                         stream("/Type/Metadata", "<x/>")}}));
  REQUIRE(form->objects.size() == 2);
  CHECK(form->objects[1].stream == "A");
  CHECK_FALSE(form->objects[1].is_packed);
  CHECK_FALSE(holds(form->objects[1].body, "Filter"));
}

TEST_CASE("Names and strings that PDF/A forbids are refused") {
  const auto named = [](const std::string& value) {
    return said_of(OnePage{.resources = "/Shading<</P<</ShadingType 2/ColorSpace/DeviceGray/Own " + value + ">>>>"});
  };
  CHECK(named("/" + std::string(127, 'a')).empty());
  CHECK(named("/" + std::string(128, 'a')) == "the file has a name or a string that PDF/A forbids");
  CHECK(named("(" + std::string(32768, 'a') + ")") == "the file has a name or a string that PDF/A forbids");
}
