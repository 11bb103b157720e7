#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "document/page.h"
#include "pdf/assemble.h"

namespace guerdon {

/// What a PDF file says of itself.
struct PdfMeta {
  std::string title;     ///< "GloRe Soft Skills Certificate: Zofia Wiśniewska"
  std::string subject;   ///< the certificate's id: it makes the file's own identifier unique
  std::string language;  ///< BCP 47
  std::string producer;  ///< "guerdon 0.1.0"
  Date created;
};

/// What the file of `certificate` says of itself.
PdfMeta pdf_meta(const Certificate& certificate, std::string producer);

/// The PDF file of `pages`: fonts subset and embedded, with the text of every glyph. A pure function: equal pages and
/// meta give equal bytes. Throws Error when a font cannot be cut or the module cannot be loaded.
std::string write_pdf(const std::vector<Page>& pages, const PdfMeta& meta, const PdfModule& module);

}  // namespace guerdon
