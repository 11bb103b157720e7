#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "flow/survey_settings.h"
#include "model/world.h"
#include "store/cache.h"
#include "store/stamp.h"

namespace guerdon {

/// Texts that stay where they are.
using Texts = std::deque<std::string>;

/// A person's file, and what may be asked of it without reading it again. The texts lie in the cache that they were
/// found in, or in a `Texts`.
struct KnownPerson {
  StampedFile file;
  std::string_view id;  ///< empty where the file could not be read
  Place id_place;
  std::string_view name;     ///< folded
  std::string_view names;    ///< all, one a line: the name, the Latin form, former ones; folded; empty without `born`
  std::string_view email;    ///< folded; empty when there is none
  std::string_view born;     ///< "2003-05-14"; empty when it is not known
  std::string_view same_as;  ///< the id of the file that is kept, where this is a second one
  Place same_as_place;
  bool is_open = false;  ///< not read yet
};

/// What the register keeps of a person, but for the file's stamp.
KnownPerson known_person(const Person& person, Texts& texts);

/// A certificate's facts, and what may be asked of them without reading them again.
struct KnownCertificate {
  StampedFile file;
  std::string id;  ///< empty where the file could not be read
  std::string case_id;
  std::string person;
  std::string replaces;  ///< empty when it replaces none
  Date issued_on;
  bool badge = false;
};

/// An event's file, the certificate that it is of, and of an erasure the case.
struct KnownEvent {
  StampedFile file;
  std::string certificate;  ///< empty where the file could not be read
  std::string case_id;
};

/// The people, the certificates and the events of a workspace, each file read once as long as it does not change.
struct Register {
  Register() = default;
  Register(Register&&) = default;
  Register(const Register&) = delete;  // people point into `texts`

  Texts texts;
  std::vector<KnownPerson> people;             ///< by path
  std::vector<KnownCertificate> certificates;  ///< by path
  std::vector<KnownEvent> events;              ///< by path
  Diagnostics findings;                        ///< what people and certificates were objected to when they were read
};

/// Notes what is asked of a person whose file was read into `world`, if it could be, with these objections, and keeps
/// it.
void close(KnownPerson& person, const World& world, const Diagnostics& objections, Register& known, Cache& cache,
           std::optional<std::int64_t> now);

/// People whose files are not known from the cache stay open: a case that names them reads them anyway.
/// `now` is the file system's time before anything is read; empty when nothing is to be kept. `cache` must outlive what
/// is returned.
Register read_register(const Root& root, const SurveySettings& settings, Cache& cache, std::optional<std::int64_t> now);

}  // namespace guerdon
