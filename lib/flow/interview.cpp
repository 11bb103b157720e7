#include "flow/interview.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/text.h"
#include "flow/new_records.h"

namespace guerdon {
namespace {

constexpr std::array<std::string_view, 4> needed{"name", "project", "from", "to"};
constexpr std::array<std::string_view, 5> of_the_person{"name", "latin", "born", "adult", "email"};

bool is_one_of(std::string_view column, std::span<const std::string_view> columns) {
  return std::find(columns.begin(), columns.end(), column) != columns.end();
}

/// Whether every letter is one that a passport in Latin script may hold: no block of another script comes before
/// U+0250, and the additions stand in a block of their own.
bool is_latin(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool is_mark = c >= 0x0300 && c < 0x0370;
    if (c >= 0x0250 && !is_mark && !(c >= 0x1E00 && c < 0x1F00) && !(c >= 0x2010 && c < 0x2030)) return false;
  }
  return true;
}

std::string said(const Arrival& arrival, std::string_view column) {
  const auto found = arrival.find(column);
  return found != arrival.end() ? found->second.value : std::string();
}

const Organisation* host_of(const Arrival& arrival, const EnrolmentDesk& desk) {
  const std::string named = said(arrival, "organisation");
  return desk.world.find_organisation(named.empty() ? desk.workspace.organisation.value : named);
}

std::vector<KnownAnswer> organisations(const World& world) {
  std::vector<KnownAnswer> out;
  for (const auto& [id, organisation] : world.organisations) {
    const std::string place = organisation.place.empty() ? "" : ", " + organisation.place;
    out.push_back({id, organisation.name.value + place});
  }
  return out;
}

std::vector<KnownAnswer> coordinators(const Organisation* host) {
  std::vector<KnownAnswer> out;
  if (host == nullptr) return out;
  for (const Staff& staff : host->staff) {
    if (staff.coordinates) out.push_back({staff.id.value, staff.name.value});
  }
  return out;
}

std::vector<KnownAnswer> schemes(const World& world) {
  std::vector<KnownAnswer> out;
  for (const auto& [id, scheme] : world.schemes)
    out.push_back({id, scheme.name + ", version " + scheme.version});
  return out;
}

/// A choice is asked for where there is one.
std::optional<EnrolmentQuestion> which_of(std::vector<KnownAnswer> choices) {
  if (choices.size() < 2) return std::nullopt;
  return EnrolmentQuestion{false, false, std::move(choices)};
}

}  // namespace

bool is_missing(std::string_view column, const Arrival& arrival) {
  if (arrival.contains("person") && is_one_of(column, of_the_person)) return false;
  return is_one_of(column, needed) && !arrival.contains(column);
}

std::optional<EnrolmentQuestion> question_for(std::string_view column, const Arrival& arrival,
                                              const EnrolmentDesk& desk) {
  if (arrival.contains(column)) return std::nullopt;
  if (arrival.contains("person") && is_one_of(column, of_the_person)) return std::nullopt;
  if (is_missing(column, arrival)) return EnrolmentQuestion{true, false, {}};
  if (column == "hours" || column == "introduced" || column == "born" || column == "email") return EnrolmentQuestion{};
  if (column == "organisation") return which_of(organisations(desk.world));
  if (column == "coordinator") return which_of(coordinators(host_of(arrival, desk)));
  if (column == "scheme") return which_of(schemes(desk.world));
  if (column == "adult" && !arrival.contains("born")) return EnrolmentQuestion{false, true, {}};
  if (column == "latin" && !is_latin(said(arrival, "name"))) return EnrolmentQuestion{};
  if (column == "country") {
    const Organisation* host = host_of(arrival, desk);
    if (host != nullptr && host->country.empty()) return EnrolmentQuestion{};
  }
  return std::nullopt;
}

std::string settled(const EnrolmentQuestion& question, std::string_view answer) {
  while (answer.starts_with(' ') || answer.starts_with('\t'))
    answer.remove_prefix(1);
  while (answer.ends_with(' ') || answer.ends_with('\t') || answer.ends_with('\r'))
    answer.remove_suffix(1);
  const std::string word = folded(answer);
  if (question.yes_or_no && (word == "y" || word == "yes")) return "true";
  if (question.yes_or_no && (word == "n" || word == "no")) return {};
  const KnownAnswer* called_so = nullptr;
  for (const KnownAnswer& choice : question.choices) {
    if (folded(choice.id) == word) return choice.id;
    if (word != folded(choice.meaning) && word != folded(choice.meaning.substr(0, choice.meaning.find(',')))) continue;
    if (called_so != nullptr) return std::string(answer);
    called_so = &choice;
  }
  if (called_so != nullptr) return called_so->id;
  return std::string(answer);
}

Diagnostics faults_of(std::string_view column, const Arrival& arrival, const EnrolmentDesk& desk) {
  constexpr std::uint32_t marked = 1;
  Arrival tried = arrival;
  for (auto& [key, cell] : tried)
    cell.place = {key == column ? marked : 0, 0, 0};
  const NewRecords made = make_records(tried, desk.workspace, desk.world, desk.on, desk.random);
  Diagnostics out;
  const auto take = [&](Diagnostic finding) {
    finding.where = {};
    if (finding.severity == Severity::error) out.add(std::move(finding));
  };
  for (const Diagnostic& finding : made.findings.items()) {
    if (finding.where.place.line == marked) take(finding);
  }
  const bool was_known = desk.world.people.contains(made.person_id.text);
  const Diagnostics found = findings_of(made, desk.world);
  if (!was_known) desk.world.people.erase(made.person_id.text);
  for (const Diagnostic& finding : found.items()) {
    if (column_at(made, finding.where) == column) take(finding);
  }
  return out;
}

}  // namespace guerdon
