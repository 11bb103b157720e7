#include "flow/record.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>

#include "base/error.h"
#include "base/text.h"
#include "flow/answer.h"
#include "model/case_read.h"
#include "process/judge.h"
#include "process/path.h"
#include "store/load.h"
#include "store/lock.h"
#include "yaml/emit.h"
#include "yaml/parse.h"

namespace guerdon {
namespace {

/// The case as a text says it is, with everything that can be said against it.
struct Judged {
  std::optional<yaml::Document> document;
  std::optional<Case> record;
  Diagnostics findings;
};

Judged judge_text(const std::string& path, std::string text, const World& world) {
  Judged out;
  out.document = yaml::parse(path, std::move(text), out.findings);
  if (!out.document) return out;
  out.record = read_case(*out.document, world.schemes, out.findings);
  if (!out.record) return out;
  const auto scheme = world.schemes.find(out.record->scheme.value);
  if (scheme != world.schemes.end() && !out.findings.has_errors()) {
    out.findings.append(judge_record(*out.record, scheme->second, world).findings);
  }
  return out;
}

/// Findings that `before` did not have; a moved line does not make one new.
Diagnostics added_findings(const Diagnostics& before, const Diagnostics& after) {
  const auto key = [](const Diagnostic& finding) { return std::tie(finding.rule, finding.message, finding.severity); };
  std::set<std::tuple<std::string, std::string, Severity>> known;
  for (const Diagnostic& finding : before.items())
    known.insert(key(finding));
  Diagnostics out;
  for (const Diagnostic& finding : after.items()) {
    if (!known.contains(key(finding))) out.add(finding);
  }
  return out;
}

/// The date in what is recorded already, for the refusal.
std::string recorded_date(const yaml::Node& node) {
  const yaml::Node* on = node.kind == yaml::Kind::mapping ? node.find("on") : nullptr;
  if (node.kind == yaml::Kind::scalar) return node.scalar;
  return on != nullptr ? on->scalar : std::string();
}

[[noreturn]] void refuse_recorded(const std::string& path, const Entry& entry, const std::string& what,
                                  const yaml::Node& key, const yaml::Node& value) {
  const std::string date = recorded_date(value);
  throw Error(Failure::refused,
              Diagnostic{Severity::error,
                         "recorded",
                         {path, key.place},
                         fmt::format("{} is recorded already{}", what, date.empty() ? "" : ", dated " + date),
                         entry.section == "participation" || entry.section == "evaluation"
                             ? "to write it anew: the same command with --replace"
                             : "to write this section anew: the same command with --replace"});
}

/// The same words twice in a list are one command run twice.
void refuse_repeated(const std::string& path, const Entry& entry, const yaml::Node& list, const yaml::Node& value) {
  const auto same = std::find_if(list.items.begin(), list.items.end(),
                                 [&](const yaml::Node& item) { return same_content(item, value); });
  if (same == list.items.end()) return;
  throw Error(Failure::refused, Diagnostic{Severity::error,
                                           "recorded",
                                           {path, same->place},
                                           fmt::format("exactly this is recorded under `{}` already",
                                                       entry.inside.empty() ? entry.section : entry.inside),
                                           "nothing was added; what was recorded wrongly is put right in the file"});
}

/// A rule is set aside once. It is looked for under the lock: of two who waive it at once one is told.
void refuse_waived(const Case& record, const Entry& entry, const yaml::Node& value) {
  const yaml::Node* rule = entry.section == "waivers" ? value.find("rule") : nullptr;
  const Waiver* waiver = rule != nullptr ? record.find_waiver(rule->scalar) : nullptr;
  if (waiver == nullptr) return;
  throw Error(Failure::refused, Diagnostic{Severity::error,
                                           "recorded",
                                           {record.path, waiver->place},
                                           fmt::format("{} is waived already, by {} on {}", sanitized(rule->scalar),
                                                       waiver->by.value, waiver->on.value.to_string()),
                                           "guerdon show " + record.id.value.text});
}

/// A place in what was recorded before: none of the answer's.
constexpr Place of_before{std::numeric_limits<std::uint32_t>::max(), 0, 0};

void put_before(yaml::Node& node) {
  node.place = of_before;
  for (yaml::Node& key : node.keys)
    key.place = of_before;
  for (yaml::Node& item : node.items)
    put_before(item);
}

/// The edit that enters the value; refuses what is recorded already.
yaml::Edit edit_for(const yaml::Document& document, const Entry& entry, const yaml::Node& value) {
  yaml::Edit edit{entry.kind, entry.section, value, entry.inside};
  const auto key = std::find_if(document.root.keys.begin(), document.root.keys.end(),
                                [&](const yaml::Node& k) { return k.scalar == entry.section; });
  const yaml::Node* present = document.root.find(entry.section);
  if (present == nullptr || present->kind == yaml::Kind::null) return edit;
  if (entry.kind == yaml::EditKind::set) {
    if (!entry.replace) refuse_recorded(document.path, entry, "the " + entry.section, *key, *present);
    edit.kind = yaml::EditKind::replace;
  }
  if (entry.kind == yaml::EditKind::append) {
    const yaml::Node* list = entry.inside.empty() ? present : present->find(entry.inside);
    if (list != nullptr) refuse_repeated(document.path, entry, *list, value);
  }
  if (entry.kind != yaml::EditKind::extend) return edit;
  bool rewrites = false;
  yaml::Node merged = *present;
  settle(merged);
  put_before(merged);
  for (std::size_t i = 0; i < value.keys.size(); ++i) {
    const std::string& name = value.keys[i].scalar;
    const auto at =
        std::find_if(merged.keys.begin(), merged.keys.end(), [&](const yaml::Node& k) { return k.scalar == name; });
    if (at == merged.keys.end()) {
      merged.keys.push_back(value.keys[i]);
      merged.items.push_back(value.items[i]);
      continue;
    }
    const auto which = static_cast<std::size_t>(at - merged.keys.begin());
    if (!entry.replace) {
      refuse_recorded(document.path, entry, fmt::format("`{}` of the {}", name, entry.section), present->keys[which],
                      present->items[which]);
    }
    merged.items[which] = value.items[i];
    rewrites = true;
  }
  if (rewrites) {
    edit.kind = yaml::EditKind::replace;
    edit.value = std::move(merged);
  }
  return edit;
}

using PlaceMap = std::map<Place, Place>;

/// Where each value that was written stood in the answer.
void map_places(const yaml::Node& written, const yaml::Node& answered, Place parent, PlaceMap& map) {
  if (answered.place.line == of_before.line) return;
  const Place from = answered.place.line > 0 ? answered.place : parent;
  map.emplace(written.place, from);
  for (std::size_t i = 0; i < std::min(written.keys.size(), answered.keys.size()); ++i) {
    if (answered.keys[i].place.line == of_before.line) continue;
    map.emplace(written.keys[i].place, answered.keys[i].place.line > 0 ? answered.keys[i].place : from);
  }
  for (std::size_t i = 0; i < std::min(written.items.size(), answered.items.size()); ++i) {
    map_places(written.items[i], answered.items[i], from, map);
  }
}

/// The node that the edit wrote, in the new document; nullptr when it cannot be told.
const yaml::Node* written_node(const yaml::Document& document, const yaml::Edit& edit, bool whole) {
  const yaml::Node* node = document.root.find(edit.section);
  if (node == nullptr || whole) return node;
  if (!edit.inside.empty()) node = node->find(edit.inside);
  return node != nullptr && !node->items.empty() ? &node->items.back() : nullptr;
}

void map_extension(const yaml::Node& section, const yaml::Node& added, PlaceMap& map) {
  for (std::size_t i = 0; i < added.keys.size(); ++i) {
    for (std::size_t k = 0; k < section.keys.size(); ++k) {
      if (section.keys[k].scalar != added.keys[i].scalar) continue;
      map.emplace(section.keys[k].place, added.keys[i].place);
      map_places(section.items[k], added.items[i], added.place, map);
    }
  }
}

/// Where what the edit wrote stood in the answer.
PlaceMap places_of(const yaml::Document& after, const yaml::Edit& edit) {
  PlaceMap map;
  const bool whole = edit.kind == yaml::EditKind::set || edit.kind == yaml::EditKind::replace;
  for (const yaml::Node& key : after.root.keys) {
    if (whole && key.scalar == edit.section) map.emplace(key.place, Place{1, 1, 1});
  }
  if (edit.kind == yaml::EditKind::extend) {
    if (const yaml::Node* section = after.root.find(edit.section)) map_extension(*section, edit.value, map);
  } else if (const yaml::Node* node = written_node(after, edit, whole)) {
    // An item that began a list was wrapped: the answer is the list's one item.
    const bool began = whole && node->kind == yaml::Kind::sequence && edit.value.kind == yaml::Kind::mapping;
    map_places(began ? node->items.front() : *node, edit.value, {1, 1, 1}, map);
  }
  return map;
}

void point_into_answer(Diagnostics& findings, const yaml::Document& after, const yaml::Edit& edit,
                       const Answer& answer) {
  const PlaceMap map = places_of(after, edit);
  for (Diagnostic& finding : findings.items()) {
    const Place& place = finding.where.place;
    const auto at = map.lower_bound({place.line, place.column, 0});
    const bool found = at != map.end() && at->first.line == place.line && at->first.column == place.column;
    if (finding.where.path == after.path && found) finding.where = {answer.path, at->second};
  }
}

/// How many lines two texts have in common at their heads and at their tails.
struct Alike {
  std::size_t head = 0;
  std::size_t tail = 0;
};

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    out.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return out;
}

Alike alike_lines(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  Alike out;
  while (out.head < shorter && a[out.head] == b[out.head])
    ++out.head;
  while (out.tail < shorter - out.head && a[a.size() - 1 - out.tail] == b[b.size() - 1 - out.tail])
    ++out.tail;
  return out;
}

/// Findings in lines that the edit did not write stand where these lines were in the file; what it took away or cannot
/// be told stands at the section.
void point_into_file(Diagnostics& findings, const yaml::Document& after, const std::string& before_text,
                     const std::string& after_text, Place section) {
  const auto a = lines_of(before_text);
  const auto b = lines_of(after_text);
  const Alike alike = alike_lines(a, b);
  for (Diagnostic& finding : findings.items()) {
    Place& place = finding.where.place;
    if (finding.where.path != after.path || place.line == 0 || place.line <= alike.head) continue;
    if (place.line > b.size() - alike.tail) {
      place.line = static_cast<std::uint32_t>(place.line + a.size() - b.size());
    } else {
      place = section;
    }
  }
}

/// Adds what was found at other places than the findings there are: a word that is no skill is no id either.
void add_elsewhere(Diagnostics& findings, const Diagnostics& added) {
  std::set<std::pair<std::string, std::uint32_t>> told;
  for (const Diagnostic& finding : findings.items())
    told.emplace(finding.where.path, finding.where.place.line);
  for (const Diagnostic& finding : added.items()) {
    if (!told.contains({finding.where.path, finding.where.place.line})) findings.add(finding);
  }
}

/// Removed and added lines between two texts that differ in one stretch.
std::string difference_of(std::string_view before, std::string_view after) {
  const auto a = lines_of(before);
  const auto b = lines_of(after);
  const Alike alike = alike_lines(a, b);
  std::string out = fmt::format("@@ line {} @@\n", alike.head + 1);
  const auto add = [&](char sign, const std::vector<std::string_view>& side) {
    for (std::size_t i = alike.head; i + alike.tail < side.size(); ++i) {
      out += sign;
      out += side[i];
      if (out.back() != '\n') out += '\n';
    }
  };
  add('-', a);
  add('+', b);
  return out;
}

std::vector<yaml::SectionName> section_names(const Scheme& scheme) {
  std::vector<yaml::SectionName> out;
  for (const Section& section : scheme.sections)
    out.push_back({section.key, section.title});
  return out;
}

}  // namespace

