#include "base/packed_findings.h"

namespace guerdon {
namespace {

Diagnostic finding_from(Unpacked& packed) {
  Diagnostic out;
  out.severity = static_cast<Severity>(packed.number() % 3);
  out.rule = packed.text();
  out.where.path = packed.text();
  out.where.place.line = static_cast<std::uint32_t>(packed.number());
  out.where.place.column = static_cast<std::uint32_t>(packed.number());
  out.where.place.length = static_cast<std::uint32_t>(packed.number());
  out.message = packed.text();
  out.hint = packed.text();
  return out;
}

}  // namespace

void add(Packed& packed, const Diagnostics& findings) {
  packed.add(std::uint64_t{findings.items().size()});
  for (const Diagnostic& finding : findings.items()) {
    packed.add(static_cast<std::uint64_t>(finding.severity));
    packed.add(finding.rule);
    packed.add(finding.where.path);
    packed.add(std::uint64_t{finding.where.place.line});
    packed.add(std::uint64_t{finding.where.place.column});
    packed.add(std::uint64_t{finding.where.place.length});
    packed.add(finding.message);
    packed.add(finding.hint);
  }
}

Diagnostics findings_from(Unpacked& packed) {
  Diagnostics out;
  for (std::uint64_t left = packed.number(); left > 0; --left) {
    Diagnostic finding = finding_from(packed);
    if (!packed.good()) return {};
    out.add(std::move(finding));
  }
  return out;
}

}  // namespace guerdon
