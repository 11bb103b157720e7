#include "flow/enroll.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "base/csv.h"
#include "base/text.h"
#include "flow/likeness.h"
#include "flow/new_records.h"
#include "store/load.h"
#include "store/lock.h"

namespace guerdon {
namespace {

std::string value_of(const Arrival& arrival, std::string_view column) {
  const auto found = arrival.find(column);
  return found != arrival.end() ? found->second.value : std::string();
}

/// Where an arrival was written: its first cell.
Place place_of(const Arrival& arrival) {
  Place first{};
  for (const auto& [column, cell] : arrival) {
    if (first.line == 0 || cell.place < first) first = cell.place;
  }
  return first;
}

/// Enrols arrivals one by one into memory; what is not wrong can then be written.
class Reception {
 public:
  Reception(const Root& root, const Workspace& workspace, const EnrolOptions& options, const Random& random,
            World& world, Enrolments& out)
      : root_(root), workspace_(workspace), options_(options), random_(random), world_(world), out_(out) {}

  void receive(const Arrival& arrival) {
    if (!options_.again && !known_loaded_) load_known();
    if (!options_.again && is_enrolled(arrival)) return;
    NewRecords made =
        make_records(options_.again ? arrival : with_waiting_person(arrival), workspace_, world_, options_.on, random_);
    Diagnostics findings = std::move(made.findings);
    place_in_row(arrival, findings);
    if (!findings.has_errors()) findings.append(findings_of(made, world_));
    if (!findings.has_errors() && !options_.again) refuse_repetition(arrival, made, findings);
    if (!findings.has_errors() && !made.person_text.empty()) tell_alike(arrival, made, findings);
    relocate(arrival, made, findings);
    out_.findings.append(findings);
    out_.enrolled.push_back({made.case_id, made.person_id, made.person_name, made.case_path});
    files_.push_back(std::move(made));
  }

  void write() const {
    for (const NewRecords& made : files_) {
      if (!made.person_text.empty()) write_file(root_.resolve(made.person_path), made.person_text);
      write_file(root_.resolve(made.case_path), made.case_text);
    }
  }

 private:
  /// A stretch of service that somebody is enrolled for: in a case, or in an earlier arrival.
  struct Known {
    Enrolled enrolled;
    std::string to;
    std::string organisation;
    std::string scheme;
    std::uint32_t row = 0;  ///< line of the earlier arrival
  };

  /// A person whom an earlier arrival brought, and the line that it stands on.
  struct Newcomer {
    KnownPerson known;
    std::uint32_t row = 0;
  };

  void load_known() {
    known_loaded_ = true;
    for (const auto& [id, person] : world_.people)
      waiting_.insert(id);
    Diagnostics ignored;
    for (const std::string& path : case_paths(root_)) {
      const auto record = load_case(root_, path, world_, ignored);
      if (!record) {
        all_cases_read_ = false;
        continue;
      }
      waiting_.erase(record->person.value.text);
      const Person* person = world_.find_person(record->person.value.text);
      if (person == nullptr) continue;
      for (const Placement& placement : record->placements) {
        known_.emplace(key_of(person->name.value, placement.project.value, placement.from.value.to_string()),
                       Known{{record->id.value, person->id.value, person->name.value, path, true},
                             placement.to.value.to_string(),
                             placement.organisation.value,
                             record->scheme.value});
      }
    }
  }

  static std::string key_of(std::string_view name, std::string_view project, std::string_view from) {
    return fmt::format("{}\n{}\n{}", folded(name), folded(project), from);
  }

  /// Who, in which project, from when: what an arrival has in common with the one it may repeat.
  [[nodiscard]] std::string key_of(const Arrival& arrival) const {
    const Person* person = world_.find_person(value_of(arrival, "person"));
    return key_of(person != nullptr ? person->name.value : value_of(arrival, "name"), value_of(arrival, "project"),
                  value_of(arrival, "from"));
  }

  [[nodiscard]] std::string organisation_of(const Arrival& arrival) const {
    const std::string named = value_of(arrival, "organisation");
    return named.empty() ? workspace_.organisation.value : named;
  }

  [[nodiscard]] std::string scheme_of(const Arrival& arrival) const {
    const std::string named = value_of(arrival, "scheme");
    return scheme_id(named.empty() ? workspace_.scheme.value : named, world_);
  }

  /// Whether a row of a table says what a case says; it counts as enrolled then. What flags say is meant anew.
  bool is_enrolled(const Arrival& arrival) {
    if (place_of(arrival).line == 0) return false;
    const std::string person = value_of(arrival, "person");
    const auto [begin, end] = known_.equal_range(key_of(arrival));
    const auto equal = std::find_if(begin, end, [&](const auto& entry) {
      const Known& known = entry.second;
      return known.enrolled.already && known.scheme == scheme_of(arrival) && known.to == value_of(arrival, "to") &&
             known.organisation == organisation_of(arrival) && (person.empty() || person == known.enrolled.person.text);
    });
    if (equal == end) return false;
    out_.enrolled.push_back(equal->second.enrolled);
    return true;
  }

