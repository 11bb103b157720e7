#pragma once

#include <functional>
#include <set>
#include <string>
#include <utility>

#include "cli/context.h"
#include "cli/usage.h"
#include "flow/record.h"
#include "model/case.h"
#include "model/world.h"

namespace guerdon {

/// What every command that records a step can be told.
struct StepOptions {
  std::string case_name;
  std::string from;
  std::string on;
  bool print_template = false;
  bool edit = false;
  bool replace = false;
  bool dry_run = false;
  bool is_list = false;  ///< the section is a list that grows: there is nothing to replace
  bool is_dated = true;  ///< the answer has one date, `on`
  /// What the command has to say of the case with the step, beside that it was recorded.
  std::function<void(const Case& after, const Scheme& scheme, Report& report)> tell = {};
};

/// Declares CASE, `--from`, `--template`, `--edit`, `--on`, `--replace`, `--dry-run`. What a command declares beside
/// them is a part of the answer, and is refused beside `--from` and `--template`.
void add_step_options(Usage& usage, StepOptions& options);

/// The case as it stands, for a command whose flags refer to it.
struct Standing {
  Case record;
  World world;
  const Scheme* scheme = nullptr;
};

/// The case that `name` names, with its world. Throws Error{refused} with the first finding when it cannot be read.
/// Of the words of schemes only those in `languages` are read.
Standing load_standing(const Context& context, const Root& root, const FoundCase& found,
                       const std::set<std::string>& languages = {});

/// Records one step: prints the template, reads the answer from `--from` or the editor, or builds it with
/// `from_flags`.
Report record(Context& context, const StepOptions& options, Entry entry,
              const std::function<yaml::Node(const Root&, const FoundCase&)>& from_flags);

/// `team-work=4` parted at the first `=`. Throws Error{usage} that names the option when there is none.
std::pair<std::string, std::string> split_pair(const std::string& argument, std::string_view option);

/// The text of a `TEXT|@FILE` argument. Throws Error{access} when the file cannot be read, Error{usage} when the text
/// is the name of a file, whose `@` was forgotten.
std::string text_or_file(const Context& context, const std::string& argument);

/// The day that an option gives, or `otherwise` when it is not given. Throws Error{usage} when it is no date.
Date day_given(const std::string& on, std::string_view option, Date otherwise);

/// A date given by flag, or nothing when it is empty, as the answer holds it.
yaml::Node date_node(const std::string& date);

/// The volunteer's word that what was written for her is so: on that day, or today, and how she gave it.
yaml::Node assent_node(const Context& context, const std::string& on, const std::string& means);

/// What an answer made from flags must have, and whether it was given.
struct Need {
  bool given = false;
  std::string name;
};

/// Throws Error{usage} that names all that is missing: "`guerdon midterm` needs `--by`, or an answer with `--from`".
void need(std::string_view command, const std::vector<Need>& needs);

/// The case naming that fits whoever types: without a terminal, ids and paths only.
Naming naming_for(const Context& context);

}  // namespace guerdon
