#include "files.h"

using namespace guerdon;
using namespace guerdon::sample;

namespace {

const std::string cmyk = "the page has colours in CMYK without a profile; certificates are in sRGB";

/// A page that writes in the font `font`.
OnePage in_font(const std::string& font, const std::vector<std::string>& more = {}) {
  OnePage page{.content = "BT /F 12 Tf (Hello) Tj ET", .resources = "/Font<</F 5 0 R>>", .more = {font}};
  page.more.insert(page.more.end(), more.begin(), more.end());
  return page;
}

}  // namespace

TEST_CASE("A font that is not embedded is refused by its name") {
  CHECK(said_of(in_font("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")) ==
        "the font Helvetica is not embedded in the file");
  CHECK(said_of(in_font("<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+Lato/FontDescriptor 6 0 R>>",
                        {"<</Type/FontDescriptor>>"})) == "the font Lato is not embedded in the file");
  CHECK(said_of(in_font("<</Type/Font/Subtype/Type0/BaseFont/X/DescendantFonts[6 0 R]>>",
                        {"<</Type/Font/Subtype/CIDFontType2>>"})) == "the font X is not embedded in the file");
}

TEST_CASE("A font whose letters nobody can know is refused") {
  const std::string data = stream("", "font");
  CHECK(said_of(in_font("<</Type/Font/Subtype/TrueType/BaseFont/X/FontDescriptor 6 0 R>>",
                        {"<</Type/FontDescriptor/FontFile2 7 0 R>>", data})) ==
        "the font X does not say which letters its glyphs are");
  CHECK(said_of(in_font("<</Type/Font/Subtype/TrueType/BaseFont/X/FontDescriptor 6 0 R/Encoding/WinAnsiEncoding>>",
                        {"<</Type/FontDescriptor/FontFile2 7 0 R>>", data}))
            .empty());
  CHECK(said_of(in_font("<</Type/Font/Subtype/Type3/CharProcs<</a 6 0 R>>>>", {stream("", "1 0 0 0 9 9 d1")})) ==
        "the font without a name does not say which letters its glyphs are");
}

TEST_CASE("A composite font gets the map that PDF/A asks for, and loses lists that may be incomplete") {
  const auto form = imported(
      pdf_file(in_font("<</Type/Font/Subtype/Type0/BaseFont/X/DescendantFonts[6 0 R]/ToUnicode 8 0 R>>",
                       {"<</Type/Font/Subtype/CIDFontType2/FontDescriptor 7 0 R>>",
                        "<</Type/FontDescriptor/CIDSet 8 0 R/CharSet(/a)/FontFile2 8 0 R>>", stream("", "font")})));
  const std::string text = text_of(*form);
  CHECK(holds(text, "/CIDToGIDMap/Identity"));
  CHECK_FALSE(holds(text, "CIDSet"));
  CHECK_FALSE(holds(text, "CharSet"));
}

TEST_CASE("CMYK without a profile is refused wherever a resource names it") {
  for (const char* space : {"/DeviceCMYK", "[/DeviceCMYK]", "[/Indexed/DeviceCMYK 0(aaaa)]", "[/Pattern/DeviceCMYK]",
                            "[/Separation/Gold/DeviceCMYK<<>>]", "[/DeviceN[/Gold]/DeviceCMYK<<>>]"}) {
    CHECK_MESSAGE(said_of(OnePage{.resources = "/ColorSpace<</C " + std::string(space) + ">>"}) == cmyk, space);
  }
  CHECK(said_of(OnePage{.resources = "/Shading<</S<</ShadingType 2/ColorSpace/DeviceCMYK>>>>"}) == cmyk);
  CHECK(said_of(OnePage{.resources = "/Pattern<</P<</PatternType 2/Shading<</ColorSpace/DeviceCMYK>>>>>>"}) == cmyk);
  CHECK(said_of(OnePage{.resources = "/XObject<</X 5 0 R>>",
                        .more = {stream("/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceCMYK", "xxxx")}}) == cmyk);
  CHECK(said_of(OnePage{.page = "/Group<</S/Transparency/CS/DeviceCMYK>>"}) == cmyk);
  CHECK(said_of(OnePage{.resources = "/ColorSpace<</C[/Separation/Gold/DeviceRGB<<>>]>>"}).empty());
}

