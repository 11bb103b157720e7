#include "document/font_name_read.h"

#include <algorithm>
#include <filesystem>

namespace guerdon {

std::string font_file_name(const yaml::Node& node, yaml::Reader& reader) {
  std::string name = reader.text(node).value_or("");
  if (name.find('/') != std::string::npos)
    reader.error(node, "`" + name + "` is not a bare file name", "the folder goes into `folder`");
  return name;
}

FontName font_family(yaml::Fields& fields, yaml::Reader& reader) {
  FontName family;
  if (const yaml::Node* package = fields.find("package")) family.package = reader.text(*package).value_or("");
  const yaml::Node* folder = fields.find("folder");
  if (folder == nullptr) return family;
  family.folder = reader.text(*folder).value_or("");
  const std::filesystem::path path(family.folder);
  if (path.is_absolute() || std::find(path.begin(), path.end(), "..") != path.end()) {
    reader.error(*folder, "the folder `" + family.folder + "` leads out of the folders of fonts",
                 "write it as `truetype/noto`; a font of your own goes into the workspace's folder `fonts`");
  }
  return family;
}

}  // namespace guerdon
