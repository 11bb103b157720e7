#include "flow/survey.h"

#include <algorithm>
#include <memory>
#include <unordered_set>
#include <utility>

#include "base/packed.h"
#include "flow/workers.h"

namespace guerdon {
namespace {

/// "glore-1" of "schemes/glore-1/text/en.yaml"
std::string folder_of(std::string_view path) {
  path.remove_prefix(path.find('/') + 1);
  return std::string(path.substr(0, path.find('/')));
}

void add(Fingerprint& print, const StampedFile& file) {
  print.add(file.path);
  add(print, file.stamp);
}

Fingerprint print_of_all(const std::vector<StampedFile>& files) {
  Fingerprint print;
  for (const StampedFile& file : files)
    add(print, file);
  return print;
}

void append(std::vector<StampedFile>& to, std::vector<StampedFile> more) {
  std::move(more.begin(), more.end(), std::back_inserter(to));
}

}  // namespace

/// A case that was asked about.
struct Survey::Unit {
  std::string_view path;
  std::string scheme;
  std::vector<std::string> rests_on;
  DaySpan days;
  bool is_sound = false;  ///< whether the case could be read and has the id that its file is named after
};

/// What the answer for a case rests on. Made once and filled for one case after another: it points elsewhere.
struct Survey::Footing {
  std::string_view path;
  std::string_view scheme;
  std::vector<std::string_view> rests_on;  ///< besides what the case's id tells
  std::vector<Seen> files;                 ///< all of them but the workspace's own, by path

  void take(const Unit& unit) {
    path = unit.path;
    scheme = unit.scheme;
    rests_on.assign(unit.rests_on.begin(), unit.rests_on.end());
  }

  [[nodiscard]] std::string pack(std::string_view answer) const {
    Packed out;
    out.add(scheme);
    out.add(std::uint64_t{rests_on.size()});
    for (const std::string_view file : rests_on)
      out.add(file);
    out.add(answer);
    return out.bytes();
  }

