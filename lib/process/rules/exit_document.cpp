#include <fmt/format.h>

#include "process/acts.h"
#include "process/recorded.h"
#include "process/rules/all.h"
#include "process/step_command.h"

namespace guerdon {
namespace {

/// Whether a step was recorded without what its document tells.
bool holds_nothing(const Case& record, std::string_view section) {
  if (section == "identification") return record.identification->competences.empty();
  if (section == "documentation") return record.documentation->experiences.empty();
  return section == "looking-ahead" && record.looking_ahead->plan.empty();
}

void check(const Inquiry& inquiry) {
  const CertificateKind* kind = inquiry.scheme.find_certificate(inquiry.issue->kind);
  if (kind == nullptr || kind->after.empty()) return;
  const Case& record = inquiry.record;
  if (!is_recorded(record, kind->after)) {
    inquiry.object(record.section(kind->after),
                   fmt::format("no {} is on record, the {} confirms it", kind->after, kind->name),
                   way_to_record(record, inquiry.scheme, kind->after));
    return;
  }
  if (holds_nothing(record, kind->after)) {
    inquiry.object(record.section(kind->after),
                   fmt::format("the {} is empty, the {} tells what it holds", kind->after, kind->name),
                   way_to_record(record, inquiry.scheme, kind->after));
  }
  for (const Act& act : acts_of(record)) {
    if (act.section == kind->after) inquiry.object_if_after_issue(act.what, act.on);
  }
}

}  // namespace

constinit const Rule exit_document_rule{
    .id = "exit.document",
    .sentence = "The document of a step is issued only once that step is on record, and not dated before it.",
    .why =
        "The project's page on EPALE: the path may end after any step. In Poland who stops after the self-assessment "
        "gets a statement, which is expressly no certificate. What each document says is our decision.",
    .when = When::issue,
    .check = check,
};

}  // namespace guerdon
