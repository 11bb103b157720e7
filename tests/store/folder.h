#pragma once

#include <doctest/doctest.h>
#include <stdlib.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>

#include "base/error.h"

namespace guerdon::test {

/// A folder of its own for one test; it goes with the object.
class Folder {
 public:
  Folder() {
    // In memory where there is such a folder: guerdon waits for the disk after each record.
    const bool in_memory = ::access("/dev/shm", W_OK) == 0;
    std::string pattern = ((in_memory ? std::filesystem::path("/dev/shm") : std::filesystem::temp_directory_path()) /
                           "guerdon-test-XXXXXX")
                              .string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = std::filesystem::canonical(pattern);
  }
  ~Folder() {
    std::error_code fault;
    std::filesystem::remove_all(path_, fault);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  void write(const std::string& name, std::string_view bytes) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }

  [[nodiscard]] std::string read(const std::string& name) const {
    std::ifstream in(path_ / name, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + name);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  [[nodiscard]] bool holds(const std::string& name) const { return std::filesystem::exists(path_ / name); }

  /// Every regular file below, hidden ones too, by relative path.
  [[nodiscard]] std::map<std::string, std::string> files() const {
    std::map<std::string, std::string> out;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(path_)) {
      if (!entry.is_regular_file() || entry.is_symlink()) continue;
      const std::string name = entry.path().lexically_relative(path_).generic_string();
      out[name] = read(name);
    }
    return out;
  }

 private:
  std::filesystem::path path_;
};

/// The Error that `act` throws; it is a fault of the test when there is none.
template <class Act>
Error error_of(Act&& act) {
  try {
    act();
  } catch (const Error& error) {
    return error;
  }
  throw std::runtime_error("nothing was refused");
}

/// The bytes of a file below the source folder.
inline std::string source_text(const std::string& path) {
  std::ifstream in(std::filesystem::path(GUERDON_SOURCE_DIR) / path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// `text` with every `from` as `to`; it is a fault of the test when there is none.
inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
  std::size_t at = text.find(from);
  if (at == std::string::npos) throw std::runtime_error("nothing to replace: " + std::string(from));
  for (; at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

}  // namespace guerdon::test