TEST_CASE("A colour profile stays without what stands in for it, a damaged one is refused") {
  std::string profile(128, '\0');
  profile.replace(8, 1, "\4").replace(36, 4, "acsp");
  const auto with = [](const std::string& bytes) {
    return OnePage{.resources = "/ColorSpace<</C[/ICCBased 5 0 R]>>",
                   .more = {stream("/N 4/Alternate/DeviceCMYK", bytes)}};
  };
  CHECK_FALSE(holds(text_of(*imported(pdf_file(with(profile)))), "Alternate"));
  CHECK(said_of(with("none")) == "a colour profile of the file is damaged");
  profile[8] = 5;
  CHECK(said_of(with(profile)) == "a colour profile of the file is damaged");
}

TEST_CASE("What PDF/A forbids and nobody sees is left out") {
  const auto form = imported(pdf_file(
      OnePage{.content = "/G gs /I Do /F Do",
              .resources = "/ExtGState<</G<</CA .5/TR/Identity/HT/Default/OP true/OPM 1/BM[/Multiply/Screen]>>>>"
                           "/XObject<</I 5 0 R/F 6 0 R>>/Properties<</L 7 0 R>>/ProcSet[/PDF]",
              .page = "/StructParents 0/PieceInfo<<>>",
              .more = {stream("/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
                              "/Interpolate true/Alternates[]/OPI<<>>/StructParent 3/OC 7 0 R",
                              "x"),
                       stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/StructParents 4/OC 7 0 R/PieceInfo<<>>", "0 g"),
                       "<</Type/OCG/Name(Layer)>>"}}));
  const std::string text = text_of(*form);
  for (const char* out : {"TR", "/HT", "OP", "Interpolate", "Alternates", "OPI", "Struct", "/OC", "PieceInfo",
                          "Properties", "ProcSet", "Layer"})
    CHECK_MESSAGE(!holds(text, out), out);
  CHECK(holds(text, "/BM/Multiply"));
  CHECK(form->objects.size() == 3);
}

TEST_CASE("A form without resources has those around it") {
  const auto form =
      imported(pdf_file(OnePage{.content = "/F Do",
                                .resources = "/XObject<</F 5 0 R>>/ExtGState<</G<</CA .5>>>>",
                                .more = {stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", "/G gs 0 0 9 9 re f")}}));
  CHECK(holds(form->objects.at(1).body, "/Resources"));
}

TEST_CASE("PostScript, an unknown blend mode and a picture too large are refused") {
  const auto drawing = [](const std::string& entries) {
    return said_of(OnePage{.resources = "/XObject<</X 5 0 R>>", .more = {stream(entries, "x")}});
  };
  const std::string postscript = "the page has a drawing in PostScript, which PDF/A forbids";
  CHECK(drawing("/Subtype/PS") == postscript);
  CHECK(drawing("/Subtype/Form/Subtype2/PS/BBox[0 0 1 1]") == postscript);
  CHECK(drawing("/Subtype/Image/Width 20001/Height 1") == "a picture of the page has more than 20000 pixels on a side");
  CHECK(drawing("/Subtype/Image/Width(a)/Height 1") == "a picture of the file is damaged");
  CHECK(said_of(OnePage{.resources = "/ExtGState<</G<</BM/Glow`>>>>"}) ==
        "the page has the unknown blend mode `Glow?`");
}

TEST_CASE("Drawings that hold themselves, or too many others, end") {
  CHECK(said_of(OnePage{.content = "/X Do",
                        .resources = "/XObject<</X 5 0 R>>",
                        .more = {stream("/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X 5 0 R>>>>", "/X Do")}})
            .empty());
  OnePage deep{.content = "/X Do", .resources = "/XObject<</X 5 0 R>>"};
  for (int i = 0; i < 60; ++i)
    deep.more.push_back(
        stream("/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X " + std::to_string(i + 6) + " 0 R>>>>", "/X Do"));
  deep.more.push_back(stream("/Subtype/Form/BBox[0 0 1 1]", "0 g"));
  CHECK(said_of(deep) == "the page's drawings are nested too deep");
  std::string space = "/DeviceRGB";
  for (int i = 0; i < 60; ++i)
    space = "[/Indexed" + space + " 0(aaa)]";
  CHECK(said_of(OnePage{.resources = "/ColorSpace<</C " + space + ">>"}) == "a colour space of the file is damaged");
}
