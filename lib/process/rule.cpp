#include "process/rule.h"

#include <fmt/format.h>

#include "process/parties.h"

namespace guerdon {

std::string_view to_string(When when) {
  switch (when) {
    case When::always:
      return "always";
    case When::step:
      return "step";
    case When::issue:
      return "issue";
  }
  return "";
}

void Inquiry::object(Place place, std::string message, std::string hint) const {
  object(Location{record.path, place}, std::move(message), std::move(hint));
}

void Inquiry::object(Location where, std::string message, std::string hint) const {
  const Severity severity = setting.strength == Strength::advise ? Severity::warning : Severity::error;
  if (setting.strength == Strength::expect) {
    const Rule* rule = find_rule(setting.rule.value);
    if (!hint.empty()) hint += '\n';
    hint += fmt::format(
        "{}{}: {}", hint.empty() ? "" : "or, ", rule == nullptr ? Rule{}.unless : rule->unless,
        command("waive", fmt::format("{} --by {} --because TEXT", setting.rule.value, coordinator_of(record))));
  }
  findings_.add({severity, setting.rule.value, std::move(where), std::move(message), std::move(hint)});
}

void Inquiry::advise(Location where, std::string message, std::string hint) const {
  findings_.add({Severity::warning, setting.rule.value, std::move(where), std::move(message), std::move(hint)});
}

void Inquiry::object_if_after_issue(std::string_view act, const Located<Date>& on) const {
  if (issue == nullptr || on.value <= issue->on) return;
  object(on.place, fmt::format("{} on {}, after the issue date {}", act, on.value.to_string(), issue->on.to_string()),
         fmt::format("issue it from {} on", on.value.to_string()));
}

std::string_view Inquiry::document() const {
  const CertificateKind* kind = issue == nullptr ? nullptr : scheme.find_certificate(issue->kind);
  return kind == nullptr ? std::string_view("certificate") : std::string_view(kind->name);
}

std::string Inquiry::command(std::string_view name, std::string_view rest) const {
  return fmt::format("guerdon {} {} {}", name, record.id.value.text, rest);
}

}  // namespace guerdon
