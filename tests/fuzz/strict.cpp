// Any bytes that may stand in a record: where the strict reader takes them, it gives what yaml-cpp gives, to the place.
#include "yaml/strict.h"

#include <cstdlib>

#include "base/text.h"
#include "budget.h"
#include "yaml/full.h"

using namespace guerdon;

namespace {

bool same(const yaml::Node& a, const yaml::Node& b) {
  const auto all = [](const std::vector<yaml::Node>& x, const std::vector<yaml::Node>& y) {
    return x.size() == y.size() && std::equal(x.begin(), x.end(), y.begin(), same);
  };
  return a.kind == b.kind && a.quoted == b.quoted && a.flow == b.flow && a.offset == b.offset && a.place == b.place &&
         a.scalar == b.scalar && all(a.keys, b.keys) && all(a.items, b.items);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text(fuzz::text_of(data, size));
  if (find_bad_utf8(text) || !find_forbidden_characters(text).empty()) return 0;
  std::optional<yaml::Node> strict;
  {
    const fuzz::Budget budget(size);
    strict = yaml::read_strict(text);
  }
  if (!strict) return 0;
  Diagnostics findings;
  const auto full = yaml::read_full("record.yaml", text, findings);
  if (!full || findings.has_errors() || !same(*strict, *full)) std::abort();
  return 0;
}
