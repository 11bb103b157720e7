#pragma once

#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace guerdon {

/// A document as finished object bodies: `bodies[i]` is object i + 1.
struct PdfObjects {
  std::vector<std::string> bodies;
  std::size_t catalog = 0;                                ///< object number
  std::vector<std::pair<const char*, std::string>> info;  ///< name and UTF-8 text

  /// Number of a new, empty object.
  std::size_t reserve() {
    bodies.emplace_back();
    return bodies.size();
  }
  std::string& operator[](std::size_t number) { return bodies[number - 1]; }
};

/// The module that holds PoDoFo, loaded when the first file is written. Shared by threads.
class PdfModule {
 public:
  /// `path` of `guerdon-pdf.so`.
  explicit PdfModule(std::string path) : path_(std::move(path)) {}

  /// The bytes of the file. Throws Error: access when the module cannot be loaded.
  [[nodiscard]] std::string assemble(const PdfObjects& objects) const;

 private:
  void load() const noexcept;

  std::string path_;
  mutable std::once_flag once_;
  mutable void* function_ = nullptr;
};

}  // namespace guerdon
