#include "flow/check_events.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "store/load.h"

namespace guerdon {
namespace {

constexpr std::string_view correct_it = "put right the date that is wrong";

/// The certificates whose facts are here, or only their digests.
struct Known {
  const Root& root;
  std::map<std::string, const KnownCertificate*, std::less<>> here = {};
  std::set<std::string, std::less<>> elsewhere = {};

  Known(const Root& workspace, const std::vector<KnownCertificate>& certificates) : root(workspace) {
    for (const KnownCertificate& certificate : certificates)
      here.emplace(certificate.id, &certificate);
    for (const std::string& path : digest_paths(root))
      elsewhere.insert(std::filesystem::path(path).stem().string());
  }
  [[nodiscard]] const KnownCertificate* find(std::string_view id) const {
    const auto it = here.find(id);
    return it == here.end() ? nullptr : it->second;
  }
  [[nodiscard]] bool has(std::string_view id) const { return here.contains(id) || elsewhere.contains(id); }
};

/// An unreadable file has its number all the same.
void check_names(const Root& root, Diagnostics& findings) {
  std::string certificate;
  int last = 0;
  for (const std::string& path : event_paths(root)) {
    const auto name = event_name(path);
    if (!name) {
      findings.error("case.ids", {path, {}}, "the file is not named as an event is",
                     "name it events/CERTIFICATE-N.yaml: the certificate's id, and 1 for its first event");
      continue;
    }
    if (name->certificate != certificate) last = 0;
    certificate = name->certificate;
    if (name->number != last + 1) {
      findings.error(
          "case.ids", {path, {}},
          fmt::format("event {} of {} stands here, event {} is missing", name->number, certificate, last + 1),
          "take the missing file from git again, or number the events from 1");
    }
    last = name->number;
  }
}

/// The events of one certificate.
struct Life {
  const World& world;
  const Known& known;
  const CertificateId& id;
  const std::vector<Event>& events;
  Diagnostics& findings;

  void object(std::string_view rule, const Event& event, Place place, std::string message, std::string hint) const {
    findings.error(rule, {event.path, place}, std::move(message), std::move(hint));
  }

  [[nodiscard]] const Event* erasure() const {
    const auto found = std::find_if(events.begin(), events.end(),
                                    [](const Event& event) { return event.kind.value == EventKind::erased; });
    return found == events.end() ? nullptr : &*found;
  }

  void check() const {
    if (!known.has(id.text) && erasure() == nullptr) {
      object("case.ids", events.front(), events.front().certificate.place, fmt::format("no certificate {}", id.text),
             "take its facts from git again, or mend the id");
    }
    for (const Event& event : events) {
      check_file(event);
      check_days(event);
      check_deciders(event);
      if (event.kind.value == EventKind::replaced) check_replacement(event);
      if (event.kind.value == EventKind::erased) check_erasure(event);
    }
    check_order();
  }

  void check_file(const Event& event) const {
    const auto name = event_name(event.path);
    if (!name || name->certificate == id.text) return;
    object("case.ids", event, event.certificate.place,
           fmt::format("the file is named after {}, its event is of {}", name->certificate, id.text),
           "rename the file, or mend the id");
  }

  void check_days(const Event& event) const {
    const std::string on = event.on.value.to_string();
    if (!world.today.has_reached(event.on.value)) {
      object("case.dates", event, event.on.place,
             fmt::format("the event of {} is after today, {}", on, world.today.exact().to_string()),
             std::string(correct_it));
    }
    const KnownCertificate* issued = known.find(id.text);
    if (issued != nullptr && event.on.value < issued->issued_on) {
      object(
          "case.dates", event, event.on.place,
          fmt::format("the event of {} is before the certificate was issued, on {}", on, issued->issued_on.to_string()),
          std::string(correct_it));
    }
    if (event.heard && event.on.value < event.heard->value) {
      object("case.dates", event, event.heard->place,
             fmt::format("the holder was heard on {}, after the decision of {}", event.heard->value.to_string(), on),
             std::string(correct_it));
    }
    if (event.until && event.until->value < event.on.value) {
      object("case.dates", event, event.until->place,
             fmt::format("the suspension ends on {}, before it begins on {}", event.until->value.to_string(), on),
             std::string(correct_it));
    }
  }

