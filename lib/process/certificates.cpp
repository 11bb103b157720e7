#include "process/certificates.h"

#include <algorithm>

namespace guerdon {

std::vector<const Issued*> issued_of(const Inquiry& inquiry) {
  std::vector<const Issued*> out;
  const auto [begin, end] = inquiry.world.issued.equal_range(inquiry.record.id.value.text);
  for (auto it = begin; it != end; ++it)
    out.push_back(&it->second);
  return out;
}

bool is_replaced(const Inquiry& inquiry, const Certificate& certificate) {
  const auto issued = issued_of(inquiry);
  return std::any_of(issued.begin(), issued.end(),
                     [&](const Issued* other) { return other->certificate.replaces == certificate.id; });
}

bool is_issued_or_together(const Inquiry& inquiry, std::string_view kind) {
  if (inquiry.issue != nullptr) {
    const auto& together = inquiry.issue->together;
    if (std::find(together.begin(), together.end(), kind) != together.end()) return true;
  }
  const auto issued = issued_of(inquiry);
  return std::any_of(issued.begin(), issued.end(),
                     [&](const Issued* other) { return other->certificate.kind == kind; });
}

}  // namespace guerdon
