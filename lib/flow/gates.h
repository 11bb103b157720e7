#pragma once

#include <string>
#include <vector>

#include "process/certificates.h"
#include "process/judge.h"

namespace guerdon {

/// The gates of one certificate on the day of the world: what is open, or that it was issued.
struct Gates {
  Document document;
  std::string name;  ///< "soft skills certificate"
  const Issued* issued = nullptr;
  Diagnostics open;
  std::vector<const Waiver*> waived;  ///< those that hold a gate open
};

/// The gates of every document that the case may come to, for the signers who usually sign. None for a case whose
/// person was erased.
std::vector<Gates> gates_of(const Case& record, const Scheme& scheme, const World& world);

}  // namespace guerdon
