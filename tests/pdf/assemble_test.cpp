#include "pdf/assemble.h"

#include "base/error.h"
#include "files.h"

using namespace guerdon;

namespace {

PdfObjects empty_page() {
  PdfObjects objects;
  objects.catalog = objects.reserve();
  const std::size_t tree = objects.reserve();
  const std::size_t page = objects.reserve();
  objects[objects.catalog] = "<</Type/Catalog/Pages 2 0 R>>";
  objects[tree] = "<</Type/Pages/Count 1/Kids[3 0 R]>>";
  objects[page] = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 10]/Resources<<>>>>";
  objects.info = {{"Title", "Łódź"}, {"CreationDate", "D:20260829000000Z"}};
  return objects;
}

}  // namespace

TEST_CASE("Objects keep their numbers and bodies") {
  const std::string file = sample::module().assemble(empty_page());
  CHECK(file.starts_with("%PDF-1.7\n"));
  CHECK(file.find("2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj") != std::string::npos);
}

TEST_CASE("The file's identifier follows from its own words") {
  PdfObjects other = empty_page();
  other.info[0].second = "Torino";
  const std::string a = sample::module().assemble(empty_page());
  const std::string b = sample::module().assemble(other);
  CHECK(a == sample::module().assemble(empty_page()));
  CHECK(a.substr(a.find("/ID")) != b.substr(b.find("/ID")));
}

TEST_CASE("A module that is not there is an error that names it") {
  try {
    const std::string file = PdfModule("/nowhere/guerdon-pdf.so").assemble(empty_page());
    FAIL(file.size());
  } catch (const Error& error) {
    CHECK(error.failure() == Failure::access);
    CHECK(std::string(error.what()) == "cannot load the module `/nowhere/guerdon-pdf.so`, which writes PDF files");
  }
}
