#include <doctest/doctest.h>

#include "document/layout.h"
#include "pages.h"

namespace guerdon::sample {
namespace {

/// Blocks of a first page, with room enough below.
LaidOut laid_out_flow(const std::string& flow, const Certificate& certificate) {
  const std::string text =
      "format: design/1\nforms: [whole]\n"
      "page: {size: [210, 297], margins: {top: 18, right: 20, bottom: 18, left: 20}}\n"
      "fonts:\n  LR: {file: Lato-Regular.ttf, folder: truetype/lato, package: fonts-lato, baseline: 0.387}\n"
      "colours: {ink: \"#000000\"}\n"
      "styles:\n  body: {font: LR, size: 10, line: 5, colour: ink}\n"
      "every-page: []\nfirst-page:\n  foot-top: 290\n  clear: 0\n  foot: []\n  flow:\n" +
      flow + "next-page: {top: 40, bottom: 250, clear: 0, head: [], foot: []}\n";
  const Template pages = read_design("columns.yaml", text);
  const Fonts fonts = open_fonts(pages.fonts, {"/usr/share/fonts"});
  Shaper shaper;
  LaidOut out;
  out.pages = lay_out(certificate, pages, fonts, shaper, {}, out.findings);
  return out;
}

std::vector<double> tops(const LaidOut& out) {
  std::vector<double> found;
  for (const Diagnostic& finding : out.findings.items())
    FAIL_CHECK(finding.message);
  for (const TextRun& run : marks<TextRun>(page(out, 1)))
    found.push_back(run.box_top);
  return found;
}

Certificate with_latin_name() {
  Certificate certificate = soft_skills();
  certificate.latin_name = "Zofia Wisniewska";
  return certificate;
}

TEST_CASE("A block beside another begins at its top; one under it below both columns") {
  const std::string flow =
      "    - {block: text, id: side, top: 30, fact: name, style: body, width: 55}\n"
      "    - {block: text, fact: id, style: body, width: 55, gap: 2}\n"
      "    - {block: text, beside: side, fact: latin-name, style: body, x: 80, width: 60}\n"
      "    - {block: text, under: side, gap: 4, fact: id, style: body}\n";
  CHECK(tops(laid_out_flow(flow, with_latin_name())) == std::vector<double>{30, 37, 30, 46});
}

TEST_CASE("A column begins where its first block would stand, also when that is left out") {
  const std::string flow =
      "    - {block: text, top: 20, fact: id, style: body}\n"
      "    - {block: text, id: side, gap: 10, when: latin-name, fact: latin-name, style: body, width: 55}\n"
      "    - {block: text, beside: side, fact: name, style: body, x: 80, width: 60}\n";
  CHECK(tops(laid_out_flow(flow, soft_skills())) == std::vector<double>{20, 35});
}

TEST_CASE("The longer column counts for the room above the foot") {
  const std::string flow =
      "    - {block: text, id: side, top: 283, fact: name, style: body, width: 55}\n"
      "    - {block: text, fact: id, style: body, width: 55}\n"
      "    - {block: text, beside: side, fact: id, style: body, x: 80, width: 60}\n";
  CHECK(laid_out_flow(flow, soft_skills()).finding().starts_with("page.printable: page one is 3.0 mm too full"));
}

TEST_CASE("A column beside a block that comes later, or not at all, is refused") {
  const std::string flow =
      "    - {block: text, beside: later, fact: name, style: body}\n"
      "    - {block: text, id: later, fact: id, style: body}\n";
  CHECK_THROWS_WITH(laid_out_flow(flow, soft_skills()),
                    doctest::Contains("no block before it in this list is called `later`"));
}

}  // namespace
}  // namespace guerdon::sample
