#include "cli/status_views.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/table.h"
#include "base/text.h"
#include "flow/roster.h"
#include "process/words.h"

namespace guerdon {
namespace {

using Lines = std::vector<std::vector<std::string>>;

/// One table: its rows for people and for programs.
struct View {
  Lines lines;
  Json rows = Json::array();
};

std::string or_dash(const std::string& text) { return text.empty() ? "-" : sanitized(text); }

std::string several(const std::vector<std::string>& ids) {
  return ids.empty() ? "-" : fmt::format("{}", fmt::join(ids, ", "));
}

Json list_of(const std::vector<std::string>& ids) {
  Json out = Json::array();
  for (const std::string& id : ids)
    out.push_back(id);
  return out;
}

/// "tutor giulia-neri", "an assessor", "-".
std::string awaited(const Candidate& candidate) {
  if (candidate.waits_for.empty()) return "-";
  if (!candidate.who.empty()) return candidate.waits_for + ' ' + candidate.who;
  if (candidate.waits_for == "candidate") return "the candidate";
  return (candidate.waits_for == "assessor" || candidate.waits_for == "organisation" ? "an " : "a ") +
         candidate.waits_for;
}

View candidates_of(const Roster& roster) {
  View out{{{"case", "name", "scheme", "centre", "next", "waits for"}}};
  for (const Candidate& one : roster.candidates) {
    out.lines.push_back({one.case_id, sanitized(one.name), one.scheme, or_dash(one.centre),
                         one.next.empty() ? one.state : one.next, awaited(one)});
    Json row = Json::object({{"case", one.case_id},
                             {"name", one.name},
                             {"scheme", one.scheme},
                             {"tutors", list_of(one.tutors)},
                             {"assessors", list_of(one.assessors)}});
    for (const auto& [key, value] :
         {std::pair("centre", &one.centre), std::pair("next", &one.next), std::pair("state", &one.state),
          std::pair("waits-for", &one.waits_for), std::pair("who", &one.who)}) {
      if (!value->empty()) row.set(key, *value);
    }
    out.rows.push_back(std::move(row));
  }
  return out;
}

View practitioners_of(const std::vector<RosterPractitioner>& all, const char* role) {
  View out{{{role, "name", "badge", "of", "in hand", "waiting for her or him"}}};
  for (const RosterPractitioner& one : all) {
    out.lines.push_back(
        {one.id, sanitized(one.name), one.badge, several(one.centres), several(one.cases), several(one.waiting)});
    out.rows.push_back(Json::object({{role, one.id},
                                     {"name", one.name},
                                     {"certified", one.certified},
                                     {"badge", one.badge},
                                     {"centres", list_of(one.centres)},
                                     {"cases", list_of(one.cases)},
                                     {"waiting", list_of(one.waiting)}}));
  }
  return out;
}

View centres_of(const Roster& roster) {
  View out{{{"centre", "name", "level", "memorandum", "tutors", "assessors", "in hand", "to issue"}}};
  for (const RosterCentre& one : roster.centres) {
    out.lines.push_back({one.id, sanitized(one.name), or_dash(one.level), one.memorandum, several(one.tutors),
                         several(one.assessors), several(one.cases), several(one.waiting)});
    Json row = Json::object({{"centre", one.id},
                             {"name", one.name},
                             {"memorandum", one.memorandum},
                             {"tutors", list_of(one.tutors)},
                             {"assessors", list_of(one.assessors)},
                             {"cases", list_of(one.cases)},
                             {"waiting", list_of(one.waiting)}});
    if (!one.level.empty()) row.set("level", one.level);
    out.rows.push_back(std::move(row));
  }
  return out;
}

/// Cases that wait for an assessor whom nobody has named yet.
std::string unassigned(const Roster& roster) {
  std::vector<std::string> ids;
  for (const Candidate& one : roster.candidates) {
    if (one.waits_for == "assessor") ids.push_back(one.case_id);
  }
  return ids.empty() ? std::string() : fmt::format("waiting for an assessor: {}\n", enumerated(ids));
}

View view_of(const Roster& roster, const std::string& view) {
  if (view == "candidates") return candidates_of(roster);
  if (view == "tutors") return practitioners_of(roster.tutors, "tutor");
  if (view == "assessors") return practitioners_of(roster.assessors, "assessor");
  return centres_of(roster);
}

}  // namespace

Report status_view(Context& context, const std::string& view, const std::string& centre) {
  const std::vector<std::string> views{"candidates", "tutors", "assessors", "centres"};
  if (std::find(views.begin(), views.end(), view) == views.end()) {
    const auto near = nearest(view, views);
    throw Error(Failure::usage, fmt::format("`--view {}` is no view", sanitized(view)),
                near.empty() ? "there are " + joined_or(views) : "did you mean " + joined_or(near) + '?');
  }
  const Root root = context.root();
  const Roster roster = roster_of(root, context.today, centre);
  if (!centre.empty() && roster.centres.empty())
    throw Error(Failure::usage, fmt::format("`--centre {}` is no service centre", sanitized(centre)),
                "guerdon status --view centres lists them");
  View shown = view_of(roster, view);
  Report report;
  report.schema = "guerdon.view/1";
  report.findings = roster.findings;
  if (roster.findings.has_errors()) report.code = ExitCode::answer_is_no;
  report.json = Json::object({{"today", context.today.to_string()}, {"view", view}, {"rows", std::move(shown.rows)}});
  if (shown.lines.size() == 1) {
    report.talk = fmt::format("there are no {}\n", view);
    return report;
  }
  TableFit fit{context.screen.width, {}};
  for (std::size_t column = 1; column < shown.lines.front().size(); ++column)
    fit.elastic.push_back(column);
  for (const std::string& line : aligned(std::move(shown.lines), fit))
    report.text += line;
  if (view == "assessors") report.text += unassigned(roster);
  return report;
}

}  // namespace guerdon
