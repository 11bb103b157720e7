#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/assessment.h"
#include "model/framework.h"
#include "model/scheme.h"

namespace guerdon {

/// The methods that a scheme may name; docs/rules.md and docs/scheme-format.md say what they do.
inline constexpr std::array<std::string_view, 2> proposal_methods{"mean-share", "lever-1"};

/// Points of a group of criteria that were rated with a number, out of those that they could have.
struct Points {
  int got = 0;
  int most = 0;  ///< 4 for each criterion; 0 where none was rated with a number

  /// Whether `got` is at least `percent` of `most`; in whole numbers.
  [[nodiscard]] bool reach(int percent) const { return got * 100 >= percent * most; }
  /// In tenths of a percent, rounded. With the points that a competence can have, a threshold in whole percent that was
  /// missed is never shown as reached.
  [[nodiscard]] int permille() const { return most == 0 ? 0 : (2000 * got + most) / (2 * most); }
};

/// What the ratings of one result propose, with the arithmetic that led there. How: the rule `assessment.proposal` of
/// the scheme says; docs/scheme-format.md says what its methods do.
struct Proposal {
  enum class Method : std::uint8_t { mean_share, lever_1 };
  /// Why the proposal is not the one that the points alone would give.
  enum class Limit : std::uint8_t {
    none,
    unrated,         ///< nothing proposed: criteria that have no rating
    not_applicable,  ///< nothing proposed: too few were rated with a number
    weak_outcome,    ///< mean-share: a learning outcome lies under the floor, nothing above basic
    low_rating,      ///< lever-1: a rating of 2 or below, or one that is not applicable
  };

  Method method = Method::mean_share;
  std::optional<int> level;  ///< of the scheme's scale; 0: not reached; empty: nothing is proposed
  Limit limit = Limit::none;
  Points points;                     ///< over all criteria
  std::vector<Points> outcomes;      ///< by learning outcome
  std::size_t criteria = 0;          ///< that the competence has
  std::size_t rated = 0;             ///< with a number
  std::vector<std::string> unrated;  ///< ids of criteria that have no rating at all, not even `not-applicable`
  std::vector<std::string> low;      ///< lever-1: ids of criteria at 2 or below
  int halves = 0;                    ///< lever-1: the mean, in half points, rounded to the nearest
};

/// What the ratings propose; empty where the scheme has no such rule, or it is off. Ratings of criteria that the
/// competence does not have do not count.
std::optional<Proposal> proposal_of(const Skill& competence, const std::vector<Assessment::Rating>& ratings,
                                    const Scheme& scheme);

/// The arithmetic in two or three lines, for people: "25 of 32 points are 78%: accomplished from 70%, expert from 90%".
std::vector<std::string> arithmetic_of(const Proposal& proposal, const Scheme& scheme);

/// "accomplished", "not-reached": an outcome as a record says it.
std::string outcome_word(const Scale& scale, int level);

}  // namespace guerdon
