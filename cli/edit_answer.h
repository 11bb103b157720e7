#pragma once

#include <functional>
#include <string>

#include "cli/context.h"
#include "cli/draft.h"

namespace guerdon {

/// An answer that a person writes in her editor.
struct AnswerEdit {
  std::string text;    ///< what she begins with
  std::string again;   ///< the command that goes on with what she wrote
  bool stays = false;  ///< whether what she wrote is kept once it is taken: a dry run records nothing
};

/// Opens the draft until `take` has no error to find with it. What it finds comes back as comments above the answer;
/// closed unchanged, nothing is recorded. Throws Error{usage} when nobody sits at a terminal.
Report edit_answer(Context& context, const Draft& draft, const AnswerEdit& edit,
                   const std::function<Report(const std::string& path, const std::string& text)>& take);

}  // namespace guerdon
