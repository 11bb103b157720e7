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
/// another program, it is empty, and where it cannot be written, nothing is lost. Readable by its owner alone.
class Cache {
 public:
  /// `program` tells apart programs that would answer otherwise; when it is empty, nothing is found.
  Cache(const Root& root, std::string_view program);

  /// The answer that the file has under `name`, whatever it holds for.
  [[nodiscard]] std::optional<CacheEntry> find(std::string_view name) const;

  /// Keeps an answer for `save`, in place of the one that the file has.
  void keep(std::string_view name, const Fingerprint& of, const DaySpan& days, std::string_view answer);
  /// Leaves out of `save` what the file has under `name`.
  void drop(std::string_view name);

  /// All names that the file has.
  [[nodiscard]] std::vector<std::string_view> names() const;
  [[nodiscard]] bool has_news() const { return has_news_; }

  /// Writes the file when anything was kept or dropped; the last thing that is done with a cache.
  void save(const Root& root);

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  struct Read {
    std::uint32_t begin = 0;  ///< in `bytes_`
    std::uint32_t end = 0;
    bool superseded = false;
  };
  [[nodiscard]] std::uint32_t index_of(std::string_view name) const;
  [[nodiscard]] std::string_view entry_at(const Read& read) const;
  bool read_all();
  void index();

  std::string bytes_;
  std::vector<Read> read_;
  std::vector<std::uint32_t> slots_;  ///< indices of `read_` by the hash of the name, or `none`
  std::string begin_;                 ///< how a file of this program begins
  std::vector<std::string> news_;     ///< entries for the next file, some in each; they grow without being copied
  Fingerprint news_print_;
  bool has_news_ = false;
};

}  // namespace guerdon
