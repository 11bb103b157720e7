#include "flow/board.h"

#include <algorithm>
#include <tuple>

#include "base/packed_findings.h"
#include "flow/board_packed.h"
#include "model/service.h"

namespace guerdon {
namespace {

BoardRow row_of(const Case& record, const Scheme& scheme, const World& world) {
  BoardRow row;
  row.case_id = record.id.value.text;
  const Person* person = world.find_person(record.person.value.text);
  row.name = person != nullptr ? person->name.value : record.person.value.text;
  for (const Placement& placement : record.placements) {
    const std::string& id = placement.organisation.value;
    if (std::find(row.organisations.begin(), row.organisations.end(), id) != row.organisations.end()) continue;
    const Organisation* organisation = world.find_organisation(id);
    const std::string& name = organisation != nullptr ? organisation->name.value : id;
    row.organisations.push_back(id);
    row.organisations.push_back(name);
    row.organisation += (row.organisation.empty() ? "" : ", ") + name;
  }
  if (const auto service = service_of(record)) row.ends = service->last;
  row.progress = progress_of(record, scheme, world);
  return row;
}

/// In which group a row belongs today.
BoardGroup group_of(const BoardRow& row, Date today, Date horizon) {
  const Progress& progress = row.progress;
  if (progress.left) return BoardGroup::left;
  if (progress.out_of_reach) return BoardGroup::too_short;
  if (progress.complete) return BoardGroup::issued;
  if (progress.ready) return BoardGroup::ready;
  if (!row.due) return BoardGroup::waiting;
  return *row.due < today ? BoardGroup::overdue : *row.due <= horizon ? BoardGroup::due : BoardGroup::waiting;
}

std::string row_text(const Asked& asked) {
  Packed out;
  if (asked.record == nullptr || asked.reading.has_errors() || asked.scheme == nullptr) {
    out.add(std::uint64_t{0});
    add(out, asked.reading);
    return out.bytes();
  }
  out.add(std::uint64_t{1});
  add(out, row_of(*asked.record, *asked.scheme, asked.world));
  return out.bytes();
}

}  // namespace

std::string_view to_string(BoardGroup group) {
  switch (group) {
    case BoardGroup::overdue:
      return "overdue";
    case BoardGroup::due:
      return "due";
    case BoardGroup::waiting:
      return "waiting";
    case BoardGroup::ready:
      return "ready";
    case BoardGroup::issued:
      return "issued";
    case BoardGroup::too_short:
      return "too short";
    case BoardGroup::left:
      return "left";
  }
  return "";
}

BoardRow BoardLine::row() const {
  Unpacked in(packed);
  in.number();
  BoardRow row = board_row_from(in);
  row.group = group;
  if (row.progress.left || row.progress.out_of_reach || row.progress.complete) return row;
  if (row.progress.ready) row.next = "issue";
  if (row.progress.ready || !row.progress.next) return row;
  row.next = row.progress.next->section;
  row.due = row.progress.next->due;
  return row;
}

Board board_of(const Root& root, const SurveySettings& settings, Date horizon) {
  Board out;
  SurveySettings without_register = settings;
  without_register.wants_people = false;
  Survey survey(root, without_register, std::set<std::string>{});
  std::vector<std::string_view> paths;
  for (const StampedFile& file : survey.cases())
    paths.push_back(file.path);
  for (std::string& answer : survey.ask("board", paths, row_text)) {
    Unpacked packed(answer);
    if (packed.number() == 0) {
      out.findings.append(findings_from(packed));
      continue;
    }
    BoardLine line{{}, {}, {}, std::move(answer)};
    const BoardRow row = line.row();
    line.group = group_of(row, settings.today, horizon);
    line.due = row.due;
    line.ends = row.ends;
    out.lines.push_back(std::move(line));
  }
  survey.remember();
  // Cases come by their paths, and so by their ids.
  const auto key = [](const BoardLine& line) {
    return std::tuple(line.group, line.due.value_or(Date{}), line.ends.value_or(Date{}));
  };
  std::stable_sort(out.lines.begin(), out.lines.end(),
                   [&](const BoardLine& a, const BoardLine& b) { return key(a) < key(b); });
  out.findings.sort();
  return out;
}

}  // namespace guerdon