  /// An enrolment that was interrupted may have left its person behind: whoever no case names, and who is described as
  /// the arrival describes its own, is that one.
  Arrival with_waiting_person(Arrival arrival) {
    if (arrival.contains("person") || !all_cases_read_) return arrival;
    const auto is_it = [&](const std::string& id) {
      const Person& person = world_.people.find(id)->second;
      return person.name.value == value_of(arrival, "name") &&
             (person.latin ? person.latin->value : "") == value_of(arrival, "latin") &&
             (person.email ? person.email->value : "") == value_of(arrival, "email") &&
             (person.born ? person.born->value.to_string() : "") == value_of(arrival, "born");
    };
    const auto found = std::find_if(waiting_.begin(), waiting_.end(), is_it);
    if (found == waiting_.end()) return arrival;
    arrival["person"] = {*found, place_of(arrival)};
    waiting_.erase(found);
    return arrival;
  }

  /// The same person in the same project from the same day is most often one arrival told twice.
  void refuse_repetition(const Arrival& arrival, const NewRecords& made, Diagnostics& findings) {
    const std::uint32_t row = place_of(arrival).line;
    const std::string key = key_of(arrival);
    const std::string scheme = scheme_of(arrival);
    const auto [begin, end] = known_.equal_range(key);
    const auto under = std::find_if(begin, end, [&](const auto& entry) { return entry.second.scheme == scheme; });
    // A person may have a case under each scheme; a name alone would make her two people.
    const bool same_person = arrival.contains("person");
    const auto old = under != end || same_person ? under : begin;
    if (old == end) {
      known_.emplace(key, Known{{made.case_id, made.person_id, made.person_name, made.case_path},
                                value_of(arrival, "to"),
                                organisation_of(arrival),
                                scheme,
                                row});
      return;
    }
    const Known& known = old->second;
    const std::string name = sanitized(made.person_name);
    if (!known.enrolled.already) {
      findings.error("enroll", {made.case_path, {}},
                     fmt::format("`{}` is enrolled in this project from this day already, on line {}", name, known.row),
                     "take one of the two out");
      return;
    }
    if (known.scheme != scheme) {
      findings.error(
          "enroll", {made.case_path, {}},
          fmt::format("`{}` is enrolled in this project from this day under {}: {}", name, known.scheme,
                      known.enrolled.id.text),
          fmt::format("if it is she, name her with --person {} in place of her name; if this is another one: "
                      "the same command with --again",
                      known.enrolled.person.text));
      return;
    }
    findings.error("enroll", {made.case_path, {}},
                   fmt::format("`{}` is enrolled in this project from this day already: {}, until {}, at {}", name,
                               known.enrolled.id.text, known.to, known.organisation),
                   row == 0 ? fmt::format("guerdon show {}; if this is another one: the same command with --again",
                                          known.enrolled.id.text)
                            : "take the row out; if this is another one, enrol it alone, with --again");
  }

  /// A new person may be on record already; only who enrols her can know.
  void tell_alike(const Arrival& arrival, const NewRecords& made, Diagnostics& findings) {
    if (!alike_) {
      for (const auto& [id, person] : world_.people) {
        if (id != made.person_id.text) on_record_.push_back(known_person(person, texts_));
      }
      alike_.emplace(on_record_);
    }
    const Person& person = world_.people.find(made.person_id.text)->second;
    KnownPerson known = known_person(person, texts_);
    const Location where{made.person_path, person.name.place};
    if (const KnownPerson* like = alike_->find(known)) {
      findings.warning("people", where, fmt::format("{} has {}", like->id, likeness(*like, known)),
                       options_.dry_run
                           ? fmt::format("if it is she, name her with --person {} in place of her name", like->id)
                           : fmt::format("if it is she, write `same-as: {}` in {}", like->id, made.person_path));
    } else if (const auto earlier =
                   std::find_if(enrolled_now_.begin(), enrolled_now_.end(),
                                [&](const Newcomer& one) { return !likeness(one.known, known).empty(); });
               earlier != enrolled_now_.end()) {
      const std::string_view why = likeness(earlier->known, known);
      // Nobody of a dry run has an id that stays.
      findings.warning(
          "people", where,
          options_.dry_run ? fmt::format("whoever stands on line {} has {}", earlier->row, why)
                           : fmt::format("{} has {}", earlier->known.id, why),
          options_.dry_run
              ? "if it is she, enrol that line first, then this one with her id in the column `person`"
              : fmt::format("if it is she, write `same-as: {}` in {}", earlier->known.id, made.person_path));
    }
    enrolled_now_.push_back({std::move(known), place_of(arrival).line});
  }

