#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <vector>

#include "process/rule.h"

namespace guerdon {

/// The certificates of a case that hold: those that no other one replaces and no event has ended, in the order of the
/// workspace. A suspended one holds.
std::vector<const Issued*> issued_of(const Case& record, const World& world);

/// How a certificate stands today: "revoked 2026-10-01", "suspended until 2026-12-01", "replaced by …"; empty for one
/// that simply holds.
std::string standing_of(const CertificateId& id, const World& world);

/// One document of a case: a kind of certificate, which competence it certifies where there is one for each, and its
/// language where that is told apart.
struct Document {
  std::string kind;
  std::string competence;
  std::string language = {};

  auto operator<=>(const Document&) const = default;
};

/// "participation", "competence teamwork"; without the language
std::string name_of(const Document& document);

/// Whether the scheme issues a certificate for each competence.
bool certifies_each_competence(const Scheme& scheme);

/// Which document a certificate is.
Document document_of(const Certificate& certificate);

/// The documents to issue for a case on a day, in the scheme's order, in which one that names another comes after it.
/// `kinds` and `competences` limit them. Without kinds: those that always are issued, those whose section is filled,
/// and the document of the exit; of those for each competence the ones reached, or one without a competence, for the
/// gates to refuse, when none was. With competences: only those for each.
std::vector<Document> documents_of(const Case& record, const Scheme& scheme, const std::vector<std::string>& kinds,
                                   const std::vector<std::string>& competences, Date on);

/// The first of them of that kind, and in that language and of that competence where one is named; nullptr when there
/// is none.
const Issued* find_issued(const Case& record, const World& world, std::string_view kind, std::string_view language = {},
                          std::string_view competence = {});

/// Whether what a certificate states of a competence is as complex as the result says.
bool same_complexity(const Certificate::Skill& stated, const Assessment::Result& result);

/// Whether a kind of certificate has been issued for the case, or is in the act that is judged.
bool is_issued_or_together(const Inquiry& inquiry, std::string_view kind);

}  // namespace guerdon
