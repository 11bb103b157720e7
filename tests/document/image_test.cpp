#include "document/image.h"

#include <algorithm>

#include "document/page_dump.h"
#include "one_block.h"
#include "picture.h"

using namespace guerdon;
using namespace guerdon::sample;

namespace {

/// What is said of `file`; empty for a good one.
std::string fault_of(const std::string& file) {
  ImageFault fault;
  return read_image(file, importer(), fault) == nullptr ? fault.message : "";
}

LaidOut with_logo(const std::string& keys) {
  Certificate c = soft_skills();
  c.organisations.front().logo = "mark.png";
  c.words["logo-figure"] = {{{"Logo of Orto Sociale"}}};
  const auto logo = picture("mark.png");
  return laid_out_alone("    - {block: image, fact: logo, " + keys + "}\n", c, 280, nullptr, logo);
}

}  // namespace

TEST_CASE("A PNG gives its samples, and its opacity apart") {
  const auto image = picture("mark.png");
  CHECK(image->format == Image::Format::png);
  CHECK(image->width == 600);
  CHECK(image->height == 200);
  CHECK(image->components == 3);
  CHECK(image->bytes.size() == 600U * 200 * 3);
  CHECK(image->alpha.size() == 600U * 200);
}

TEST_CASE("A JPEG stays as it is") {
  for (const auto& [file, components] :
       std::vector<std::pair<std::string, int>>{{"colour.jpg", 3}, {"grey.jpg", 1}, {"progressive.jpg", 3}}) {
    const auto image = picture(file);
    CHECK(image->format == Image::Format::jpeg);
    CHECK(image->components == components);
    CHECK(image->width == 63);
    CHECK(image->bytes == picture_file(file));
  }
}

TEST_CASE("What cannot be printed is said") {
  CHECK(fault_of(picture_file("cmyk.jpg")) == "the JPEG file is in CMYK; pages are in sRGB");
  CHECK(fault_of("GIF89a") == "the file is neither PNG, JPEG, SVG nor PDF");
  CHECK(fault_of("") == "the file is neither PNG, JPEG, SVG nor PDF");
  CHECK(fault_of(std::string(2'000'001, 'x')) == "the picture has 2000001 bytes, at most 2000000 are taken");
  const std::string png = picture_file("mark.png");
  std::string wide = png;
  wide[18] = '\x20';  // 0x2058 pixels; the checksum of the head is wrong too
  CHECK_FALSE(fault_of(wide).empty());
}

TEST_CASE("A file cut short anywhere is refused, never read past its end") {
  for (const char* name : {"mark.png", "colour.jpg", "progressive.jpg"}) {
    const std::string whole = picture_file(name);
    for (std::size_t size = 0; size + 2 < whole.size(); size += 1 + size / 16) {
      CHECK_FALSE_MESSAGE(fault_of(whole.substr(0, size)).empty(), name << ' ' << size);
    }
  }
}

TEST_CASE("A damaged PNG is said to be, in our words") {
  std::string damaged = picture_file("mark.png");
  damaged[damaged.size() / 2] ^= 1;
  CHECK(fault_of(damaged) == "the PNG file is damaged or not complete");
}

TEST_CASE("A JPEG without a scan, or whose frame is not as long as its components, is damaged") {
  const std::string whole = picture_file("colour.jpg");
  const std::size_t scan = whole.find("\xFF\xDA");
  REQUIRE(scan != std::string::npos);
  CHECK(fault_of(whole.substr(0, scan) + "\xFF\xD9") == "the JPEG file is damaged or not complete");
  std::string frame = whole;
  const std::size_t at = frame.find("\xFF\xC0");
  REQUIRE(at != std::string::npos);
  frame[at + 9] = 1;  // its components
  CHECK(fault_of(frame) == "the JPEG file is damaged or not complete");
}

TEST_CASE("A picture fits its box, is never larger than itself, and stands in the box's middle") {
  const auto pictures = [](const LaidOut& out) { return marks<Picture>(page(out, 1)); };
  // 600 x 200 pixels at 300 an inch: 50.8 x 16.93 mm.
  const auto fitted = pictures(with_logo("figure: logo-figure, box: [60, 14], top: 24, align: centre"));
  REQUIRE(fitted.size() == 1);
  CHECK(near(fitted[0].height, 14));
  CHECK(near(fitted[0].width, 42));
  CHECK(near(fitted[0].at.x, 105 - 21));
  CHECK(near(fitted[0].at.y, 24));
  const auto own = pictures(with_logo("figure: logo-figure, box: [100, 50], top: 24, align: right"));
  REQUIRE(own.size() == 1);
  CHECK(near(own[0].width, 50.8));
  CHECK(near(own[0].at.x, 190 - 50.8));
  CHECK(near(own[0].at.y, 24 + 25 - 16.933 / 2));
}

TEST_CASE("A drawing fills its box, whatever its size") {
  Certificate c = soft_skills();
  c.organisations.front().logo = "inkscape.svg";
  c.words["logo-figure"] = {{{"Logo of Orto Sociale"}}};
  const auto out = laid_out_alone("    - {block: image, fact: logo, figure: logo-figure, box: [100, 40], top: 24}\n", c,
                                  280, nullptr, picture("inkscape.svg"));
  const auto drawn = marks<Picture>(page(out, 1));
  REQUIRE(drawn.size() == 1);
  CHECK(near(drawn[0].width, 100));
  CHECK(near(drawn[0].height, 33.33));
  CHECK(used_images(*out.pages).size() == 1);
  CHECK(dump_pages(*out.pages).find("100.00 x 33.33 of 60.00 x 20.00 mm") != std::string::npos);
}

TEST_CASE("A background stands below all else, on the pages that it is for, and is not turned round") {
  auto out = laid_out_alone("    - {block: text, words: organisation, style: body}\n", soft_skills(), 280);
  REQUIRE(out.pages.has_value());
  out.pages->front().background = picture("paper.svg");
  mirror(out.pages->front());
  CHECK(used_images(*out.pages) == std::vector<const Image*>{out.pages->front().background.get()});
  CHECK(dump_pages(*out.pages).find("mm\n  - background ") != std::string::npos);
}

TEST_CASE("A picture with words is a figure, without them decoration") {
  const LaidOut spoken = with_logo("figure: logo-figure, box: [60, 14]");
  REQUIRE(page(spoken, 1).elements.size() == 1);
  CHECK(page(spoken, 1).elements[0].tag == Tag::figure);
  CHECK(page(spoken, 1).elements[0].alternative == "Logo of Orto Sociale");
  const LaidOut silent = with_logo("box: [60, 14]");
  CHECK(page(silent, 1).elements.empty());
  CHECK(page(silent, 1).marks.at(0).element == -1);
}

TEST_CASE("A block stands where a fact is, or where it is not") {
  const std::string either =
      "    - {block: image, when: logo, fact: logo, box: [60, 14]}\n"
      "    - {block: text, when-not: logo, words: organisation, style: body}\n";
  Certificate c = soft_skills();
  const auto without = laid_out_alone(either, c, 280);
  CHECK(marks<Picture>(page(without, 1)).empty());
  CHECK(marks<TextRun>(page(without, 1)).size() == 1);
  c.organisations.front().logo = "mark.png";
  const auto with = laid_out_alone(either, c, 280, nullptr, picture("mark.png"));
  CHECK(marks<Picture>(page(with, 1)).size() == 1);
  CHECK(marks<TextRun>(page(with, 1)).empty());
}
