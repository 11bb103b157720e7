#pragma once

#include <span>
#include <string_view>

#include "cli/context.h"
#include "cli/usage.h"

namespace guerdon {

/// A command: what `--help` lists, and the function that declares what it takes. See docs/adding-a-command.md.
struct Command {
  std::string_view name;
  std::string_view group;
  std::string_view summary;
  Run (*setup)(Usage&);
};

/// Every command, in the order of `--help`.
std::span<const Command> commands();

Run setup_init(Usage& usage);
Run setup_enroll(Usage& usage);
Run setup_change(Usage& usage);
Run setup_set_objectives(Usage& usage);
Run setup_midterm(Usage& usage);
Run setup_evaluation(Usage& usage);
Run setup_participation(Usage& usage);
Run setup_self_assess(Usage& usage);
Run setup_validate(Usage& usage);
Run setup_statement(Usage& usage);
Run setup_assess(Usage& usage);
Run setup_step(Usage& usage);
Run setup_evidence(Usage& usage);
Run setup_exit(Usage& usage);
Run setup_waive(Usage& usage);
Run setup_issue(Usage& usage);
Run setup_replace(Usage& usage);
Run setup_portfolio(Usage& usage);
Run setup_preview(Usage& usage);
Run setup_badge(Usage& usage);
Run setup_render(Usage& usage);
Run setup_status(Usage& usage);
Run setup_show(Usage& usage);
Run setup_log(Usage& usage);
Run setup_diff(Usage& usage);
Run setup_check(Usage& usage);
Run setup_fmt(Usage& usage);
Run setup_explain(Usage& usage);
Run setup_languages(Usage& usage);
Run setup_scheme(Usage& usage);
Run setup_completion(Usage& usage);
Run setup_man(Usage& usage);

}  // namespace guerdon
