#include "model/event_read.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "model/read.h"

namespace guerdon {
namespace {

/// By the order of `EventKind`.
const std::vector<std::string>& kinds() {
  static const std::vector<std::string> words{"replaced", "revoked", "suspended", "reinstated", "erased"};
  return words;
}

std::optional<Located<EventKind>> read_kind(const yaml::Node* node, yaml::Reader& reader) {
  if (node == nullptr) return std::nullopt;
  const auto word = reader.word(*node, kinds());
  if (!word) return std::nullopt;
  const auto at = std::find(kinds().begin(), kinds().end(), *word) - kinds().begin();
  return Located<EventKind>{static_cast<EventKind>(at), node->place};
}

/// A certificate's id as its file is named: what a person may type, in small letters or without dashes, is no name.
Located<CertificateId> read_certificate_id(const yaml::Node* node, yaml::Reader& reader) {
  Located<CertificateId> id = read_id<CertificateId>(node, reader, "a certificate's id");
  if (id.value.text.empty() || id.value.text == node->scalar) return id;
  reader.error(*node, "the id is not written as certificates have it", fmt::format("write `{}`", id.value.text));
  return {{}, id.place};
}

Located<std::string> read_digest(const yaml::Node* node, yaml::Reader& reader) {
  Located<std::string> out = read_text(node, reader, line_limit);
  const bool right = out.value.size() == 64 && out.value.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (out.value.empty() || right) return out;
  reader.error(out.place, "this is not a SHA-256 in lower-case hexadecimal", "the facts hold it, as `digest`");
  return {{}, out.place};
}

/// A key that only one kind of event has.
struct OwnKey {
  std::string_view key;
  EventKind kind;
  bool required;
};

constexpr std::array own_keys{
    OwnKey{"until", EventKind::suspended, false},
    OwnKey{"replaced-by", EventKind::replaced, true},
    OwnKey{"digest", EventKind::erased, true},
    OwnKey{"case", EventKind::erased, false},
};

void check_keys(EventKind kind, yaml::Fields& fields, yaml::Reader& reader) {
  const std::string& word = kinds()[static_cast<std::size_t>(kind)];
  for (const OwnKey& own : own_keys) {
    const yaml::Node* node = fields.find(own.key);
    const std::string& its = kinds()[static_cast<std::size_t>(own.kind)];
    if (own.kind == kind && own.required && node == nullptr) {
      reader.error(fields.place(), fmt::format("`event: {}` has no `{}`", word, own.key));
    } else if (own.kind != kind && node != nullptr) {
      reader.error(*node, fmt::format("`{}` is a key of `event: {}`, not of `event: {}`", own.key, its, word));
    }
  }
  if (const yaml::Node* because = fields.find("because"); because != nullptr && kind == EventKind::erased)
    reader.error(*because, "an erasure says nothing beyond its `reason`", "take `because` out: it outlives her data");
}

void check_deciders(EventKind kind, const yaml::Node* node, const Event& event, yaml::Reader& reader) {
  if (node == nullptr || node->kind != yaml::Kind::sequence) return;
  for (auto one = event.by.begin(); one != event.by.end(); ++one) {
    const auto same = [&](const Located<std::string>& other) { return other.value == one->value; };
    if (!one->value.empty() && std::any_of(event.by.begin(), one, same))
      reader.error(one->place, fmt::format("`{}` stands twice", one->value));
  }
  const std::size_t least = kind == EventKind::revoked ? 2 : 1;
  if (event.by.size() >= least) return;
  reader.error(
      *node,
      least == 2 ? fmt::format("two decide on a revocation, not {}", event.by.size()) : std::string("nobody decided"),
      "list them by their ids: staff or practitioners");
}

}  // namespace

std::optional<Event> read_event(const yaml::Document& document, Diagnostics& findings) {
  yaml::Reader reader(document.path, findings);
  yaml::Fields fields(document.root, reader, "an event");
  const bool readable = check_format(fields, reader, "event/1");
  Event out;
  out.path = document.path;
  out.certificate = read_certificate_id(fields.require("certificate"), reader);
  const auto kind = read_kind(fields.require("event"), reader);
  out.on = read_date(fields.require("on"), reader);
  const yaml::Node* by = fields.require("by");
  out.by = read_slugs(by, reader, "by");
  out.reason = read_word(fields.require("reason"), reader,
                         {"corrected-name", "corrected-facts", "error", "fraud", "request", "correction", "other"});
  if (const yaml::Node* because = fields.find("because")) out.because = reader.text(*because, private_limit);
  out.heard = read_optional_date(fields.find("heard"), reader);
  out.until = read_optional_date(fields.find("until"), reader);
  const yaml::Node* replacement = fields.find("replaced-by");
  out.replacement = given(replacement, read_certificate_id(replacement, reader));
  const yaml::Node* digest = fields.find("digest");
  out.digest = given(digest, read_digest(digest, reader));
  const yaml::Node* case_id = fields.find("case");
  out.case_id = given(case_id, read_id<CaseId>(case_id, reader, "a case's id"));
  if (kind) {
    out.kind = *kind;
    check_keys(kind->value, fields, reader);
    check_deciders(kind->value, by, out, reader);
  }
  // An event that does not say what happened, to what and when, would stand for another one.
  if (!readable || !kind || out.certificate.value.text.empty() || out.on.value == Date{}) return std::nullopt;
  return out;
}

}  // namespace guerdon
