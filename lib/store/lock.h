#pragma once

#include <string_view>

#include "store/file.h"

namespace guerdon {

/// The workspace's one lock for writers, held while it lives. The system takes it back when a process dies, so none is
/// left behind.
class Lock {
 public:
  /// `who` is shown to whoever comes second: "guerdon issue". Throws Error{access} that names the holder when the lock
  /// is taken.
  Lock(const Root& root, std::string_view who);
  ~Lock();
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;

 private:
  int fd_;
};

}  // namespace guerdon
