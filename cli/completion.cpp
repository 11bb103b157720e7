#include "cli/completion.h"

#include <algorithm>

#include "cli/commands.h"
#include "cli/completion_values.h"
#include "cli/everywhere.h"

namespace guerdon {
namespace {

/// The command line up to the word that is typed, as far as it is understood.
struct Begun {
  const Command* command = nullptr;
  Usage usage;
  std::vector<std::string> given;  ///< long names of the options that stand there
  std::size_t arguments = 0;       ///< that stand there
  const Input* waiting = nullptr;  ///< the option whose value is typed
  std::string_view global;         ///< the option that holds everywhere and whose value is typed
  bool lost = false;               ///< a word that is no command
  bool options_ended = false;      ///< by `--`
};

const Input* find_option(const Usage& usage, std::string_view name) {
  for (const Input& input : usage.inputs) {
    const std::size_t comma = input.names.find(',');
    const bool is_short = comma != std::string::npos && name == std::string_view(input.names).substr(0, comma);
    if (!input.is_argument() && (is_short || name == input.long_name())) return &input;
  }
  return nullptr;
}

const GlobalOption* find_global(std::string_view name) {
  for (const GlobalOption& option : global_options) {
    if (name == option.name || name == option.short_name) return &option;
  }
  return nullptr;
}

Input input_of(const GlobalOption& option) {
  return {std::string(option.name), {}, std::string(option.value), std::string(option.description)};
}

void take_option(const std::string& word, Begun& line) {
  const std::string name = word.substr(0, word.find('='));
  const bool has_value = name.size() < word.size();
  if (const GlobalOption* global = find_global(name)) {
    if (!global->value.empty() && !has_value) line.global = global->name;
    return;
  }
  const Input* option = line.command != nullptr ? find_option(line.usage, name) : nullptr;
  if (option == nullptr) return;
  line.given.push_back(option->long_name());
  if (!option->value.empty() && !has_value) line.waiting = option;
}

void take(const std::string& word, Context& context, Begun& line) {
  if (!line.global.empty()) {
    if (line.global == "-C") context.folder = word;
    line.global = {};
  } else if (line.waiting != nullptr) {
    line.waiting = nullptr;
  } else if (!line.options_ended && word == "--") {
    line.options_ended = true;
  } else if (!line.options_ended && word.size() > 1 && word.front() == '-') {
    take_option(word, line);
  } else if (line.command != nullptr) {
    ++line.arguments;
  } else if (word != "help") {
    const auto all = commands();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Command& c) { return c.name == word; });
    line.lost = found == all.end();
    if (line.lost) return;
    line.command = &*found;
    found->setup(line.usage);
  }
}

Completion all_commands() {
  Completion out;
  for (const Command& command : commands())
    out.offers.push_back({std::string(command.name), std::string(command.summary)});
  return out;
}

Completion all_options(const Begun& line) {
  Completion out;
  for (const Input& input : line.usage.inputs) {
    const std::string name = input.long_name();
    const bool stands = std::find(line.given.begin(), line.given.end(), name) != line.given.end();
    if (!input.is_argument() && (input.is_list() || !stands)) out.offers.push_back({name, input.description});
  }
  for (const GlobalOption& option : global_options)
    out.offers.push_back({std::string(option.name), std::string(option.description)});
  return out;
}

/// The argument that is typed; null when the command takes no more.
const Input* argument(const Begun& line) {
  std::size_t number = 0;
  for (const Input& input : line.usage.inputs) {
    if (!input.is_argument()) continue;
    if (number == line.arguments || input.is_list()) return &input;
    ++number;
  }
  return nullptr;
}

/// `--scheme=gl`: the values of the option, each behind its name.
Completion behind_sign(const Context& context, const Begun& line, const std::string& typed, std::size_t sign) {
  const Input* option = find_option(line.usage, typed.substr(0, sign));
  if (option == nullptr) return {};
  Completion out = values_of(context, *option, typed.substr(sign + 1));
  for (Offer& offer : out.offers)
    offer.word.insert(0, typed.substr(0, sign + 1));
  return out;
}

}  // namespace

Completion complete(Context& context, const std::vector<std::string>& words) {
  if (words.empty()) return all_commands();
  Begun line;
  for (std::size_t i = 0; i + 1 < words.size(); ++i)
    take(words[i], context, line);
  if (line.lost) return {};
  const std::string& typed = words.back();
  if (!line.global.empty()) return values_of(context, input_of(*find_global(line.global)), typed);
  if (line.waiting != nullptr) return values_of(context, *line.waiting, typed);
  if (!line.options_ended && typed.starts_with('-')) {
    const std::size_t sign = typed.find('=');
    return sign == std::string::npos ? all_options(line) : behind_sign(context, line, typed, sign);
  }
  if (line.command == nullptr) return all_commands();
  const Input* next = argument(line);
  return next != nullptr ? values_of(context, *next, typed) : Completion{};
}

}  // namespace guerdon
