#include "flow/path_words.h"

#include <numeric>

namespace guerdon {
namespace {

/// Fills the variables of one certificate.
class PathWords {
 public:
  PathWords(const WordSources& from, Variables& variables, EachWords& each)
      : c_(from.certificate), text_(from.text), locale_(from.locale), variables_(variables), each_(each) {}

  void add() {
    add_organisations();
    if (!c_.competence.empty() && !c_.skills.empty()) add_competence(c_.skills.front());
    add_results();
    if (c_.assessment) add_assessment(*c_.assessment);
    if (c_.step) {
      set_date("step-on", c_.step->on);
      set_names("tutors", c_.step->with);
      if (c_.step->with.size() > 1) variables_["several-tutors"] = variables_["tutors"];
    }
    add_portfolio();
    add_plan();
    if (c_.badge) add_badge(*c_.badge);
  }

 private:
  void set(const std::string& name, const std::string& value) { variables_[name] = plain_phrase(value); }

  /// A date, and its day to choose by: before some numbers Italian elides.
  [[nodiscard]] Variables date_variables(const std::string& name, std::optional<Date> date) const {
    if (!date) return {};
    return {{name, plain_phrase(locale_.date(*date))}, {name + '|', plain_phrase(std::to_string(date->day()))}};
  }

  void set_date(const std::string& name, std::optional<Date> date) { variables_.merge(date_variables(name, date)); }

  [[nodiscard]] Phrase part(const std::string& name, const Variables& variables = {}) const {
    const auto found = text_.parts.find(name);
    return found != text_.parts.end() ? expand(found->second, variables) : Phrase{};
  }

  [[nodiscard]] Phrase listed(const std::vector<Phrase>& phrases) const { return guerdon::listed(phrases, locale_); }

  /// What people wrote, in their language.
  [[nodiscard]] Phrase written(const std::string& text) const { return plain_phrase(text, c_.text_language); }

  [[nodiscard]] Phrase names(const std::vector<Certificate::Practitioner>& practitioners) const {
    std::vector<Phrase> out;
    out.reserve(practitioners.size());
    for (const Certificate::Practitioner& practitioner : practitioners)
      out.push_back(plain_phrase(practitioner.name));
    return listed(out);
  }

  void set_names(const std::string& name, const std::vector<Certificate::Practitioner>& practitioners) {
    variables_[name] = names(practitioners);
    set(name + '|', locale_.category(static_cast<int>(practitioners.size())));
  }

  void add_organisations() {
    std::vector<Phrase> centres;
    for (const Certificate::Organisation& organisation : c_.organisations) {
      if (organisation.role == "centre")
        centres.push_back(part("centre-name", {{"organisation", plain_phrase(organisation.name)},
                                               {"place", plain_phrase(organisation.place)}}));
    }
    variables_["centres"] = listed(centres);
  }

  void add_competence(const Certificate::Skill& skill) {
    set("competence", skill.name);
    set("meaning", skill.meaning);
    set("reached", skill.level_word);
    set("reached-number", std::to_string(skill.level));
    set("steps-number", std::to_string(c_.levels));
    set("eqf", skill.eqf);
    variables_["reached-explained"] = part("level-" + std::to_string(skill.level));
    if (!skill.complexity) return;
    const Certificate::Complexity& complexity = *skill.complexity;
    add_measure("context", complexity.context);
    add_measure("task", complexity.task);
    add_measure("autonomy", complexity.autonomy);
  }

  void add_measure(const std::string& measure, const std::string& step) {
    variables_[measure] = part("complexity-" + step);
    variables_[measure + "-explained"] = part(measure + '-' + step);
  }

