#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "flow/register.h"
#include "flow/survey_settings.h"
#include "model/case.h"
#include "model/world.h"
#include "store/load.h"

namespace guerdon {

/// One case, and all that it rests on: `world` has its person and its certificates, and no others.
struct Asked {
  const std::string& path;
  const Case* record;    ///< null where the file could not be read
  const Scheme* scheme;  ///< null where the workspace has none of that id
  const World& world;
  const Diagnostics& reading;          ///< what was objected to when the case was read
  std::vector<std::string>& rests_on;  ///< takes the paths of further files that the answer hangs on
};

/// What is asked of a case; the answer is as `Packed` makes it.
using Question = std::function<std::string(const Asked& asked)>;

/// Asks questions of all cases of a workspace, on several cores, and asks again only where a file, the day, or the
/// program made another answer possible. No more than one case a core is in memory.
class Survey {
 public:
  /// Lists the workspace and reads its register. `languages`: see `Scope`.
  Survey(const Root& root, SurveySettings settings, Languages languages = std::nullopt);

  [[nodiscard]] const std::vector<StampedFile>& cases() const { return cases_; }
  /// People whom no case was asked about may still be open in it; certificates and events are not.
  [[nodiscard]] const Register& register_so_far() const { return register_; }
  /// With every person's file read.
  const Register& complete_register();

  /// Schemes, organisations, practitioners and events; read when first asked for.
  const World& surroundings(Diagnostics& findings);

  /// The case at `path`, and in `world` its person and its certificates in place of another case's. What is objected to
  /// in the case goes to `reading`, in what it rests on to `behind`; `people` takes the paths of people that it needs.
  /// Several threads may do so, each with its own copy of `surroundings`, which were read before.
  std::optional<Case> open(const std::string& path, World& world, Diagnostics& reading, Diagnostics& behind,
                           std::vector<std::string>& people);

  /// The answer for each of `paths`, which are some of `cases`, in their order. `name` says which question it is.
  std::vector<std::string> ask(std::string_view name, const std::vector<std::string_view>& paths,
                               const Question& question);

  /// The answer to a question of the workspace as a whole, without its cases and people, for today. The question says
  /// whether its answer may be kept.
  std::string ask_once(std::string_view name, const std::function<std::string(bool& may_be_kept)>& question);

  /// The answer to a question of all people together, whose register is complete.
  std::string ask_of_people(std::string_view name, const std::function<std::string(bool& may_be_kept)>& question);

  /// Leaves what was found out for the next time.
  void remember();

 private:
  struct Unit;
  struct Footing;
  /// A file and the stamp that it had before it was read.
  struct Seen {
    std::string_view path;
    std::optional<Stamp> stamp;
  };
  using FileOfId = std::pair<std::string_view, const StampedFile*>;
  [[nodiscard]] std::span<const FileOfId> cases_of(std::string_view id) const;
  KnownPerson* person_at(std::string_view path);
  void read_person(const std::string& path, World& world, Diagnostics& behind);
  std::optional<Stamp> stamp_now(std::string_view path);
  void find_files(Footing& footing);
  [[nodiscard]] Fingerprint print_of(const Footing& footing) const;
  [[nodiscard]] bool may_be_kept(const Unit& unit, const std::vector<Seen>& files) const;
  std::string ask_of(std::string_view name, Fingerprint print, const std::vector<const StampedFile*>& files,
                     const DaySpan& days, const std::function<std::string(bool&)>& question);
  std::string answer(Unit& unit, World& world, const Question& question);

  const Root& root_;
  SurveySettings settings_;
  Languages languages_;
  std::optional<std::int64_t> now_;  ///< of the file system, before anything was read; empty when nothing is kept
  Cache cache_;
  std::vector<StampedFile> cases_;
  std::vector<StampedFile> around_;   ///< guerdon.yaml, organisations, practitioners
  std::vector<StampedFile> schemes_;  ///< all their files
  Register register_;
  std::mutex closing_;  ///< what several threads find out goes into the register and the cache
  std::optional<World> surroundings_;
  Diagnostics surroundings_findings_;

  Fingerprint around_print_;
  Fingerprint schemes_print_;
  std::map<std::string, Fingerprint, std::less<>> scheme_prints_;  ///< by the name of a scheme's folder
  bool around_is_settled_ = true;
  std::vector<FileOfId> cases_by_id_;  ///< sorted; an id may stand twice
  std::unordered_multimap<std::string_view, const KnownCertificate*> certificates_of_case_;
  std::unordered_multimap<std::string_view, const StampedFile*> events_of_;  ///< by certificate, and by erased case
};

}  // namespace guerdon
