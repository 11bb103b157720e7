#pragma once

#include <memory>
#include <string>

#include "document/importer.h"
#include "document/template.h"
#include "model/world.h"
#include "store/file.h"

namespace guerdon {

/// The picture `path` of the workspace; what is wrong with it is a finding at `where`, and null comes back.
std::shared_ptr<const Image> load_image(const Root& root, const std::string& path, const Importer& importer,
                                        const Location& where, Diagnostics& findings);

/// Reads the pictures that `design` names, files of `folder`. A background that is not as large as the page is a
/// finding too.
void load_images(const Root& root, const std::string& folder, const Importer& importer, Template& design,
                 Diagnostics& findings);

/// Reads the logos of all organisations and forgets them: what is wrong with one is a finding at its line.
void check_logos(const Root& root, const World& world, const Importer& importer, Diagnostics& findings);

}  // namespace guerdon
