#include "cli/commands.h"

namespace guerdon {

std::span<const Command> commands() {
  static constexpr Command table[] = {
      {"init", "start", "make a workspace", setup_init},
      {"enroll", "the path", "begin a volunteer's case, or a table of them", setup_enroll},
      {"change", "the path", "record that a stay ended early, was extended, or was interrupted", setup_change},
      {"set-objectives", "the path", "record the learning objectives", setup_set_objectives},
      {"midterm", "the path", "record the mid-term evaluation", setup_midterm},
      {"evaluation", "the path", "record that the project evaluation form was sent, and came back", setup_evaluation},
      {"participation", "the path", "record what the volunteer did; confirm it", setup_participation},
      {"self-assess", "the path", "record the volunteer's own view of her skills", setup_self_assess},
      {"validate", "the path", "record what volunteer and organisation agreed", setup_validate},
      {"statement", "the path", "record the professional statement", setup_statement},
      {"step", "the path", "record a step of a validation path, such as awareness", setup_step},
      {"evidence", "the path", "take a file's digest into the portfolio", setup_evidence},
      {"assess", "the path", "record a formal assessment; show what its ratings propose", setup_assess},
      {"exit", "the path", "record that a candidate left the path on purpose, and after which step", setup_exit},
      {"waive", "the path", "record that a rule was set aside, by whom and why", setup_waive},
      {"issue", "the path", "check the rules, freeze the facts, write the certificates", setup_issue},
      {"status", "looking", "who is due, and what for", setup_status},
      {"show", "looking", "one case: its steps, its gates, the next command", setup_show},
      {"log", "looking", "what became of a case, commit by commit", setup_log},
      {"diff", "looking", "what changed of a case since a commit, in skills and dates", setup_diff},
      {"check", "looking", "check every record", setup_check},
      {"fmt", "looking", "lay records out as guerdon writes them, comments and all", setup_fmt},
      {"explain", "looking", "a rule and its source", setup_explain},
      {"languages", "looking", "the languages of certificates: what is missing, who reviewed them", setup_languages},
      {"scheme", "looking", "the schemes: what they ask, what a version changed; take in or make a new one",
       setup_scheme},
      {"preview", "certificates", "show what a design looks like, marked as no certificate", setup_preview},
      {"portfolio", "certificates", "set a candidate's portfolio as one PDF", setup_portfolio},
      {"badge", "certificates", "issue the certificate of a practitioner's badge", setup_badge},
      {"render", "certificates", "make the PDFs again", setup_render},
      {"replace", "certificates", "issue a certificate anew that was wrong", setup_replace},
      {"completion", "this program", "the words of guerdon for bash, zsh and fish", setup_completion},
      {"man", "this program", "the pages of the manual", setup_man},
  };
  return table;
}

}  // namespace guerdon
