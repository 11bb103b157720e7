#include "pdf/image_object.h"

#include "../document/picture.h"
#include "files.h"

using namespace guerdon;
using namespace guerdon::sample;

namespace {

/// A certificate with `name` as its organisation's logo.
std::string pdf_with(const std::string& name) {
  Certificate c = soft_skills();
  c.organisations.front().logo = name;
  c.words["logo-figure"] = {{{"Logo of Orto Sociale"}}};
  const Design& design = shared_design("soft-skills");
  Shaper shaper;
  Diagnostics findings;
  const auto pages = lay_out(c, design.pages, design.fonts, shaper, {}, findings, nullptr, picture(name));
  REQUIRE(pages.has_value());
  return write_pdf(*pages, pdf_meta(c), module());
}

std::string images_of(const std::string& name) {
  const TemporaryFile file(pdf_with(name));
  CHECK(output_of("qpdf --check " + file.path()).find("No syntax or stream encoding errors") != std::string::npos);
  return output_of("pdfimages -list " + file.path() + " | tail -n +3 | awk '{print $3, $4, $5, $6, $9}'");
}

}  // namespace

TEST_CASE("A PNG with opacity is samples and a mask") {
  CHECK(images_of("mark.png") == "image 600 200 rgb image\nsmask 600 200 gray image\n");
}

TEST_CASE("A JPEG goes into the file as it is") {
  CHECK(images_of("grey.jpg") == "image 63 21 gray jpeg\n");
  CHECK(images_of("colour.jpg") == "image 63 21 rgb jpeg\n");
  CHECK(images_of("progressive.jpg") == "image 63 21 rgb jpeg\n");
  CHECK(pdf_with("colour.jpg").find(picture_file("colour.jpg")) != std::string::npos);
}

TEST_CASE("What a page with a logo says aloud is the logo's words, in place of the name") {
  const TemporaryFile file(pdf_with("mark.png"));
  const std::string tree = output_of("pdfinfo -struct " + file.path());
  CHECK(tree.find("Figure") != std::string::npos);
  CHECK(pdf_with("mark.png") == pdf_with("mark.png"));
}

TEST_CASE("An image is one object, its mask another") {
  PdfObjects objects;
  CHECK(pdf::add_image(*picture("mark.png"), objects) == 2);
  CHECK(pdf::add_image(*picture("grey.jpg"), objects) == 3);
}
