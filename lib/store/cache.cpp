#include "store/cache.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <functional>

#include "base/error.h"

namespace guerdon {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view place = ".guerdon/cache";
/// How entries are laid out.
constexpr std::string_view format = "guerdon.cache/3";

/// Stands at the end of the file.
constexpr std::size_t sum_length = 2 * sizeof(std::uint64_t);

/// How many bytes of news lie together, about.
constexpr std::size_t news_together = 1U << 20U;

std::string sum_of(const Fingerprint& print) {
  std::string out(sum_length, '\0');
  std::memcpy(out.data(), &print.high, sizeof print.high);
  std::memcpy(out.data() + sizeof print.high, &print.low, sizeof print.low);
  return out;
}

void add_day(Packed& packed, Date day) {
  packed.add(static_cast<std::uint64_t>(static_cast<std::uint32_t>(day.days_since_1970())));
}

Date day_from(Unpacked& entries) {
  return Date::from_days(static_cast<std::int32_t>(static_cast<std::uint32_t>(entries.number())));
}

CacheEntry entry_from(Unpacked& entries) {
  CacheEntry entry;
  entry.of.high = entries.number();
  entry.of.low = entries.number();
  entry.days.first = day_from(entries);
  entry.days.end = day_from(entries);
  entry.answer = entries.text();
  return entry;
}

}  // namespace

Cache::Cache(const Root& root, std::string_view program) {
  Packed begin;
  begin.add(format);
  begin.add(program);
  begin_ = begin.bytes();
  if (program.empty()) return;
  try {
    const fs::path file = root.folder() / place;
    std::error_code fault;
    if (fs::symlink_status(file, fault).type() != fs::file_type::regular) return;
    bytes_ = read_file(file);
  } catch (const Error&) {
    return;
  }
  if (read_all()) {
    index();
  } else {
    read_.clear();
    bytes_ = std::string();
  }
}

std::string_view Cache::entry_at(const Read& read) const {
  return std::string_view(bytes_).substr(read.begin, read.end - read.begin);
}

/// Whether the file is one that this program made, and whole.
bool Cache::read_all() {
  if (bytes_.size() < begin_.size() + sum_length || bytes_.size() >= none || !bytes_.starts_with(begin_)) return false;
  const std::size_t end = bytes_.size() - sum_length;
  Unpacked in(std::string_view(bytes_).substr(begin_.size(), end - begin_.size()));
  Fingerprint print;
  while (in.good() && !in.at_end()) {
    Read read{static_cast<std::uint32_t>(end - in.rest().size()), 0, false};
    in.text();
    entry_from(in);
    read.end = static_cast<std::uint32_t>(end - in.rest().size());
    print.add(entry_at(read));
    read_.push_back(read);
  }
  return in.good() && bytes_.ends_with(sum_of(print));
}

void Cache::index() {
  slots_.assign(std::bit_ceil(2 * read_.size() + 1), none);
  for (std::uint32_t i = 0; i < read_.size(); ++i) {
    std::size_t slot = std::hash<std::string_view>()(Unpacked(entry_at(read_[i])).text());
    while (slots_[slot % slots_.size()] != none)
      ++slot;
    slots_[slot % slots_.size()] = i;
  }
}

std::uint32_t Cache::index_of(std::string_view name) const {
  if (read_.empty()) return none;
  for (std::size_t slot = std::hash<std::string_view>()(name);; ++slot) {
    const std::uint32_t index = slots_[slot % slots_.size()];
    if (index == none || Unpacked(entry_at(read_[index])).text() == name) return index;
  }
}

std::optional<CacheEntry> Cache::find(std::string_view name) const {
  const std::uint32_t index = index_of(name);
  if (index == none) return std::nullopt;
  Unpacked entry(entry_at(read_[index]));
  entry.text();
  return entry_from(entry);
}

void Cache::keep(std::string_view name, const Fingerprint& of, const DaySpan& days, std::string_view answer) {
  drop(name);
  Packed entry;
  entry.add(name);
  entry.add(of.high);
  entry.add(of.low);
  add_day(entry, days.first);
  add_day(entry, days.end);
  entry.add(answer);
  news_print_.add(entry.bytes());
  if (news_.empty() || news_.back().size() + entry.bytes().size() > news_together)
    news_.emplace_back().reserve(std::max(news_together, entry.bytes().size()));
  news_.back() += entry.bytes();
}

void Cache::drop(std::string_view name) {
  has_news_ = true;
  const std::uint32_t index = index_of(name);
  if (index != none) read_[index].superseded = true;
}

std::vector<std::string_view> Cache::names() const {
  std::vector<std::string_view> out;
  out.reserve(read_.size());
  for (const Read& one : read_)
    out.push_back(Unpacked(entry_at(one)).text());
  return out;
}

void Cache::save(const Root& root) {
  if (!has_news_) return;
  std::vector<std::string_view> parts{begin_};
  parts.insert(parts.end(), news_.begin(), news_.end());
  Fingerprint print = news_print_;
  for (const Read& one : read_) {
    if (one.superseded) continue;
    const std::string_view entry = entry_at(one);
    print.add(entry);
    const bool goes_on = parts.back().data() + parts.back().size() == entry.data();
    if (goes_on) parts.back() = {parts.back().data(), parts.back().size() + entry.size()};
    if (!goes_on) parts.push_back(entry);
  }
  const std::string sum = sum_of(print);
  parts.push_back(sum);
  try {
    const fs::path path = root.resolve(place);
    // The file is made before it is filled, so that it is never open to anybody else.
    const int made = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (made < 0) return;
    ::close(made);
    write_file(path, parts, Durability::rebuildable);
  } catch (const Error&) {
    // A reader of records needs no room to write.
  }
}

}  // namespace guerdon
