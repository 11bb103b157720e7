#include "cli/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <type_traits>

#include "base/error.h"
#include "base/text.h"
#include "cli/help.h"
#include "version.h"

namespace guerdon {
namespace {

[[noreturn]] void wrong(std::string message, std::string hint) {
  throw Error(Failure::usage, std::move(message), std::move(hint));
}

const Command* find_command(std::string_view name) {
  const auto all = commands();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Command& c) { return c.name == name; });
  return found != all.end() ? &*found : nullptr;
}

[[noreturn]] void unknown_command(const std::string& word) {
  std::vector<std::string> names;
  for (const Command& command : commands())
    names.emplace_back(command.name);
  const auto near = nearest(word, names);
  constexpr std::array steps{"awareness", "identification", "documentation", "quality", "choice", "looking-ahead"};
  if (std::find(steps.begin(), steps.end(), word) != steps.end())
    wrong(fmt::format("`{}` is not a command", word), fmt::format("it is a step: guerdon step {} CASE", word));
  wrong(fmt::format("`{}` is not a command", sanitized(word)),
        near.empty() ? "guerdon --help lists them" : "did you mean " + joined_or(near) + '?');
}

std::string help_hint(const Command& command) { return fmt::format("guerdon {} --help", command.name); }

/// What other programs call an option, and what it is called here; the first that the command has is meant.
struct Synonym {
  std::string_view theirs;
  std::string_view ours;
};
constexpr Synonym synonyms[] = {
    {"--start", "--from"},  {"--begin", "--from"},        {"--since", "--from"},      {"--end", "--to"},
    {"--until", "--to"},    {"--date", "--on"},           {"--day", "--on"},          {"--force", "--replace"},
    {"--force", "--again"}, {"--overwrite", "--replace"}, {"--level", "--skill"},     {"--file", "--from"},
    {"--file", "--csv"},    {"--input", "--from"},        {"--mail", "--email"},      {"--birthday", "--born"},
    {"--birth", "--born"},  {"--host", "--organisation"}, {"--why", "--because"},     {"--reason", "--because"},
    {"--signer", "--sign"}, {"--task", "--tasks"},        {"--parallel", "--jobs"},   {"--town", "--place"},
    {"--city", "--place"},  {"--what-if", "--dry-run"},   {"--simulate", "--dry-run"}};

[[noreturn]] void unknown_word(const Command& command, const Usage& usage, const std::string& word) {
  const std::string line = usage_line(command, usage);
  if (!word.starts_with('-')) {
    const bool takes_words = std::any_of(usage.inputs.begin(), usage.inputs.end(), [](const Input& input) {
      return input.value.find("NAME") != std::string::npos || input.value.find("TEXT") != std::string::npos ||
             input.value == "CASE";
    });
    wrong(fmt::format("`{}` is one word too many for `guerdon {}`", sanitized(word), command.name),
          (takes_words ? "put words that belong together in quotes\n" : "") + line);
  }
  std::vector<std::string> names;
  for (const Input& input : usage.inputs) {
    if (!input.is_argument()) names.push_back(input.long_name());
  }
  const std::string option = word.substr(0, word.find('='));
  std::vector<std::string> near = nearest(option, names);
  for (const Synonym& synonym : synonyms) {
    const bool known = std::find(names.begin(), names.end(), synonym.ours) != names.end();
    if (near.empty() && known && synonym.theirs == option) near.emplace_back(synonym.ours);
  }
  wrong(fmt::format("`guerdon {}` has no option `{}`", command.name, sanitized(option)),
        near.empty() ? line + '\n' + help_hint(command) : "did you mean " + joined_or(near) + "?\n" + line);
}

/// The words that stand for a value in the help and in our hints; as a value they are a command copied unfilled.
bool is_placeholder(std::string_view value) {
  constexpr std::string_view placeholders[] = {"TEXT",    "NAME", "DATE", "SKILL", "COMPETENCE", "LEVEL",
                                               "OUTCOME", "RULE", "TOWN", "CASE",  "ID",         "SECTION"};
  return std::find(std::begin(placeholders), std::end(placeholders), value) != std::end(placeholders);
}

