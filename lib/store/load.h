#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/case.h"
#include "model/workspace.h"
#include "model/world.h"
#include "store/file.h"
#include "yaml/node.h"

namespace guerdon {

/// The bytes of a record parsed; empty when they could not be read or parsed, which is reported.
std::optional<yaml::Document> load_document(const Root& root, const std::string& path, Diagnostics& findings);

/// `guerdon.yaml`. Throws Error{access} when it is damaged, with its findings.
Workspace load_workspace(const Root& root);

/// The bytes of every file of a scheme version's folder, by path relative to it. Reports what cannot be read.
std::map<std::string, std::string> load_scheme_files(const Root& root, const std::string& folder,
                                                     Diagnostics& findings);

/// The paths of all case files, sorted: `cases/<year>/<id>.yaml`.
std::vector<std::string> case_paths(const Root& root);

/// The paths of all facts, sorted: `certificates/<year>/<id>.json`.
std::vector<std::string> certificate_paths(const Root& root);

/// The paths of all digests that stay where git does not keep the facts, sorted: `certificates/<year>/<id>.sha256`.
std::vector<std::string> digest_paths(const Root& root);

/// The paths of all events, by certificate and number: `events/<certificate-id>-<n>.yaml`.
std::vector<std::string> event_paths(const Root& root);

/// The name of an event's file taken apart.
struct EventName {
  std::string certificate;
  int number = 0;
};

/// Empty when `path` is not named as an event is: the id of a certificate, a dash, a number from 1 to 999.
std::optional<EventName> event_name(const std::string& path);

/// The case at `path`; empty when it could not be read, which is reported.
std::optional<Case> load_case(const Root& root, const std::string& path, const World& world, Diagnostics& findings);

/// Whether the text of a file of facts names that case, or, being damaged, none.
bool may_be_of(std::string_view facts, std::string_view case_id);

/// The facts of one certificate. Reports a damaged file; empty then. Reports facts that do not fit their digest, and
/// gives them all the same, so that what was edited can be named. With `cases`, a file that is of none of them is not
/// parsed and comes back empty unreported. `written` gets the file's text where it is as it was written at issue.
std::optional<Issued> load_certificate(const Root& root, const std::string& path, const std::set<std::string>* cases,
                                       Diagnostics& findings, std::string* written = nullptr);

/// The person at `path`, added to `world`; what does not fit is reported.
void load_person(const Root& root, const std::string& path, World& world, Diagnostics& findings);

/// Of which languages the schemes' words are wanted; all when empty.
using Languages = std::optional<std::set<std::string>>;

/// Organisations, practitioners, schemes and events: a world without people and certificates.
World load_surroundings(const Root& root, Date today, const Languages& languages, Diagnostics& findings);

/// Which people and certificates of a workspace are wanted.
struct Scope {
  bool everything = true;
  std::set<std::string> cases;   ///< else: the certificates of these cases
  std::set<std::string> people;  ///< and these people
  Languages languages = std::nullopt;
  bool certificates = true;  ///< false: none of them, whatever their cases
};

/// Organisations, practitioners, schemes, events, and the people and certificates in scope. What does not fit is
/// reported; what cannot be read is left out.
World load_world(const Root& root, Date today, const Scope& scope, Diagnostics& findings);

}  // namespace guerdon