  /// Takes what was packed of the case at `the_path`; returns the answer.
  std::string_view unpack(std::string_view the_path, std::string_view bytes) {
    Unpacked in(bytes);
    path = the_path;
    scheme = in.text();
    rests_on.clear();
    for (std::uint64_t left = in.number(); left > 0 && in.good(); --left)
      rests_on.push_back(in.text());
    return in.text();
  }
};

Survey::Survey(const Root& root, SurveySettings settings, Languages languages)
    : root_(root),
      settings_(std::move(settings)),
      languages_(std::move(languages)),
      now_(settings_.program.empty() ? std::nullopt : file_system_time(root)),
      cache_(root, settings_.program),
      cases_(stamped_files(root, "cases", ".yaml", Depth::years)),
      around_(stamped_files(root, "organisations", "", Depth::any)),
      schemes_(stamped_files(root, "schemes", "", Depth::any)),
      register_(read_register(root, settings_, cache_, now_)) {
  append(around_, stamped_files(root, "practitioners", "", Depth::any));
  around_.push_back({"guerdon.yaml", stamp_of(root, "guerdon.yaml")});
  around_print_ = print_of_all(around_);
  schemes_print_ = print_of_all(schemes_);
  for (const StampedFile& file : schemes_)
    add(scheme_prints_[folder_of(file.path)], file);
  const auto all_settled = [&](const std::vector<StampedFile>& files) {
    return std::all_of(files.begin(), files.end(),
                       [&](const StampedFile& file) { return now_ && file.stamp && is_settled(*file.stamp, *now_); });
  };
  around_is_settled_ = all_settled(around_) && all_settled(schemes_);
  cases_by_id_.reserve(cases_.size());
  for (const StampedFile& file : cases_)
    cases_by_id_.emplace_back(stem_of(file.path), &file);
  // As an id begins with the year of its folder, they are sorted where all is as it should be.
  std::stable_sort(cases_by_id_.begin(), cases_by_id_.end(),
                   [](const auto& left, const auto& right) { return left.first < right.first; });
  for (const KnownCertificate& certificate : register_.certificates)
    certificates_of_case_.emplace(certificate.case_id, &certificate);
  for (const KnownEvent& event : register_.events) {
    events_of_.emplace(event.certificate, &event.file);
    if (!event.case_id.empty()) events_of_.emplace(event.case_id, &event.file);
  }
}

const World& Survey::surroundings(Diagnostics& findings) {
  if (!surroundings_) surroundings_ = load_surroundings(root_, settings_.today, languages_, surroundings_findings_);
  findings.append(surroundings_findings_);
  return *surroundings_;
}

std::span<const Survey::FileOfId> Survey::cases_of(std::string_view id) const {
  const auto begin = std::lower_bound(cases_by_id_.begin(), cases_by_id_.end(), id,
                                      [](const auto& one, std::string_view wanted) { return one.first < wanted; });
  auto end = begin;
  while (end != cases_by_id_.end() && end->first == id)
    ++end;
  return {begin, end};
}

/// Null where there is no such file, or people were not asked for.
KnownPerson* Survey::person_at(std::string_view path) {
  auto& people = register_.people;
  const auto person =
      std::lower_bound(people.begin(), people.end(), path,
                       [](const KnownPerson& one, const auto& wanted) { return one.file.path < wanted; });
  return person != people.end() && person->file.path == path ? &*person : nullptr;
}

void Survey::read_person(const std::string& path, World& world, Diagnostics& behind) {
  KnownPerson* known = person_at(path);
  if (known == nullptr && (settings_.wants_people || !is_there(root_.folder() / path))) return;
  Diagnostics objections;
  load_person(root_, path, world, objections);
  behind.append(objections);
  if (known == nullptr) return;
  const std::lock_guard guard(closing_);
  if (known->is_open) close(*known, world, objections, register_, cache_, now_);
}

const Register& Survey::complete_register() {
  std::vector<const std::string*> open;
  for (const KnownPerson& person : register_.people) {
    if (person.is_open) open.push_back(&person.file.path);
  }
  work_in_parallel(open.size(), settings_.jobs, [&](std::size_t /*worker*/, std::size_t index) {
    World alone;
    Diagnostics told_with_the_register;
    read_person(*open[index], alone, told_with_the_register);
  });
  return register_;
}

std::optional<Stamp> Survey::stamp_now(std::string_view path) {
  const KnownPerson* person = person_at(path);
  return person != nullptr ? person->file.stamp : stamp_of(root_, std::string(path));
}

void Survey::find_files(Footing& footing) {
  std::vector<Seen>& out = footing.files;
  out.clear();
  const auto add_under = [&](std::string_view id, const auto& map) {
    const auto [begin, end] = map.equal_range(id);
    for (auto it = begin; it != end; ++it)
      out.push_back({it->second->path, it->second->stamp});
  };
  const std::string_view id = stem_of(footing.path);
  for (const auto& [same_id, file] : cases_of(id))
    out.push_back({file->path, file->stamp});
  add_under(id, events_of_);
  const auto [begin, end] = certificates_of_case_.equal_range(id);
  for (auto it = begin; it != end; ++it) {
    out.push_back({it->second->file.path, it->second->file.stamp});
    add_under(it->second->id, events_of_);
  }
  for (const std::string_view path : footing.rests_on)
    out.push_back({path, stamp_now(path)});
  std::sort(out.begin(), out.end(), [](const auto& left, const auto& right) { return left.path < right.path; });
}

Fingerprint Survey::print_of(const Footing& footing) const {
  Fingerprint print = around_print_;
  const auto scheme = scheme_prints_.find(footing.scheme);
  const Fingerprint& of_scheme = scheme != scheme_prints_.end() ? scheme->second : schemes_print_;
  print.add(of_scheme.high);
  print.add(of_scheme.low);
  for (const Seen& file : footing.files) {
    print.add(file.path);
    add(print, file.stamp);
  }
  return print;
}

/// Whether nothing of this can change without its fingerprint changing.
bool Survey::may_be_kept(const Unit& unit, const std::vector<Seen>& files) const {
  if (!now_ || !around_is_settled_ || !unit.is_sound) return false;
  const auto scheme = surroundings_->schemes.find(unit.scheme);
  if (scheme != surroundings_->schemes.end() && scheme->second.folder != "schemes/" + unit.scheme) return false;
  return std::all_of(files.begin(), files.end(), [&](const Seen& file) {
    return file.stamp ? is_settled(*file.stamp, *now_) : !is_there(root_.folder() / std::string(file.path));
  });
}

std::string Survey::answer(Unit& unit, World& world, const Question& question) {
  Diagnostics reading;
  Diagnostics told_already;
  const std::string path(unit.path);
  const auto record = open(path, world, reading, told_already, unit.rests_on);
  const Scheme* scheme = nullptr;
  if (record) {
    unit.scheme = record->scheme.value;
    unit.is_sound = record->id.value.text == stem_of(unit.path);
    const auto found = world.schemes.find(unit.scheme);
    if (found != world.schemes.end()) scheme = &found->second;
  }
  world.today.watch(&unit.days);
  std::string text = question({path, record ? &*record : nullptr, scheme, world, reading, unit.rests_on});
  world.today.watch(nullptr);
  return text;
}

std::optional<Case> Survey::open(const std::string& path, World& world, Diagnostics& reading, Diagnostics& behind,
                                 std::vector<std::string>& people) {
  world.people.clear();
  world.issued.clear();
  world.case_paths.clear();
  auto record = load_case(root_, path, world, reading);
  if (!record) return record;
  const std::string& id = record->id.value.text;
  const auto need_person = [&](const std::string& person) {
    const std::string file = "people/" + person + ".yaml";
    if (person.empty() || std::find(people.begin(), people.end(), file) != people.end()) return;
    people.push_back(file);
    read_person(file, world, behind);
  };
  need_person(record->person.value.text);
  const auto [begin, end] = certificates_of_case_.equal_range(id);
  for (auto it = begin; it != end; ++it) {
    need_person(it->second->person);
    auto issued = load_certificate(root_, it->second->file.path, nullptr, behind);
    if (issued) world.issued.emplace(id, std::move(*issued));
  }
  for (const auto& [same_id, file] : cases_of(id))
    world.case_paths.emplace(id, file->path);
  return record;
}

std::vector<std::string> Survey::ask(std::string_view name, const std::vector<std::string_view>& paths,
                                     const Question& question) {
  std::vector<std::string> out(paths.size());
  std::vector<std::size_t> open;
  Footing known;
  std::string key;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const auto entry = cache_.find(key.assign(name).append(1, ' ').append(paths[i]));
    const std::string_view text = !entry ? std::string_view() : known.unpack(paths[i], entry->answer);
    if (entry) find_files(known);
    const bool holds = entry && entry->days.holds(settings_.today) && entry->of == print_of(known);
    if (holds) out[i] = text;
    if (!holds) open.push_back(i);
  }
  if (open.empty()) return out;
  Diagnostics told_elsewhere;
  const World& around = surroundings(told_elsewhere);
  std::vector<std::unique_ptr<World>> worlds(std::max(settings_.jobs, 1U));
  Stretch stretch(settings_.on_advance, "checking", open.size());
  work_in_parallel(open.size(), settings_.jobs, [&](std::size_t worker, std::size_t index) {
    if (!worlds[worker]) worlds[worker] = std::make_unique<World>(around);
    Unit unit{paths[open[index]], {}, {}, {}};
    std::string& text = out[open[index]];
    text = answer(unit, *worlds[worker], question);
    stretch.one_done();
    Footing footing;
    footing.take(unit);
    find_files(footing);
    if (!may_be_kept(unit, footing.files)) return;
    const std::lock_guard guard(closing_);
    cache_.keep(std::string(name) + ' ' + std::string(unit.path), print_of(footing), unit.days, footing.pack(text));
  });
  return out;
}

