#include <fmt/format.h>

#include "process/certificates.h"
#include "process/rules/all.h"

namespace guerdon {
namespace {

constexpr Parameter parameters[] = {
    {.name = "certificate", .meaning = "the certificate that comes first", .certificate = true}};

void check(const Inquiry& inquiry) {
  const std::string_view first = inquiry.setting.word("certificate");
  if (is_issued_or_together(inquiry, first)) return;
  const CertificateKind* kind = inquiry.scheme.find_certificate(first);
  inquiry.object(
      inquiry.record.section("statement"),
      fmt::format("no {} has been issued, the {} adds to one", kind == nullptr ? first : kind->name,
                  inquiry.document()),
      inquiry.command("issue", fmt::format("--certificate {} --certificate {}", first, inquiry.issue->kind)));
}

}  // namespace

constinit const Rule statement_soft_skills_first_rule{
    .id = "statement.soft-skills-first",
    .sentence = "A soft skills certificate was issued before, or is issued with the professional statement.",
    .why =
        "The network's page for volunteers: the statement is for those who have received the soft skills certificate. "
        "Its guide for "
        "organisations names no such condition, so it can be waived.",
    .when = When::issue,
    .parameters = parameters,
    .unless = "if she is to have the statement alone",
    .check = check,
};

}  // namespace guerdon
