#include "cli/ask_arrival.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/shell_word.h"
#include "base/text.h"
#include "cli/print.h"

namespace guerdon {
namespace {

/// The most known answers that are listed; who has more members than that knows where their records are.
constexpr std::size_t most_listed = 20;

std::string listed(const std::vector<KnownAnswer>& choices) {
  std::size_t width = 0;
  for (const KnownAnswer& choice : choices)
    width = std::max(width, display_width(choice.id));
  std::string out;
  for (std::size_t i = 0; i < std::min(choices.size(), most_listed); ++i) {
    const auto& [id, meaning] = choices[i];
    out += fmt::format("  {}{}  {}\n", id, std::string(width - display_width(id), ' '), sanitized(meaning));
  }
  if (choices.size() > most_listed) out += fmt::format("  and {} more\n", choices.size() - most_listed);
  return out;
}

std::string asked(const Input& input, const EnrolmentQuestion& question, Date today) {
  std::string out = '\n' + input.description;
  if (input.value == "DATE") out += fmt::format(" (year-month-day, as in {})", today.to_string());
  if (question.yes_or_no) out += " (yes or no)";
  if (!question.needed) out += "; enter to skip";
  return out + '\n' + listed(question.choices);
}

std::string told(const Diagnostics& faults) {
  const std::map<std::string, std::string> none;
  Sources sources({}, none);
  std::string out;
  for (const Diagnostic& fault : faults.items())
    out += print_finding(fault, sources);
  return out;
}

/// What is wrong with an answer; nothing when `arrival` can take it.
std::string complaint(const std::string& column, const std::string& answer, const EnrolmentQuestion& question,
                      const Arrival& arrival, const EnrolmentDesk& desk) {
  if (answer.empty()) return question.needed ? "error: there is no enrolment without it\n" : "";
  if (find_bad_utf8(answer)) return "error: this is not UTF-8\nhint: use a UTF-8 terminal\n";
  Arrival tried = arrival;
  tried[column] = {answer, {}};
  return told(faults_of(column, tried, desk));
}

}  // namespace

Interview ask_arrival(const Context& context, const std::vector<Input>& inputs, Arrival arrival,
                      const EnrolmentDesk& desk) {
  context.say("what is missing is asked for; ctrl-c ends it, and nothing is written\n");
  for (const Input& input : inputs) {
    const std::string column = input.word();
    const auto question = question_for(column, arrival, desk);
    if (!question) continue;
    const std::string prompt = input.with_value();
    context.say(asked(input, *question, context.today));
    while (true) {
      const auto line = context.ask(prompt + (prompt.ends_with(' ') ? "› " : " › "));
      if (!line) return {std::move(arrival), true};
      const std::string answer = settled(*question, *line);
      const std::string wrong = complaint(column, answer, *question, arrival, desk);
      if (wrong.empty() && !answer.empty()) arrival[column] = {answer, {}};
      if (wrong.empty()) break;
      context.say(wrong);
    }
  }
  return {std::move(arrival), false};
}

std::string enroll_command(const Context& context, const std::vector<Input>& inputs, const Arrival& arrival,
                           const std::vector<std::string>& flags) {
  std::string out = "guerdon";
  if (context.folder != ".") out += " -C " + shell_word(context.folder.string());
  if (context.today_is_set) out += " --today " + context.today.to_string();
  out += " enroll";
  std::string behind;
  for (const Input& input : inputs) {
    const auto said = arrival.find(input.word());
    if (said == arrival.end()) continue;
    const std::string word = shell_word(sanitized(said->second.value));
    const bool looks_like_option = said->second.value.starts_with('-');
    if (input.is_argument()) {
      (looks_like_option ? behind : out) += (looks_like_option ? " -- " : " ") + word;
    } else {
      out += ' ' + input.long_name();
      if (!input.value.empty()) out += (looks_like_option ? '=' : ' ') + word;
    }
  }
  for (const std::string& flag : flags)
    out += ' ' + flag;
  return out + behind;
}

}  // namespace guerdon
