#include "flow/images.h"

#include <fmt/format.h>

#include <cmath>

#include "base/error.h"

namespace guerdon {

std::shared_ptr<const Image> load_image(const Root& root, const std::string& path, const Importer& importer,
                                        const Location& where, Diagnostics& findings) {
  try {
    ImageFault fault;
    auto image = read_image(read_record(root, path), importer, fault);
    if (image == nullptr) findings.error("format", where, fmt::format("{}: {}", path, fault.message), fault.hint);
    return image;
  } catch (const Error& error) {
    findings.error("format", where, error.finding().message, error.finding().hint);
    return nullptr;
  }
}

namespace {

/// Its shape counts, not its size: it is drawn as large as the page, and may be a millimetre off.
bool has_shape_of(const Template& design, const ImportedForm& form) {
  return std::abs(form.height * design.width / form.width - design.height) <= 1 &&
         std::abs(form.width * design.height / form.height - design.width) <= 1;
}

void check_background(const Template& design, const std::optional<std::size_t>& index, Diagnostics& findings) {
  if (!index) return;
  const DesignImage& one = design.images[*index];
  if (one.image == nullptr) return;
  const ImportedForm* form = one.image->form.get();
  if (form == nullptr) {
    findings.error("format", {design.path, one.place},
                   fmt::format("the background {} is not a PDF or SVG file", one.file),
                   "a picture with pixels is a block: {block: image, file: …}");
  } else if (!has_shape_of(design, *form)) {
    findings.error("format", {design.path, one.place},
                   fmt::format("the background {} is {:.1f} x {:.1f} mm, the page {} x {} mm", one.file, form->width,
                               form->height, design.width, design.height),
                   "make both of one size; what a PDF file's page has is its trim box");
  }
}

}  // namespace

void load_images(const Root& root, const std::string& folder, const Importer& importer, Template& design,
                 Diagnostics& findings) {
  for (std::size_t i = 0; i < design.images.size(); ++i) {
    DesignImage& one = design.images[i];
    one.image = load_image(root, folder + '/' + one.file, importer, {design.path, one.place}, findings);
    for (Template& variant : design.variants)
      variant.images[i].image = one.image;
  }
  check_background(design, design.first_background, findings);
  if (design.next_background != design.first_background) check_background(design, design.next_background, findings);
}

void check_logos(const Root& root, const World& world, const Importer& importer, Diagnostics& findings) {
  for (const auto& [id, organisation] : world.organisations) {
    if (!organisation.logo || organisation.logo->sha256.empty()) continue;
    const Located<std::string>& file = organisation.logo->file;
    load_image(root, organisation_file(file.value), importer, {organisation.path, file.place}, findings);
  }
}

}  // namespace guerdon
