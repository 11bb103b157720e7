#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <string_view>

namespace guerdon {

/// How far a long piece of work is: so many items of a step.
struct Advance {
  std::string_view step;  ///< "checking"
  std::size_t done = 0;
  std::size_t total = 0;
};

/// Is told so, after each item and by whichever thread did it, so not always in order. Null where nobody listens.
using OnAdvance = std::function<void(const Advance&)>;

/// A step of the work: tells that it begins, where there is anything to do, and each item that is done. Outlived by the
/// function that it tells.
class Stretch {
 public:
  Stretch(const OnAdvance& told, std::string_view step, std::size_t total) : told_(told), step_(step), total_(total) {
    if (told_ && total_ > 0) told_({step_, 0, total_});
  }

  /// May be called by several threads.
  void one_done() {
    if (told_) told_({step_, ++done_, total_});
  }

 private:
  const OnAdvance& told_;
  std::string_view step_;
  std::size_t total_;
  std::atomic<std::size_t> done_ = 0;
};

}  // namespace guerdon
