#include "pdf/content_stream.h"

#include "pdf/syntax.h"

namespace guerdon::pdf {

void ContentStream::enter(int element, const std::string& language) {
  if (element_ == element && language_ == language) return;
  leave();
  element_ = element;
  language_ = language;
  begin({});
}

void ContentStream::part(const std::string& properties) {
  out += "EMC\n";
  begin(properties);
}

void ContentStream::leave() {
  if (element_) out += "EMC\n";
  element_.reset();
}

// Spans are marked content of the same element, side by side with the rest: readers lose what follows a nested one.
void ContentStream::begin(const std::string& properties) {
  if (in_artifact()) {
    out += "/Artifact BMC\n";
    return;
  }
  const bool is_span = !properties.empty() || !language_.empty();
  out += '/';
  out += is_span ? "Span" : standard_name(page_.elements[static_cast<std::size_t>(*element_)].tag);
  out += "<</MCID ";
  append_integer(out, static_cast<std::size_t>(structure_.open(page_number_, *element_)));
  if (!language_.empty()) out += "/Lang" + text_string(language_);
  out += properties + ">>BDC\n";
}

void ContentStream::number(double value, int decimals) {
  append_number(out, value, decimals);
  out += ' ';
}

void ContentStream::point(Point at) {
  number(at.x * points_per_mm);
  number((page_.height - at.y) * points_per_mm);
}

}  // namespace guerdon::pdf
