// Any bytes as the facts of a certificate: what is read is written back as it was.
#include "base/json.h"
#include "budget.h"
#include "model/certificate.h"

using namespace guerdon;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::optional<Json> json;
  {
    const fuzz::Budget budget(size);
    JsonFault fault;
    json = parse_json(fuzz::text_of(data, size), fault);
  }
  if (!json) return 0;
  const std::string canonical = canonical_json(*json);
  JsonFault fault;
  const auto again = parse_json(canonical, fault);
  fuzz::hold(again && canonical_json(*again) == canonical, "canonical JSON does not stay as it is");
  Diagnostics findings;
  const auto certificate = read_certificate(*json, "certificates/2026/x.json", findings);
  static_cast<void>(facts_digest(*json));
  if (!certificate || !findings.empty()) return 0;
  const std::string written = canonical_json(to_json(*certificate));
  const auto read_back = parse_json(written, fault);
  Diagnostics none;
  const auto second = read_back ? read_certificate(*read_back, "certificates/2026/x.json", none) : std::nullopt;
  fuzz::hold(second && canonical_json(to_json(*second)) == written,
             "facts that are written cannot be read as they were");
  return 0;
}
