#pragma once

#include <filesystem>
#include <functional>
#include <istream>
#include <map>
#include <optional>
#include <string>

#include "base/advance.h"
#include "base/date.h"
#include "base/diagnostic.h"
#include "base/id.h"
#include "base/json.h"
#include "cli/exit_code.h"
#include "cli/terminal.h"
#include "store/file.h"

namespace guerdon {

/// What the world outside gives a command: the only way to the clock, to random bits, to the terminal.
struct Context {
  std::filesystem::path folder;       ///< where to look for the workspace (`-C`)
  std::filesystem::path data_folder;  ///< templates/ and schemas/ that came with the program
  std::filesystem::path pdf_module;   ///< guerdon-pdf.so
  Date today;
  bool today_is_set = false;  ///< by `--today`
  Random random;
  std::istream& in;
  bool at_terminal = false;                                ///< whether standard input is a person
  bool no_input = false;                                   ///< never ask, and open no editor
  std::string search_path = {};                            ///< the folders of programs, parted by colons
  bool wants_json = false;                                 ///< what only `--json` shows need not be made
  std::function<void(const std::filesystem::path&)> edit;  ///< opens a file in the person's editor
  /// Shows the person a text and takes a line; empty when there is none any more. Null where nobody is to be asked.
  std::function<std::optional<std::string>(const std::string&)> ask = {};
  std::function<void(const std::string&)> say = {};  ///< shows a text before the command is done
  Screen screen = {};                                ///< where the result is shown
  OnAdvance on_advance = {};                         ///< shows how far a long piece of work is

  /// The workspace at or above `folder`. Throws Error{usage} when there is none.
  [[nodiscard]] Root root() const { return Root::find(folder); }
};

/// What a command answers. `main` prints it: `text` to standard output, findings and `talk` to standard error; with
/// `--json` one object that holds `json` and the findings.
struct Report {
  ExitCode code = ExitCode::done;
  std::string schema;  ///< "guerdon.check/1"
  std::string text;
  Json json = Json(Json::Object{});
  Diagnostics findings;
  std::map<std::string, std::string> sources;  ///< texts that findings name and that are no files of the workspace
  bool findings_are_result = false;            ///< printed to standard output: they are what was asked for
  std::string talk;                            ///< "next: guerdon midterm …", with its newline
};

/// A parsed command, ready to run.
using Run = std::function<Report(Context&)>;

}  // namespace guerdon
