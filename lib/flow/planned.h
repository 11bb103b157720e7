#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "flow/issue.h"
#include "flow/press.h"
#include "model/certificate.h"
#include "model/workspace.h"
#include "store/file.h"

namespace guerdon {

/// A certificate that is going to be issued.
struct Planned {
  Certificate certificate;
  std::string case_path;
  Place place;             ///< where a finding about the page points
  std::size_t result = 0;  ///< index into Issuing::results
  Diagnostics findings;    ///< what the page would not hold
  std::vector<Page> pages;
  bool issued = false;  ///< earlier: its facts stay as they are
};

/// Lays out every page and keeps it. A certificate whose page does not print is refused; of one that was issued already
/// and cannot be told to be the one it was nothing can be said.
void try_pages(std::vector<Planned>& planned, Press& press, Shaper& shaper, Issuing& out);

/// Writes the facts of one certificate, and their digest where the facts are kept out of git.
void write_facts(const Root& root, const Workspace& workspace, const Certificate& certificate);

/// Whether the digest that git is to keep of facts that it does not keep is not there.
bool lacks_digest(const Root& root, const Workspace& workspace, const Certificate& certificate);

/// Writes that digest, as whoever was interrupted between the two files did not.
void write_missing_digest(const Root& root, const Workspace& workspace, const Certificate& certificate);

}  // namespace guerdon
