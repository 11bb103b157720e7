#pragma once

#include "document/font.h"
#include "yaml/reader.h"

namespace guerdon {

/// The name of a font's file; one with a folder is reported.
std::string font_file_name(const yaml::Node& node, yaml::Reader& reader);

/// `folder` and `package` of `fields`. A folder that leads out of the folders of fonts is reported.
FontName font_family(yaml::Fields& fields, yaml::Reader& reader);

}  // namespace guerdon
