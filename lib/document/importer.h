#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "document/image.h"
#include "document/imported_form.h"

namespace guerdon {

/// The modules that read PDF pages and SVG drawings, each loaded when the first one comes. Shared by threads.
class Importer {
 public:
  /// `folder` of `guerdon-import.so` and `guerdon-svg.so`.
  explicit Importer(std::string folder) : folder_(std::move(folder)) {}

  /// The first page of a PDF file; null, with the fault, for one that cannot stand in PDF/A. Throws Error: access when
  /// the module cannot be loaded.
  std::shared_ptr<const ImportedForm> page(std::string_view file, ImageFault& fault) const;

  /// An SVG drawing, likewise.
  std::shared_ptr<const ImportedForm> drawing(std::string_view file, ImageFault& fault) const;

  /// The version of `library`; empty when it is none of the modules', or not here.
  [[nodiscard]] std::string version(std::string_view library) const;

 private:
  /// A module and what it offers.
  struct Module {
    std::once_flag once;
    void* work = nullptr;
    void* libraries = nullptr;
  };

  void load(Module& module, const char* file, const char* work) const noexcept;
  const Module& pages() const;
  const Module& drawings() const;
  [[nodiscard]] std::shared_ptr<ImportedForm> form(std::string_view file, bool without_text, ImageFault& fault) const;

  std::string folder_;
  mutable Module pages_;
  mutable Module drawings_;
};

}  // namespace guerdon
