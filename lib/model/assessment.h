#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"

namespace guerdon {

/// The steps of complexity, upwards.
inline constexpr std::array<std::string_view, 4> complexity_steps{"low", "mid-low", "mid-high", "high"};

/// The highest rating of a criterion; the lowest is 1.
inline constexpr int most_rating = 4;

/// One formal assessment: the review of the portfolio and the interview, and what came of them. A second opinion and
/// an appeal are assessments of their own.
struct Assessment {
  struct Rating {
    Located<std::string> criterion;  ///< "2b"
    std::optional<int> value;        ///< 1 to 4; empty: not applicable
  };
  struct Complexity {
    Located<std::string> context;
    Located<std::string> task;
    Located<std::string> autonomy;
  };
  struct Interview {
    Located<Date> on;
    Located<std::string> mode;  ///< present, remote
  };
  struct Result {
    Place place;
    Located<std::string> competence;
    std::vector<Rating> ratings;
    std::optional<Located<int>> level;   ///< how far the outcomes are fulfilled, on the scheme's scale; 0: not reached
    std::optional<std::string> because;  ///< why it is not what the ratings propose; private
    std::optional<Complexity> complexity;
    std::optional<Located<std::string>> grounds;  ///< printed only when the candidate chose so
  };

  Place place;
  Located<Date> on;
  Located<std::string> kind;             ///< first, second-opinion, appeal
  std::vector<Located<std::string>> by;  ///< practitioners, as assessors
  std::optional<Located<std::string>> centre;
  std::optional<Located<Date>> portfolio;
  std::optional<Interview> interview;
  std::vector<Result> results;
};

}  // namespace guerdon
