#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/advance.h"
#include "flow/find_case.h"
#include "flow/locale_of.h"
#include "flow/press.h"
#include "model/locale.h"
#include "model/workspace.h"

namespace guerdon {

/// What is asked of `preview`.
struct PreviewOptions {
  std::optional<FoundCase> found;      ///< empty: the sample of the scheme
  std::string scheme;                  ///< of the sample: "glore-1", "glore" for the newest version
  std::filesystem::path samples;       ///< where guerdon's own samples lie, by what all versions of a scheme are called
  std::vector<std::string> kinds;      ///< empty: every certificate of the scheme
  std::vector<std::string> designs;    ///< names; empty: the usual one; "all"
  std::vector<std::string> languages;  ///< "all": every one that the scheme has words in
  std::string competence;              ///< of certificates for each; empty: the first that was reached
  Date on;                             ///< the issue date that is printed
  OnAdvance on_advance = {};           ///< told how far it is
};

/// One page, or several, marked as no certificate.
struct Specimen {
  std::string kind;
  std::string design;
  std::string language;
  std::string pdf;

  /// `soft-skills-formal-en.pdf`
  [[nodiscard]] std::string file() const { return kind + '-' + design + '-' + language + ".pdf"; }
};

struct Previewing {
  std::vector<Specimen> specimens;
  Diagnostics findings;  ///< what did not print
};

/// Sets certificates of a case, or of the scheme's sample, in its designs and languages, marked across each page. No
/// gate is judged, nothing is issued; the number is 0000-0000-0000-0000. `locale` gives that of a language. Throws
/// Error{usage} for a kind, design or language that the scheme has not, Error{refused} when it has no sample.
Previewing preview(const Root& root, const Workspace& workspace, const PreviewOptions& options, const LocaleOf& locale,
                   const PressRoom& room);

}  // namespace guerdon
