#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "files.h"

using namespace guerdon;
using namespace guerdon::sample;

namespace {

bool near(double a, double b) { return a > b - 0.01 && a < b + 0.01; }

constexpr double mm = 25.4 / 72;

}  // namespace

TEST_CASE("A page has the size of its trim box, and begins at 0 0") {
  const auto form = imported(pdf_file(OnePage{.page = "/TrimBox[20 10 120 60]"}));
  CHECK(near(form->width, 100 * mm));
  CHECK(near(form->height, 50 * mm));
  CHECK(holds(form->objects[0].body, "/Matrix[ 1 0 0 1 -20 -10]"));
  CHECK(holds(form->objects[0].body, "/Subtype/Form"));
  CHECK(form->libraries.contains("qpdf"));
}

TEST_CASE("A page that is turned comes as it is seen") {
  const auto form = imported(pdf_file(OnePage{.page = "/Rotate 90"}));
  CHECK(near(form->width, 100 * mm));
  CHECK(near(form->height, 200 * mm));
  CHECK(holds(form->objects[0].body, "/Matrix[ 0 -1 1 0 0 200]"));
}

TEST_CASE("Units of the page's own count") {
  CHECK(near(imported(pdf_file(OnePage{.page = "/UserUnit 2"}))->width, 400 * mm));
}

TEST_CASE("A page without a size, or of five metres, is refused") {
  CHECK(said_of(OnePage{.box = "[0 0 0 0]"}) == "the page is empty, or larger than five metres");
  CHECK(said_of(OnePage{.box = "[0 0 200 99999]"}) == "the page is empty, or larger than five metres");
  CHECK_FALSE(said_of(OnePage{.box = "(none)"}).empty());
}

TEST_CASE("What a file does, and what lies over its page, is refused") {
  const std::string acts = "the PDF file has JavaScript or actions";
  CHECK(said_of(OnePage{.catalog = "/OpenAction<</S/JavaScript/JS(app.alert(1))>>"}) == acts);
  CHECK(said_of(OnePage{.catalog = "/Names<</JavaScript<</Names[]>>>>"}) == acts);
  CHECK(said_of(OnePage{.page = "/AA<</O<</S/URI/URI(http://example.org)>>>>"}) == acts);
  CHECK(said_of(OnePage{.catalog = "/OpenAction[3 0 R/Fit]"}).empty());
  CHECK(said_of(OnePage{.page = "/Annots[<</Subtype/Widget/FT/Tx>>]"}) == "the page has form fields or comments");
  CHECK(said_of(OnePage{.page = "/Annots[<</Subtype/Link>>]"}).empty());
}

TEST_CASE("Hidden layers are refused, shown ones are not") {
  const auto layers = [](const std::string& usual) {
    return said_of(
        OnePage{.catalog = "/OCProperties<</OCGs[5 0 R]/D<<" + usual + ">>>>", .more = {"<</Type/OCG/Name(A)>>"}});
  };
  CHECK(layers("/OFF[5 0 R]") == "the PDF file has hidden layers");
  CHECK(layers("/BaseState/OFF") == "the PDF file has hidden layers");
  CHECK(layers("/ON[5 0 R]/OFF[]").empty());
}

TEST_CASE("An encrypted file is refused, with and without a password to open it") {
  std::string folder = "/tmp/guerdon-import-XXXXXX";
  REQUIRE(mkdtemp(folder.data()) != nullptr);
  std::ofstream(folder + "/plain.pdf", std::ios::binary) << pdf_file(OnePage{});
  for (const char* user : {"''", "secret"}) {
    const std::string command =
        "qpdf --encrypt " + std::string(user) + " owner 256 -- " + folder + "/plain.pdf " + folder + "/closed.pdf";
    REQUIRE(std::system(command.c_str()) == 0);
    std::ifstream in(folder + "/closed.pdf", std::ios::binary);
    const std::string file{std::istreambuf_iterator<char>(in), {}};
    CHECK_MESSAGE(said_of(file) == "the PDF file is encrypted", user);
  }
  std::filesystem::remove_all(folder);
}

TEST_CASE("A file without pages is refused") {
  CHECK(said_of(pdf_file(std::vector<std::string>{"<</Type/Catalog/Pages 2 0 R>>",
                                                  "<</Type/Pages/Count 0/Kids[]>>"})) == "the PDF file has no page");
}

TEST_CASE("Broken bytes are refused in our words, and never crash") {
  const std::string whole = picture_file("paper.pdf");
  CHECK(said_of("%PDF-1.7\nnothing") == "the PDF file is damaged");
  for (std::size_t size = 5; size + 2 < whole.size(); size += 1 + size / 8)
    CHECK_FALSE_MESSAGE(said_of(whole.substr(0, size)).empty(), size);
  // Another byte at place after place: good or refused, and the rest of the tests goes on.
  std::size_t refused = 0;
  for (std::size_t at = 9; at < whole.size(); at += 23) {
    std::string mutant = whole;
    mutant[at] = static_cast<char>(mutant[at] ^ 0x11);
    refused += said_of(mutant).empty() ? 0U : 1U;
  }
  CHECK(refused > 50);
}

TEST_CASE("Deep nesting ends in a refusal") {
  std::string deep;
  for (int i = 0; i < 5000; ++i)
    deep += "[";
  CHECK_FALSE(said_of(OnePage{.resources = "/ExtGState<</G<</D " + deep + ">>>>"}).empty());
  CHECK_FALSE(said_of(OnePage{.content = deep}).empty());
  std::string nested;
  for (int i = 0; i < 150; ++i)
    nested = "[" + nested + "]";
  CHECK(said_of(OnePage{.resources = "/Shading<</P<</ShadingType 2/ColorSpace/DeviceGray/Own" + nested + ">>>>"}) ==
        "the file is nested too deep");
}

TEST_CASE("A page of cairo's comes with its font, and with the map that cairo leaves out") {
  const auto form = imported(picture_file("paper.pdf"));
  CHECK(near(form->width, 210));
  CHECK(near(form->height, 297));
  CHECK(holds(text_of(*form), "/BaseFont/HVJIGP+Lato-Regular"));
}
