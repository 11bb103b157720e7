#pragma once

#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace guerdon {

/// A document while its objects are gathered. A stream stands in the file by itself; every other object goes into one
/// object stream. Source: ISO 32000-1, 7.5.7.
class PdfObjects {
 public:
  /// Number of a new object.
  std::size_t reserve() { return ++count_; }

  /// Begins the body of `number`; whatever is appended to the answer until the next call belongs to it.
  std::string& begin(std::size_t number);
  /// A new object with `body`; its number.
  std::size_t add(std::string_view body);

  /// `body` is a stream: dictionary, `stream`, bytes, `endstream`.
  void put_stream(std::size_t number, std::string body);
  std::size_t add_stream(std::string body);

  std::size_t catalog = 0;  ///< object number
  std::size_t info = 0;
  std::string identifier;  ///< of the file: 32 hexadecimal digits

 private:
  friend class PdfModule;

  struct Packed {
    std::size_t number = 0;
    std::size_t begin = 0;
  };
  struct Stream {
    std::size_t number = 0;
    std::string body;
  };

  [[nodiscard]] std::string object_stream() const;
  [[nodiscard]] std::string cross_references(std::size_t holder, const std::size_t* offsets) const;

  std::size_t count_ = 0;
  std::string text_;  ///< bodies of all that are no streams
  std::vector<Packed> packed_;
  std::vector<Stream> streams_;
};

/// The module that holds PoDoFo, loaded when the first file is written. Shared by threads.
class PdfModule {
 public:
  /// `path` of `guerdon-pdf.so`.
  explicit PdfModule(std::string path) : path_(std::move(path)) {}
  ~PdfModule();
  PdfModule(const PdfModule&) = delete;
  PdfModule& operator=(const PdfModule&) = delete;

  /// Begins to load it, beside whatever is done next: PoDoFo and its libraries take longer than a page.
  void load_ahead();

  /// Throws Error: access when it cannot be loaded.
  void require() const;

  /// The bytes of the file. Throws Error: access when the module cannot be loaded.
  [[nodiscard]] std::string assemble(PdfObjects objects) const;

  /// "0.9.8": the one that the program was built with; a module with another is not loaded.
  static std::string podofo_version();

 private:
  void load() const noexcept;

  std::string path_;
  std::thread ahead_;
  mutable std::once_flag once_;
  mutable void* write_ = nullptr;
};

}  // namespace guerdon
