#pragma once

#include <string>
#include <vector>

#include "flow/issue.h"

namespace guerdon {

/// What is asked of `replace`.
struct ReplaceOptions {
  std::string certificate;      ///< id, as a person may type it
  std::string reason;           ///< public, one of the words of `event/1`
  std::string because;          ///< private; may be empty
  std::vector<std::string> by;  ///< who decided: staff or practitioners
  std::string design;           ///< as in IssueOptions
  std::vector<std::string> signers;
  Date today;
  Date on;
  std::string backdated_because;
  bool dry_run = false;
};

struct Replacing {
  IssueOutcome outcome = IssueOutcome::refused;
  CertificateId replaced;
  CertificateId by;                ///< the certificate that stands in; empty when there is none
  std::string pdf_path;            ///< of that
  std::string event_path;          ///< empty when nothing was written
  std::vector<std::string> named;  ///< certificates of the case that hold and name the replaced one on their page
  Diagnostics findings;
};

/// Issues a certificate anew from what the case says now: another id, the same award, `replaces` the old one; then
/// writes the event. One that was replaced in a run that broke off gets the event it lacks. Throws Error{usage} when
/// there is no such certificate, Error{refused} for one that does not hold and for a badge's.
Replacing replace(const Root& root, const Workspace& workspace, const LocaleOf& locale_of,
                  const ReplaceOptions& options, const PressRoom& room, const Random& random);

}  // namespace guerdon
