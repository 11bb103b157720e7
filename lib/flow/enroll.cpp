#include "flow/enroll.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/csv.h"
#include "base/text.h"
#include "flow/new_records.h"
#include "model/case_read.h"
#include "model/person_read.h"
#include "process/judge.h"
#include "store/load.h"
#include "store/lock.h"
#include "yaml/parse.h"

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

/// The key of the line that a finding points at in a new record's text.
std::string key_on_line(std::string_view text, std::uint32_t line) {
  for (std::uint32_t at = 1; at < line; ++at)
    text.remove_prefix(std::min(text.find('\n') + 1, text.size()));
  text = text.substr(0, text.find('\n'));
  const std::size_t begin = std::min(text.find_first_not_of(" -"), text.size());
  return std::string(text.substr(begin, text.find(':', begin) - begin));
}

/// Enrols arrivals one by one into memory; what is not wrong can then be written.
class Reception {
 public:
  Reception(const Root& root, const Workspace& workspace, const EnrolOptions& options, const Random& random,
            World& world, Enrolments& out)
      : root_(root), workspace_(workspace), options_(options), random_(random), world_(world), out_(out) {}

  void receive(const Arrival& arrival) {
    NewRecords made = make_records(arrival, workspace_, world_, options_.on, random_);
    Diagnostics findings = std::move(made.findings);
    place_in_row(arrival, findings);
    if (!findings.has_errors()) judge(made, findings);
    if (!findings.has_errors() && !options_.again) refuse_repetition(arrival, made, findings);
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
  void judge(const NewRecords& made, Diagnostics& findings) {
    if (!made.person_text.empty()) {
      const auto document = yaml::parse(made.person_path, made.person_text, findings);
      auto person = document ? read_person(*document, findings) : std::nullopt;
      if (!person || findings.has_errors()) return;
      world_.people[made.person_id.text] = std::move(*person);
    }
    const auto document = yaml::parse(made.case_path, made.case_text, findings);
    const auto record = document ? read_case(*document, world_.schemes, findings) : std::nullopt;
    if (!record || findings.has_errors()) return;
    const auto scheme = world_.schemes.find(record->scheme.value);
    if (scheme != world_.schemes.end()) findings.append(judge_record(*record, scheme->second, world_).findings);
  }

  /// The same person in the same project from the same day is most often a table read twice.
  void refuse_repetition(const Arrival& arrival, const NewRecords& made, Diagnostics& findings) {
    const std::string key =
        folded(made.person_name) + '\n' + folded(value_of(arrival, "project")) + '\n' + value_of(arrival, "from");
    if (!open_cases_loaded_) load_open_cases();
    const auto [old, fresh] = open_cases_.emplace(key, made.case_id.text);
    if (!fresh) {
      findings.error("enroll", {made.case_path, {}},
                     fmt::format("`{}` is enrolled in this project from this day already: {}",
                                 sanitized(made.person_name), old->second),
                     "if this is another one: the same command with --again");
    }
  }

  void load_open_cases() {
    open_cases_loaded_ = true;
    Diagnostics ignored;
    for (const std::string& path : case_paths(root_)) {
      const auto record = load_case(root_, path, world_, ignored);
      const Person* person = record ? world_.find_person(record->person.value.text) : nullptr;
      if (person == nullptr) continue;
      for (const Placement& placement : record->placements) {
        open_cases_.emplace(folded(person->name.value) + '\n' + folded(placement.project.value) + '\n' +
                                placement.from.value.to_string(),
                            record->id.value.text);
      }
    }
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
      const auto cell =
          arrival.find(key_on_line(of_person ? made.person_text : made.case_text, finding.where.place.line));
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
  std::map<std::string, std::string> open_cases_;
  bool open_cases_loaded_ = false;
};

}  // namespace

const std::vector<std::string>& arrival_columns() {
  static const std::vector<std::string> columns{"name",         "person",      "latin",   "born",       "adult",
                                                "email",        "project",     "from",    "to",         "hours",
                                                "organisation", "coordinator", "country", "introduced", "on"};
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
      findings.error("csv", {path, cell.place}, fmt::format("`{}` is not a column of arrivals", sanitized(cell.value)),
                     near.empty() ? "the columns are " + joined_or(known) : "did you mean " + joined_or(near) + '?');
    } else if (std::count(headers.begin(), headers.end(), header) > 1) {
      findings.error("csv", {path, cell.place}, fmt::format("the column `{}` stands twice", header),
                     "remove one of them");
    }
  }
  std::vector<Arrival> out;
  for (auto row = rows.begin() + 1; row != rows.end(); ++row) {
    if (row->cells.size() > headers.size()) {
      findings.error("csv", {path, row->cells[headers.size()].place},
                     fmt::format("the row has {} cells, the header {}", row->cells.size(), headers.size()),
                     "put a text that holds the separator in quotes");
      continue;
    }
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
  const Lock lock(root, "guerdon enroll");
  Enrolments out;
  Diagnostics loading;
  World world = load_world(root, today, {}, loading);
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
