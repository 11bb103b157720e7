#include <fmt/format.h>

#include "model/service.h"
#include "process/rules/all.h"

namespace guerdon {
namespace {

void check(const Inquiry& inquiry) {
  const auto& introduced = inquiry.record.enrolment->introduced;
  const auto service = service_of(inquiry.record);
  if (!introduced || !service || introduced->value < service->first) return;
  inquiry.object(
      introduced->place,
      fmt::format(
          "told about the certificate on {}, the service began on {}: best before she joins, at the first interview",
          introduced->value.to_string(), service->first.to_string()));
}

}  // namespace

constinit const Rule enrolment_introduced_early_rule{
    .id = "enrolment.introduced-early",
    .sentence = "The volunteer was told about the certificate before she joined the project.",
    .why =
        "The network's guide for organisations, 3.2 step 1, recommends that she knows of it from the first interview, "
        "before joining.",
    .when = When::step,
    .section = "enrolment",
    .check = check,
};

}  // namespace guerdon