void refuse_placeholder(const Command& command, const Input& input, const std::string& value) {
  const std::size_t at = value.find('=');
  for (const std::string& part : {value, value.substr(0, at), at != std::string::npos ? value.substr(at + 1) : ""}) {
    // Only the word that stands for this value: ID is a country too.
    if (!is_placeholder(part) || input.value.find(part) == std::string::npos) continue;
    const std::string where = input.is_argument() ? "" : fmt::format(" behind `{}`", input.long_name());
    wrong(fmt::format("`{}`{} stands for your own words", part, where), help_hint(command));
  }
}

/// Refuses what cannot stand together: it would be dropped without a word.
void refuse_company(const Command& command, const Usage& usage, const std::vector<CLI::Option*>& declared) {
  const auto given = [&](std::string_view name) {
    for (std::size_t i = 0; i < declared.size(); ++i) {
      if (usage.inputs[i].long_name() == name) return declared[i]->count() > 0;
    }
    return false;
  };
  for (const auto& [name, company] : usage.alone) {
    if (!given(name)) continue;
    for (const Input& input : usage.inputs) {
      const std::string other = input.long_name();
      if (!given(other) || std::find(company.begin(), company.end(), other) != company.end()) continue;
      wrong(fmt::format("`{}` cannot stand beside `{}`, which takes its place",
                        input.is_argument() ? input.value : other, name),
            fmt::format("leave one of the two out; {}", help_hint(command)));
    }
  }
}

/// CLI11's complaints in our words; what it says itself is never shown.
[[noreturn]] void retell(const CLI::ParseError& fault, const Command& command, const Usage& usage) {
  // They name the option before or behind their own words: "--by: …", "Could not convert: --jobs = …".
  const std::string said = ' ' + std::string(fault.what());
  std::string subject = "an option";
  for (const Input& input : usage.inputs) {
    const std::size_t at = said.find(' ' + input.long_name());
    if (at == std::string::npos) continue;
    const char behind = (said + ' ')[at + 1 + input.long_name().size()];
    if (behind == ' ' || behind == ':') subject = input.long_name();
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&fault) != nullptr) {
    wrong(fmt::format("`{}` needs a value, and is given once", subject), help_hint(command));
  }
  if (dynamic_cast<const CLI::ConversionError*>(&fault) != nullptr) {
    wrong(fmt::format("`{}` takes a whole number from 0", subject), help_hint(command));
  }
  wrong("this command line cannot be read", help_hint(command));
}

void declare(CLI::App& app, const Input& input, std::vector<CLI::Option*>& declared) {
  const auto add = [&](auto* target) -> CLI::Option* {
    using Target = std::remove_pointer_t<decltype(target)>;
    if constexpr (std::is_same_v<Target, bool>) {
      return app.add_flag(input.names, *target);
    } else {
      CLI::Option* option = app.add_option(input.names, *target);
      if (std::is_same_v<Target, std::vector<std::string>> && !input.is_argument()) option->allow_extra_args(false);
      return option;
    }
  };
  declared.push_back(std::visit(add, input.target));
}

void parse_inputs(const Command& command, const Usage& usage, std::vector<std::string> words) {
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  std::vector<CLI::Option*> declared;
  for (const Input& input : usage.inputs)
    declare(app, input, declared);
  std::reverse(words.begin(), words.end());  // CLI11 takes them from the end
  try {
    app.parse(words);
  } catch (const CLI::ParseError& fault) {
    retell(fault, command, usage);
  }
  std::vector<std::string> extra = app.remaining();
  std::erase(extra, "--");  // what ended the options stays among them
  if (!extra.empty()) unknown_word(command, usage, extra.front());
  refuse_company(command, usage, declared);
  std::vector<std::string> missing;
  for (std::size_t i = 0; i < declared.size(); ++i) {
    const Input& input = usage.inputs[i];
    for (const std::string& value : declared[i]->results())
      refuse_placeholder(command, input, value);
    if (input.required && declared[i]->count() == 0) missing.push_back(input.with_value());
  }
  refuse_missing(command.name, missing);
}