  /// What is wrong with the arrival itself stands in its cell, or in the row where the cell is missing.
  void place_in_row(const Arrival& arrival, Diagnostics& findings) const {
    for (Diagnostic& finding : findings.items()) {
      finding.where.path = options_.source;
      if (finding.where.place.line == 0) finding.where.place = place_of(arrival);
    }
  }

  /// Findings name the new files, which nobody has seen: they move to the cell, or to the flags' own text.
  void relocate(const Arrival& arrival, const NewRecords& made, Diagnostics& findings) {
    for (Diagnostic& finding : findings.items()) {
      const bool of_person = finding.where.path == made.person_path;
      if (!of_person && finding.where.path != made.case_path) continue;
      if (place_of(arrival).line == 0) {
        finding.where.path = options_.source;
        if (of_person) finding.where.path = "<person>";
        out_.sources[finding.where.path] = of_person ? made.person_text : made.case_text;
        continue;
      }
      const auto cell = arrival.find(column_at(made, finding.where));
      finding.where = {options_.source, cell != arrival.end() ? cell->second.place : place_of(arrival)};
    }
  }

  const Root& root_;
  const Workspace& workspace_;
  const EnrolOptions& options_;
  const Random& random_;
  World& world_;
  Enrolments& out_;
  std::vector<NewRecords> files_;
  std::multimap<std::string, Known> known_;
  std::set<std::string> waiting_;  ///< people whom no case names
  Texts texts_;
  std::vector<KnownPerson> on_record_;
  std::optional<PeopleAlike> alike_;  ///< those on record
  std::vector<Newcomer> enrolled_now_;
  bool known_loaded_ = false;
  bool all_cases_read_ = true;
};

}  // namespace

const std::vector<std::string>& arrival_columns() {
  static const std::vector<std::string> columns{
      "name", "person", "latin",        "born",        "adult",   "email",      "project", "from",
      "to",   "hours",  "organisation", "coordinator", "country", "introduced", "on",      "scheme"};
  return columns;
}

std::vector<Arrival> read_arrivals(const std::string& path, std::string_view text, Diagnostics& findings) {
  const std::vector<CsvRow> rows = parse_csv(path, text, findings);
  if (rows.empty()) {
    if (findings.empty())
      findings.error("csv", {path, {}}, "the table is empty",
                     "its first line names the columns: guerdon enroll --print-header");
    return {};
  }
  std::vector<std::string> headers;
  for (const auto& cell : rows.front().cells) {
    const auto& known = arrival_columns();
    const std::string header = folded(cell.value);
    headers.push_back(header);
    if (std::find(known.begin(), known.end(), header) == known.end()) {
      const auto near = nearest(header, known);
      findings.error("csv", {path, cell.place},
                     fmt::format("`{}` is not a column that {} may have", sanitized(cell.value), sanitized(path)),
                     near.empty() ? "the columns are " + joined_or(known) : "did you mean " + joined_or(near) + '?');
    } else if (std::count(headers.begin(), headers.end(), header) > 1) {
      findings.error("csv", {path, cell.place}, fmt::format("the column `{}` stands twice", header),
                     "remove one of them");
    }
  }
  const std::uint32_t header_line = rows.front().cells.front().place.line;
  if (std::any_of(findings.items().begin(), findings.items().end(),
                  [&](const Diagnostic& finding) { return finding.where.place.line <= header_line; }))
    return {};
  if (rows.size() == 1) {
    findings.error("csv", {path, {}}, "the table has no rows below its header", "write one for each volunteer");
  }
  std::vector<Arrival> out;
  for (auto row = rows.begin() + 1; row != rows.end(); ++row) {
    if (row->cells.size() > headers.size()) {
      findings.error("csv", {path, row->cells[headers.size()].place},
                     fmt::format("the row has {} cells, the header {}", row->cells.size(), headers.size()),
                     "put a text that holds the separator in quotes");
      continue;
    }
    if (row->broken) continue;
    Arrival arrival;
    for (std::size_t i = 0; i < row->cells.size(); ++i) {
      if (!row->cells[i].value.empty()) arrival[headers[i]] = row->cells[i];
    }
    out.push_back(std::move(arrival));
  }
  return out;
}

Enrolments enroll(const Root& root, const Workspace& workspace, Date today, const std::vector<Arrival>& arrivals,
                  const EnrolOptions& options, const Random& random) {
  std::optional<Lock> lock;
  if (!options.dry_run) lock.emplace(root, "guerdon enroll");
  Enrolments out;
  Diagnostics loading;
  World world = load_world(root, today, {true, {}, {}, std::set<std::string>{}, false}, loading);
  Reception reception(root, workspace, options, random, world, out);
  for (const Arrival& arrival : arrivals)
    reception.receive(arrival);
  out.findings.sort();
  if (out.findings.has_errors()) {
    out.enrolled.clear();
  } else if (!options.dry_run) {
    reception.write();
  }
  return out;
}

}  // namespace guerdon
