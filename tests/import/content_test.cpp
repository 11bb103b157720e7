#include "files.h"

using namespace guerdon;
using namespace guerdon::sample;

namespace {

std::string content_of(const std::string& content) {
  return imported(pdf_file(OnePage{.content = content}))->objects[0].stream;
}

}  // namespace

TEST_CASE("Marked content is left out, what it marks stays") {
  CHECK(content_of("/P <</MCID 0>> BDC 1 0 0 rg EMC /Artifact BMC 0 0 9 9 re f EMC /Tag MP /Tag <</A 1>> DP BX EX") ==
        "1 0 0 rg\n0 0 9 9 re\nf\n");
}

TEST_CASE("What is saved and not brought back is brought back at the end") {
  CHECK(content_of("q 1 0 0 1 5 5 cm q 0 0 9 9 re f Q") == "q\n1 0 0 1 5 5 cm\nq\n0 0 9 9 re\nf\nQ\nQ\n");
  CHECK(said_of(OnePage{.content = "Q 0 0 9 9 re f"}) == "a content stream of the page is damaged");
  std::string deep;
  for (int i = 0; i < 25; ++i)
    deep += "q ";
  CHECK(said_of(OnePage{.content = deep}) == "the page's content is nested more than 24 deep");
}

TEST_CASE("A picture inside the content stays byte by byte, and is not smoothed") {
  const std::string picture("\x01\xFFQ\n\0 x", 7);
  const std::string content = content_of("q BI /W 7 /H 1 /CS /G /BPC 8 /I true ID " + picture + "\nEI Q");
  CHECK(holds(content, "/I false ID " + picture));
  CHECK(holds(content, "EI\nQ\n"));
}

TEST_CASE("CMYK without a profile is refused wherever content names it") {
  const std::string cmyk = "the page has colours in CMYK without a profile; certificates are in sRGB";
  CHECK(said_of(OnePage{.content = "0 0 0 1 k 0 0 9 9 re f"}) == cmyk);
  CHECK(said_of(OnePage{.content = "0 0 0 1 K 0 0 m 9 9 l S"}) == cmyk);
  CHECK(said_of(OnePage{.content = "/DeviceCMYK cs 0 0 0 1 sc"}) == cmyk);
  CHECK(said_of(OnePage{.content = "/#44eviceCMYK CS 0 0 0 1 SC"}) == cmyk);
  CHECK(said_of(OnePage{.content = "BI /W 1 /H 1 /CS /CMYK /BPC 8 ID aaaa\nEI"}) == cmyk);
  CHECK(said_of(OnePage{.content = "/DeviceRGB cs 0 0 1 sc"}).empty());
}

TEST_CASE("An unknown operator, or operands without one, are refused") {
  CHECK(said_of(OnePage{.content = "0 0 9 9 re fill"}) == "the page's content has the unknown operator `fill`");
  CHECK(said_of(OnePage{.content = "\x01\xFF`"}) == "the page's content has the unknown operator `???`");
  CHECK(said_of(OnePage{.content = "0 0 9 9 re f 1 2 3"}) == "a content stream of the page ends too early");
  CHECK(said_of(OnePage{.content = "0 0 9 9 re f )"}) == "a content stream of the page is damaged");
  CHECK(said_of(OnePage{.content = "BI /W 1 /H 1 /F /LZW ID a\nEI"}) ==
        "the page has a picture packed by LZW, which PDF/A forbids");
}

TEST_CASE("What a page draws has a limit of its own, as each word of it is read") {
  std::string content;
  for (int i = 0; i < 130'000; ++i)
    content += std::string("\x81n", 2);
  CHECK(said_of(pdf_file(std::vector<std::string>{
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 9 9]>>",
            "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<<>>>>", stream("/Filter/RunLengthDecode", content)})) ==
        "the file unpacks to more than 16000000 bytes");
}

TEST_CASE("A stream that unpacks to more than there is room for is refused, however often it is packed") {
  // 64 MB of zeros, deflated by nobody: run lengths, each of 128.
  std::string zeros;
  for (int i = 0; i < 600'000; ++i)
    zeros += std::string("\x81\x00", 2);
  const OnePage page{.resources = "/XObject<</X 5 0 R>>",
                     .more = {stream("/Subtype/Image/Width 9/Height 9/ColorSpace/DeviceGray/BitsPerComponent 8/Filter"
                                     "/RunLengthDecode",
                                     zeros)}};
  CHECK(said_of(page) == "the file unpacks to more than 64000000 bytes");
}
