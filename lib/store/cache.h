#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/fingerprint.h"
#include "base/packed.h"
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
/// another program, it is empty, and where it cannot be written, nothing is lost. Readable by its owner alone. Names
/// are found fastest in their order. For one thread at a time.
class Cache {
 public:
  /// `program` tells apart programs that would answer otherwise; when it is empty, nothing is found.
  Cache(const Root& root, std::string_view program);

  /// The answer that the file has under `name`, whatever it holds for.
  [[nodiscard]] std::optional<CacheEntry> find(std::string_view name);

  /// Keeps an answer for `save`, in place of the one that the file has.
  void keep(std::string_view name, const Fingerprint& of, const DaySpan& days, std::string_view answer);
  /// Leaves out of `save` what the file has under `name`.
  void drop(std::string_view name);

  /// All names that the file has, sorted.
  [[nodiscard]] std::vector<std::string_view> names() const;
  [[nodiscard]] bool has_news() const { return has_news_; }

  /// Writes the file when anything was kept or dropped; the last thing that is done with a cache.
  void save(const Root& root);

 private:
  struct Read {
    std::uint32_t begin = 0;  ///< in `bytes_`
    std::uint32_t end = 0;
    bool superseded = false;
  };
  [[nodiscard]] Read* at(std::string_view name);
  [[nodiscard]] std::string_view entry_at(const Read& read) const;
  bool read_all();

  std::string bytes_;
  std::vector<Read> read_;              ///< by name
  std::size_t next_ = 0;                ///< index of the one behind the last that was found
  std::string begin_;                   ///< how a file of this program begins
  std::vector<std::string> room_;       ///< for `news_`, some in each
  std::vector<std::string_view> news_;  ///< entries for the next file
  bool has_news_ = false;
};

}  // namespace guerdon
