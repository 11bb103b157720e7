#include "store/cache.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

#include "base/error.h"

namespace guerdon {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view place = ".guerdon/cache";
/// How entries are laid out.
constexpr std::string_view format = "guerdon.cache/4";

/// Stands at the end of the file.
constexpr std::size_t sum_length = 2 * sizeof(std::uint64_t);

/// How many bytes of news lie together.
constexpr std::size_t room_size = 1U << 20U;
/// Places in the file are counted in 32 bits.
constexpr std::size_t most_bytes = 0xFFFFFFFF;

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

std::string_view name_of(std::string_view entry) { return Unpacked(entry).text(); }

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
  if (read_all()) return;
  read_.clear();
  bytes_ = std::string();
}

std::string_view Cache::entry_at(const Read& read) const {
  return std::string_view(bytes_).substr(read.begin, read.end - read.begin);
}

/// Whether the file is one that this program made, and whole.
bool Cache::read_all() {
  if (bytes_.size() < begin_.size() + sum_length || bytes_.size() > most_bytes || !bytes_.starts_with(begin_))
    return false;
  const std::size_t end = bytes_.size() - sum_length;
  Unpacked in(std::string_view(bytes_).substr(begin_.size(), end - begin_.size()));
  Fingerprint print;
  std::string_view last;
  while (in.good() && !in.at_end()) {
    Read read{static_cast<std::uint32_t>(end - in.rest().size()), 0, false};
    const std::string_view name = in.text();
    entry_from(in);
    read.end = static_cast<std::uint32_t>(end - in.rest().size());
    print.add(entry_at(read));
    if (!read_.empty() && name <= last) return false;
    last = name;
    read_.push_back(read);
  }
  return in.good() && bytes_.ends_with(sum_of(print));
}

/// Null where the file has none of that name.
Cache::Read* Cache::at(std::string_view name) {
  const auto is_before = [&](const Read& read, std::string_view wanted) { return name_of(entry_at(read)) < wanted; };
  if (next_ >= read_.size() || name_of(entry_at(read_[next_])) != name)
    next_ = static_cast<std::size_t>(std::lower_bound(read_.begin(), read_.end(), name, is_before) - read_.begin());
  if (next_ == read_.size() || name_of(entry_at(read_[next_])) != name) return nullptr;
  return &read_[next_++];
}

std::optional<CacheEntry> Cache::find(std::string_view name) {
  const Read* read = at(name);
  if (read == nullptr) return std::nullopt;
  Unpacked entry(entry_at(*read));
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
  const std::size_t size = entry.bytes().size();
  if (room_.empty() || room_.back().size() + size > room_.back().capacity())
    room_.emplace_back().reserve(std::max(room_size, size));
  room_.back() += entry.bytes();
  news_.push_back(std::string_view(room_.back()).substr(room_.back().size() - size));
}

void Cache::drop(std::string_view name) {
  has_news_ = true;
  if (Read* read = at(name)) read->superseded = true;
}

std::vector<std::string_view> Cache::names() const {
  std::vector<std::string_view> out;
  out.reserve(read_.size());
  for (const Read& one : read_)
    out.push_back(name_of(entry_at(one)));
  return out;
}

void Cache::save(const Root& root) {
  if (!has_news_) return;
  const auto is_before = [](std::string_view left, std::string_view right) { return name_of(left) < name_of(right); };
  std::stable_sort(news_.begin(), news_.end(), is_before);
  std::vector<std::string_view> parts{begin_};
  Fingerprint print;
  const auto add = [&](std::string_view entry) {
    print.add(entry);
    parts.push_back(entry);
  };
  auto news = news_.begin();
  const auto add_news = [&](const auto& goes_before) {
    for (; news != news_.end() && goes_before(*news); ++news) {
      // Of two of one name the later one counts.
      if (news + 1 == news_.end() || is_before(*news, *(news + 1))) add(*news);
    }
  };
  for (const Read& one : read_) {
    if (one.superseded) continue;
    add_news([&](std::string_view entry) { return is_before(entry, entry_at(one)); });
    add(entry_at(one));
  }
  add_news([](std::string_view) { return true; });
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
