#include "model/scheme_version.h"

#include <algorithm>

namespace guerdon {
namespace {

constexpr std::string_view digits = "0123456789";

/// Takes a run of digits, without the zeros before them, or of anything else from the front.
std::string_view take_run(std::string_view& text, bool of_digits) {
  const std::size_t end = of_digits ? text.find_first_not_of(digits) : text.find_first_of(digits);
  std::string_view run = text.substr(0, end);
  text.remove_prefix(run.size());
  if (of_digits) run.remove_prefix(std::min(run.find_first_not_of('0'), run.size()));
  return run;
}

/// One more than a run of digits of any length.
std::string counted_up(std::string run) {
  for (auto digit = run.rbegin(); digit != run.rend(); ++digit) {
    if (*digit != '9') {
      ++*digit;
      return run;
    }
    *digit = '0';
  }
  return '1' + run;
}

}  // namespace

std::string family_of(const Scheme& scheme) {
  return scheme.id.substr(0, scheme.id.size() - std::min(scheme.id.size(), scheme.version.size() + 1));
}

bool is_older_version(std::string_view left, std::string_view right) {
  for (bool of_digits = false; !left.empty() && !right.empty(); of_digits = !of_digits) {
    const std::string_view one = take_run(left, of_digits);
    const std::string_view other = take_run(right, of_digits);
    if (of_digits && one.size() != other.size()) return one.size() < other.size();
    if (one != other) return one < other;
  }
  return left.size() < right.size();
}

std::string next_version(const std::string& version) {
  const std::size_t last = version.find_last_of(digits);
  if (last == std::string::npos) return version + "-2";
  const std::size_t before = version.find_last_not_of(digits, last);
  const std::size_t begin = before == std::string::npos ? 0 : before + 1;
  return version.substr(0, begin) + counted_up(version.substr(begin, last + 1 - begin)) + version.substr(last + 1);
}

const Scheme* newest_version(const SchemeVersions& versions, std::string_view family) {
  const Scheme* newest = nullptr;
  for (const auto& [id, scheme] : versions) {
    if (family_of(scheme) != family) continue;
    if (newest == nullptr || is_older_version(newest->version, scheme.version)) newest = &scheme;
  }
  return newest;
}

const Scheme* find_version(const SchemeVersions& versions, std::string_view name) {
  const auto found = versions.find(name);
  return found != versions.end() ? &found->second : newest_version(versions, name);
}

}  // namespace guerdon
