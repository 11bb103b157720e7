#pragma once

#include <optional>
#include <string_view>

#include "base/shard.h"
#include "store/file.h"

namespace guerdon {

/// The workspace's one lock for writers, held while it lives; parts of one batch hold it together, each part once. The
/// system takes it back when a process dies, so none is left behind.
class Lock {
 public:
  /// `who` is shown to whoever comes second: "guerdon issue". Throws Error{access} that names the holder when the lock
  /// is taken: by a command that wants all of it, by the same part, or by a part of another count. Where a holder died,
  /// the next one of all of it removes what was left unfinished.
  Lock(const Root& root, std::string_view who, Shard shard = {});

 private:
  /// An open file with the system's lock on it, given back when it goes.
  class Held {
   public:
    explicit Held(int fd) : fd_(fd) {}
    ~Held();
    Held(Held&& other) noexcept;
    Held& operator=(Held&&) = delete;
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;

    /// Whether whoever held it before went without giving it back.
    [[nodiscard]] bool was_left() const;

    /// Writes who holds it, until it is given back; with `stays`, until somebody has cleared away what was left.
    void tell(std::string_view line, bool stays = false);

   private:
    int fd_;
    bool clears_ = false;
  };

  static Held take(const std::filesystem::path& file, int kind);

  Held all_;
  std::optional<Held> part_;
};

}  // namespace guerdon
