#include "pdf/assemble.h"

#include "base/error.h"
#include "files.h"

using namespace guerdon;

namespace {

PdfObjects empty_page() {
  PdfObjects objects;
  objects.catalog = objects.add("<</Type/Catalog/Pages 2 0 R>>");
  objects.add("<</Type/Pages/Count 1/Kids[3 0 R]>>");
  const std::size_t page = objects.reserve();
  const std::size_t content = objects.add_stream("<</Length 3>>\nstream\nq Q\nendstream");
  objects.begin(page) +=
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 10]/Resources<<>>/Contents " + std::to_string(content) + " 0 R>>";
  objects.info = objects.add("<</Title(Torino)>>");
  objects.identifier = std::string(32, 'A');
  return objects;
}

}  // namespace

TEST_CASE("A stream stands in the file as it was given, with its number") {
  const std::string file = sample::module().assemble(empty_page());
  CHECK(file.starts_with("%PDF-1.7\n"));
  CHECK(file.find("\n4 0 obj\n<</Length 3>>\nstream\nq Q\nendstream\nendobj\n") != std::string::npos);
}

TEST_CASE("What is no stream lies in one object stream, where a reader finds it") {
  const sample::TemporaryFile file(sample::module().assemble(empty_page()));
  CHECK(sample::output_of("qpdf --show-object=3 " + file.path()).find("/MediaBox [ 0 0 10 10 ]") != std::string::npos);
  CHECK(sample::output_of("qpdf --check " + file.path()).find("No syntax or stream encoding errors found") !=
        std::string::npos);
  CHECK(sample::output_of("pdfinfo " + file.path()).find("Torino") != std::string::npos);
}

TEST_CASE("The file carries the identifier that it was given") {
  const sample::TemporaryFile file(sample::module().assemble(empty_page()));
  CHECK(sample::output_of("qpdf --show-object=trailer " + file.path()).find("<" + std::string(32, 'a') + ">") !=
        std::string::npos);
}

TEST_CASE("A module that is loaded ahead writes files, and one that is nowhere is missed only then") {
  PdfModule ahead(GUERDON_BUILD_DIR "/guerdon-pdf.so");
  ahead.load_ahead();
  ahead.load_ahead();
  CHECK(ahead.assemble(empty_page()).starts_with("%PDF-"));
  PdfModule nowhere("/nowhere/guerdon-pdf.so");
  nowhere.load_ahead();
  CHECK_THROWS_AS(nowhere.require(), Error);
}

TEST_CASE("The program knows which PoDoFo its module holds") { CHECK(PdfModule::podofo_version().starts_with("0.")); }

TEST_CASE("A module that is not there is an error that names it") {
  try {
    const std::string file = PdfModule("/nowhere/guerdon-pdf.so").assemble(empty_page());
    FAIL(file.size());
  } catch (const Error& error) {
    CHECK(error.failure() == Failure::access);
    CHECK(std::string(error.what()) == "cannot load the module `/nowhere/guerdon-pdf.so`, which writes PDF files");
  }
}
