#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "base/fingerprint.h"
#include "model/today.h"
#include "store/file.h"

namespace guerdon {

/// Something that was found out about a record, and what it holds for: files of that fingerprint, days of that span.
struct CacheEntry {
  Fingerprint of;
  DaySpan days;
  std::string_view answer;  ///< as `Packed` makes it; points into the cache
};

/// `.guerdon/cache`: answers that need not be found again. It is never needed: where it is missing, damaged, or made by
/// another program, it is empty, and where it cannot be written, nothing is lost. Readable by its owner alone.
class Cache {
 public:
  /// `program` tells apart programs that would answer otherwise.
  Cache(const Root& root, std::string_view program);

  /// The answer under `name`, whatever it holds for; nullptr when there is none.
  [[nodiscard]] const CacheEntry* find(std::string_view name) const;

  /// Keeps an answer for `save`, in place of the one that was there.
  void keep(std::string name, const Fingerprint& of, const DaySpan& days, std::string answer);
  /// Forgets for `save` what is under `name`.
  void drop(std::string_view name);

  [[nodiscard]] bool has_news() const { return !kept_.empty(); }
  /// All names that came from the file.
  [[nodiscard]] const std::unordered_map<std::string_view, CacheEntry>& read() const { return read_; }

  /// Writes the file when anything was kept or dropped.
  void save(const Root& root) const;

 private:
  struct Kept {
    Fingerprint of;
    DaySpan days;
    std::string answer;
    bool dropped = false;
  };

  std::string program_;
  std::string bytes_;
  std::unordered_map<std::string_view, CacheEntry> read_;
  std::unordered_map<std::string, Kept> kept_;
};

}  // namespace guerdon
