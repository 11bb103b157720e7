#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "model/case.h"
#include "model/scheme.h"
#include "model/workspace.h"
#include "model/world.h"
#include "store/file.h"
#include "yaml/node.h"

namespace guerdon {

/// A file of the workspace, and the digest of what it holds.
struct EvidenceFile {
  std::string path;    ///< relative to the workspace
  std::string sha256;  ///< 64 hexadecimal digits
};

/// The file that is to be evidence in a case, taken as it is: nothing is copied. Throws Error when it is no file, holds
/// nothing, or lies outside the workspace, with the commands that move it to `evidence/<case>/`.
EvidenceFile take_evidence(const Root& root, const std::filesystem::path& file, std::string_view case_id);

/// A piece of evidence as a case holds it.
yaml::Node evidence_node(const EvidenceFile& file, std::string_view kind, std::string_view title,
                         const std::vector<std::string>& competences);

/// The rule `evidence.intact`: whether the files that a case names as evidence hold what was recorded. A file that is
/// not there is reported where git keeps evidence; else it lives on another machine.
void check_evidence(const Root& root, const Workspace& workspace, const Case& record, const Scheme& scheme,
                    const World& world, Diagnostics& findings);

}  // namespace guerdon
