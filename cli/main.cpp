#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <random>

#include "base/text.h"
#include "cli/command_line.h"
#include "cli/editor.h"
#include "cli/print.h"
#include "cli/progress_line.h"
#include "cli/terminal.h"
#include "version.h"

namespace {

using namespace guerdon;
namespace fs = std::filesystem;

/// The only place where guerdon reads the clock: today in the time zone of whoever runs it.
Date read_clock() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm local{};
  localtime_r(&now, &local);
  return *Date::from_parts(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

/// Random bits for ids. GUERDON_TEST_SEED makes them repeat, for the tests alone.
Random random_source() {
  if (const char* seed = std::getenv("GUERDON_TEST_SEED")) {
    return [engine = std::mt19937_64(std::strtoull(seed, nullptr, 10))]() mutable { return engine(); };
  }
  return [] {
    static std::random_device device;
    return (std::uint64_t{device()} << 32U) | device();
  };
}

/// Where what came with the program lies: beside an installed one, else in the source tree it was built from.
void find_companions(Context& context) {
  std::error_code fault;
  const fs::path program = fs::read_symlink("/proc/self/exe", fault).parent_path();
  const fs::path installed = program.parent_path() / "share" / "guerdon";
  const bool is_installed = fs::exists(installed / "templates", fault);
  context.data_folder = is_installed ? installed : fs::path(data_folder);
  context.pdf_module =
      is_installed ? program.parent_path() / module_folder / "guerdon-pdf.so" : program / "guerdon-pdf.so";
}

void print_report(Report& report, bool json, const fs::path& folder, ColourWhen colour) {
  report.findings.shorten();
  Sources sources(folder, report.sources);
  if (json) {
    Json out = Json::object({{"schema", report.schema.empty() ? "guerdon.error/1" : report.schema}});
    if (const Json::Object* members = report.json.as_object()) {
      for (const auto& [key, value] : *members)
        out.set(key, value);
    }
    out.set("findings", findings_json(report.findings, sources));
    std::cout << pretty_json(out);
    return;
  }
  std::ostream& finding_stream = report.findings_are_result ? std::cout : std::cerr;
  const Screen screen = screen_of(report.findings_are_result ? STDOUT_FILENO : STDERR_FILENO, colour);
  std::cout << report.text;
  for (const Diagnostic& finding : report.findings.items())
    finding_stream << print_finding(finding, sources, screen.colour);
  std::cout.flush();
  std::cerr << report.talk;
}

Report report_of(const Error& error) {
  Report report;
  report.code = exit_code_of(error.failure());
  report.findings.add(error.finding());
  return report;
}

fs::path folder_of_findings(const Context& context) {
  try {
    return context.root().folder();
  } catch (const Error&) {
    return context.folder;
  }
}

/// Gives a command what its line and the world outside say.
void prepare(Context& context, const CommandLine& line, ProgressLine& progress) {
  context.folder = line.folder;
  context.no_input = line.no_input;
  context.wants_json = line.json;
  if (const char* path = std::getenv("PATH")) context.search_path = path;
  const Screen talk = screen_of(STDERR_FILENO, line.colour);
  context.screen = screen_of(STDOUT_FILENO, line.colour);
  if (context.at_terminal && talk.is_terminal && !line.no_input && !line.json) context.ask = ask_person;
  progress.show_as(line.progress_json ? ProgressLine::Form::json
                   : talk.redraws     ? ProgressLine::Form::bar
                                      : ProgressLine::Form::none);
  context.on_advance = progress.listener();
  find_companions(context);
  context.today = read_clock();
  if (!line.today) return;
  const auto today = Date::parse(*line.today);
  if (!today)
    throw Error(Failure::usage, fmt::format("`{}` is not a date", sanitized(*line.today)),
                "write year-month-day, as in --today 2026-03-02");
  context.today = *today;
  context.today_is_set = true;
  std::cerr << fmt::format("note: today is taken to be {}\n", today->to_string());
}

int run(int argc, char** argv) {
  bool json = false;
  ColourWhen colour = ColourWhen::by_terminal;
  ProgressLine progress;
  Context context{.folder = ".",
                  .data_folder = {},
                  .pdf_module = {},
                  .today = {},
                  .random = random_source(),
                  .in = std::cin,
                  .at_terminal = ::isatty(STDIN_FILENO) == 1,
                  .edit = open_editor,
                  .say = [](const std::string& text) { std::cerr << text << std::flush; }};
  Report report;
  try {
    for (int i = 1; i < argc; ++i) {
      json |= std::string_view(argv[i]) == "--json";
      if (find_bad_utf8(argv[i]))
        throw Error(Failure::usage, fmt::format("argument {} is not UTF-8", i), "use a UTF-8 terminal");
    }
    const CommandLine line = parse_command_line({argv + 1, argv + argc});
    if (line.print) {
      std::cout << *line.print;
      return 0;
    }
    colour = line.colour;
    prepare(context, line, progress);
    report = line.run(context);
  } catch (const Error& error) {
    report = report_of(error);
  }
  progress.take_away();
  print_report(report, json, folder_of_findings(context), colour);
  std::cout.flush();
  if (!std::cout) {
    std::cerr << "error: cannot write the result to standard output\n";
    return static_cast<int>(ExitCode::no_access);
  }
  return static_cast<int>(report.code);
}

void stop_at_interrupt(int /*signal*/) {
  if (const char* const words = last_words) {
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, words, std::strlen(words));
  }
  std::_Exit(static_cast<int>(ExitCode::interrupted));
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGINT, stop_at_interrupt);
  std::ios::sync_with_stdio(false);
  try {
    return run(argc, argv);
  } catch (const std::exception& bug) {
    std::cerr << fmt::format(
        "error: guerdon has a bug: {}\nhint: nothing was half written; please report the command line and this line\n",
        bug.what());
  } catch (...) {
    std::cerr << "error: guerdon has a bug\nhint: nothing was half written; please report the command line\n";
  }
  return static_cast<int>(ExitCode::bug);
}
