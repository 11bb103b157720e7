#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "flow/issue.h"
#include "flow/planned.h"
#include "model/case.h"

namespace guerdon {

/// What the cases of a batch have in common.
struct IssueDesk {
  const Root& root;
  const Workspace& workspace;
  const LocaleOf& locale_of;
  const IssueOptions& options;
  Press& press;
  std::function<CertificateId(const std::string& case_id, const Document& document)> new_id;
};

/// A case as it was read.
struct OpenedCase {
  std::optional<Case> record;
  Diagnostics reading;  ///< what was objected to in the case
  Diagnostics behind;   ///< and in all that it may rest on
};

/// What becomes of one case, with its pages, before anything is written.
struct CasePlan {
  Issuing told;
  std::vector<Planned> planned;
  std::vector<Planned> unfinished;  ///< issued, but the PDF or the digest is missing
};

/// Judges every gate of the chosen certificates and lays out every page. Where a page does not print, the rest of the
/// case is judged again without it. `world` has the case's person and certificates.
CasePlan plan_case(const IssueDesk& desk, const World& world, const std::string& case_id, const OpenedCase& opened,
                   Shaper& shaper);

/// Writes what is planned: the fonts, then the facts in order, so that a certificate that names another of the same
/// case is never there without it, then the PDFs. With its facts a certificate is issued; its PDF can be made again.
void write_case(const IssueDesk& desk, CasePlan& plan);

}  // namespace guerdon
