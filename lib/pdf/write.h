#pragma once

#include <string>
#include <vector>

#include "document/page.h"
#include "pdf/metadata.h"

namespace guerdon {

/// What the file of `certificate` says of itself, without its facts.
PdfMeta pdf_meta(const Certificate& certificate);

/// The PDF file of `pages`, PDF/A-3a and PDF/UA-1: fonts subset and embedded, with the text of every glyph. A pure
/// function: equal pages and meta give equal bytes. Throws Error when the module cannot be loaded.
std::string write_pdf(const std::vector<Page>& pages, const PdfMeta& meta, const PdfModule& module);

}  // namespace guerdon
