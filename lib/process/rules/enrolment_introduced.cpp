#include "process/rules/all.h"

namespace guerdon {
namespace {

void check(const Inquiry& inquiry) {
  const auto& enrolment = inquiry.record.enrolment;
  if (enrolment && enrolment->introduced) {
    inquiry.object_if_after_issue("the volunteer was told about the certificate", *enrolment->introduced);
    return;
  }
  inquiry.object(inquiry.record.section("enrolment"), "no date on which the volunteer was told about the certificate",
                 "add `introduced: DATE` under `enrolment:`");
}

}  // namespace

constinit const Rule enrolment_introduced_rule{
    .id = "enrolment.introduced",
    .sentence = "The volunteer was told about the certificate by the issue date.",
    .why =
        "The network's guide for organisations, 3.2 step 1: the organisation has to introduce the volunteer to the "
        "certificate.",
    .when = When::issue,
    .check = check,
};

}  // namespace guerdon
