#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/id.h"
#include "model/today.h"

namespace guerdon {

enum class EventKind : std::uint8_t { replaced, revoked, suspended, reinstated, erased };

/// One event in the life of a certificate after its issue: `events/<certificate-id>-<n>.yaml`, format `event/1`.
struct Event {
  std::string path;
  int number = 0;  ///< of the file's name, from 1; 0 where the name has none
  Located<CertificateId> certificate;
  Located<EventKind> kind;
  Located<Date> on;
  std::vector<Located<std::string>> by;               ///< who decided: staff or practitioners
  Located<std::string> reason;                        ///< public: error, fraud, request, correction, other
  std::optional<std::string> because;                 ///< private; never of an erasure
  std::optional<Located<Date>> heard;                 ///< the day on which the holder was heard
  std::optional<Located<Date>> until;                 ///< the last day of a suspension, where one is set
  std::optional<Located<CertificateId>> replacement;  ///< of a replacement: the certificate that stands in
  std::optional<Located<std::string>> digest;         ///< of an erasure: the digest of the facts
  std::optional<Located<CaseId>> case_id;             ///< of an erasure: the case whose person is gone
};

/// What decides on a day how the certificate of these events stands, the events in the order of their numbers: the last
/// replacement, revocation, suspension or erasure that no reinstatement has lifted; nullptr when it simply holds.
const Event* in_force(const std::vector<Event>& events, const Today& day);

/// Whether a certificate under this event, which may be nullptr, still counts as one: a suspended one does.
bool still_counts(const Event* in_force);

}  // namespace guerdon