  void check_deciders(const Event& event) const {
    for (const Located<std::string>& one : event.by) {
      const bool is_known = one.value.empty() || world.find_staff(one.value).staff != nullptr ||
                            world.find_practitioner(one.value) != nullptr;
      if (is_known) continue;
      object("case.ids", event, one.place, fmt::format("no member of staff and no practitioner `{}`", one.value),
             "add the person under `staff:` of an organisation, or write practitioners/" + one.value + ".yaml");
    }
  }

  void check_replacement(const Event& event) const {
    if (!event.replacement) return;
    const std::string& other = event.replacement->value.text;
    const KnownCertificate* issued = known.find(other);
    if (issued == nullptr && known.elsewhere.contains(other)) return;
    const auto erased = world.events.find(other);
    const bool is_tombstone =
        erased != world.events.end() && Life{world, known, id, erased->second, findings}.erasure() != nullptr;
    if (issued == nullptr && is_tombstone) return;
    if (issued == nullptr) {
      object("case.ids", event, event.replacement->place, fmt::format("no certificate {}", other),
             "take its facts from git again, or mend the id");
    } else if (issued->replaces != id.text) {
      object("case.ids", event, event.replacement->place,
             fmt::format("certificate {} does not say that it replaces {}", other, id.text),
             "name the one that does: its facts have `replaces`");
    }
  }

  void check_erasure(const Event& event) const {
    const KnownCertificate* issued = known.find(id.text);
    if (issued == nullptr) return;
    const std::string& path = issued->file.path;
    Diagnostics told_elsewhere;
    const auto facts = load_certificate(known.root, path, nullptr, told_elsewhere);
    const std::string digest = facts ? facts_digest(to_json(facts->certificate)) : std::string();
    if (facts && event.digest && event.digest->value != digest) {
      object("case.ids", event, event.digest->place, fmt::format("this is not the digest of {}", path),
             "write `" + digest + "`");
    }
    findings.warning("case.ids", {event.path, event.kind.place},
                     fmt::format("{} is erased, but {} is still here", id.text, path),
                     fmt::format("delete it and its page: git rm {}; the history of git still holds them", path));
  }

  void check_order() const {
    const Event* before = nullptr;
    bool suspended = false;
    for (const Event& event : events) {
      const EventKind kind = event.kind.value;
      const std::string on = event.on.value.to_string();
      if (before != nullptr && event.on.value < before->on.value) {
        object("case.dates", event, event.on.place,
               fmt::format("the event of {} stands behind that of {}", on, before->on.value.to_string()),
               "number the events of a certificate by their days");
      }
      const bool erased = before != nullptr && before->kind.value == EventKind::erased;
      const bool revoked = before != nullptr && before->kind.value == EventKind::revoked && kind != EventKind::erased;
      if (erased || revoked) {
        object("case.dates", event, event.kind.place,
               fmt::format("{} was {} on {}, which is for good", id.text, erased ? "erased" : "revoked",
                           before->on.value.to_string()),
               erased ? "delete the event" : "delete the event; a new certificate may be issued");
        continue;
      }
      if (kind == EventKind::reinstated && !suspended) {
        object("case.dates", event, event.kind.place, fmt::format("{} was not suspended on {}", id.text, on),
               "`reinstated` is what a suspension ends with");
      }
      if (kind == EventKind::suspended || kind == EventKind::reinstated) suspended = kind == EventKind::suspended;
      before = &event;
    }
    check_lapsed();
  }

  void check_lapsed() const {
    const Event* now = in_force(events, world.today);
    if (now == nullptr || !now->until || world.today.exact() <= now->until->value) return;
    findings.warning(
        "case.dates", {now->path, now->until->place},
        fmt::format("the suspension of {} ended on {}, and nobody has decided", id.text, now->until->value.to_string()),
        fmt::format("write events/{}-{}.yaml: reinstated, revoked, or suspended again", id.text,
                    events.back().number + 1));
  }
};

}  // namespace

void check_events(const Root& root, const World& world, const std::vector<KnownCertificate>& certificates,
                  Diagnostics& findings) {
  check_names(root, findings);
  if (world.events.empty()) return;
  const Known known(root, certificates);
  for (const auto& [id, events] : world.events)
    Life{world, known, *CertificateId::parse(id), events, findings}.check();
}

}  // namespace guerdon
