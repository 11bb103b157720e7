#include "process/certificates.h"

#include <algorithm>

namespace guerdon {

std::vector<const Issued*> issued_of(const Case& record, const World& world) {
  std::vector<const Issued*> out;
  const auto [begin, end] = world.issued.equal_range(record.id.value.text);
  for (auto it = begin; it != end; ++it) {
    const CertificateId& id = it->second.certificate.id;
    const bool replaced =
        std::any_of(begin, end, [&](const auto& other) { return other.second.certificate.replaces == id; });
    if (!replaced) out.push_back(&it->second);
  }
  return out;
}

const Issued* find_issued(const Case& record, const World& world, std::string_view kind, std::string_view language) {
  const auto issued = issued_of(record, world);
  const auto found = std::find_if(issued.begin(), issued.end(), [&](const Issued* one) {
    return one->certificate.kind == kind && (language.empty() || one->certificate.language == language);
  });
  return found == issued.end() ? nullptr : *found;
}

bool is_issued_or_together(const Inquiry& inquiry, std::string_view kind) {
  if (inquiry.issue != nullptr) {
    const auto& together = inquiry.issue->together;
    if (std::find(together.begin(), together.end(), kind) != together.end()) return true;
  }
  return find_issued(inquiry.record, inquiry.world, kind) != nullptr;
}

}  // namespace guerdon
