#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/certificate.h"
#include "model/locale.h"
#include "model/scheme.h"
#include "process/certificates.h"

namespace guerdon {

/// The ids of a case's certificates in every language, those that are being issued included.
using RelatedIds = std::map<Document, CertificateId>;

/// The certificate of a case that another names: in its language where there is one, else in the first there is.
/// Null when there is none.
const CertificateId* find_related(const RelatedIds& related, const Document& wanted);

/// The scheme's words in that language. Throws Error{refused} when it has none, with the languages it has.
const SchemeText& text_in(const Scheme& scheme, const std::string& language);

/// "Director, Casa Verde": a post or profession with the organisation where it is held.
std::string titled(const std::string& title, const std::string& organisation, const SchemeText& text);

/// The word for a level in the text's language: "Good".
std::string level_word(const Scheme& scheme, const SchemeText& text, int level);

/// Every word that the page of `certificate` prints beside its facts, by name: the scheme's patterns with the facts
/// filled in. A word whose every phrase came out empty is left out.
std::map<std::string, std::vector<Phrase>> words_of(const Certificate& certificate, const Scheme& scheme,
                                                    const SchemeText& text, const Locale& locale,
                                                    const RelatedIds& related);

}  // namespace guerdon
