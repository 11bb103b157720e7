#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guerdon {

/// Numbers and texts one behind the other, for a file that the same program reads again.
class Packed {
 public:
  void add(std::uint64_t number);
  void add(std::string_view text);
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

/// Reads what `Packed` wrote, in its order. Behind the end, or where the bytes fit nothing, numbers are 0, texts are
/// empty and `good` is false.
class Unpacked {
 public:
  explicit Unpacked(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t number();
  /// Points into the bytes.
  std::string_view text();
  /// What is not read yet.
  [[nodiscard]] std::string_view rest() const { return rest_; }
  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
  bool good_ = true;
};

}  // namespace guerdon
