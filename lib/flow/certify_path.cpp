#include "flow/certify_path.h"

#include <algorithm>

#include "base/text.h"
#include "model/words.h"
#include "process/assessing.h"
#include "process/signing.h"

namespace guerdon {
namespace {

/// Freezes what one case holds about one path.
class PathFacts {
 public:
  PathFacts(const FactSources& from, const IssueRequest& request, Certificate& certificate)
      : from_(from), request_(request), c_(certificate) {}

  void add_centres() {
    for (const Located<std::string>& id : signing_organisations(from_.record, from_.scheme, request_))
      add_organisation(id.value, "centre");
  }

  void add_tutors_organisation() {
    for (const std::string& id : request_.signers) {
      const Signer signer = find_signer(from_.record, from_.scheme, from_.world, request_, id);
      if (signer.organisation != nullptr) add_organisation(signer.organisation->id.value, "tutor");
    }
  }

  /// The one competence that is certified.
  void add_certified() {
    for (const HeldResult& held : results_asked_for(from_.record, request_)) {
      c_.competence = held.result->competence.value;
      add_result(held, {});
      add_assessment(held);
      add_portfolio(c_.competence);
      return;
    }
  }

  /// Every competence that is certified, here or before.
  void add_overview(const CertificateKind& each, const RelatedIds& related) {
    for (const HeldResult& held : results_asked_for(from_.record, request_)) {
      if (const CertificateId* id = find_related(related, {each.id, held.result->competence.value, c_.language}))
        add_result(held, *id);
    }
  }

  void add_claims() {
    if (!from_.record.identification) return;
    set_scale();
    for (const Identification::Claim& claim : from_.record.identification->competences)
      add_skill(claim.competence.value, claim.level ? claim.level->value : 0);
  }

  /// Of one competence, or of all: experiences by their titles, evidence by its kinds.
  void add_portfolio(const std::string& competence) {
    if (!from_.record.documentation) return;
    const auto is_about = [&](const std::vector<Located<std::string>>& ids) {
      return competence.empty() ||
             std::any_of(ids.begin(), ids.end(), [&](const auto& id) { return id.value == competence; });
    };
    for (const Experience& experience : from_.record.documentation->experiences) {
      if (!is_about(experience.competences)) continue;
      Certificate::Experience out{experience.title.value, {}, {}};
      if (experience.organisation) out.organisation = name_of_organisation(experience.organisation->value);
      for (const auto& id : experience.competences)
        out.competences.push_back(name_of_skill(id.value));
      c_.experiences.push_back(std::move(out));
    }
    for (const Framework::Group& kind : from_.scheme.framework.evidence) {
      const auto& all = from_.record.documentation->evidence;
      const auto pieces = std::count_if(all.begin(), all.end(), [&](const Evidence& evidence) {
        return evidence.kind.value == kind.id && is_about(evidence.competences);
      });
      if (pieces > 0) c_.evidence.push_back({kind.id, from_.text.evidence_name(kind), static_cast<int>(pieces)});
    }
  }

  void add_quality() {
    const auto& quality = from_.record.quality;
    if (!quality || request_.on < quality->on.value) return;
    c_.quality = Certificate::Quality{quality->on.value, practitioner(quality->by)};
  }

  void add_plan() {
    if (!from_.record.looking_ahead) return;
    for (const LookingAhead::Plan& plan : from_.record.looking_ahead->plan) {
      Certificate::Plan out{name_of_skill(plan.competence.value), plan.step.value, {}};
      if (plan.by) out.by = plan.by->value;
      c_.plan.push_back(std::move(out));
    }
  }

  void add_step(const std::string& section) {
    const Case& record = from_.record;
    c_.step.emplace();
    c_.step->section = section;
    if (section == "awareness" && record.awareness) set_step(record.awareness->on.value, record.awareness->with);
    if (section == "identification" && record.identification)
      set_step(record.identification->on.value, record.identification->with);
    if (section == "documentation" && record.documentation) set_step(record.documentation->on.value, {});
    if (section == "looking-ahead" && record.looking_ahead)
      set_step(record.looking_ahead->on.value, record.looking_ahead->with);
  }

 private:
  void set_step(Date on, const std::vector<Located<std::string>>& with) {
    c_.step->on = on;
    for (const auto& id : with)
      c_.step->with.push_back(practitioner(id));
  }

  void set_scale() {
    c_.levels = static_cast<int>(from_.scheme.scale.levels.size());
    c_.least_level = 1;
  }

