#pragma once

#include "base/date.h"

namespace guerdon {

/// Days, the first and the one behind the last.
struct DaySpan {
  Date first = Date::from_days(-1'000'000);
  Date end = Date::from_days(1'000'000);

  [[nodiscard]] bool holds(Date day) const { return first <= day && day < end; }
};

/// The day on which records are looked at. What is asked of it can be watched: the span that comes out holds every day
/// on which all that was asked would have the same answer.
class Today {
 public:
  // It stands for its date wherever one is asked for.
  Today(Date date = {}) : date_(date) {}     // NOLINT(google-explicit-constructor)
  operator Date() const { return exact(); }  // NOLINT(google-explicit-constructor)

  /// Whether `day` is today or was before.
  [[nodiscard]] bool has_reached(Date day) const {
    const bool reached = day <= date_;
    if (watched_ == nullptr) return reached;
    if (reached && watched_->first < day) watched_->first = day;
    if (!reached && day < watched_->end) watched_->end = day;
    return reached;
  }

  /// The date itself: whatever is made of it belongs to this one day.
  [[nodiscard]] Date exact() const {
    if (watched_ != nullptr) *watched_ = {date_, date_.plus_days(1)};
    return date_;
  }

  /// Narrows `span` by all that is asked from now on; nullptr ends it. Not for several threads at once.
  void watch(DaySpan* span) { watched_ = span; }

 private:
  Date date_;
  DaySpan* watched_ = nullptr;
};

}  // namespace guerdon
