#include "pdf/form_object.h"

#include "../document/picture.h"
#include "files.h"

using namespace guerdon;
using namespace guerdon::sample;

namespace {

/// A certificate with `logo`, over `background`.
std::string pdf_with(const std::string& logo, const std::string& background) {
  Certificate c = soft_skills();
  if (!logo.empty()) c.organisations.front().logo = logo;
  c.words["logo-figure"] = {{{"Logo of Orto Sociale"}}};
  const Design& design = shared_design("soft-skills");
  Shaper shaper;
  Diagnostics findings;
  auto pages =
      lay_out(c, design.pages, design.fonts, shaper, {}, findings, nullptr, logo.empty() ? nullptr : picture(logo));
  REQUIRE(pages.has_value());
  if (!background.empty()) pages->front().background = picture(background);
  return write_pdf(*pages, pdf_meta(c), module());
}

bool is_sound(const std::string& pdf) {
  const TemporaryFile file(pdf);
  return output_of("qpdf --check " + file.path()).find("No syntax or stream encoding errors") != std::string::npos;
}

/// The middle of a region of the page, drawn 72 pixels an inch: "red green blue".
std::string colour_at(const std::string& pdf, int x, int y) {
  const TemporaryFile file(pdf);
  output_of("pdftoppm -r 72 -x " + std::to_string(x) + " -y " + std::to_string(y) + " -W 1 -H 1 -singlefile " +
            file.path() + " " + file.folder() + "/dot");
  return output_of("tail -c 3 " + file.folder() + "/dot.ppm | od -An -tu1 | tr -s ' '");
}

}  // namespace

TEST_CASE("A drawing and a page go into the file as forms") {
  CHECK(is_sound(pdf_with("mark.svg", "paper.pdf")));
  CHECK(is_sound(pdf_with("inkscape.svg", "paper.svg")));
  CHECK(pdf_with("mark.svg", "paper.pdf") == pdf_with("mark.svg", "paper.pdf"));
}

TEST_CASE("A background lies over the whole page, below all else") {
  const std::string plain = pdf_with("", "");
  const std::string over = pdf_with("", "paper.svg");
  // A green at the head, clear below it.
  CHECK(colour_at(plain, 40, 10) != colour_at(over, 40, 10));
  CHECK(colour_at(plain, 40, 400) == colour_at(over, 40, 400));
  const TemporaryFile file(over);
  const TemporaryFile bare(plain);
  CHECK(output_of("pdftotext " + file.path() + " -") == output_of("pdftotext " + bare.path() + " -"));
}

TEST_CASE("A form that two pages draw is written once, all of it") {
  PdfObjects objects;
  const auto mark = picture("mark.svg");
  CHECK(pdf::add_form(*mark, objects) == 1);
  CHECK(pdf::add_form(*mark, objects) == 1 + mark->form->objects.size());
}
