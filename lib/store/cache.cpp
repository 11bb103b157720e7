#include "store/cache.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <bit>
#include <cstring>
#include <functional>

#include "base/error.h"

namespace guerdon {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view place = ".guerdon/cache";
/// How entries are laid out.
constexpr std::string_view format = "guerdon.cache/2";

/// Stands at the end of the file.
constexpr std::size_t sum_length = 2 * sizeof(std::uint64_t);

std::string sum_of(std::string_view entries) {
  Fingerprint print;
  print.add(entries);
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
  next_.add(format);
  next_.add(program);
  next_begin_ = next_.bytes().size();
  if (program.empty()) return;
  try {
    const fs::path file = root.folder() / place;
    std::error_code fault;
    if (fs::symlink_status(file, fault).type() != fs::file_type::regular) return;
    bytes_ = read_file(file);
  } catch (const Error&) {
    return;
  }
  if (!read_all()) {
    read_.clear();
    bytes_ = std::string();
  }
}

/// Whether the file is one that this program made, and whole.
bool Cache::read_all() {
  if (bytes_.size() < next_begin_ + sum_length || bytes_.size() >= none || !bytes_.starts_with(next_.bytes()))
    return false;
  const std::string_view entries =
      std::string_view(bytes_).substr(next_begin_, bytes_.size() - next_begin_ - sum_length);
  return bytes_.ends_with(sum_of(entries)) && read_entries(entries);
}

bool Cache::read_entries(std::string_view entries) {
  Unpacked in(entries);
  while (in.good() && !in.at_end()) {
    const auto begin = static_cast<std::uint32_t>(bytes_.size() - sum_length - in.rest().size());
    in.text();
    entry_from(in);
    read_.push_back({begin, static_cast<std::uint32_t>(bytes_.size() - sum_length - in.rest().size()), false});
  }
  slots_.assign(std::bit_ceil(2 * read_.size() + 1), none);
  for (std::uint32_t i = 0; i < read_.size(); ++i) {
    Unpacked entry(std::string_view(bytes_).substr(read_[i].begin));
    std::size_t slot = std::hash<std::string_view>()(entry.text());
    while (slots_[slot % slots_.size()] != none)
      ++slot;
    slots_[slot % slots_.size()] = i;
  }
  return in.good();
}

std::uint32_t Cache::index_of(std::string_view name) const {
  if (read_.empty()) return none;
  for (std::size_t slot = std::hash<std::string_view>()(name);; ++slot) {
    const std::uint32_t index = slots_[slot % slots_.size()];
    if (index == none) return none;
    Unpacked entry(std::string_view(bytes_).substr(read_[index].begin));
    if (entry.text() == name) return index;
  }
}

std::optional<CacheEntry> Cache::find(std::string_view name) const {
  const std::uint32_t index = index_of(name);
  if (index == none) return std::nullopt;
  Unpacked entry(std::string_view(bytes_).substr(read_[index].begin));
  entry.text();
  return entry_from(entry);
}

void Cache::keep(std::string_view name, const Fingerprint& of, const DaySpan& days, std::string_view answer) {
  drop(name);
  next_.add(name);
  next_.add(of.high);
  next_.add(of.low);
  add_day(next_, days.first);
  add_day(next_, days.end);
  next_.add(answer);
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
    out.push_back(Unpacked(std::string_view(bytes_).substr(one.begin)).text());
  return out;
}

void Cache::save(const Root& root) {
  if (!has_news_) return;
  for (const Read& one : read_) {
    if (!one.superseded) next_.append(std::string_view(bytes_).substr(one.begin, one.end - one.begin));
  }
  next_.append(sum_of(std::string_view(next_.bytes()).substr(next_begin_)));
  try {
    const fs::path path = root.resolve(place);
    // The file is made before it is filled, so that it is never open to anybody else.
    const int made = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (made < 0) return;
    ::close(made);
    write_file(path, next_.bytes(), Durability::rebuildable);
  } catch (const Error&) {
    // A reader of records needs no room to write.
  }
}

}  // namespace guerdon