/// The command line without the options that hold everywhere.
struct Remaining {
  std::vector<std::string> words;
  bool help = false;
};

std::string value_behind(const std::vector<std::string>& words, std::size_t& at, std::string_view name) {
  if (words[at].size() > name.size()) return words[at].substr(name.size() + 1);
  if (at + 1 == words.size()) wrong(fmt::format("`{}` needs a value", name), "guerdon --help");
  return words[++at];
}

/// The place of a value among the words that an option takes.
std::size_t place_of(const std::string& value, std::string_view name, const std::vector<std::string>& words) {
  const auto found = std::find(words.begin(), words.end(), value);
  if (found == words.end())
    wrong(fmt::format("`{} {}` is not known", name, sanitized(value)), "write " + joined_or(words));
  return static_cast<std::size_t>(found - words.begin());
}

/// Takes an option that holds everywhere and has a value; false when the word is none.
bool take_value(const std::vector<std::string>& words, std::size_t& at, CommandLine& out) {
  const std::string name = words[at].substr(0, words[at].find('='));
  if (name == "--today") {
    out.today = value_behind(words, at, name);
  } else if (name == "--color") {
    constexpr std::array when{ColourWhen::by_terminal, ColourWhen::always, ColourWhen::never};
    out.colour = when.at(place_of(value_behind(words, at, name), name, {"auto", "always", "never"}));
  } else if (name == "--progress") {
    out.progress_json = place_of(value_behind(words, at, name), name, {"auto", "json"}) == 1;
  } else {
    return false;
  }
  return true;
}

/// Takes the options that hold everywhere, up to `--`.
Remaining take_global_options(const std::vector<std::string>& words, CommandLine& out) {
  Remaining rest;
  std::size_t at = 0;
  for (; at < words.size() && words[at] != "--"; ++at) {
    const std::string& word = words[at];
    if (word == "-C") {
      out.folder = value_behind(words, at, "-C");
    } else if (word == "--json") {
      out.json = true;
    } else if (word == "--no-input") {
      out.no_input = true;
    } else if (word == "-h" || word == "--help") {
      rest.help = true;
    } else if (word == "--version" && rest.words.empty()) {
      out.print = fmt::format("guerdon {}\n", version);
    } else if (!take_value(words, at, out)) {
      rest.words.push_back(word);
    }
  }
  for (; at < words.size(); ++at)
    rest.words.push_back(words[at]);
  return rest;
}

}  // namespace

void refuse_missing(std::string_view command, const std::vector<std::string>& missing) {
  if (missing.empty()) return;
  wrong(fmt::format("`guerdon {}` needs {}", command, joined_and(missing)), fmt::format("guerdon {} --help", command));
}

CommandLine parse_command_line(const std::vector<std::string>& words) {
  CommandLine out;
  auto [rest, help] = take_global_options(words, out);
  if (out.print) return out;
  if (!rest.empty() && rest.front() == "help") {
    help = true;
    rest.erase(rest.begin());
  }
  if (rest.empty()) {
    if (!help) wrong("no command is named", "guerdon --help lists them");
    out.print = program_help();
    return out;
  }
  if (rest.front().starts_with('-'))
    wrong(fmt::format("guerdon has no option `{}`", sanitized(rest.front())), "guerdon --help");
  out.command = find_command(rest.front());
  if (out.command == nullptr) unknown_command(rest.front());

  Usage usage;
  out.run = out.command->setup(usage);
  if (help) {
    out.print = command_help(*out.command, usage);
  } else {
    parse_inputs(*out.command, usage, {rest.begin() + 1, rest.end()});
  }
  return out;
}

}  // namespace guerdon
