#pragma once

#include <map>
#include <optional>
#include <string>

#include "flow/find_case.h"
#include "model/case.h"
#include "model/world.h"
#include "store/file.h"
#include "yaml/edit.h"

namespace guerdon {

/// A step's answer: a section's value as it stands in a case file, from a file, standard input, or built from flags.
struct Answer {
  std::string path;  ///< of the file, or `<stdin>`, or `<midterm>` for one that flags made
  std::string text;
  yaml::Node value;
  bool from_file = false;  ///< or standard input: it may be a template with blanks
};

/// The answer in `text`: the section's value, with or without its key. Empty when it could not be read, which is
/// reported.
std::optional<Answer> read_answer(std::string path, std::string text, std::string_view section, Diagnostics& findings);

/// An answer that flags made. Its text is what will be written.
Answer make_answer(std::string_view section, yaml::Node value);

/// How an answer enters its section.
struct Entry {
  std::string section;  ///< "midterm"
  yaml::EditKind kind = yaml::EditKind::set;
  std::string inside = {};  ///< for `append`: the list inside the section; empty for the section itself
  bool replace = false;     ///< whether what stands there may be rewritten
  bool dry_run = false;
  std::optional<Date> on = {};  ///< the day of an answer that names none; today when empty
};

/// What became of it.
struct Recorded {
  bool saved = false;
  std::string path;                            ///< of the case file
  Diagnostics findings;                        ///< what speaks against it, and warnings
  std::map<std::string, std::string> sources;  ///< texts of answers, by the path that findings name
  std::string difference;                      ///< removed and added lines, when something was rewritten
  std::string next;                            ///< the next command of the path
  std::optional<Case> after;                   ///< the case with the step; empty when the step was refused
};

/// Records one step: the answer's skills and levels are brought to their stored form, a missing date becomes `today`,
/// the section is spliced in, the case is read and judged again, and saved unless that brought a new error. Takes the
/// workspace's lock, but for a dry run. Throws Error{refused} when the step is recorded already and `replace` is not
/// set.
Recorded record_step(const Root& root, const FoundCase& found, Date today, Answer answer, const Entry& entry);

}  // namespace guerdon
