#pragma once

#include <memory>
#include <string>

#include "document/template.h"
#include "model/world.h"
#include "store/file.h"

namespace guerdon {

/// The picture `path` of the workspace; what is wrong with it is a finding at `where`, and null comes back.
std::shared_ptr<const Image> load_image(const Root& root, const std::string& path, const Location& where,
                                        Diagnostics& findings);

/// Reads the pictures that `design` names, files of `folder`.
void load_images(const Root& root, const std::string& folder, Template& design, Diagnostics& findings);

/// Reads the logos of all organisations and forgets them: what is wrong with one is a finding at its line.
void check_logos(const Root& root, const World& world, Diagnostics& findings);

}  // namespace guerdon
