#include "process/proposal.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "process/words.h"

namespace guerdon {
namespace {

using Ratings = std::vector<Assessment::Rating>;

/// The levels for which `mean-share` has a threshold, and the parameter that sets it.
struct Threshold {
  int level;
  std::string_view parameter;
};
constexpr std::array thresholds{Threshold{1, "basic"}, Threshold{2, "accomplished"}, Threshold{3, "expert"}};

constexpr int not_reached = 0;
constexpr int basic = 1;
constexpr int accomplished = 2;

/// LEVER 1: what is not above this is to be improved.
constexpr int low_rating = 2;

const RuleSetting* setting_of(const Scheme& scheme) {
  const RuleSetting* setting = scheme.find_rule("assessment.proposal");
  return setting != nullptr && setting->strength != Strength::off ? setting : nullptr;
}

const Assessment::Rating* find_rating(const Ratings& ratings, const std::string& criterion) {
  const auto it =
      std::find_if(ratings.begin(), ratings.end(), [&](const auto& r) { return r.criterion.value == criterion; });
  return it == ratings.end() ? nullptr : &*it;
}

void count_criterion(Proposal& out, const std::string& id, const Assessment::Rating* rating) {
  ++out.criteria;
  if (rating == nullptr) out.unrated.push_back(id);
  if (rating == nullptr || !rating->value) return;
  ++out.rated;
  if (*rating->value <= low_rating) out.low.push_back(id);
  for (Points* points : {&out.points, &out.outcomes.back()}) {
    points->got += *rating->value;
    points->most += most_rating;
  }
}

void count(Proposal& out, const Skill& competence, const Ratings& ratings) {
  for (std::size_t i = 0; i < competence.outcomes.size(); ++i) {
    out.outcomes.emplace_back();
    for (std::size_t k = 0; k < competence.outcomes[i].criteria.size(); ++k) {
      const std::string id = fmt::format("{}{}", i + 1, static_cast<char>('a' + k));
      count_criterion(out, id, find_rating(ratings, id));
    }
  }
}

/// Whether the mean of an outcome's ratings is below the floor.
bool is_weak(const Points& outcome, const RuleSetting& setting) {
  return outcome.got * most_rating < setting.number("floor") * outcome.most;
}

void propose_by_share(Proposal& out, const RuleSetting& setting) {
  if (static_cast<int>(out.rated) < setting.number("rated")) {
    out.limit = Proposal::Limit::not_applicable;
    return;
  }
  out.level = not_reached;
  for (const Threshold& threshold : thresholds) {
    if (out.points.reach(setting.number(threshold.parameter))) out.level = threshold.level;
  }
  const bool weak = std::any_of(out.outcomes.begin(), out.outcomes.end(),
                                [&](const Points& outcome) { return is_weak(outcome, setting); });
  if (!weak || *out.level <= basic) return;
  out.level = basic;
  out.limit = Proposal::Limit::weak_outcome;
}

void propose_by_lever_1(Proposal& out, const RuleSetting& setting) {
  if (out.rated == 0) {
    out.limit = Proposal::Limit::not_applicable;
    return;
  }
  const int count = static_cast<int>(out.rated);
  out.halves = (4 * out.points.got + count) / (2 * count);
  if (!out.low.empty() || out.rated < out.criteria) {
    out.level = not_reached;
    out.limit = Proposal::Limit::low_rating;
    return;
  }
  out.level = out.halves >= setting.number("good") ? accomplished : basic;
}

std::string criteria(std::size_t count) { return fmt::format("{} {}", count, count == 1 ? "criterion" : "criteria"); }

/// "3.5" of 35 tenths.
std::string tenths(int value) { return fmt::format("{}.{}", value / 10, value % 10); }

/// "3.33" of 333 hundredths.
std::string hundredths(int value) { return fmt::format("{}.{:02}", value / 100, value % 100); }

std::string nothing_because(const Proposal& proposal, const RuleSetting& setting) {
  if (proposal.limit == Proposal::Limit::unrated)
    return fmt::format("{} of {} criteria {} not rated: nothing is proposed", proposal.unrated.size(),
                       proposal.criteria, proposal.unrated.size() == 1 ? "is" : "are");
  if (proposal.rated == 0) return "no criterion is rated with a number: nothing is proposed";
  return fmt::format("{} of {} criteria {} rated with a number, and {} are needed: nothing is proposed", proposal.rated,
                     proposal.criteria, proposal.rated == 1 ? "is" : "are", setting.number("rated"));
}

std::vector<std::string> lines_by_share(const Proposal& proposal, const Scheme& scheme, const RuleSetting& setting) {
  std::string steps;
  for (const Threshold& threshold : thresholds) {
    steps += fmt::format("{}{} from {}%", steps.empty() ? "" : ", ", outcome_word(scheme.scale, threshold.level),
                         setting.number(threshold.parameter));
  }
  std::string means;
  std::vector<std::string> weak;
  for (std::size_t i = 0; i < proposal.outcomes.size(); ++i) {
    const Points& outcome = proposal.outcomes[i];
    if (outcome.most == 0) continue;
    const std::string mean = hundredths((200 * most_rating * outcome.got + outcome.most) / (2 * outcome.most));
    means += fmt::format("{}{} has {}", means.empty() ? "" : ", ", i + 1, mean);
    if (is_weak(outcome, setting)) weak.push_back(fmt::format("{}", i + 1));
  }
  const int floor = setting.number("floor");
  const std::string fit = weak.empty() ? fmt::format("none is below {}", floor)
                                       : fmt::format("{} below {}: nothing above {}", enumerated(weak), floor,
                                                     outcome_word(scheme.scale, basic));
  return {fmt::format("{} of {} points for {}: {}%; {}", proposal.points.got, proposal.points.most,
                      criteria(proposal.rated), tenths(proposal.points.permille()), steps),
          fmt::format("means by learning outcome: {}; {}", means, fit)};
}

std::vector<std::string> lines_by_lever_1(const Proposal& proposal, const Scheme& scheme, const RuleSetting& setting) {
  const int count = static_cast<int>(proposal.rated);
  std::vector<std::string> out{
      fmt::format("{} points for {}: a mean of {}, rounded to {}", proposal.points.got, criteria(proposal.rated),
                  hundredths((200 * proposal.points.got + count) / (2 * count)), tenths(proposal.halves * 5))};
  const std::size_t not_applicable = proposal.criteria - proposal.rated;
  if (!proposal.low.empty())
    out.push_back(fmt::format("to improve: {} at {} or below", enumerated(proposal.low), low_rating));
  if (not_applicable > 0) out.push_back(fmt::format("to improve: {} not applicable", criteria(not_applicable)));
  if (out.size() > 1) return out;
  const bool good = *proposal.level == accomplished;
  out.push_back(fmt::format("{}: LEVER 1 says good from {}, here {}; fair below, here {}", good ? "good" : "fair",
                            tenths(setting.number("good") * 5), outcome_word(scheme.scale, accomplished),
                            outcome_word(scheme.scale, basic)));
  return out;
}

}  // namespace

std::string outcome_word(const Scale& scale, int level) {
  if (level == not_reached) return "not-reached";
  const Level* step = scale.find(level);
  return step == nullptr || step->id.empty() ? fmt::format("{}", level) : step->id;
}

std::optional<Proposal> proposal_of(const Skill& competence, const Ratings& ratings, const Scheme& scheme) {
  const RuleSetting* setting = setting_of(scheme);
  if (setting == nullptr) return std::nullopt;
  Proposal out;
  if (setting->word("method") == proposal_methods[1]) out.method = Proposal::Method::lever_1;
  count(out, competence, ratings);
  if (!out.unrated.empty()) {
    out.limit = Proposal::Limit::unrated;
  } else if (out.method == Proposal::Method::lever_1) {
    propose_by_lever_1(out, *setting);
  } else {
    propose_by_share(out, *setting);
  }
  if (out.level) out.level = std::min(*out.level, static_cast<int>(scheme.scale.levels.size()));
  return out;
}

std::vector<std::string> arithmetic_of(const Proposal& proposal, const Scheme& scheme) {
  const RuleSetting* setting = setting_of(scheme);
  if (setting == nullptr) return {};
  if (!proposal.level) return {nothing_because(proposal, *setting)};
  return proposal.method == Proposal::Method::lever_1 ? lines_by_lever_1(proposal, scheme, *setting)
                                                      : lines_by_share(proposal, scheme, *setting);
}

}  // namespace guerdon