  /// For each skill its name, its level as it was claimed, and a line with its complexity and its certificate.
  void add_results() {
    if (c_.skills.size() > 1) set("several-competences", c_.skills.front().name);
    std::vector<Phrase>& lines = each_["{each-result}"];
    for (const Certificate::Skill& skill : c_.skills) {
      each_["{each-competence}"].push_back(plain_phrase(skill.name));
      Variables result{{"step", plain_phrase(skill.level > 0 ? std::to_string(skill.level) : "")},
                       {"word", plain_phrase(skill.level_word)},
                       {"certificate", plain_phrase(skill.certificate ? skill.certificate->text : "")}};
      if (skill.complexity) {
        result["context"] = part("complexity-" + skill.complexity->context);
        result["task"] = part("complexity-" + skill.complexity->task);
        result["autonomy"] = part("complexity-" + skill.complexity->autonomy);
      }
      each_["{each-claim}"].push_back(part("claim", result));
      lines.push_back(part("result", result));
    }
  }

  void add_assessment(const Certificate::Assessment& assessment) {
    set_date("assessed-on", assessment.on);
    set_date("portfolio-on", assessment.portfolio);
    set_date("interview-on", assessment.interview);
    if (assessment.interview) variables_["interview-mode"] = part("interview-" + assessment.mode);
    variables_["assessment-kind"] = part("assessment-" + assessment.kind);
    set_names("assessors", assessment.assessors);
    if (assessment.assessors.size() > 1) variables_["several-assessors"] = variables_["assessors"];
    for (const std::string& outcome : assessment.outcomes)
      each_["{each-outcome}"].push_back(plain_phrase(outcome));
    for (const std::string& paragraph : assessment.grounds)
      each_["{each-ground}"].push_back(written(paragraph));
  }

  void add_portfolio() {
    for (const Certificate::Experience& experience : c_.experiences) {
      std::vector<Phrase> competences;
      for (const std::string& name : experience.competences)
        competences.push_back(plain_phrase(name));
      const Variables told{{"title", written(experience.title)},
                           {"organisation", plain_phrase(experience.organisation)},
                           {"competences", listed(competences)}};
      each_["{each-experience}"].push_back(part("experience", told));
      each_["{each-experience-title}"].push_back(told.at("title"));
      each_["{each-experience-organisation}"].push_back(told.at("organisation"));
      each_["{each-experience-competences}"].push_back(told.at("competences"));
    }
    std::vector<Phrase> kinds;
    for (const Certificate::Evidence& evidence : c_.evidence) {
      kinds.push_back(plain_phrase(evidence.name));
      each_["{each-evidence}"].push_back(part(
          "evidence", {{"kind", kinds.back()}, {"pieces", plain_phrase(locale_.amount("pieces", evidence.pieces))}}));
    }
    const std::string between = plain(part("between-kinds"));
    variables_["evidence-kinds"] = joined(kinds, between, between);
    if (!c_.quality) return;
    set_date("quality-on", c_.quality->on);
    set("quality-by", c_.quality->by.name);
  }

  void add_plan() {
    for (const Certificate::Plan& plan : c_.plan) {
      each_["{each-plan-competence}"].push_back(plain_phrase(plan.competence));
      each_["{each-plan-step}"].push_back(written(plan.step));
      each_["{each-plan-by}"].push_back(part("plan-by", date_variables("by", plan.by)));
    }
  }

  void add_badge(const Certificate::Badge& badge) {
    variables_["role"] = part("role-" + badge.role);
    variables_["role-explained"] = part("does-" + badge.role);
    set_date("badge-from", badge.from);
    set_date("badge-to", badge.to);
    set("trained-hours", locale_.amount("hours", badge.hours));
    set("trained-period", locale_.period(badge.trained_from, badge.trained_to));
    set("trained-modules", locale_.amount("modules", badge.modules));
    set("trained-days", locale_.amount("days", badge.days));
  }

  const Certificate& c_;
  const SchemeText& text_;
  const Locale& locale_;
  Variables& variables_;
  EachWords& each_;
};

}  // namespace

void add_path_words(const WordSources& from, Variables& variables, EachWords& each) {
  for (const char* list :
       {"{each-competence}", "{each-claim}", "{each-result}", "{each-outcome}", "{each-ground}", "{each-experience}",
        "{each-experience-title}", "{each-experience-organisation}", "{each-experience-competences}", "{each-evidence}",
        "{each-plan-competence}", "{each-plan-step}", "{each-plan-by}"})
    each[list];
  PathWords(from, variables, each).add();
}

}  // namespace guerdon