Recorded record_step(const Root& root, const FoundCase& found, Date today, Answer answer, const Entry& entry) {
  std::optional<Lock> lock;
  if (!entry.dry_run) lock.emplace(root, "guerdon " + entry.section);
  Recorded out;
  out.path = found.path;
  out.sources[answer.path] = answer.text;
  Diagnostics loading;
  const std::string before_text = read_record(root, found.path);
  Scope scope{false, {found.id}, {}, std::set<std::string>{}};
  if (const auto known = yaml::parse(found.path, before_text, loading)) {
    if (const yaml::Node* person = known->root.find("person")) scope.people.insert(person->scalar);
  }
  const World world = load_world(root, today, scope, loading);
  const Judged before = judge_text(found.path, before_text, world);
  if (!before.record || !world.schemes.contains(before.record->scheme.value)) {
    out.findings = before.findings;
    return out;
  }
  const Scheme& scheme = world.schemes.find(before.record->scheme.value)->second;
  if (scheme.find_section(entry.section) == nullptr)
    throw Error(Failure::refused, fmt::format("{} has no section `{}`", scheme.id, entry.section),
                fmt::format("what its cases have: guerdon show {}", found.id));
  const bool is_evidence = entry.inside == "evidence";
  complete_answer(answer, is_evidence ? entry.inside : entry.section, *before.record, scheme, entry.on.value_or(today),
                  out.findings, entry.kind == yaml::EditKind::extend);

  refuse_waived(*before.record, entry, answer.value);
  const yaml::Edit edit = edit_for(*before.document, entry, answer.value);
  const std::string after_text = yaml::edited(*before.document, section_names(scheme), edit);
  const Judged after = judge_text(found.path, after_text, world);
  Diagnostics added = added_findings(before.findings, after.findings);
  if (after.document) {
    point_into_answer(added, *after.document, edit, answer);
    const bool stays = entry.dry_run || added.has_errors() || out.findings.has_errors();
    if (stays) point_into_file(added, *after.document, before_text, after_text, before.record->section(entry.section));
  }
  add_elsewhere(out.findings, added);
  out.findings.sort();
  if (edit.kind == yaml::EditKind::replace) out.difference = difference_of(before_text, after_text);
  if (out.findings.has_errors() || !after.record) return out;
  out.after = after.record;
  if (!entry.dry_run) out.next = next_command(*after.record, progress_of(*after.record, scheme, world));
  if (entry.dry_run) return out;
  write_file(root.resolve(found.path), after_text);
  out.saved = true;
  return out;
}

}  // namespace guerdon
