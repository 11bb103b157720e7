#include "flow/board.h"

#include <algorithm>
#include <tuple>

#include "model/service.h"
#include "store/load.h"

namespace guerdon {
namespace {

BoardRow row_of(const Case& record, const Scheme& scheme, const World& world, Date horizon) {
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
  if (row.progress.left) {
    row.group = BoardGroup::left;
  } else if (row.progress.out_of_reach) {
    row.group = BoardGroup::too_short;
  } else if (row.progress.complete) {
    row.group = BoardGroup::issued;
  } else if (row.progress.ready) {
    row.group = BoardGroup::ready;
    row.next = "issue";
  } else if (row.progress.next) {
    row.next = row.progress.next->section;
    row.due = row.progress.next->due;
    if (row.due)
      row.group = *row.due < world.today ? BoardGroup::overdue
                  : *row.due <= horizon  ? BoardGroup::due
                                         : BoardGroup::waiting;
  }
  return row;
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

Board board_of(const Root& root, Date today, Date horizon) {
  Board out;
  Diagnostics loading;
  const World world = load_world(root, today, {true, {}, {}, std::set<std::string>{}}, loading);
  for (const auto& [id, path] : world.case_paths) {
    Diagnostics reading;
    const auto record = load_case(root, path, world, reading);
    const auto scheme = record ? world.schemes.find(record->scheme.value) : world.schemes.end();
    if (!record || reading.has_errors() || scheme == world.schemes.end()) {
      out.findings.append(reading);
      continue;
    }
    out.rows.push_back(row_of(*record, scheme->second, world, horizon));
  }
  const auto key = [](const BoardRow& row) {
    return std::tuple(row.group, row.due.value_or(Date{}), row.ends.value_or(Date{}), row.case_id);
  };
  std::sort(out.rows.begin(), out.rows.end(), [&](const BoardRow& a, const BoardRow& b) { return key(a) < key(b); });
  out.findings.sort();
  return out;
}

}  // namespace guerdon
