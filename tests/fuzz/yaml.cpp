// Any bytes as a record: the tree, and each reader that needs no scheme.
#include "budget.h"
#include "model/event_read.h"
#include "model/locale.h"
#include "model/organisation_read.h"
#include "model/person_read.h"
#include "model/practitioner_read.h"
#include "model/workspace.h"
#include "yaml/emit.h"
#include "yaml/parse.h"

using namespace guerdon;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text(fuzz::text_of(data, size));
  std::optional<yaml::Document> document;
  {
    const fuzz::Budget budget(size);
    Diagnostics findings;
    document = yaml::parse("record.yaml", std::move(text), findings);
  }
  if (!document) return 0;
  Diagnostics findings;
  read_workspace(*document, findings);
  read_person(*document, findings);
  read_organisation(*document, findings);
  read_practitioner(*document, findings);
  read_event(*document, findings);
  read_locale(*document, findings);
  findings.sort();
  return 0;
}
