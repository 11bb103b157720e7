#include <fmt/format.h>

#include "process/rules/all.h"
#include "process/step_command.h"
#include "process/words.h"

namespace guerdon {
namespace {

void check(const Inquiry& inquiry) {
  const auto& statement = inquiry.record.statement;
  std::vector<std::string> missing;
  if (!statement || !statement->field) missing.emplace_back("the field of work");
  if (!statement || !statement->professional) missing.emplace_back("the professional who vouches");
  if (!statement || !statement->text) missing.emplace_back("the text");
  if (missing.empty()) {
    if (statement->on) inquiry.object_if_after_issue("the professional statement was made", *statement->on);
    return;
  }
  inquiry.object(inquiry.record.section("statement"), "the professional statement lacks " + enumerated(missing),
                 step_command(inquiry.record, "statement"));
}

}  // namespace

constinit const Rule statement_complete_rule{
    .id = "statement.complete",
    .sentence =
        "The professional statement names the field of work and the professional who vouches, and says something; it "
        "was made by the issue date.",
    .why =
        "The network's guide for organisations, on the professional statement: the organisation fills in a form to "
        "make it. What the form asks "
        "follows from the network's page for volunteers: the work was done at a professional level, in a field the "
        "organisation knows.",
    .when = When::issue,
    .check = check,
};

}  // namespace guerdon
