#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"

namespace guerdon {

/// Step one of a validation path: what it is about was made clear.
struct Awareness {
  Place place;
  Located<Date> on;
  std::vector<Located<std::string>> with;  ///< practitioners, as tutors
};

/// Step two: the competences that the candidate wants to show, as she sees them.
struct Identification {
  struct Claim {
    Place place;
    Located<std::string> competence;
    std::optional<Located<int>> level;  ///< how far she sees herself, on the scheme's scale
    std::optional<std::string> reason;  ///< private
  };
  Place place;
  Located<Date> on;
  std::vector<Located<std::string>> with;
  std::vector<Claim> competences;
};

/// The parts of a STARRT story, in their order.
inline constexpr std::array<std::string_view, 6> starrt_parts{"situation", "task",       "activities",
                                                              "result",    "reflection", "transfer"};

/// An experience told as STARRT.
struct Experience {
  Place place;
  Located<std::string> id;
  Located<std::string> title;
  std::optional<Located<std::string>> organisation;  ///< where it was made
  std::vector<Located<std::string>> competences;
  std::array<std::optional<Located<std::string>>, starrt_parts.size()> told;  ///< by the order of `starrt_parts`
};

/// A file that shows a competence.
struct Evidence {
  Place place;
  Located<std::string> file;  ///< relative to the workspace
  Located<std::string> sha256;
  Located<std::string> kind;
  Located<std::string> title;
  std::vector<Located<std::string>> competences;
};

/// Step three: the portfolio.
struct Documentation {
  Place place;
  Located<Date> on;
  std::vector<Experience> experiences;
  std::vector<Evidence> evidence;
};

/// The portfolio quality checklist, as the tutor filled it.
struct Quality {
  struct Item {
    Place place;
    Located<std::string> item;
    bool met = false;
    std::optional<std::string> note;  ///< private
  };
  Place place;
  Located<Date> on;
  Located<std::string> by;
  std::vector<Item> items;
};

/// The candidate's decision about formal assessment.
struct Choice {
  Place place;
  Located<Date> on;
  Located<bool> formal;
  bool grounds = false;  ///< the grounds of each result go on the certificate's second page
};

/// Step five: what comes next.
struct LookingAhead {
  struct Plan {
    Place place;
    Located<std::string> competence;
    Located<std::string> step;
    std::optional<Located<Date>> by;
  };
  Place place;
  Located<Date> on;
  std::vector<Located<std::string>> with;
  std::vector<Plan> plan;
};

/// Leaving the path on purpose.
struct Exit {
  Place place;
  Located<Date> on;
  Located<std::string> after;         ///< the section of the last step taken
  std::optional<std::string> reason;  ///< private
};

}  // namespace guerdon
