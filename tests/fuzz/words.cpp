// Any bytes as a date, an id, or a word for a terminal: what is read is written back as it was, and a terminal gets no
// control character.
#include "base/date.h"
#include "base/id.h"
#include "base/text.h"
#include "budget.h"

using namespace guerdon;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  if (const auto date = Date::parse(text)) {
    fuzz::hold(date->to_string() == text, "a date is written otherwise than it was read");
    fuzz::hold(Date::from_parts(date->year(), date->month(), date->day()) == *date, "a date is not that of its parts");
    for (const int months : {-1, 0, 1, 12, 120}) {
      const Date later = date->plus_months(months);
      fuzz::hold(months == 0 ? later == *date : (later > *date) == (months > 0), "months lead the wrong way");
    }
  }
  if (const auto id = CaseId::parse(text)) fuzz::hold(CaseId::parse(id->text) == id, "the id of a case does not stay");
  if (const auto id = PersonId::parse(text))
    fuzz::hold(PersonId::parse(id->text) == id, "the id of a person does not stay");
  if (const auto id = CertificateId::parse(text))
    fuzz::hold(CertificateId::parse(id->text) == id, "the id of a certificate does not stay");
  static_cast<void>(is_slug(text));
  if (find_bad_utf8(text)) return 0;
  const std::string clean = sanitized(text);
  for (const char c : clean)
    fuzz::hold(static_cast<unsigned char>(c) >= 0x20 && c != 0x7F, "a control character reaches the terminal");
  static_cast<void>(folded(text));
  fuzz::hold(nfc(nfc(text)) == nfc(text), "normal form C is not its own");
  static_cast<void>(display_width(text));
  static_cast<void>(paragraphs_of(text));
  return 0;
}
