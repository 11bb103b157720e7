#include "base/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"

namespace guerdon {
namespace {

// A cell takes some fifty bytes, a row what two more cells take: memory stays within forty times the file.
constexpr std::size_t cells_anyway = 1000;
constexpr std::size_t bytes_per_cell = 2;
constexpr std::size_t cells_for_row = 2;
constexpr std::size_t most_cells_of_row = 1000;

// Nobody reads more of one file.
constexpr std::size_t most_faults = 1000;

char separator_of(std::string_view text) {
  std::array<std::size_t, 3> counts{};
  constexpr std::string_view separators = ",;\t";
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (c == '\n' && !quoted) break;
    const std::size_t which = separators.find(c);
    if (!quoted && which != std::string_view::npos) ++counts[which];
  }
  return separators[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

class CsvReader {
 public:
  CsvReader(const std::string& path, std::string_view text, Diagnostics& findings)
      : path_(path), text_(text), separator_(separator_of(text)), findings_(findings) {}

  std::vector<CsvRow> rows() {
    std::vector<CsvRow> out;
    std::size_t cells = 0;
    const std::size_t most_cells = cells_anyway + text_.size() / bytes_per_cell;
    const std::size_t faults_before = findings_.items().size();
    while (at_ < text_.size()) {
      CsvRow row;
      const std::size_t before = findings_.items().size();
      do {
        row.cells.push_back(cell());
        if (row.cells.size() > most_cells_of_row)
          return refused(fmt::format("a row of more than {} cells", most_cells_of_row));
        if (findings_.items().size() - faults_before >= most_faults)
          return refused(fmt::format("{} faults so far; what follows was not read", most_faults));
      } while (take(separator_));
      take('\r');
      take('\n');
      row.broken = findings_.items().size() > before;
      const bool empty = std::all_of(row.cells.begin(), row.cells.end(), [](const auto& c) { return c.value.empty(); });
      if (empty) continue;
      cells += row.cells.size() + cells_for_row;
      if (cells > most_cells) return refused(fmt::format("more than {} cells in {} bytes", most_cells, text_.size()));
      row.cells.shrink_to_fit();
      out.push_back(std::move(row));
    }
    return out;
  }

 private:
  std::vector<CsvRow> refused(std::string message) {
    findings_.error("csv", {path_, here()}, std::move(message), "see whether the file is what its name says");
    return {};
  }

  bool take(char c) {
    if (at_ == text_.size() || text_[at_] != c) return false;
    ++at_;
    if (c == '\n') {
      ++line_;
      line_start_ = at_;
    }
    return true;
  }

  Place here() const { return {line_, static_cast<std::uint32_t>(at_ - line_start_ + 1), 1}; }

  Located<std::string> cell() {
    Place place = here();
    const std::size_t begin = at_;
    std::string value = at_ < text_.size() && text_[at_] == '"' ? quoted_cell(place) : plain_cell();
    if (place.line == line_) place.length = static_cast<std::uint32_t>(std::max<std::size_t>(at_ - begin, 1));
    return {std::move(value), place};
  }

  std::string plain_cell() {
    const std::size_t end = std::min(text_.find_first_of(std::string{separator_, '\n', '\r'}, at_), text_.size());
    std::string_view value = text_.substr(at_, end - at_);
    at_ = end;
    while (value.starts_with(' '))
      value.remove_prefix(1);
    while (value.ends_with(' '))
      value.remove_suffix(1);
    return std::string(value);
  }

  std::string quoted_cell(Place opened) {
    std::string out;
    ++at_;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c != '"') {
        out += c;
        if (!take('\n')) ++at_;
        continue;
      }
      ++at_;
      if (at_ < text_.size() && text_[at_] == '"') {
        out += '"';
        ++at_;
        continue;
      }
      while (take(' '))
        continue;
      Place behind = here();
      if (const std::string more = plain_cell(); !more.empty()) {
        behind.length = static_cast<std::uint32_t>(more.size());
        findings_.error("csv", {path_, behind}, fmt::format("`{}` stands behind a closing quote", sanitized(more)),
                        "put the whole cell in quotes, and double a quote that belongs to the text");
      }
      return out;
    }
    findings_.error("csv", {path_, opened}, "a quote is not closed",
                    "close it, or double a quote that belongs to the text");
    return out;
  }

  const std::string& path_;
  std::string_view text_;
  char separator_;
  Diagnostics& findings_;
  std::size_t at_ = 0;
  std::size_t line_start_ = 0;
  std::uint32_t line_ = 1;
};

/// Whether a spreadsheet would run the text, in any of the forms that it takes for one sign.
bool begins_formula(std::string_view text) {
  while (text.starts_with(' '))
    text.remove_prefix(1);
  if (text.empty()) return false;
  std::size_t end = 0;
  const char32_t first = next_code_point(text, end);
  return std::u32string_view(U"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20").find(first) != std::u32string_view::npos;
}

}  // namespace

std::vector<CsvRow> parse_csv(const std::string& path, std::string_view text, Diagnostics& findings) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (const auto bad = find_bad_utf8(text)) {
    const auto line = static_cast<std::uint32_t>(
        std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(*bad), '\n') + 1);
    findings.error("csv", {path, {line, 1, 1}}, "this line is not UTF-8",
                   "save the table as UTF-8; in a spreadsheet: CSV UTF-8");
    return {};
  }
  return CsvReader(path, text, findings).rows();
}

std::string csv_line(const std::vector<std::string>& cells) {
  std::string out;
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) out += ',';
    std::string text = begins_formula(cell) ? "'" + cell : cell;
    if (text.find_first_of(",;\t\r\n\"") == std::string::npos) {
      out += text;
      continue;
    }
    for (std::size_t at = text.find('"'); at != std::string::npos; at = text.find('"', at + 2))
      text.insert(at, 1, '"');
    out += '"' + text + '"';
  }
  return out + '\n';
}

}  // namespace guerdon
