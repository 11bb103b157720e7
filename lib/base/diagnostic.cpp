#include "base/diagnostic.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/text.h"

namespace guerdon {

std::string_view to_string(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      return "note";
  }
  return "";
}

void Diagnostics::error(std::string_view rule, Location where, std::string message, std::string hint) {
  items_.push_back({Severity::error, std::string(rule), std::move(where), std::move(message), std::move(hint)});
}

void Diagnostics::warning(std::string_view rule, Location where, std::string message, std::string hint) {
  items_.push_back({Severity::warning, std::string(rule), std::move(where), std::move(message), std::move(hint)});
}

void Diagnostics::append(const Diagnostics& other) {
  items_.insert(items_.end(), other.items_.begin(), other.items_.end());
}

void Diagnostics::sort() {
  const auto key = [](const Diagnostic& d) { return std::tie(d.where, d.rule, d.message, d.severity, d.hint); };
  std::stable_sort(items_.begin(), items_.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
  const auto same = [&](const Diagnostic& a, const Diagnostic& b) { return key(a) == key(b); };
  items_.erase(std::unique(items_.begin(), items_.end(), same), items_.end());
}

void Diagnostics::shorten() {
  struct Tally {
    std::size_t all = 0;
    std::size_t errors_untold = 0;
    std::size_t told = 0;
  };
  std::map<std::string, Tally, std::less<>> tallies;
  for (const Diagnostic& finding : items_) {
    Tally& tally = tallies[finding.where.path];
    if (++tally.all > most_findings_of_file && finding.severity == Severity::error) ++tally.errors_untold;
  }
  std::vector<Diagnostic> kept;
  for (Diagnostic& finding : items_) {
    const std::string path = finding.where.path;
    Tally& tally = tallies[path];
    if (tally.told == most_findings_of_file) continue;
    const std::string rule = finding.rule;
    kept.push_back(std::move(finding));
    if (++tally.told < most_findings_of_file || tally.all == tally.told) continue;
    kept.push_back({tally.errors_untold > 0 ? Severity::error : Severity::warning,
                    rule,
                    {path, {}},
                    counted(tally.all - tally.told, "more finding") + " in this file",
                    "mend those above, then run the command again"});
  }
  items_ = std::move(kept);
}

std::size_t Diagnostics::count(Severity severity) const {
  return static_cast<std::size_t>(
      std::count_if(items_.begin(), items_.end(), [&](const Diagnostic& d) { return d.severity == severity; }));
}

}  // namespace guerdon
