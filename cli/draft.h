#pragma once

#include <filesystem>
#include <string>

#include "store/file.h"

namespace guerdon {

/// An answer while it is written, kept in the workspace's `.guerdon/drafts` until it is recorded: what was typed
/// survives a refusal, a crash and a lost connection. Nobody else can read it.
class Draft {
 public:
  Draft(const Root& root, const std::string& case_id, const std::string& section);

  /// What an earlier attempt left; empty when there was none.
  [[nodiscard]] std::string left_over() const;
  void write(const std::string& text) const;
  [[nodiscard]] std::string read() const;
  void remove() const;

  [[nodiscard]] const std::filesystem::path& file() const { return file_; }

 private:
  std::filesystem::path file_;
};

}  // namespace guerdon
