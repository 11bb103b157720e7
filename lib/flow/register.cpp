#include "flow/register.h"

#include <algorithm>

#include "base/packed_findings.h"
#include "base/text.h"
#include "flow/workers.h"
#include "model/event_read.h"
#include "store/load.h"

namespace guerdon {
namespace {

Fingerprint print_of(const StampedFile& file) {
  Fingerprint print;
  add(print, file.stamp);
  return print;
}

std::string pack(const KnownPerson& person, const Diagnostics& findings) {
  Packed out;
  for (const std::string_view text : {person.id, person.name, person.names, person.email, person.born, person.same_as})
    out.add(text);
  for (const Place& place : {person.id_place, person.same_as_place}) {
    for (const std::uint64_t number : {place.line, place.column, place.length})
      out.add(number);
  }
  add(out, findings);
  return out.bytes();
}

void unpack(Unpacked& packed, KnownPerson& person) {
  for (std::string_view* text : {&person.id, &person.name, &person.names, &person.email, &person.born, &person.same_as})
    *text = packed.text();
  for (Place* place : {&person.id_place, &person.same_as_place}) {
    for (std::uint32_t* number : {&place->line, &place->column, &place->length})
      *number = static_cast<std::uint32_t>(packed.number());
  }
}

std::string pack(const KnownCertificate& certificate, const Diagnostics& findings) {
  Packed out;
  for (const std::string* text : {&certificate.id, &certificate.case_id, &certificate.person, &certificate.replaces})
    out.add(*text);
  out.add(static_cast<std::uint64_t>(certificate.issued_on.days_since_1970()));
  out.add(std::uint64_t{certificate.badge ? 1U : 0U});
  add(out, findings);
  return out.bytes();
}

void unpack(Unpacked& packed, KnownCertificate& certificate) {
  for (std::string* text : {&certificate.id, &certificate.case_id, &certificate.person, &certificate.replaces})
    *text = packed.text();
  certificate.issued_on = Date::from_days(static_cast<int>(packed.number()));
  certificate.badge = packed.number() != 0;
}

void read(const Root& root, KnownCertificate& certificate, Diagnostics& findings) {
  const auto issued = load_certificate(root, certificate.file.path, nullptr, findings);
  if (!issued) return;
  const Certificate& facts = issued->certificate;
  certificate.id = facts.id.text;
  certificate.case_id = facts.case_id.text;
  certificate.person = facts.person.text;
  if (facts.replaces) certificate.replaces = facts.replaces->text;
  certificate.issued_on = facts.issued_on;
  certificate.badge = facts.badge.has_value();
}

std::string pack(const KnownEvent& event, const Diagnostics& /*findings*/) {
  Packed out;
  out.add(event.certificate);
  out.add(event.case_id);
  add(out, Diagnostics{});
  return out.bytes();
}

void unpack(Unpacked& packed, KnownEvent& event) {
  event.certificate = packed.text();
  event.case_id = packed.text();
}

/// What is wrong with an event is told where all of them are judged.
void read(const Root& root, KnownEvent& event, Diagnostics& /*findings*/) {
  Diagnostics untold;
  const auto document = load_document(root, event.file.path, untold);
  const auto found = document ? read_event(*document, untold) : std::nullopt;
  if (!found) return;
  event.certificate = found->certificate.value.text;
  if (found->case_id) event.case_id = found->case_id->value.text;
}

template <class Known>
void keep(const Known& known, const Diagnostics& objections, Cache& cache, std::optional<std::int64_t> now) {
  if (now && known.file.stamp && is_settled(*known.file.stamp, *now))
    cache.keep(known.file.path, print_of(known.file), {}, pack(known, objections));
}

/// Each file's entry from the cache where it is the file that was read; which ones are not.
template <class Known>
std::vector<std::size_t> recall(std::vector<StampedFile> files, Cache& cache, std::vector<Known>& out,
                                Diagnostics& findings) {
  std::vector<std::size_t> unknown;
  out.resize(files.size());
  for (std::size_t i = 0; i < files.size(); ++i) {
    out[i].file = std::move(files[i]);
    const auto entry = out[i].file.stamp ? cache.find(out[i].file.path) : std::nullopt;
    if (!entry || entry->of != print_of(out[i].file)) {
      unknown.push_back(i);
      continue;
    }
    Unpacked packed(entry->answer);
    unpack(packed, out[i]);
    findings.append(findings_from(packed));
  }
  return unknown;
}

/// The same, with the others read.
template <class Known>
std::vector<Known> recall_or_read(const Root& root, std::vector<StampedFile> files, const SurveySettings& settings,
                                  Cache& cache, std::optional<std::int64_t> now, Diagnostics& findings) {
  std::vector<Known> out;
  const std::vector<std::size_t> unknown = recall(std::move(files), cache, out, findings);
  std::vector<Diagnostics> objections(unknown.size());
  Stretch stretch(settings.on_advance, "reading", unknown.size());
  work_in_parallel(unknown.size(), settings.jobs, [&](std::size_t /*worker*/, std::size_t index) {
    read(root, out[unknown[index]], objections[index]);
    stretch.one_done();
  });
  for (std::size_t index = 0; index < unknown.size(); ++index) {
    keep(out[unknown[index]], objections[index], cache, now);
    findings.append(objections[index]);
  }
  return out;
}

/// Notes what is kept of a person, but for the file.
void note(const Person& person, Texts& texts, KnownPerson& out) {
  const auto kept = [&](std::string text) { return std::string_view(texts.emplace_back(std::move(text))); };
  out.id = kept(person.id.value.text);
  out.id_place = person.id.place;
  out.name = kept(folded(person.name.value));
  if (person.email) out.email = kept(folded(person.email->value));
  if (person.same_as) {
    out.same_as = kept(person.same_as->value.text);
    out.same_as_place = person.same_as->place;
  }
  if (!person.born) return;
  out.born = kept(person.born->value.to_string());
  std::string names(out.name);
  if (person.latin) names += '\n' + folded(person.latin->value);
  for (const Person::FormerName& former : person.former_names)
    names += '\n' + folded(former.name);
  out.names = kept(std::move(names));
}

}  // namespace

KnownPerson known_person(const Person& person, Texts& texts) {
  KnownPerson out;
  out.file.path = person.path;
  note(person, texts, out);
  return out;
}

void close(KnownPerson& person, const World& world, const Diagnostics& objections, Register& known, Cache& cache,
           std::optional<std::int64_t> now) {
  person.is_open = false;
  const auto found = std::find_if(world.people.begin(), world.people.end(),
                                  [&](const auto& one) { return one.second.path == person.file.path; });
  // Others look for people by their paths meanwhile.
  if (found != world.people.end()) note(found->second, known.texts, person);
  keep(person, objections, cache, now);
  known.findings.append(objections);
}

Register read_register(const Root& root, const SurveySettings& settings, Cache& cache,
                       std::optional<std::int64_t> now) {
  Register out;
  std::vector<StampedFile> people;
  if (settings.wants_people) people = stamped_files(root, "people", ".yaml", Depth::here);
  std::vector<StampedFile> certificates = stamped_files(root, "certificates", ".json", Depth::years);
  std::erase_if(certificates, [](const StampedFile& file) { return file.path.ends_with(".credential.json"); });
  std::vector<StampedFile> events = stamped_files(root, "events", ".yaml", Depth::here);
  for (const std::size_t index : recall(std::move(people), cache, out.people, out.findings))
    out.people[index].is_open = true;
  const auto read_all = [&]<class Known>(std::vector<StampedFile> files, std::vector<Known>& known) {
    known = recall_or_read<Known>(root, std::move(files), settings, cache, now, out.findings);
  };
  read_all(std::move(certificates), out.certificates);
  read_all(std::move(events), out.events);
  return out;
}

}  // namespace guerdon
