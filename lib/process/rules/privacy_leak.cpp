#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "process/rules/all.h"

namespace guerdon {
namespace {

/// A text of the case and where it stands.
struct Passage {
  std::string_view what;
  Place place;
  std::string_view text;
};

void add(std::vector<Passage>& passages, std::string_view what, Place place, const std::optional<std::string>& text) {
  if (text) passages.push_back({what, place, *text});
}

void add(std::vector<Passage>& passages, std::string_view what, const std::optional<Located<std::string>>& text) {
  if (text) passages.push_back({what, text->place, text->value});
}

/// The texts of a validation path.
void add_path(std::vector<Passage>& out, const Case& record) {
  if (record.identification) {
    for (const auto& claim : record.identification->competences)
      add(out, "identification", claim.place, claim.reason);
  }
  if (record.documentation) {
    for (const Experience& experience : record.documentation->experiences) {
      out.push_back({"experience", experience.title.place, experience.title.value});
      for (const auto& part : experience.told)
        add(out, "experience", part);
    }
    for (const Evidence& evidence : record.documentation->evidence) {
      out.push_back({"evidence", evidence.file.place, evidence.file.value});
      out.push_back({"evidence", evidence.title.place, evidence.title.value});
    }
  }
  if (record.quality) {
    for (const auto& item : record.quality->items)
      add(out, "quality checklist", item.place, item.note);
  }
  for (const Assessment& assessment : record.assessments) {
    for (const auto& result : assessment.results) {
      add(out, "assessment", result.place, result.because);
      add(out, "assessment", result.grounds);
    }
  }
  if (record.looking_ahead) {
    for (const auto& plan : record.looking_ahead->plan)
      out.push_back({"plan", plan.step.place, plan.step.value});
  }
  if (record.exit) add(out, "exit", record.exit->place, record.exit->reason);
}

/// How she agreed to what another wrote for her.
void add_assents(std::vector<Passage>& out, const Case& record) {
  if (record.participation && record.participation->assent)
    out.push_back({"assent", record.participation->assent->place, record.participation->assent->means});
  if (record.self_assessment && record.self_assessment->assent)
    out.push_back({"assent", record.self_assessment->assent->place, record.self_assessment->assent->means});
}

std::vector<Passage> passages_of(const Case& record) {
  std::vector<Passage> out;
  for (const Placement& placement : record.placements)
    out.push_back({"project", placement.project.place, placement.project.value});
  for (const Change& change : record.changes)
    add(out, "change", change.place, change.reason);
  for (const Objectives& objectives : record.objectives) {
    for (const auto& aim : objectives.skills)
      out.push_back({"objective", aim.skill.place, aim.aim});
  }
  if (record.midterm) {
    for (const auto& review : record.midterm->skills)
      add(out, "mid-term evaluation", review.skill.place, review.note);
  }
  if (record.participation && record.participation->stated) {
    for (const auto& task : record.participation->stated->tasks)
      out.push_back({"task", task.place, task.value});
    add(out, "group", record.participation->stated->group);
  }
  add_assents(out, record);
  if (record.validation && record.validation->appeal)
    add(out, "appeal", record.validation->appeal->place, record.validation->appeal->because);
  if (record.self_assessment) {
    for (const auto& claim : record.self_assessment->skills) {
      if (claim.reason) out.push_back({"self-assessment", claim.reason->place, claim.reason->value});
    }
  }
  if (record.statement && record.statement->text)
    out.push_back({"statement", record.statement->text->place, record.statement->text->value});
  for (const Waiver& waiver : record.waivers)
    out.push_back({"waiver", waiver.place, waiver.because});
  add_path(out, record);
  return out;
}

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

bool holds_words(std::string_view text, std::string_view words) {
  for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    if ((at == 0 || !is_word_byte(text[at - 1])) && (end == text.size() || !is_word_byte(text[end]))) return true;
  }
  return false;
}

/// What must not stand in a case, folded. A name of one word is left out: it may be any word.
std::vector<std::string> secrets_of(const Person& person) {
  std::vector<std::string> out;
  const auto add_name = [&](std::string_view name) {
    std::string key = folded(name);
    if (key.find(' ') != std::string::npos) out.push_back(std::move(key));
  };
  add_name(person.name.value);
  if (person.latin) add_name(person.latin->value);
  for (const Person::FormerName& former : person.former_names)
    add_name(former.name);
  if (person.email) out.push_back(folded(person.email->value));
  return out;
}

void check(const Inquiry& inquiry) {
  const Case& record = inquiry.record;
  const Person* person = inquiry.world.find_person(record.person.value.text);
  if (person == nullptr) return;
  const std::vector<std::string> secrets = secrets_of(*person);
  const auto leaks = [&](std::string_view text) {
    const std::string key = folded(text);
    return std::any_of(secrets.begin(), secrets.end(),
                       [&](const std::string& secret) { return holds_words(key, secret); });
  };
  if (leaks(record.path)) {
    inquiry.object(Place{}, "the volunteer's name or e-mail address stands in the path of her case",
                   "rename the file after the case's id");
  }
  for (const Passage& passage : passages_of(record)) {
    if (!leaks(passage.text)) continue;
    inquiry.object(passage.place, fmt::format("the volunteer's name or e-mail address stands in the {}", passage.what),
                   fmt::format("it belongs in {} alone", person->path));
  }
}

}  // namespace

constinit const Rule privacy_leak_rule{
    .id = "privacy.leak",
    .sentence =
        "The volunteer's name and e-mail address stand in her own file alone, not in the path or the texts of a case.",
    .why = "Our decision: people can be kept out of version control, and removed, only if nothing else names them.",
    .when = When::always,
    .check = check,
};

}  // namespace guerdon
