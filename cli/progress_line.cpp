#include "cli/progress_line.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "base/shorten.h"
#include "base/text.h"

namespace guerdon {
namespace {

constexpr const char* wipe = "\r\x1b[K";

/// The steps are words of ours: nothing in them is to be escaped.
std::string json_line(const Advance& advance) {
  return fmt::format("{{\"schema\":\"guerdon.progress/1\",\"step\":\"{}\",\"done\":{},\"total\":{}}}\n", advance.step,
                     advance.done, advance.total);
}

std::string bar(const Advance& advance, std::size_t width) {
  const std::string text = fmt::format("{} {} of {}", advance.step, advance.done, advance.total);
  constexpr std::size_t longest = 30;
  // One column stays free: a full line makes some terminals begin the next one.
  const std::size_t used = display_width(text) + 2;
  if (used + 4 > width || advance.total == 0) return shortened(text, width - 1);
  const std::size_t length = std::min(longest, width - used);
  const std::size_t filled = std::min(length, advance.done * length / advance.total);
  std::string out;
  for (std::size_t i = 0; i < length; ++i)
    out += i < filled ? "█" : "░";
  return out + ' ' + text;
}

}  // namespace

OnAdvance ProgressLine::listener() {
  if (form_ == Form::none) return {};
  return [this](const Advance& advance) { take(advance); };
}

void ProgressLine::take(const Advance& advance) {
  const Clock::time_point now = Clock::now();
  const bool is_due = now.time_since_epoch().count() >= quiet_until_ ||
                      (form_ == Form::json && (advance.done == 0 || advance.done == advance.total));
  if (!is_due && advance.done > 0) return;
  const std::lock_guard guard(mutex_);
  // Workers overtake each other.
  if (advance.done > 0 && advance.done <= done_) return;
  done_ = advance.done;
  if (!is_due) return;
  const auto pause = std::chrono::milliseconds(form_ == Form::json ? 500 : 100);
  quiet_until_ = (now + pause).time_since_epoch().count();
  draw(advance);
}

void ProgressLine::draw(const Advance& advance) {
  if (form_ == Form::json) {
    std::cerr << json_line(advance) << std::flush;
    return;
  }
  last_words = wipe;
  std::cerr << wipe << bar(advance, screen_of(STDERR_FILENO, ColourWhen::never).width) << std::flush;
}

void ProgressLine::take_away() {
  const std::lock_guard guard(mutex_);
  if (form_ != Form::bar || last_words == nullptr) return;
  std::cerr << wipe << std::flush;
  last_words = nullptr;
}

}  // namespace guerdon
