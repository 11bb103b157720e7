#pragma once

#include <atomic>
#include <chrono>
#include <mutex>

#include "base/advance.h"
#include "cli/terminal.h"

namespace guerdon {

/// Shows on standard error how far the work is: on a terminal as a bar, once it takes longer than half a second, until
/// it is taken away; for programs as lines of JSON, where a step begins, twice a second, and where it ends.
class ProgressLine {
 public:
  enum class Form : std::uint8_t { none, bar, json };

  ProgressLine() = default;
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  ~ProgressLine() { take_away(); }

  void show_as(Form form) { form_ = form; }

  /// What takes the advances; null where nothing is shown. May be called by several threads.
  [[nodiscard]] OnAdvance listener();

  /// Takes the bar away: something else is to be written.
  void take_away();

 private:
  using Clock = std::chrono::steady_clock;

  void take(const Advance& advance);
  void draw(const Advance& advance);

  Form form_ = Form::none;
  std::mutex mutex_;
  std::atomic<Clock::rep> quiet_until_ = (Clock::now() + std::chrono::milliseconds(500)).time_since_epoch().count();
  std::size_t done_ = 0;  ///< of the step that is going on, as far as it was shown
};

}  // namespace guerdon
