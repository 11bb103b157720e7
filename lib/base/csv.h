#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace guerdon {

/// One row of a table: its cells and where each begins.
struct CsvRow {
  std::vector<Located<std::string>> cells;
  bool broken = false;  ///< whether a quote in it is wrong, which is reported
};

/// Reads comma, semicolon or tab separated values, whichever the first line uses most outside quotes; with or without a
/// byte order mark; quotes doubled inside quotes; LF or CRLF. Empty lines are skipped. An open quote, text
/// behind a closing quote and bad UTF-8 are reported under `csv`. Source: RFC 4180.
std::vector<CsvRow> parse_csv(const std::string& path, std::string_view text, Diagnostics& findings);

/// A line of a table, with commas, that a spreadsheet takes for what it says: a cell that it would run as a formula,
/// for it begins with = + - @ or a character like them, gets an apostrophe before it. Source: RFC 4180; OWASP, "CSV
/// Injection".
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace guerdon