std::string Survey::ask_once(std::string_view name, const std::function<std::string(bool&)>& question) {
  Fingerprint print = around_print_;
  print.add(schemes_print_.high);
  print.add(schemes_print_.low);
  std::vector<StampedFile> digests;
  std::vector<const StampedFile*> files;
  for (const KnownEvent& event : register_.events)
    files.push_back(&event.file);
  if (!register_.events.empty()) {
    for (const KnownCertificate& certificate : register_.certificates)
      files.push_back(&certificate.file);
    digests = stamped_files(root_, "certificates", ".sha256", Depth::years);
    for (const StampedFile& file : digests)
      files.push_back(&file);
  }
  return ask_of(name, print, files, {settings_.today, settings_.today.plus_days(1)}, question);
}

std::string Survey::ask_of_people(std::string_view name, const std::function<std::string(bool&)>& question) {
  std::vector<const StampedFile*> files;
  files.reserve(register_.people.size());
  for (const KnownPerson& person : register_.people)
    files.push_back(&person.file);
  return ask_of(name, {}, files, {}, question);
}

std::string Survey::ask_of(std::string_view name, Fingerprint print, const std::vector<const StampedFile*>& files,
                           const DaySpan& days, const std::function<std::string(bool&)>& question) {
  bool may_be_kept = now_ && around_is_settled_;
  for (const StampedFile* file : files) {
    add(print, *file);
    may_be_kept = may_be_kept && file->stamp && is_settled(*file->stamp, *now_);
  }
  const auto entry = cache_.find(name);
  if (entry && entry->of == print && entry->days.holds(settings_.today)) return std::string(entry->answer);
  bool is_worth_keeping = true;
  std::string text = question(is_worth_keeping);
  if (is_worth_keeping && may_be_kept) cache_.keep(name, print, days, text);
  return text;
}

void Survey::remember() {
  if (!now_ || !cache_.has_news()) return;
  std::unordered_set<std::string_view> there;
  for (const StampedFile& file : cases_)
    there.insert(file.path);
  const auto add_files = [&](const auto& all) {
    for (const auto& known : all)
      there.insert(known.file.path);
  };
  add_files(register_.people);
  add_files(register_.certificates);
  add_files(register_.events);
  for (const std::string_view name : cache_.names()) {
    const std::string_view path = name.substr(name.find(' ') + 1);
    const bool is_unseen = path.starts_with("people/") && !settings_.wants_people;
    if (path.ends_with(".yaml") || path.ends_with(".json")) {
      if (!is_unseen && !there.contains(path)) cache_.drop(name);
    }
  }
  cache_.save(root_);
}

}  // namespace guerdon