  void add_organisation(const std::string& id, const std::string& role) {
    const Organisation* organisation = from_.world.find_organisation(id);
    if (organisation == nullptr) return;
    c_.organisations.push_back({id, organisation->name_on(c_.issued_on),
                                from_.locale.place(organisation->place, organisation->country), role,
                                organisation->logo ? organisation->logo->kept_name() : ""});
  }

  Certificate::Skill* add_skill(const std::string& id, int level) {
    const Skill* skill = from_.scheme.framework.find(id);
    if (skill == nullptr) return nullptr;
    SchemeText::SkillText words = from_.text.skill(*skill);
    c_.skills.push_back({id, std::move(words.name), std::move(words.meaning), level,
                         level > 0 ? level_word(from_.scheme, from_.text, level) : unstated()});
    return &c_.skills.back();
  }

  /// The word for a level that nobody named.
  [[nodiscard]] std::string unstated() const {
    const auto part = from_.text.parts.find("unstated");
    return part == from_.text.parts.end() ? std::string() : plain(expand(part->second, {}));
  }

  void add_result(const HeldResult& held, std::optional<CertificateId> certificate) {
    set_scale();
    Certificate::Skill* skill = add_skill(held.result->competence.value, held.result->level->value);
    if (skill == nullptr) return;
    skill->certificate = std::move(certificate);
    if (!held.result->complexity) return;
    const Assessment::Complexity& complexity = *held.result->complexity;
    skill->eqf = from_.scheme.eqf.comparable_to(complexity);
    if (const auto own = from_.text.comparable.find(skill->eqf); own != from_.text.comparable.end())
      skill->eqf = own->second;
    skill->complexity =
        Certificate::Complexity{complexity.context.value, complexity.task.value, complexity.autonomy.value};
  }

  void add_assessment(const HeldResult& held) {
    const Assessment& assessment = *held.assessment;
    Certificate::Assessment out;
    out.on = assessment.on.value;
    out.kind = assessment.kind.value;
    if (assessment.portfolio) out.portfolio = assessment.portfolio->value;
    if (assessment.interview) {
      out.interview = assessment.interview->on.value;
      out.mode = assessment.interview->mode.value;
    }
    for (const auto& id : assessment.by)
      out.assessors.push_back(practitioner(id));
    if (const Skill* skill = from_.scheme.framework.find(held.result->competence.value))
      out.outcomes = from_.text.skill(*skill).outcomes;
    const bool wants_grounds = from_.record.choice && from_.record.choice->grounds;
    if (wants_grounds && held.result->grounds) out.grounds = paragraphs_of(held.result->grounds->value);
    c_.assessment = std::move(out);
  }

  [[nodiscard]] Certificate::Practitioner practitioner(const Located<std::string>& id) const {
    const Practitioner* found = from_.world.find_practitioner(id.value);
    return {id.value, found != nullptr ? found->name.value : id.value};
  }

  [[nodiscard]] std::string name_of_organisation(const std::string& id) const {
    const Organisation* organisation = from_.world.find_organisation(id);
    return organisation != nullptr ? organisation->name_on(c_.issued_on) : id;
  }

  [[nodiscard]] std::string name_of_skill(const std::string& id) const {
    const Skill* skill = from_.scheme.framework.find(id);
    return skill != nullptr ? from_.text.skill(*skill).name : id;
  }

  const FactSources& from_;
  const IssueRequest& request_;
  Certificate& c_;
};

}  // namespace

void add_path_facts(const FactSources& from, const CertificateKind& kind, const IssueRequest& request,
                    const RelatedIds& related, Certificate& certificate) {
  PathFacts facts(from, request, certificate);
  if (kind.signed_by == SignedBy::tutor) {
    facts.add_tutors_organisation();
    facts.add_step(kind.after);
    if (kind.prints_skills) facts.add_claims();
    if (kind.after == "documentation") {
      facts.add_portfolio({});
      facts.add_quality();
    }
    if (kind.after == "looking-ahead") facts.add_plan();
    return;
  }
  facts.add_centres();
  if (!kind.prints_skills) return;
  if (kind.each_competence) {
    facts.add_certified();
    return;
  }
  const auto& all = from.scheme.certificates;
  const auto each = std::find_if(all.begin(), all.end(), [](const CertificateKind& k) { return k.each_competence; });
  if (each != all.end()) facts.add_overview(*each, related);
}

}  // namespace guerdon
