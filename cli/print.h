#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/json.h"

namespace guerdon {

/// Finds the text that a finding names: among `sources`, else the file below `folder`.
class Sources {
 public:
  Sources(std::filesystem::path folder, const std::map<std::string, std::string>& named)
      : folder_(std::move(folder)), named_(named) {}

  /// The line of that number without its end and without a byte order mark; empty where there is no such text.
  std::string line(const std::string& path, std::uint32_t number);

 private:
  std::filesystem::path folder_;
  const std::map<std::string, std::string>& named_;
  struct Text {
    std::string_view bytes;
    std::vector<std::size_t> starts;  ///< of its lines
  };
  const Text& text(const std::string& path);

  std::map<std::string, std::string> read_;
  std::map<std::string, Text> texts_;
};

/// The column of a place as people count: in code points, from 1; 0 where there is none.
std::size_t column_of(const Location& where, Sources& sources);

/// A finding as text: `path:line:col: error: message [rule]`, the source line, a caret, the hint.
std::string print_finding(const Diagnostic& finding, Sources& sources, bool colour = false);

/// "1 error, 2 warnings"; empty for none.
std::string count_findings(const Diagnostics& findings);

/// The findings as `--json` gives them; columns in code points.
Json findings_json(const Diagnostics& findings, Sources& sources);

}  // namespace guerdon
