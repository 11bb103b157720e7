#include "cli/edit_answer.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "cli/print.h"

namespace guerdon {
namespace {

constexpr std::string_view mark = "#! ";

/// `text` without what was found with it the last time.
std::string without_complaints(std::string text) {
  while (text.starts_with("#!"))
    text.erase(0, std::min(text.find('\n'), text.size() - 1) + 1);
  return text;
}

std::string complaints(const Report& report, const std::string& path, const std::string& text, std::size_t above) {
  std::map<std::string, std::string> sources = report.sources;
  sources[path] = std::string(above, '\n') + text;
  Sources shown({}, sources);
  std::string lines;
  for (Diagnostic finding : report.findings.items()) {
    if (finding.where.path == path) finding.where.place.line += static_cast<std::uint32_t>(above);
    lines += print_finding(finding, shown);
  }
  std::string out;
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', begin), lines.size());
    out += std::string(mark) + lines.substr(begin, end - begin) + '\n';
    begin = end + 1;
  }
  return out + std::string(mark) + "Put it right and close the editor; closed unchanged, nothing is recorded.\n";
}

/// The complaints stand above the text, and so move the lines that they name.
std::string with_complaints(const Report& report, const std::string& path, const std::string& text) {
  const std::string first = complaints(report, path, text, 0);
  const auto height = static_cast<std::size_t>(std::count(first.begin(), first.end(), '\n'));
  return complaints(report, path, text, height) + text;
}

/// What was written before looks like what is recorded, where that is to be replaced.
std::string taken_up(const std::string& text) {
  return text.starts_with(mark) ? text
                                : fmt::format("{}You wrote this before; it is not recorded yet.\n{}", mark, text);
}

Report given_up(const std::string& talk) {
  Report report;
  report.schema = "guerdon.record/1";
  report.code = ExitCode::answer_is_no;
  report.talk = talk;
  report.json = Json::object({{"recorded", false}});
  return report;
}

}  // namespace

Report edit_answer(Context& context, const Draft& draft, const AnswerEdit& edit,
                   const std::function<Report(const std::string& path, const std::string& text)>& take) {
  const std::string left_over = draft.left_over();
  bool is_own = !left_over.empty() && left_over != edit.text;
  std::string text = is_own ? taken_up(left_over) : edit.text;
  while (true) {
    draft.write(text);
    context.edit(draft.file());
    const std::string closed = draft.read();
    if (closed == text) {
      if (!is_own) draft.remove();
      return given_up(!is_own
                          ? "nothing was written; not recorded\n"
                          : fmt::format("not recorded; what you wrote is kept, and {} goes on with it\n", edit.again));
    }
    is_own = true;
    const std::string answer = without_complaints(closed);
    if (answer.find_first_not_of(" \n") == std::string::npos) {
      draft.remove();
      return given_up("nothing is left of the answer; not recorded\n");
    }
    Report report = take("<answer>", answer);
    if (!report.findings.has_errors()) {
      if (!edit.stays) draft.remove();
      return report;
    }
    text = with_complaints(report, "<answer>", answer);
  }
}

}  // namespace guerdon
