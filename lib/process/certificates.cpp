#include "process/certificates.h"

#include <algorithm>

#include "process/assessing.h"
#include "process/recorded.h"

namespace guerdon {

std::vector<const Issued*> issued_of(const Case& record, const World& world) {
  std::vector<const Issued*> out;
  const auto [begin, end] = world.issued.equal_range(record.id.value.text);
  for (auto it = begin; it != end; ++it) {
    const CertificateId& id = it->second.certificate.id;
    const bool replaced =
        std::any_of(begin, end, [&](const auto& other) { return other.second.certificate.replaces == id; });
    if (!replaced && still_counts(world.find_event(id))) out.push_back(&it->second);
  }
  return out;
}

std::string standing_of(const CertificateId& id, const World& world) {
  const auto stands_in = std::find_if(world.issued.begin(), world.issued.end(),
                                      [&](const auto& other) { return other.second.certificate.replaces == id; });
  std::string replaced = stands_in == world.issued.end() ? "" : "replaced by " + stands_in->second.certificate.id.text;
  const Event* event = world.find_event(id);
  if (event == nullptr) return replaced;
  switch (event->kind.value) {
    case EventKind::revoked:
      return "revoked " + event->on.value.to_string();
    case EventKind::erased:
      return "erased " + event->on.value.to_string();
    case EventKind::suspended:
      return event->until ? "suspended until " + event->until->value.to_string()
                          : "suspended " + event->on.value.to_string();
    case EventKind::replaced:
      return event->replacement ? "replaced by " + event->replacement->value.text : replaced;
    case EventKind::reinstated:
      break;
  }
  return replaced;
}

namespace {

bool has(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Whether a kind is issued without being named.
bool is_usual(const CertificateKind& kind, const Case& record) {
  if (!kind.after.empty()) {
    const bool left_after = record.exit && record.exit->after.value == kind.after;
    return left_after || (!kind.needs_section.empty() && is_recorded(record, kind.needs_section));
  }
  if (kind.each_competence && record.exit && record.assessments.empty()) return false;
  return is_recorded(record, kind.needs_section);
}

}  // namespace

std::string name_of(const Document& document) {
  return document.competence.empty() ? document.kind : document.kind + ' ' + document.competence;
}

bool certifies_each_competence(const Scheme& scheme) {
  return std::any_of(scheme.certificates.begin(), scheme.certificates.end(),
                     [](const CertificateKind& kind) { return kind.each_competence; });
}

Document document_of(const Certificate& certificate) {
  return {certificate.kind, certificate.competence, certificate.language};
}

std::vector<Document> documents_of(const Case& record, const Scheme& scheme, const std::vector<std::string>& kinds,
                                   const std::vector<std::string>& competences, Date on) {
  std::vector<std::string> reached = competences;
  if (reached.empty()) {
    for (const HeldResult& held : results_that_hold(record, on)) {
      if (is_reached(*held.result)) reached.push_back(held.result->competence.value);
    }
  }
  if (reached.empty()) reached.emplace_back();
  std::vector<Document> out;
  for (const CertificateKind& kind : scheme.certificates) {
    const bool named = kinds.empty() ? !competences.empty() : has(kinds, kind.id);
    const bool wanted = named || (kinds.empty() && is_usual(kind, record));
    if (!wanted || (!competences.empty() && !kind.each_competence)) continue;
    if (!kind.each_competence) out.push_back({kind.id, {}});
    for (const std::string& competence : kind.each_competence ? reached : std::vector<std::string>{})
      out.push_back({kind.id, competence});
  }
  return out;
}

const Issued* find_issued(const Case& record, const World& world, std::string_view kind, std::string_view language,
                          std::string_view competence) {
  const auto issued = issued_of(record, world);
  const auto found = std::find_if(issued.begin(), issued.end(), [&](const Issued* one) {
    const Certificate& c = one->certificate;
    return c.kind == kind && (language.empty() || c.language == language) &&
           (competence.empty() || c.competence == competence);
  });
  return found == issued.end() ? nullptr : *found;
}

bool same_complexity(const Certificate::Skill& stated, const Assessment::Result& result) {
  if (!stated.complexity || !result.complexity) return stated.complexity.has_value() == result.complexity.has_value();
  const Assessment::Complexity& now = *result.complexity;
  return *stated.complexity == Certificate::Complexity{now.context.value, now.task.value, now.autonomy.value};
}

bool is_issued_or_together(const Inquiry& inquiry, std::string_view kind) {
  if (inquiry.issue != nullptr) {
    const auto& together = inquiry.issue->together;
    if (std::find(together.begin(), together.end(), kind) != together.end()) return true;
  }
  return find_issued(inquiry.record, inquiry.world, kind) != nullptr;
}

}  // namespace guerdon
