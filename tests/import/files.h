#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "../document/picture.h"

// PDF files made by hand, and what the importer says of them.

namespace guerdon::sample {

/// A stream object's body.
inline std::string stream(const std::string& entries, const std::string& bytes) {
  return "<<" + entries + "/Length " + std::to_string(bytes.size()) + ">>\nstream\n" + bytes + "\nendstream";
}

/// A PDF file of `objects`, the first of them the catalog.
inline std::string pdf_file(const std::vector<std::string>& objects, const std::string& trailer = {}) {
  std::string out = "%PDF-1.7\n";
  std::string table = "0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    std::string offset = std::to_string(out.size());
    table += std::string(10 - offset.size(), '0').append(offset) + " 00000 n \n";
    out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string count = std::to_string(objects.size() + 1);
  const std::string start = std::to_string(out.size());
  return out + "xref\n0 " + count + "\n" + table + "trailer\n<</Size " + count + "/Root 1 0 R" + trailer +
         ">>\nstartxref\n" + start + "\n%%EOF\n";
}

/// What a page is made of.
struct OnePage {
  std::string content = "0 0 1 rg 10 10 100 50 re f";
  std::string resources = {};          ///< entries
  std::string page = {};               ///< more entries of the page
  std::string catalog = {};            ///< more entries of the catalog
  std::vector<std::string> more = {};  ///< objects from 5 on
  std::string box = "[0 0 200 100]";
};

inline std::string pdf_file(const OnePage& one) {
  std::vector<std::string> objects{
      "<</Type/Catalog/Pages 2 0 R" + one.catalog + ">>", "<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox" + one.box + ">>",
      "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<<" + one.resources + ">>" + one.page + ">>",
      stream("", one.content)};
  objects.insert(objects.end(), one.more.begin(), one.more.end());
  return pdf_file(objects);
}

inline std::shared_ptr<const ImportedForm> imported(const std::string& file) {
  ImageFault fault;
  auto form = importer().page(file, fault);
  REQUIRE_MESSAGE(form != nullptr, fault.message);
  return form;
}

/// What is said against the first page of `file`; empty for a good one.
inline std::string said_of(const std::string& file) {
  ImageFault fault;
  const auto form = importer().page(file, fault);
  CHECK((form == nullptr) == !fault.message.empty());
  CHECK(fault.message.empty() == fault.hint.empty());
  return fault.message;
}
inline std::string said_of(const OnePage& page) { return said_of(pdf_file(page)); }

/// What is said against a drawing.
inline std::string said_of_drawing(const std::string& file) {
  ImageFault fault;
  const auto form = importer().drawing(file, fault);
  CHECK((form == nullptr) == !fault.message.empty());
  CHECK(fault.message.empty() == fault.hint.empty());
  return fault.message;
}

/// All bodies and streams of `form`, a line each.
inline std::string text_of(const ImportedForm& form) {
  std::string out;
  for (const ImportedForm::Object& object : form.objects) {
    out += object.body + '\n';
    if (object.is_stream && !object.is_packed) out += object.stream + '\n';
  }
  return out;
}

inline bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace guerdon::sample
