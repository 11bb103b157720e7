#include "flow/certify.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "flow/certify_path.h"
#include "model/service.h"
#include "model/words.h"
#include "process/parties.h"
#include "process/signing.h"
#include "process/window.h"

namespace guerdon {
namespace {

const Organisation* organisation_of(const Placement& placement, const World& world) {
  return world.find_organisation(placement.organisation.value);
}

/// Of those that came to be, hosting first, then coordinating, then the others, each organisation once.
std::vector<const Placement*> by_role(const Case& record) {
  const std::vector<const Placement*> begun = placements_begun(record);
  std::vector<const Placement*> out;
  for (const char* role : {"hosting", "coordinating", "sending", "supporting"}) {
    for (const Placement* placement : begun) {
      const bool seen = std::any_of(out.begin(), out.end(), [&](const Placement* p) {
        return p->organisation.value == placement->organisation.value;
      });
      if (placement->role.value == role && !seen) out.push_back(placement);
    }
  }
  return out;
}

void add_service(const Case& record, const Scheme& scheme, const World& world, const Locale& locale, Certificate& c) {
  for (const Placement* placement : by_role(record)) {
    const Organisation* organisation = organisation_of(*placement, world);
    if (organisation == nullptr) continue;
    c.organisations.push_back({organisation->id.value, organisation->name_on(c.issued_on),
                               locale.place(organisation->place, organisation->country), placement->role.value,
                               organisation->logo ? organisation->logo->kept_name() : ""});
  }
  const auto service = service_of(record);
  if (!service) return;
  c.from = service->first;
  c.to = service->last;
  c.days = days_that_count(*service, scheme);
  c.hours = service->hours;
  for (const ServicePeriod& period : service->periods) {
    const Placement& placement = record.placements[period.placement];
    Certificate::Period out{
        placement.organisation.value, placement.project.value, period.from, period.to, period.hours, {}};
    if (placement.mode && placement.mode->value != "on-site") out.mode = placement.mode->value;
    c.periods.push_back(std::move(out));
  }
}

void add_skills(const Case& record, const Scheme& scheme, const SchemeText& text, Certificate& c) {
  if (!record.validation) return;
  c.levels = static_cast<int>(scheme.scale.levels.size());
  const RuleSetting* level_rule = scheme.find_rule("validation.level");
  c.least_level = level_rule != nullptr ? level_rule->number("level", 1) : 1;
  for (const Validation::Agreement& agreement : record.validation->skills) {
    const Skill* skill = scheme.framework.find(agreement.skill.value);
    if (!agreement.agreed || skill == nullptr) continue;
    SchemeText::SkillText words = text.skill(*skill);
    c.skills.push_back({skill->id, std::move(words.name), std::move(words.meaning), agreement.agreed->value,
                        level_word(scheme, text, agreement.agreed->value)});
  }
}

void add_statement(const Case& record, const World& world, const SchemeText& text, Certificate& c) {
  if (!record.statement || !record.statement->field || !record.statement->text) return;
  const Statement& statement = *record.statement;
  Certificate::Statement out{statement.field->value, paragraphs_of(statement.text->value), {}, {}};
  if (statement.professional) {
    const auto [organisation, staff] = find_staff(record, world, statement.professional->value);
    if (staff != nullptr) {
      out.professional = staff->name.value;
      const Staff::Profession* in_field = find_profession(*staff, out.field);
      out.profession = in_field != nullptr ? in_field->title : staff->title;
      out.profession = titled(out.profession, organisation->name_on(c.issued_on), text);
    }
  }
  c.statement = std::move(out);
}

/// "Director, Casa Verde (coordinating organisation)": the part that an organisation had, where it was not the host.
std::string staff_role(const Signer& signer, const SchemeText& text, const Certificate& c) {
  std::string role = titled(signer.staff->title, signer.organisation->name_on(c.issued_on), text);
  const auto its = std::find_if(c.organisations.begin(), c.organisations.end(),
                                [&](const auto& other) { return other.id == signer.organisation->id.value; });
  if (its == c.organisations.end()) return role;
  const auto part = text.parts.find(its->role);
  return part == text.parts.end() ? role : plain(expand(part->second, {{"signer", {{role, Emphasis::none}}}}));
}

std::string tutor_role(const Signer& signer, const SchemeText& text, const Certificate& c) {
  const auto part = text.parts.find("tutor");
  if (part == text.parts.end()) return {};
  Variables variables;
  if (signer.organisation != nullptr)
    variables["organisation"] = {{signer.organisation->name_on(c.issued_on), Emphasis::none}};
  return plain(expand(part->second, variables));
}

void add_signers(const Case& record, const Scheme& scheme, const IssueRequest& request, const World& world,
                 const SchemeText& text, Certificate& c) {
  for (const std::string& id : request.signers) {
    const Signer signer = find_signer(record, scheme, world, request, id);
    if (signer.staff == nullptr && signer.tutor == nullptr) continue;
    const bool is_staff = signer.staff != nullptr;
    c.signers.push_back({id, is_staff ? signer.staff->name.value : signer.tutor->name.value,
                         is_staff ? staff_role(signer, text, c) : tutor_role(signer, text, c),
                         signer.organisation != nullptr ? signer.organisation->id.value : std::string()});
    if (c.issued_at.empty() && signer.organisation != nullptr) c.issued_at = signer.organisation->place;
  }
}

}  // namespace

void add_names(const Person& person, Certificate& c) {
  const bool has_latin = person.latin.has_value();
  c.name = person.print == NameForm::latin && has_latin ? person.latin->value : person.name.value;
  if (person.print == NameForm::both && has_latin && person.latin->value != c.name) c.latin_name = person.latin->value;
}

Certificate certify(const Case& record, const Scheme& scheme, const World& world, const Locale& locale,
                    const IssueRequest& request, const Issuance& issuance) {
  const SchemeText& text = text_in(scheme, issuance.language);
  const Person* person = world.find_person(record.person.value.text);
  const CertificateKind* kind = scheme.find_certificate(request.kind);

  Certificate c;
  c.id = issuance.id;
  c.award = issuance.award;
  c.kind = request.kind;
  c.scheme = scheme.id;
  for (const std::string& file :
       {std::string("scheme.yaml"), std::string("competences.yaml"), "text/" + issuance.language + ".yaml"}) {
    if (const auto digest = scheme.file_digests.find(file); digest != scheme.file_digests.end())
      c.scheme_files.insert(*digest);
  }
  c.case_id = record.id.value;
  c.person = record.person.value;
  c.language = issuance.language;
  if (issuance.text_language != c.language) c.text_language = issuance.text_language;
  for (const auto& [document, id] : issuance.related) {
    const bool same = document.kind == c.kind && document.competence == request.competence;
    if (same && document.language != c.language) c.languages.push_back({document.language, id});
  }
  c.issued_on = request.on;
  c.verify_address = issuance.verify_address;
  c.backdated_because = issuance.backdated_because;
  if (person != nullptr) add_names(*person, c);
  const bool of_the_path = kind != nullptr && kind->signed_by != SignedBy::organisations;
  if (of_the_path) {
    add_path_facts({record, scheme, world, locale, text}, *kind, request, issuance.related, c);
  } else {
    add_service(record, scheme, world, locale, c);
    if (kind != nullptr && kind->prints_skills) add_skills(record, scheme, text, c);
  }
  const bool prints_statement = kind != nullptr && kind->needs_section == "statement";
  if (prints_statement) add_statement(record, world, text, c);
  if (!of_the_path && !prints_statement && record.participation && record.participation->stated) {
    for (const auto& task : record.participation->stated->tasks)
      c.tasks.push_back(task.value);
  }
  add_signers(record, scheme, request, world, text, c);
  c.words = words_of(c, scheme, text, locale, issuance.related);
  return c;
}

}  // namespace guerdon
