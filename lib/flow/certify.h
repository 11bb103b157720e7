#pragma once

#include <map>
#include <string>

#include "model/certificate.h"
#include "model/locale.h"
#include "process/rule.h"

namespace guerdon {

/// What a certificate states beside what the case and the request say.
struct Issuance {
  CertificateId id;
  CertificateId award;
  std::string language;
  std::string verify_address;                                 ///< empty when the workspace names none
  std::string backdated_because;                              ///< empty unless issued under another day's date
  std::map<std::string, CertificateId, std::less<>> related;  ///< the case's certificates of other kinds, by kind
};

/// Freezes a case into the facts of one certificate: every fact and every word that the page will state, and nothing
/// else; no reason, note or cause. The design is left empty. The gates of `request` must be met, and the scheme must
/// have words in the language: throws Error{refused} when it has none.
Certificate certify(const Case& record, const Scheme& scheme, const World& world, const Locale& locale,
                    const IssueRequest& request, const Issuance& issuance);

/// Who signs when nobody is named: for each issuing organisation, hosting ones first, the first of its staff with the
/// mandate on that day who is not the volunteer; for a statement also the professional.
std::vector<std::string> usual_signers(const Case& record, const Scheme& scheme, const World& world,
                                       const std::string& kind, Date on);

}  // namespace guerdon
