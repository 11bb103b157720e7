#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "base/diagnostic.h"
#include "model/scheme.h"

namespace guerdon {

/// The text of every file of a scheme version's folder, by path relative to it ("scheme.yaml", "text/en.yaml").
using SchemeFiles = std::map<std::string, std::string>;

/// Reads one scheme version: `scheme.yaml`, `competences.yaml` and each `text/<language>.yaml`; takes the digest of
/// every file. `folder` is relative to the workspace. Reports what does not fit under `format`; which rules there are
/// and what they take is checked by `check_scheme`. Empty when a file is missing, unreadable or of another format. With
/// `languages` the words of others are left unread.
std::optional<Scheme> read_scheme(const std::string& folder, const SchemeFiles& files, Diagnostics& findings,
                                  const std::set<std::string>* languages = nullptr);

/// The languages that a scheme has words in, sorted, whether they were read or not.
std::vector<std::string> text_languages(const Scheme& scheme);

}  // namespace guerdon
