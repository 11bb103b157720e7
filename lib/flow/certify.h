#pragma once

#include <string>

#include "flow/words_of.h"
#include "model/certificate.h"
#include "model/locale.h"
#include "process/rule.h"

namespace guerdon {

/// What a certificate states beside what the case and the request say.
struct Issuance {
  CertificateId id;
  CertificateId award;
  std::string language;
  std::string text_language;      ///< of what people wrote: the case's, else the workspace's
  std::string verify_address;     ///< empty when the workspace names none
  std::string backdated_because;  ///< empty unless issued under another day's date
  RelatedIds related;
};

/// Freezes a case into the facts of one certificate: every fact and every word that the page will state, and nothing
/// else; no reason, note or cause. The design is left empty. The gates of `request` must be met, and the scheme must
/// have words in the language: throws Error{refused} when it has none.
Certificate certify(const Case& record, const Scheme& scheme, const World& world, const Locale& locale,
                    const IssueRequest& request, const Issuance& issuance);

/// Adds the candidate's name, and its Latin form where both are to be printed.
void add_names(const Person& person, Certificate& certificate);

}  // namespace guerdon
