#include "flow/press.h"

#include <fmt/format.h>

#include <filesystem>

#include "base/error.h"
#include "base/sha256.h"
#include "base/text.h"
#include "document/libraries.h"
#include "document/specimen.h"
#include "document/used_libraries.h"
#include "flow/images.h"
#include "pdf/syntax.h"
#include "pdf/write.h"
#include "yaml/parse.h"

namespace guerdon {

Press::Press(const Root& root, const PressRoom& room)
    : root_(root),
      room_(room),
      module_(room.pdf_module),
      importer_(std::filesystem::path(room.pdf_module).parent_path().string()) {
  room_.font_folders.insert(room_.font_folders.begin(), (root.folder() / "fonts").string());
}

namespace {

/// A file of a scheme, and its digest.
std::optional<yaml::Document> read_document(const Root& root, const std::string& path, std::string& digest,
                                            Diagnostics& findings) {
  std::string text = read_record(root, path);
  digest = sha256(text);
  return yaml::parse(path, std::move(text), findings);
}

}  // namespace

DesignFile& Press::design_file(const std::string& folder, const std::string& file) {
  std::unique_ptr<DesignFile>& known = designs_[folder + '/' + file];
  if (known) return *known;
  DesignFile read;
  Diagnostics findings;
  const auto page = read_document(root_, folder + '/' + file, read.sha256, findings);
  auto design = page ? read_template(*page, findings) : std::nullopt;
  if (design) load_images(root_, folder, importer_, *design, findings);
  if (!design || findings.has_errors()) throw Error(Failure::access, findings.items().front());
  read.design = std::move(*design);
  known = std::make_unique<DesignFile>(std::move(read));
  return *known;
}

// To read it takes as long as to read the design, and a page made again without another font has no use for it.
void Press::read_chain_of(DesignFile& file, const std::string& folder) {
  if (file.design.fallback.empty() || !file.chain_sha256.empty()) return;
  Diagnostics findings;
  std::string digest;
  const auto fonts = read_document(root_, folder + '/' + file.design.fallback, digest, findings);
  auto chain = fonts ? read_chain(*fonts, findings) : std::nullopt;
  if (!chain) throw Error(Failure::access, findings.items().front());
  file.chain = std::move(*chain);
  file.chain_sha256 = std::move(digest);
}

std::shared_ptr<const Font> Press::font(const FontName& name, const Certificate::Font* recorded) {
  if (recorded != nullptr) {
    if (const auto known = fonts_.find(recorded->sha256); known != fonts_.end() && known->second->key() == name.key)
      return known->second;
  }
  std::vector<Certificate::Font> only;
  if (recorded != nullptr) only.push_back(*recorded);
  std::shared_ptr<const Font> font = open_fonts({name}, room_.font_folders, recorded == nullptr ? nullptr : &only)[0];
  fonts_[font->sha256()] = font;
  font_paths_[font->sha256()] = font->path();
  return font;
}

const Plate& Press::plate(const std::string& folder, const std::string& file) {
  const std::lock_guard guard(mutex_);
  std::unique_ptr<Plate>& plate = plates_[folder + '/' + file];
  if (plate) return *plate;
  module_.require();
  DesignFile& read = design_file(folder, file);
  read_chain_of(read, folder);
  Fonts fonts;
  for (const FontName& name : read.design.fonts)
    fonts.add(font(name, nullptr));
  Certificate::Design facts{page_version, file, read.sha256, describe(fonts), libraries()};
  for (const DesignImage& image : read.design.images)
    facts.images[image.file] = image.image->sha256;
  if (!read.chain.empty()) fonts.set_chain(std::make_shared<const FontChain>(read.chain, room_.font_folders));
  plate = std::make_unique<Plate>(Plate{read.design, std::move(fonts), std::move(facts)});
  return *plate;
}

const std::map<std::string, std::string>& Press::libraries() {
  const std::lock_guard guard(asking_);
  if (libraries_.empty()) {
    libraries_ = text_libraries();
    libraries_["libdeflate"] = pdf::deflate_version();
    libraries_["PoDoFo"] = PdfModule::podofo_version();
  }
  return libraries_;
}

// Another HarfBuzz may draw another page of the same facts; that must never pass for an alteration.
void Press::compare_libraries(const Certificate& certificate) {
  const auto& here = libraries();
  for (const auto& [name, version] : certificate.design.libraries) {
    const auto always = here.find(name);
    std::string ours = always == here.end() ? used_library_version(name) : always->second;
    if (ours.empty()) ours = importer_.version(name);
    if (ours == version) continue;
    throw Error(
        Failure::undecidable,
        fmt::format("could not tell: certificate {} was made with {} {}, this guerdon has {}", certificate.id.text,
                    name, version, ours.empty() ? "none" : ours),
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
  std::string key = certificate.scheme + '/' + recorded.file;
  for (const Certificate::Font& font : recorded.fonts)
    key += ' ' + font.key + ' ' + font.sha256;
  key += ' ' + recorded.sha256 + recorded.chain;
  const std::lock_guard guard(mutex_);
  std::unique_ptr<Plate>& plate = plates_[key];
  if (!plate) plate = recorded_plate(certificate, design_file("schemes/" + certificate.scheme, recorded.file));
  return *plate;
}

std::unique_ptr<Plate> Press::recorded_plate(const Certificate& certificate, DesignFile& file) {
  const Certificate::Design& recorded = certificate.design;
  const std::string folder = "schemes/" + certificate.scheme;
  const auto refuse_other = [&](std::string_view what, const std::string& name) {
    throw Error(Failure::undecidable,
                fmt::format("the {} {}/{} is not the one that certificate {} was made with", what, folder, name,
                            certificate.id.text),
                "take the design from git as it was when the certificate was issued");
  };
  if (file.sha256 != recorded.sha256) refuse_other("design", recorded.file);
  if (!recorded.chain.empty()) read_chain_of(file, folder);
  if (!recorded.chain.empty() && file.chain_sha256 != recorded.chain) refuse_other("design", file.design.fallback);
  for (const DesignImage& image : file.design.images) {
    const auto as_issued = recorded.images.find(image.file);
    if (as_issued == recorded.images.end() || as_issued->second != image.image->sha256)
      refuse_other("picture", image.file);
  }
  const std::size_t own = file.design.fonts.size();
  if (recorded.fonts.size() < own || (recorded.fonts.size() > own && recorded.chain.empty())) {
    throw Error(Failure::undecidable,
                fmt::format("certificate {} names {}, its design {}/{} has {}", certificate.id.text,
                            counted(recorded.fonts.size(), "font"), folder, recorded.file, own),
                "take the certificate's facts from git as they were issued");
  }
  Fonts fonts;
  for (std::size_t i = 0; i < own; ++i) {
    const Certificate::Font& as_issued = recorded.fonts[i];
    const FontName& name = file.design.fonts[i];
    try {
      if (as_issued.key == name.key && as_issued.file == name.file) {
        fonts.add(font(name, &as_issued));
        continue;
      }
    } catch (const Error& error) {
      if (error.failure() != Failure::undecidable) throw;
    }
    throw Error(Failure::undecidable,
                fmt::format("the font {} on this machine is not the one that certificate {} was made with", name.file,
                            certificate.id.text),
                fmt::format("put the file with SHA-256 {}… into fonts/", as_issued.sha256.substr(0, 16)));
  }
  if (recorded.fonts.size() > own)
    fonts.set_chain(std::make_shared<const FontChain>(file.chain, room_.font_folders, recorded.fonts));
  return std::make_unique<Plate>(Plate{file.design, std::move(fonts), recorded});
}

std::optional<std::vector<Page>> Press::first_pages(Certificate& certificate, Shaper& shaper, const Location& where,
                                                    Diagnostics& findings) {
  const std::string folder = "schemes/" + certificate.scheme;
  const Plate& plate = this->plate(folder, certificate.design.file);
  auto pages = lay_out(certificate, plate.design, plate.fonts, shaper, where, findings, nullptr, logo_of(certificate));
  if (!pages) return pages;
  certificate.design.libraries.merge(used_libraries(*pages, certificate.language));
  if (plate.fonts.chain() == nullptr) return pages;
  std::vector<Certificate::Font> used = plate.facts.fonts;
  const std::lock_guard guard(mutex_);
  for (const Font* font : used_fonts(*pages)) {
    if (!plate.fonts.chain()->holds(*font)) continue;
    used.push_back(describe(*font));
    font_paths_[font->sha256()] = font->path();
  }
  if (used.size() > plate.facts.fonts.size())
    certificate.design.chain = design_file(folder, plate.facts.file).chain_sha256;
  certificate.design.fonts = std::move(used);
  return pages;
}

void Press::know_logos(const Root& root, const World& world) {
  const std::lock_guard guard(mutex_);
  for (const auto& [id, organisation] : world.organisations) {
    if (organisation.logo && !organisation.logo->sha256.empty())
      logo_paths_[organisation.logo->kept_name()] = root.resolve(organisation_file(organisation.logo->file.value));
  }
}

std::shared_ptr<const Image> Press::logo_of(const Certificate& certificate) {
  if (certificate.organisations.empty() || certificate.organisations.front().logo.empty()) return nullptr;
  const auto& [id, organisation, place, role, name] = certificate.organisations.front();
  const std::lock_guard guard(mutex_);
  std::shared_ptr<const Image>& logo = logos_[name];
  if (logo != nullptr) return logo;
  const auto today = logo_paths_.find(name);
  const auto path = today == logo_paths_.end() ? root_.resolve("images/" + name) : today->second;
  std::error_code unknown;
  const auto bytes = std::filesystem::is_regular_file(path, unknown) ? std::optional(read_file(path)) : std::nullopt;
  if (!bytes || !name.starts_with(sha256(*bytes))) {
    throw Error(Failure::undecidable,
                fmt::format("could not tell: the logo that certificate {} was made with is not in images/{}",
                            certificate.id.text, name),
                "take the file from git as it was when the certificate was issued");
  }
  ImageFault fault;
  const auto image = read_image(*bytes, importer_, fault);
  if (image == nullptr)
    throw Error(Failure::refused, fmt::format("the logo of {}: {}", organisation, fault.message), fault.hint);
  return logo = image;
}

void Press::keep_files(const Certificate& certificate) {
  const std::lock_guard guard(mutex_);
  for (const Certificate::Organisation& organisation : certificate.organisations) {
    const auto path = logo_paths_.find(organisation.logo);
    if (path == logo_paths_.end()) continue;
    const auto copy = root_.resolve("images/" + organisation.logo);
    if (!is_there(copy)) write_file(copy, read_file(path->second));
  }
  for (const Certificate::Font& font : certificate.design.fonts) {
    const auto path = font_paths_.find(font.sha256);
    if (path == font_paths_.end()) continue;
    const auto copy = root_.resolve("fonts/" + kept_font_name(font));
    if (!is_there(copy)) write_file(copy, read_file(path->second));
    font_paths_.erase(path);
  }
}

std::optional<std::vector<Page>> Press::pages(const Certificate& certificate, Shaper& shaper, const Location& where,
                                              Diagnostics& findings) {
  const Plate& plate = plate_of(certificate);
  return lay_out(certificate, plate.design, plate.fonts, shaper, where, findings, nullptr, logo_of(certificate));
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

std::optional<std::string> Press::specimen(const Certificate& certificate, const std::string& folder,
                                           std::string_view word, Shaper& shaper, const Location& where,
                                           Diagnostics& findings) {
  const Plate& plate = this->plate(folder, certificate.design.file);
  auto pages = lay_out(certificate, plate.design, plate.fonts, shaper, where, findings, nullptr, logo_of(certificate));
  if (!pages) return std::nullopt;
  mark_specimen(*pages, word, certificate.language, plate.fonts, shaper);
  PdfMeta meta = pdf_meta(certificate);
  meta.facts = canonical_json(to_json(certificate)) + '\n';
  return write_pdf(*pages, meta, module_);
}

std::string Press::pdf(const Certificate& certificate, Shaper& shaper, std::string facts) {
  Diagnostics findings;
  const auto made = pages(certificate, shaper, {}, findings);
  if (!made) throw Error(Failure::refused, findings.items().front());
  return pdf(certificate, *made, std::move(facts));
}

std::string Press::pdf(const Certificate& certificate, const std::vector<Page>& pages, std::string facts) {
  PdfMeta meta = pdf_meta(certificate);
  meta.facts = facts.empty() ? canonical_json(to_json(certificate)) + '\n' : std::move(facts);
  return write_pdf(pages, meta, module_);
}

}  // namespace guerdon
