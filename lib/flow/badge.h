#pragma once

#include <optional>
#include <string>
#include <vector>

#include "flow/issue.h"

namespace guerdon {

/// What is asked of `badge`.
struct BadgeOptions {
  std::string practitioner;
  std::vector<std::string> roles;  ///< tutor, assessor, trainer; empty: every badge that holds on the issue date
  std::string language;
  std::string design;  ///< name of the design; empty: the workspace's, or the scheme's usual one
  std::string signer;  ///< a member of the centre's staff; empty: the first with its mandate
  Date today;
  Date on;  ///< the issue date
  std::string backdated_because;
  bool dry_run = false;
};

/// What became of one badge.
struct BadgeResult {
  std::string role;
  IssueOutcome outcome = IssueOutcome::refused;
  CertificateId id;
  std::string pdf_path;
};

struct BadgeIssuing {
  std::string practitioner;
  std::vector<BadgeResult> results;
  Diagnostics findings;
};

/// The facts of the certificate of the first badge in `world` that could be issued on the day, with the number `id`;
/// empty when there is none. For a preview: it is no certificate.
std::optional<Certificate> badge_of_sample(const World& world, const Scheme& scheme, const Locale& locale,
                                           const std::string& verify_address, const CertificateId& id, Date on);

/// Issues the certificates of a practitioner's badges, each once: the badge must hold on the issue date, rest on a
/// complete training and have been awarded by an organisation that was a service centre on its first day, and somebody
/// signs who has the centre's mandate. Takes the workspace's lock unless it is a dry run. Throws Error{refused} when
/// the practitioner or her badge is unknown, or no scheme makes certificates of badges.
BadgeIssuing issue_badges(const Root& root, const Workspace& workspace, const Locale& locale,
                          const BadgeOptions& options, const PressRoom& room, const Random& random);

}  // namespace guerdon
