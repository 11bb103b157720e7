#pragma once

#include <doctest/doctest.h>

#include <sys/wait.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

#include "../document/sample.h"
#include "pdf/write.h"

// PDF files for tests, and the outside programs that judge them.

namespace guerdon::sample {

inline const PdfModule& module() {
  static const PdfModule the_module(GUERDON_BUILD_DIR "/guerdon-pdf.so");
  return the_module;
}

inline std::string pdf_of(const Certificate& certificate) {
  const LaidOut out = laid_out(certificate);
  REQUIRE(out.pages.has_value());
  return write_pdf(*out.pages, pdf_meta(certificate), module());
}

/// What a program prints; throws when it is missing or fails.
inline std::string output_of(const std::string& command) {
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("cannot run " + command);
  std::string output;
  char buffer[4096];
  for (std::size_t got = 0; (got = fread(buffer, 1, sizeof buffer, pipe)) > 0;)
    output.append(buffer, got);
  const int status = pclose(pipe);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) throw std::runtime_error(command + " failed: " + output);
  return output;
}

/// A file in a folder of its own that goes with it.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& bytes) {
    std::string pattern = (std::filesystem::temp_directory_path() / "guerdon-pdf-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    folder_ = pattern;
    std::ofstream(path(), std::ios::binary) << bytes;
  }
  ~TemporaryFile() { std::filesystem::remove_all(folder_); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  [[nodiscard]] std::string path() const { return folder_ + "/file.pdf"; }
  [[nodiscard]] const std::string& folder() const { return folder_; }

 private:
  std::string folder_;
};

/// `text` with every run of white space, no-break and en spaces included, as one space.
inline std::string spaces_joined(const std::string& text) {
  std::string joined;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t length = 0;
    if (text[i] == ' ' || text[i] == '\n' || text[i] == '\f') length = 1;
    if (text.compare(i, 2, "\u00A0") == 0) length = 2;
    if (text.compare(i, 3, "\u2002") == 0) length = 3;
    if (length == 0) {
      joined += text[i++];
      continue;
    }
    if (!joined.ends_with(' ')) joined += ' ';
    i += length;
  }
  return joined;
}

}  // namespace guerdon::sample
