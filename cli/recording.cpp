#include "cli/recording.h"

#include <fmt/format.h>

#include <iterator>

#include "base/error.h"
#include "base/text.h"
#include "cli/edit_answer.h"
#include "cli/print.h"
#include "flow/answer.h"
#include "process/recorded.h"
#include "store/load.h"
#include "yaml/emit.h"
#include "yaml/reader.h"

namespace guerdon {
namespace {

std::string read_input(Context& context, const std::string& from) {
  if (from != "-") return read_file(context.folder / from);
  return {std::istreambuf_iterator<char>(context.in), {}};
}

/// "step documentation"
std::string command_of(const Standing& standing, const std::string& section) {
  const Section* found = standing.scheme->find_section(section);
  return found != nullptr ? found->command : std::string();
}

/// The scheme's empty answer, filled with what is known.
std::string empty_answer(const Context& context, const Root& root, const Standing& standing, const Entry& entry,
                         const std::string& on) {
  const std::string file = fmt::format("{}/answers/{}.yaml", standing.scheme->folder, entry.section);
  if (!is_there(root.resolve(file))) {
    throw Error(Failure::refused, fmt::format("{} has no template for the {}", standing.scheme->id, entry.section),
                fmt::format("write one as {}, or give the answer with flags: --help lists them", file));
  }
  return answer_template(read_record(root, file), standing.record, *standing.scheme,
                         day_given(on, "--on", context.today));
}

Report print_template(const Context& context, const Root& root, const FoundCase& found, const Entry& entry,
                      const std::string& on) {
  const Standing standing = load_standing(context, root, found);
  Report report;
  report.schema = "guerdon.template/1";
  report.text = fmt::format("# Fill this in and record it: guerdon {} {} --from FILE\n",
                            command_of(standing, entry.section), found.id) +
                empty_answer(context, root, standing, entry, on);
  report.json = Json::object({{"section", entry.section}, {"template", report.text}});
  return report;
}

/// A section as it is recorded, its key among it.
std::string recorded_answer(const Root& root, const FoundCase& found, const std::string& section) {
  Diagnostics ignored;
  const auto document = load_document(root, found.path, ignored);
  const yaml::Node* present = document ? document->root.find(section) : nullptr;
  if (present == nullptr)
    throw Error(Failure::refused, fmt::format("the {} in `{}` cannot be read", section, found.path), "guerdon check");
  yaml::Node value = *present;
  settle(value);
  return yaml::emit_entry(section, value, 0);
}

/// What the editor opens: what is recorded, where that is replaced, else the empty answer.
std::string answer_to_edit(const Context& context, const Root& root, const Standing& standing, const FoundCase& found,
                           const Entry& entry, const std::string& on) {
  const bool stands = entry.kind == yaml::EditKind::set && is_recorded(standing.record, entry.section);
  if (stands && !entry.replace) {
    throw Error(Failure::refused, Diagnostic{Severity::error,
                                             "recorded",
                                             {standing.record.path, standing.record.section(entry.section)},
                                             fmt::format("the {} is recorded already", entry.section),
                                             fmt::format("to open what is recorded: guerdon {} {} --edit --replace",
                                                         command_of(standing, entry.section), found.id)});
  }
  if (stands) return recorded_answer(root, found, entry.section);
  return empty_answer(context, root, standing, entry, on);
}

/// A template holds a date; one on the command line beside it would be lost without a word.
void refuse_two_days(const Answer& answer, Date on, Diagnostics& findings) {
  const yaml::Node* own = answer.value.find("on");
  if (own == nullptr || own->kind != yaml::Kind::scalar || own->scalar == on.to_string()) return;
  findings.error("format", {answer.path, own->place},
                 fmt::format("the answer is dated {}, and `--on` says {}", sanitized(own->scalar), on.to_string()),
                 "put the date right in the answer, or take its `on:` out");
}

Report report_of(const Recorded& recorded, const FoundCase& found, const Entry& entry) {
  Report report;
  report.schema = "guerdon.record/1";
  report.findings = recorded.findings;
  report.sources = recorded.sources;
  report.json = Json::object(
      {{"case", found.id}, {"path", recorded.path}, {"section", entry.section}, {"recorded", recorded.saved}});
  const std::string counts = count_findings(recorded.findings);
  if (recorded.findings.has_errors()) {
    report.code = ExitCode::answer_is_no;
    report.talk = counts + "; not recorded\n";
    return report;
  }
  report.text = recorded.difference +
                fmt::format("{} {} in {}\n", entry.dry_run ? "would record" : "recorded", entry.section, recorded.path);
  if (!recorded.next.empty()) {
    report.json.set("next", recorded.next);
    report.talk = "next: " + recorded.next + '\n';
  }
  return report;
}

}  // namespace

void add_step_options(Usage& usage, StepOptions& options) {
  usage.require("case", &options.case_name, "CASE", "the case: its id, a part of it, its path, or words of the name");
  if (options.is_dated) usage.add("--on", &options.on, "DATE", "the day it took place; today when left away");
  usage.add("--from", &options.from, "FILE", "take the answer from a YAML file, or - for standard input");
  usage.flag("--template", options.print_template, "print an empty answer to fill in");
  usage.flag("--edit", options.edit, "write the answer in your editor");
  if (!options.is_list) usage.flag("--replace", options.replace, "rewrite what is recorded already");
  usage.flag("-n,--dry-run", options.dry_run, "check and show, write nothing");
  for (const char* name : {"--from", "--template", "--edit"})
    usage.alone[name] = {"case", "--on", "--from", "--template", "--edit", "--replace", "--dry-run"};
}

Date day_given(const std::string& on, std::string_view option, Date otherwise) {
  if (on.empty()) return otherwise;
  const auto date = Date::parse(on);
  if (!date)
    throw Error(Failure::usage, fmt::format("`{} {}` is not a date", option, sanitized(on)), yaml::date_hint(on));
  return *date;
}

Naming naming_for(const Context& context) { return context.at_terminal ? Naming::any : Naming::exact; }

Standing load_standing(const Context& context, const Root& root, const FoundCase& found,
                       const std::set<std::string>& languages) {
  Standing out;
  Diagnostics findings;
  Diagnostics reading;
  Scope scope{false, {found.id}, {}, languages};
  if (const auto document = load_document(root, found.path, reading)) {
    if (const yaml::Node* person = document->root.find("person")) scope.people.insert(person->scalar);
  }
  out.world = load_world(root, context.today, scope, findings);
  auto record = load_case(root, found.path, out.world, reading);
  if (!record || reading.has_errors()) throw Error(Failure::refused, reading.items().front());
  out.record = std::move(*record);
  const auto scheme = out.world.schemes.find(out.record.scheme.value);
  out.scheme = &scheme->second;
  return out;
}

Report record(Context& context, const StepOptions& options, Entry entry,
              const std::function<yaml::Node(const Root&, const FoundCase&)>& from_flags) {
  const Root root = context.root();
  const Naming naming = options.print_template ? Naming::any : naming_for(context);
  const FoundCase found = find_case(root, options.case_name, naming);
  entry.replace = options.replace;
  entry.dry_run = options.dry_run;
  if (options.print_template) return print_template(context, root, found, entry, options.on);
  const auto take = [&](Answer answer) {
    const Recorded recorded = record_step(root, found, context.today, std::move(answer), entry);
    Report report = report_of(recorded, found, entry);
    if (!options.tell || !recorded.after) return report;
    const Standing standing = load_standing(context, root, found);
    options.tell(*recorded.after, *standing.scheme, report);
    return report;
  };
  const auto take_text = [&](const std::string& path, std::string text) {
    entry.on = day_given(options.on, "--on", context.today);
    Recorded refused;
    refused.sources[path] = std::move(text);
    auto answer = read_answer(path, refused.sources[path], entry.section, refused.findings);
    if (answer && !options.on.empty()) refuse_two_days(*answer, *entry.on, refused.findings);
    if (!answer || refused.findings.has_errors()) return report_of(refused, found, entry);
    return take(std::move(*answer));
  };
  if (options.edit) {
    const Standing standing = load_standing(context, root, found);
    const std::string command = fmt::format("guerdon {} {}", command_of(standing, entry.section), found.id);
    if (!context.at_terminal || context.no_input) {
      throw Error(
          Failure::usage,
          context.no_input ? "`--edit` opens an editor, which `--no-input` forbids" : "`--edit` needs a terminal",
          fmt::format("{} --template >answer.yaml, then {} --from answer.yaml", command, command));
    }
    const AnswerEdit edit{answer_to_edit(context, root, standing, found, entry, options.on),
                          fmt::format("{} --edit{}", command, entry.replace ? " --replace" : ""), entry.dry_run};
    const Draft draft(root, found.id, entry.section + (entry.replace ? "-anew" : ""));
    return edit_answer(context, draft, edit, take_text);
  }
  if (options.from.empty()) return take(make_answer(entry.section, from_flags(root, found)));

  return take_text(options.from == "-" ? "<stdin>" : options.from, read_input(context, options.from));
}

std::pair<std::string, std::string> split_pair(const std::string& argument, std::string_view option) {
  const std::size_t at = argument.find('=');
  if (at == 0 || at == std::string::npos || at + 1 == argument.size()) {
    // What was given may be private: it is not shown.
    throw Error(Failure::usage, fmt::format("`{}` was given something without a `=` and a value behind it", option),
                fmt::format("as in {} team-work=…", option));
  }
  return {argument.substr(0, at), argument.substr(at + 1)};
}

std::string text_or_file(const Context& context, const std::string& argument) {
  if (!argument.starts_with('@')) {
    std::error_code fault;
    const bool is_word = argument.find_first_of(" \n") == std::string::npos;
    if (is_word && std::filesystem::is_regular_file(context.folder / argument, fault))
      throw Error(Failure::usage, fmt::format("there is a file `{}`: the text would be its name", sanitized(argument)),
                  fmt::format("to take the text from it write @{}", sanitized(argument)));
    return argument;
  }
  std::string text = read_file(context.folder / argument.substr(1));
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  while (text.ends_with('\n') || text.ends_with('\r'))
    text.pop_back();
  return text;
}

yaml::Node date_node(const std::string& date) { return date.empty() ? yaml::Node{} : yaml::bare(date); }

yaml::Node assent_node(const Context& context, const std::string& on, const std::string& means) {
  return yaml::block({{"on", yaml::bare(on.empty() ? context.today.to_string() : on)},
                      {"means", yaml::text(text_or_file(context, means))}});
}

void need(std::string_view command, const std::vector<Need>& needs) {
  std::vector<std::string> missing;
  for (const Need& one : needs) {
    if (!one.given) missing.push_back(one.name);
  }
  if (missing.empty()) return;
  throw Error(
      Failure::usage, fmt::format("`guerdon {}` needs {}, or an answer with `--from`", command, joined_and(missing)),
      fmt::format("guerdon {} --help; guerdon {} CASE --template prints an answer to fill in", command, command));
}

}  // namespace guerdon
