#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "document/layout.h"
#include "document/template.h"
#include "model/certificate.h"
#include "pdf/assemble.h"
#include "store/file.h"

namespace guerdon {

/// Changes whenever the same facts, design and fonts would give another page.
inline constexpr int page_version = 2;

/// What the program brings to make pages with.
struct PressRoom {
  std::vector<std::string> font_folders;  ///< searched in this order
  std::string pdf_module;
};

/// A design, read, with its fonts open.
struct Plate {
  Template design;
  Fonts fonts;
  Certificate::Design facts;  ///< as a certificate's facts name it
};

/// Turns facts into pages and files. Designs and fonts are opened once; may be used by several threads.
class Press {
 public:
  Press(const Root& root, const PressRoom& room);

  /// The design that new certificates of a scheme's folder use. Throws Error{access} with its first finding when it is
  /// damaged.
  const Plate& plate(const std::string& folder, const std::string& file);

  /// The pages of a certificate, or findings at `where`. Throws Error{undecidable} when it was made with another page
  /// version, library, design or font file than there is here.
  std::optional<std::vector<Page>> pages(const Certificate& certificate, Shaper& shaper, const Location& where,
                                         Diagnostics& findings);

  /// The PDF file of a certificate; throws as `pages`, and Error{refused} with the first finding. `facts` are the bytes
  /// of its facts as they were written; made here when empty.
  std::string pdf(const Certificate& certificate, Shaper& shaper, std::string facts = {});

  /// The PDF file of a portfolio, whose first page is set from `cover`; what does not print is reported at `where`, and
  /// nothing comes back.
  std::optional<std::string> portfolio(const Certificate& cover, const Portfolio& portfolio, const std::string& folder,
                                       const std::string& design, const Location& where, Diagnostics& findings);

 private:
  const Plate& plate_of(const Certificate& certificate);
  void compare_libraries(const Certificate& certificate);
  const std::map<std::string, std::string>& libraries();

  const Root& root_;
  PressRoom room_;
  PdfModule module_;
  std::mutex asking_;
  std::map<std::string, std::string> libraries_;
  std::mutex mutex_;
  std::map<std::string, std::unique_ptr<Plate>> plates_;
};

}  // namespace guerdon
