#include "cli/man.h"

#include <fmt/format.h>

#include "base/text.h"
#include "cli/everywhere.h"
#include "cli/exit_code.h"
#include "cli/help.h"
#include "version.h"

namespace guerdon {
namespace {

std::string upper_case(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

std::string head(const std::string& name, int section, std::string_view summary) {
  return fmt::format(".TH {} {} \"\" \"guerdon {}\" \"guerdon\"\n.SH NAME\n{} \\- {}\n", upper_case(roff(name)),
                     section, version, roff(name), roff(summary));
}

/// An entry of a list: its mark in bold, the value in italics, and what it means.
std::string entry(std::string_view mark, std::string_view value, std::string_view meaning) {
  std::string out = ".TP\n";
  if (!mark.empty()) out += fmt::format("\\fB{}\\fR{}", roff(mark), value.empty() ? "" : " ");
  if (!value.empty()) out += fmt::format("\\fI{}\\fR", roff(value));
  return out + '\n' + roff(capitalized(meaning)) + ".\n";
}

std::string everywhere() {
  std::string out = ".SH EVERYWHERE\nThese stand before or behind any command.\n";
  for (const GlobalOption& option : global_options) {
    const std::string names =
        option.short_name.empty() ? std::string(option.name) : fmt::format("{}, {}", option.short_name, option.name);
    out += entry(names, option.value, option.description);
  }
  return out;
}

std::string exit_status() {
  std::string out = ".SH EXIT STATUS\n";
  for (const ExitMeaning& one : exit_meanings)
    out += entry(std::to_string(static_cast<int>(one.code)), "", one.meaning);
  return out;
}

}  // namespace

std::string ManPage::file() const { return fmt::format("man{}/{}.{}", section, name, section); }

std::string roff(std::string_view text) {
  std::string out;
  bool at_start = true;
  for (const char c : text) {
    if (at_start && (c == '.' || c == '\'')) out += "\\&";
    at_start = c == '\n';
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out;
}

ManPage program_page() {
  std::string text =
      head("guerdon", 1, "records of volunteers' paths to soft-skills certificates, and the certificates");
  text +=
      ".SH SYNOPSIS\n\\fBguerdon\\fR \\fICOMMAND\\fR [\\fIOPTIONS\\fR]\n"
      ".SH DESCRIPTION\nguerdon keeps the record of a volunteer's path to a soft\\-skills certificate, checks every "
      "step,\n"
      "and issues certificates. It works on the files of a workspace, described in\n.BR guerdon\\-format (5),\n"
      "which you may as well edit by hand.\n.SH COMMANDS\n";
  std::string_view group;
  for (const Command& command : commands()) {
    if (command.group != group) text += fmt::format(".SS {}\n", roff(capitalized(group = command.group)));
    text += fmt::format(".TP\n.BR guerdon\\-{} (1)\n{}.\n", roff(command.name), roff(capitalized(command.summary)));
  }
  text += everywhere() + exit_status();
  text += ".SH SEE ALSO\n.BR guerdon\\-format (5)\n";
  return {"guerdon", 1, text};
}

ManPage command_page(const Command& command) {
  Usage usage;
  command.setup(usage);
  const std::string name = fmt::format("guerdon-{}", command.name);
  std::string text = head(name, 1, command.summary);
  text += fmt::format(".SH SYNOPSIS\n{}\n.SH DESCRIPTION\n{}.\n", roff(usage_line(command, usage)),
                      roff(capitalized(command.summary)));
  std::string arguments;
  std::string options;
  for (const Input& input : usage.inputs) {
    if (input.is_argument()) {
      arguments += entry("", input.value + (input.is_list() ? "…" : ""), input.description);
      continue;
    }
    std::string names = input.names;
    if (const std::size_t comma = names.find(','); comma != std::string::npos) names.insert(comma + 1, " ");
    options += entry(names, input.value, input.description);
  }
  if (!arguments.empty()) text += ".SH ARGUMENTS\n" + arguments;
  if (!options.empty()) text += ".SH OPTIONS\n" + options;
  text += everywhere();
  if (!usage.examples.empty()) text += ".SH EXAMPLES\n.nf\n" + roff(usage.examples) + ".fi\n";
  text += exit_status();
  text += ".SH SEE ALSO\n.BR guerdon (1),\n.BR guerdon\\-format (5)\n";
  return {name, 1, text};
}

}  // namespace guerdon
