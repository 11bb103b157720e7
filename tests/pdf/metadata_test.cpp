#include "pdf/metadata.h"

#include "files.h"

using namespace guerdon;

namespace {

PdfMeta meta() {
  return {"Certificate: Zofia & Ørsted",
          "7KQ3-HX2M-9DPA-4TZB",
          "en",
          *Date::parse("2026-08-29"),
          2,
          {{"HarfBuzz", "6.0.0"}, {"PoDoFo", "0.9.8"}},
          "https://certificates.example.org/7KQ3-HX2M-9DPA-4TZB",
          "{\"format\":\"certificate/1\"}\n"};
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("The packet names both standards, the certificate, and what the bytes depend on") {
  const std::string packet = pdf::xmp_packet(meta());
  CHECK(has(packet, "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"));
  CHECK(has(packet, "<pdfuaid:part>1</pdfuaid:part>"));
  CHECK(has(packet, "<rdf:li xml:lang=\"x-default\">Certificate: Zofia &amp; Ørsted</rdf:li>"));
  CHECK(has(packet, "<dc:identifier>7KQ3-HX2M-9DPA-4TZB</dc:identifier>"));
  CHECK(has(packet, "<guerdon:pageVersion>2</guerdon:pageVersion>"));
  CHECK(has(packet, "<rdf:li>HarfBuzz 6.0.0</rdf:li><rdf:li>PoDoFo 0.9.8</rdf:li>"));
}

TEST_CASE("The Info dictionary says the same") {
  const std::string packet = pdf::xmp_packet(meta());
  const std::string info = pdf::info_dictionary(meta());
  CHECK(has(info, "/Creator(guerdon)/Producer(guerdon, page version 2)"));
  CHECK(has(packet, "<pdf:Producer>guerdon, page version 2</pdf:Producer>"));
  CHECK(has(info, "/CreationDate(D:20260829000000Z)/ModDate(D:20260829000000Z)"));
  CHECK(has(packet, "<xmp:CreateDate>2026-08-29T00:00:00Z</xmp:CreateDate>"));
}

TEST_CASE("A reader takes the facts out of the file as they are") {
  const Certificate c = sample::soft_skills();
  const sample::LaidOut out = sample::laid_out(c);
  PdfMeta of = pdf_meta(c);
  of.facts = meta().facts;
  const sample::TemporaryFile file(write_pdf(*out.pages, of, sample::module()));
  sample::output_of("pdfdetach -save 1 -o " + file.folder() + "/facts.json " + file.path());
  CHECK(sample::output_of("cat " + file.folder() + "/facts.json") == of.facts);
  CHECK(has(sample::output_of("pdfdetach -list " + file.path()), "certificate.json"));
}
