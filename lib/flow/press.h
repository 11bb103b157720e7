#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "document/font_chain.h"
#include "document/importer.h"
#include "document/layout.h"
#include "document/template.h"
#include "model/certificate.h"
#include "model/world.h"
#include "pdf/assemble.h"
#include "store/file.h"

namespace guerdon {

/// Changes whenever the same facts, design and fonts would give another page.
inline constexpr int page_version = 2;

/// What the program brings to make pages with.
struct PressRoom {
  std::vector<std::string> font_folders;  ///< searched in this order
  std::string pdf_module;                 ///< the modules that import stand beside it
};

/// A design as it is read from its files.
struct DesignFile {
  Template design;
  std::string sha256;
  std::vector<ChainEntry> chain;  ///< what stands in for its fonts; read when first needed
  std::string chain_sha256;       ///< of the chain's file; empty where the design names none, or it was not read yet
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

  /// The pages of a certificate that is being issued, or findings at `where`. Notes in its facts the fonts of the
  /// design's chain that they use.
  std::optional<std::vector<Page>> first_pages(Certificate& certificate, Shaper& shaper, const Location& where,
                                               Diagnostics& findings);

  /// Notes where the logos are that facts of today name; `root` is that of `world`.
  void know_logos(const Root& root, const World& world);

  /// Copies the fonts and logos that the facts name into the workspace, as fonts/<sha256>.ttf and images/<sha256>.png,
  /// where they are not there yet.
  void keep_files(const Certificate& certificate);

  /// The pages of a certificate, or findings at `where`. Throws Error{undecidable} when it was made with another page
  /// version, library, design or font file than there is here.
  std::optional<std::vector<Page>> pages(const Certificate& certificate, Shaper& shaper, const Location& where,
                                         Diagnostics& findings);

  /// Says that a PDF file will be made: what writes it is loaded beside whatever comes before.
  void make_ready() { module_.load_ahead(); }

  /// The PDF file of a certificate; throws as `pages`, and Error{refused} with the first finding. `facts` are the bytes
  /// of its facts as they were written; made here when empty.
  std::string pdf(const Certificate& certificate, Shaper& shaper, std::string facts = {});

  /// The PDF file of a certificate from its pages, as `pages` and `first_pages` give them.
  std::string pdf(const Certificate& certificate, const std::vector<Page>& pages, std::string facts = {});

  /// The PDF file of a certificate with `word` across each page; what does not print is reported at `where`, and
  /// nothing comes back. The design and the fonts are those that are here, whatever the facts name.
  std::optional<std::string> specimen(const Certificate& certificate, const std::string& folder, std::string_view word,
                                      Shaper& shaper, const Location& where, Diagnostics& findings);

  /// The PDF file of a portfolio, whose first page is set from `cover`; what does not print is reported at `where`, and
  /// nothing comes back.
  std::optional<std::string> portfolio(const Certificate& cover, const Portfolio& portfolio, const std::string& folder,
                                       const std::string& design, const Location& where, Diagnostics& findings);

 private:
  const Plate& plate_of(const Certificate& certificate);
  void compare_libraries(const Certificate& certificate);
  const std::map<std::string, std::string>& libraries();
  DesignFile& design_file(const std::string& folder, const std::string& file);
  void read_chain_of(DesignFile& file, const std::string& folder);
  std::shared_ptr<const Font> font(const FontName& name, const Certificate::Font* recorded);
  std::shared_ptr<const Image> logo_of(const Certificate& certificate);
  std::unique_ptr<Plate> recorded_plate(const Certificate& certificate, DesignFile& file);

  const Root& root_;
  PressRoom room_;
  PdfModule module_;
  Importer importer_;
  std::mutex asking_;
  std::map<std::string, std::string> libraries_;
  std::mutex mutex_;
  std::map<std::string, std::unique_ptr<DesignFile>> designs_;
  std::map<std::string, std::unique_ptr<Plate>> plates_;
  std::map<std::string, std::shared_ptr<const Font>> fonts_;   ///< by digest
  std::map<std::string, std::filesystem::path> logo_paths_;    ///< by name in images/
  std::map<std::string, std::shared_ptr<const Image>> logos_;  ///< likewise
  std::map<std::string, std::string> font_paths_;              ///< by digest; of fonts that were used
};

}  // namespace guerdon
