#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/advance.h"
#include "base/shard.h"
#include "flow/find_case.h"
#include "flow/locale_of.h"
#include "flow/press.h"
#include "model/workspace.h"
#include "model/world.h"
#include "process/certificates.h"

namespace guerdon {

/// The word that asks for a person's own language.
inline constexpr std::string_view persons_language = "person";

/// What is asked of `issue`.
struct IssueOptions {
  std::vector<FoundCase> cases;  ///< with `all`: every case of the workspace
  bool all = false;              ///< what is not ready is passed over, not refused
  std::vector<std::string>
      kinds;  ///< empty: the certificates that always are issued, and those whose section is filled
  std::vector<std::string> competences;  ///< of certificates for each; empty: every one that was reached
  /// One award in each; `person` is the first that the person reads and the scheme has words in, else the workspace's.
  std::vector<std::string> languages;
  std::string design;                ///< name of the design; empty: the workspace's, or the scheme's usual one
  std::vector<std::string> signers;  ///< ids of staff or of a tutor; empty: the usual ones
  Date today;
  Date on;  ///< the issue date
  std::string backdated_because;
  bool dry_run = false;
  bool all_or_nothing = false;
  unsigned jobs = 1;
  std::optional<CertificateId> replaced = {};  ///< a certificate that holds, to be issued anew
  OnAdvance on_advance = {};                   ///< told how far it is
  std::string program = {};                    ///< see `SurveySettings`; nothing is remembered when it is empty
  Shard shard;                                 ///< the part of `cases` that this run is for; the others are passed over
};

enum class IssueOutcome : std::uint8_t {
  issued,
  planned,
  already,
  finished,
  refused,
  undecided,  ///< issued earlier; its PDF is lost, and with other files than its facts name none is made
  not_ready
};

/// "issued", "would issue", "issued already", "made again", …
std::string_view to_string(IssueOutcome outcome);

/// What became of one certificate of one case.
struct IssueResult {
  std::string case_id;
  Document document;  ///< with its language; of kind "" where the case could not be read
  IssueOutcome outcome = IssueOutcome::refused;
  CertificateId id;  ///< empty when refused, undecided or not ready
  std::string pdf_path;
  std::string volunteer = {};  ///< her name as it is going to be printed; empty when nothing is planned
};

struct Issuing {
  std::vector<IssueResult> results;  ///< by case, then in the scheme's order
  Diagnostics findings;              ///< of what was refused, and warnings
  bool stopped = false;              ///< refused as a whole by `all_or_nothing`
};

/// Checks every gate of every chosen certificate, lays out every page, and only then freezes facts and writes files.
/// Where a page does not print, the rest of that case is judged again without it. What was issued already stays as it
/// is; a PDF that is missing or cut short is made. Takes the workspace's lock unless it is a dry
/// run.
Issuing issue(const Root& root, const Workspace& workspace, const LocaleOf& locale_of, const IssueOptions& options,
              const PressRoom& room, const Random& random);

/// The path of a certificate's facts without the ending: `certificates/2026/7KQ3-HX2M-9DPA-4TZB`.
std::string certificate_stem(const Certificate& certificate);

}  // namespace guerdon
