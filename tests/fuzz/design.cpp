// Any bytes as a design.
#include "budget.h"
#include "document/template.h"
#include "yaml/parse.h"

using namespace guerdon;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Diagnostics findings;
  const auto document = yaml::parse("design.yaml", std::string(fuzz::text_of(data, size)), findings);
  if (!document) return 0;
  static_cast<void>(read_template(*document, findings));
  findings.sort();
  return 0;
}
