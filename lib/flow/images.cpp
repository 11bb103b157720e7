#include "flow/images.h"

#include <fmt/format.h>

#include "base/error.h"

namespace guerdon {

std::shared_ptr<const Image> load_image(const Root& root, const std::string& path, const Location& where,
                                        Diagnostics& findings) {
  try {
    ImageFault fault;
    auto image = read_image(read_record(root, path), fault);
    if (image == nullptr) findings.error("format", where, fmt::format("{}: {}", path, fault.message), fault.hint);
    return image;
  } catch (const Error& error) {
    findings.error("format", where, error.finding().message, error.finding().hint);
    return nullptr;
  }
}

void load_images(const Root& root, const std::string& folder, Template& design, Diagnostics& findings) {
  for (std::size_t i = 0; i < design.images.size(); ++i) {
    DesignImage& one = design.images[i];
    one.image = load_image(root, folder + '/' + one.file, {design.path, one.place}, findings);
    for (Template& variant : design.variants)
      variant.images[i].image = one.image;
  }
}

void check_logos(const Root& root, const World& world, Diagnostics& findings) {
  for (const auto& [id, organisation] : world.organisations) {
    if (!organisation.logo || organisation.logo->sha256.empty()) continue;
    const Located<std::string>& file = organisation.logo->file;
    load_image(root, organisation_file(file.value), {organisation.path, file.place}, findings);
  }
}

}  // namespace guerdon
