#pragma once

#include <map>
#include <string>

#include "base/date.h"
#include "pdf/assemble.h"

namespace guerdon {

/// What a PDF file says of itself.
struct PdfMeta {
  std::string title;     ///< "GloRe Soft Skills Certificate: Zofia Wiśniewska"
  std::string id;        ///< the certificate's
  std::string language;  ///< BCP 47
  Date created;
  int page_version = 0;
  std::map<std::string, std::string> libraries;  ///< version of each that the bytes depend on
  std::string address;                           ///< where its links lead; empty for nowhere
  std::string facts;                             ///< the bytes of its associated file; empty for none
};

namespace pdf {

/// The XMP packet: PDF/A-3a, PDF/UA-1, and under a schema of our own the page version and the libraries. Source: ISO
/// 19005-3, 6.6, and ISO 14289-1, 5.
std::string xmp_packet(const PdfMeta& meta);

/// The Info dictionary, which says the same.
std::string info_dictionary(const PdfMeta& meta);

/// `D:20260829000000Z`
std::string pdf_date(Date date);

/// Adds the certificate's facts as associated file `certificate.json`; its file specification. Source: ISO
/// 19005-3, 6.8.
std::size_t attach_facts(const PdfMeta& meta, PdfObjects& objects);

}  // namespace pdf

}  // namespace guerdon
