#include <fmt/format.h>

#include "process/certificates.h"
#include "process/rules/all.h"

namespace guerdon {
namespace {

constexpr Parameter parameters[] = {
    {.name = "certificate", .meaning = "the certificate that goes along", .certificate = true}};

void check(const Inquiry& inquiry) {
  const std::string_view along = inquiry.setting.word("certificate");
  if (is_issued_or_together(inquiry, along)) return;
  const CertificateKind* kind = inquiry.scheme.find_certificate(along);
  inquiry.object(
      inquiry.record.section("participation"),
      fmt::format("the {} does not go along", kind == nullptr ? along : kind->name),
      inquiry.command("issue", fmt::format("--certificate {} --certificate {}", along, inquiry.issue->kind)));
}

}  // namespace

constinit const Rule issue_with_participation_rule{
    .id = "issue.with-participation",
    .sentence = "The participation certificate goes along with the soft skills certificate.",
    .why =
        "The network's guide for organisations, 3.2 step 7: the signed copy is sent along with the certificate of "
        "participation.",
    .when = When::issue,
    .parameters = parameters,
    .check = check,
};

}  // namespace guerdon
