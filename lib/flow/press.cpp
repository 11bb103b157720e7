#include "flow/press.h"

#include <fmt/format.h>

#include "base/error.h"
#include "base/sha256.h"
#include "base/text.h"
#include "document/libraries.h"
#include "pdf/syntax.h"
#include "pdf/write.h"
#include "yaml/parse.h"

namespace guerdon {

Press::Press(const Root& root, const PressRoom& room) : root_(root), room_(room), module_(room.pdf_module) {
  room_.font_folders.insert(room_.font_folders.begin(), (root.folder() / "fonts").string());
}

const Plate& Press::plate(const std::string& folder, const std::string& file) {
  const std::string path = folder + '/' + file;
  const std::lock_guard guard(mutex_);
  std::unique_ptr<Plate>& plate = plates_[path];
  if (plate) return *plate;
  std::string text = read_record(root_, path);
  const std::string digest = sha256(text);
  Diagnostics findings;
  const auto document = yaml::parse(path, std::move(text), findings);
  auto design = document ? read_template(*document, findings) : std::nullopt;
  if (!design) throw Error(Failure::access, findings.items().front());
  Fonts fonts = open_fonts(design->fonts, room_.font_folders);
  Certificate::Design facts{page_version, file, digest, describe(fonts), libraries()};
  plate = std::make_unique<Plate>(Plate{std::move(*design), std::move(fonts), std::move(facts)});
  return *plate;
}

const std::map<std::string, std::string>& Press::libraries() {
  const std::lock_guard guard(asking_);
  if (libraries_.empty()) {
    const std::string podofo = module_.podofo_version();
    libraries_ = text_libraries();
    libraries_["libdeflate"] = pdf::deflate_version();
    libraries_["PoDoFo"] = podofo;
  }
  return libraries_;
}

// Another HarfBuzz may draw another page of the same facts; that must never pass for an alteration.
void Press::compare_libraries(const Certificate& certificate) {
  const auto& here = libraries();
  for (const auto& [name, version] : certificate.design.libraries) {
    const auto ours = here.find(name);
    if (ours != here.end() && ours->second == version) continue;
    throw Error(
        Failure::undecidable,
        fmt::format("could not tell: certificate {} was made with {} {}, this guerdon has {}", certificate.id.text,
                    name, version, ours == here.end() ? "none" : ours->second),
        "use a machine with the libraries that its facts name under `design`, such as the one it was issued on");
  }
  for (const auto& [name, version] : here) {
    if (certificate.design.libraries.contains(name)) continue;
    throw Error(
        Failure::undecidable,
        fmt::format("could not tell: certificate {} was made without {}, this guerdon has {}", certificate.id.text,
                    name, version),
        "use a machine with the libraries that its facts name under `design`, such as the one it was issued on");
  }
}

const Plate& Press::plate_of(const Certificate& certificate) {
  const Certificate::Design& recorded = certificate.design;
  if (recorded.page_version != page_version) {
    throw Error(
        Failure::undecidable,
        fmt::format("could not tell: certificate {} was made with page version {}, this guerdon makes version {}",
                    certificate.id.text, recorded.page_version, page_version),
        "use the guerdon that made it");
  }
  compare_libraries(certificate);
  const std::string folder = "schemes/" + certificate.scheme;
  const Plate& plate = this->plate(folder, recorded.file);
  if (plate.facts.sha256 != recorded.sha256) {
    throw Error(Failure::undecidable,
                fmt::format("the design {}/{} is not the one that certificate {} was made with", folder, recorded.file,
                            certificate.id.text),
                "take the design from git as it was when the certificate was issued");
  }
  if (plate.facts.fonts.size() != recorded.fonts.size()) {
    throw Error(Failure::undecidable,
                fmt::format("certificate {} names {}, its design {}/{} has {}", certificate.id.text,
                            counted(recorded.fonts.size(), "font"), folder, recorded.file, plate.facts.fonts.size()),
                "take the certificate's facts from git as they were issued");
  }
  for (std::size_t i = 0; i < recorded.fonts.size(); ++i) {
    if (plate.facts.fonts[i] == recorded.fonts[i]) continue;
    throw Error(Failure::undecidable,
                fmt::format("the font {} on this machine is not the one that certificate {} was made with",
                            plate.facts.fonts[i].file, certificate.id.text),
                fmt::format("put the file with SHA-256 {}… into fonts/", recorded.fonts[i].sha256.substr(0, 16)));
  }
  return plate;
}

std::optional<std::vector<Page>> Press::pages(const Certificate& certificate, Shaper& shaper, const Location& where,
                                              Diagnostics& findings) {
  const Plate& plate = plate_of(certificate);
  return lay_out(certificate, plate.design, plate.fonts, shaper, where, findings);
}

std::optional<std::string> Press::portfolio(const Certificate& cover, const Portfolio& portfolio,
                                            const std::string& folder, const std::string& design, const Location& where,
                                            Diagnostics& findings) {
  const Plate& plate = this->plate(folder, design);
  Shaper shaper;
  const auto pages = lay_out(cover, plate.design, plate.fonts, shaper, where, findings, &portfolio);
  if (!pages) return std::nullopt;
  PdfMeta meta = pdf_meta(cover);
  meta.page_version = page_version;
  meta.libraries = libraries();
  return write_pdf(*pages, meta, module_);
}

std::string Press::pdf(const Certificate& certificate, Shaper& shaper, std::string facts) {
  Diagnostics findings;
  const auto made = pages(certificate, shaper, {}, findings);
  if (!made) throw Error(Failure::refused, findings.items().front());
  PdfMeta meta = pdf_meta(certificate);
  meta.facts = facts.empty() ? canonical_json(to_json(certificate)) + '\n' : std::move(facts);
  return write_pdf(*made, meta, module_);
}

}  // namespace guerdon
