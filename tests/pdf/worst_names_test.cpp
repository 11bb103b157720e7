#include <sstream>

#include "base/text.h"
#include "files.h"
#include "yaml/parse.h"

using namespace guerdon;
using namespace guerdon::sample;

namespace {

/// In normal form C, without spaces and the marks of direction that pdftotext adds.
std::string letters(const std::string& text) {
  std::string kept;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = next_code_point(text, offset);
    const bool direction = (c >= 0x200B && c <= 0x200F && c != 0x200C && c != 0x200D) || (c >= 0x202A && c <= 0x202E);
    if (c > U' ' && c != 0x00A0 && c != 0x00AD && c != 0x2002 && !direction) append_utf8(kept, c);
  }
  return nfc(kept);
}

/// What stands between the first and the last quotation mark of each line.
std::string between_quotes(const std::string& text) {
  std::istringstream in(text);
  std::string all;
  for (std::string line; std::getline(in, line);) {
    const std::size_t begin = line.find('"');
    const std::size_t end = line.rfind('"');
    if (begin != std::string::npos && end > begin) all += line.substr(begin + 1, end - begin - 1);
  }
  return all;
}

std::vector<std::string> extracted(const std::string& path, const std::string& mode) {
  std::vector<std::string> pages{""};
  for (const char c : output_of("pdftotext " + mode + " -enc UTF-8 " + path + " -")) {
    if (c == '\f') {
      pages.emplace_back();
    } else {
      pages.back() += c;
    }
  }
  for (std::string& page : pages)
    page = letters(page);
  return pages;
}

}  // namespace

// Poppler takes a word from right to left apart where one vowel sign stands on another: such a name is `turned` in the
// table. What is read aloud, the text of the structure, is exact for every name.
TEST_CASE("The worst names are read out of their PDF as they were written") {
  Diagnostics findings;
  const std::string path = std::string(GUERDON_SOURCE_DIR) + "/tests/document/worst_names.yaml";
  const auto document = yaml::parse(path, read_file(path), findings);
  REQUIRE(document.has_value());
  std::vector<std::string> names;
  std::vector<bool> turned;
  std::vector<Page> pages;
  for (const yaml::Node& entry : document->root.items) {
    if (entry.find("name") == nullptr) continue;
    Certificate c = soft_skills();
    c.name = entry.find("name")->scalar;
    const LaidOut out = laid_out(c);
    if (!out.pages) continue;
    names.push_back(c.name);
    turned.push_back(entry.find("turned") != nullptr);
    pages.push_back(out.pages->front());
  }
  REQUIRE(names.size() > 90);
  const TemporaryFile file(write_pdf(pages, pdf_meta(soft_skills()), module()));
  const auto as_painted = extracted(file.path(), "-raw");
  const auto as_placed = extracted(file.path(), "");
  const std::string aloud = letters(between_quotes(output_of("pdfinfo -struct-text " + file.path())));
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string wanted = letters(names[i]);
    const bool found =
        as_painted.at(i).find(wanted) != std::string::npos || as_placed.at(i).find(wanted) != std::string::npos;
    CHECK_MESSAGE(found != turned[i], names[i]);
    CHECK_MESSAGE(aloud.find(wanted) != std::string::npos, names[i]);
  }
}
