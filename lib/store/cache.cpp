#include "store/cache.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

#include "base/error.h"
#include "base/packed.h"

namespace guerdon {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view place = ".guerdon/cache";
/// How entries are laid out.
constexpr std::string_view format = "guerdon.cache/1";

std::string sum_of(std::string_view entries) {
  Fingerprint print;
  print.add(entries);
  Packed packed;
  packed.add(print.high);
  packed.add(print.low);
  return packed.bytes();
}

void add_day(Packed& packed, Date day) {
  packed.add(static_cast<std::uint64_t>(static_cast<std::uint32_t>(day.days_since_1970())));
}

Date day_from(Unpacked& entries) {
  return Date::from_days(static_cast<std::int32_t>(static_cast<std::uint32_t>(entries.number())));
}

void add_entry(Packed& packed, std::string_view name, const Fingerprint& of, const DaySpan& days,
               std::string_view answer) {
  packed.add(name);
  packed.add(of.high);
  packed.add(of.low);
  add_day(packed, days.first);
  add_day(packed, days.end);
  packed.add(answer);
}

}  // namespace

Cache::Cache(const Root& root, std::string_view program) : program_(program) {
  try {
    const fs::path file = root.folder() / place;
    std::error_code fault;
    if (fs::symlink_status(file, fault).type() != fs::file_type::regular) return;
    bytes_ = read_file(file);
  } catch (const Error&) {
    return;
  }
  Unpacked file(bytes_);
  if (file.text() != format || file.text() != program) return;
  const std::string_view sum = file.text();
  const std::string_view all = file.text();
  if (!file.good() || sum != sum_of(all)) return;
  Unpacked entries(all);
  read_.reserve(std::min<std::uint64_t>(entries.number(), all.size()));
  while (entries.good() && !entries.at_end()) {
    const std::string_view name = entries.text();
    CacheEntry entry;
    entry.of.high = entries.number();
    entry.of.low = entries.number();
    entry.days.first = day_from(entries);
    entry.days.end = day_from(entries);
    entry.answer = entries.text();
    read_.emplace(name, entry);
  }
  if (!entries.good()) read_.clear();
}

const CacheEntry* Cache::find(std::string_view name) const {
  const auto found = read_.find(name);
  return found == read_.end() ? nullptr : &found->second;
}

void Cache::keep(std::string name, const Fingerprint& of, const DaySpan& days, std::string answer) {
  kept_[std::move(name)] = {of, days, std::move(answer), false};
}

void Cache::drop(std::string_view name) { kept_[std::string(name)] = {{}, {}, {}, true}; }

void Cache::save(const Root& root) const {
  if (kept_.empty()) return;
  Packed entries;
  entries.add(std::uint64_t{read_.size() + kept_.size()});
  for (const auto& [name, entry] : read_) {
    if (!kept_.contains(std::string(name))) add_entry(entries, name, entry.of, entry.days, entry.answer);
  }
  for (const auto& [name, kept] : kept_) {
    if (!kept.dropped) add_entry(entries, name, kept.of, kept.days, kept.answer);
  }
  Packed file;
  file.add(format);
  file.add(program_);
  file.add(sum_of(entries.bytes()));
  file.add(entries.bytes());
  try {
    const fs::path path = root.resolve(place);
    // The file is made before it is filled, so that it is never open to anybody else.
    const int made = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (made < 0) return;
    ::close(made);
    write_file(path, file.bytes(), Durability::rebuildable);
  } catch (const Error&) {
    // A reader of records needs no room to write.
  }
}

}  // namespace guerdon
