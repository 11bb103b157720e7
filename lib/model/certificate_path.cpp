#include "model/certificate_path.h"

namespace guerdon {
namespace {

Json strings_json(const std::vector<std::string>& strings) {
  Json out = Json::array();
  for (const std::string& s : strings)
    out.push_back(s);
  return out;
}

template <class T, class ToJson>
void add_list(std::string_view name, const std::vector<T>& items, ToJson to, Json& object) {
  if (items.empty()) return;
  Json out = Json::array();
  for (const T& item : items)
    out.push_back(to(item));
  object.set(std::string(name), std::move(out));
}

Json practitioner_json(const Certificate::Practitioner& p) { return Json::object({{"id", p.id}, {"name", p.name}}); }

Json assessment_json(const Certificate::Assessment& a) {
  Json out = Json::object({{"on", a.on.to_string()}, {"kind", a.kind}});
  if (a.portfolio) out.set("portfolio", a.portfolio->to_string());
  if (a.interview) out.set("interview", Json::object({{"on", a.interview->to_string()}, {"mode", a.mode}}));
  add_list("assessors", a.assessors, practitioner_json, out);
  if (!a.outcomes.empty()) out.set("outcomes", strings_json(a.outcomes));
  if (!a.grounds.empty()) out.set("grounds", strings_json(a.grounds));
  return out;
}

Json step_json(const Certificate::Step& s) {
  Json out = Json::object({{"section", s.section}, {"on", s.on.to_string()}});
  add_list("with", s.with, practitioner_json, out);
  return out;
}

Json experience_json(const Certificate::Experience& e) {
  Json out = Json::object({{"title", e.title}});
  if (!e.organisation.empty()) out.set("organisation", e.organisation);
  out.set("competences", strings_json(e.competences));
  return out;
}

Json evidence_json(const Certificate::Evidence& e) {
  return Json::object({{"kind", e.kind}, {"name", e.name}, {"pieces", e.pieces}});
}

Json plan_json(const Certificate::Plan& p) {
  Json out = Json::object({{"competence", p.competence}, {"step", p.step}});
  if (p.by) out.set("by", p.by->to_string());
  return out;
}

Json badge_json(const Certificate::Badge& b) {
  Json out = Json::object({{"practitioner", practitioner_json(b.practitioner)},
                           {"role", b.role},
                           {"from", b.from.to_string()},
                           {"training", Json::object({{"from", b.trained_from.to_string()},
                                                      {"to", b.trained_to.to_string()},
                                                      {"hours", b.hours},
                                                      {"modules", b.modules},
                                                      {"days", b.days}})}});
  if (b.to) out.set("to", b.to->to_string());
  return out;
}

Certificate::Practitioner read_practitioner(const Json& json, const std::string& where, const std::string& path,
                                            Diagnostics& findings) {
  Members m(json, where, path, findings);
  return {m.text("id"), m.text("name")};
}

std::vector<Certificate::Practitioner> read_practitioners(Members& owner, std::string_view key, const std::string& path,
                                                          Diagnostics& findings) {
  std::vector<Certificate::Practitioner> out;
  owner.each(owner.find(key), key, [&](const Json& item, const std::string& where) {
    out.push_back(read_practitioner(item, where, path, findings));
  });
  return out;
}

Certificate::Assessment read_assessment(const Json& json, const std::string& path, Diagnostics& findings) {
  Members m(json, "assessment", path, findings);
  Certificate::Assessment out;
  out.on = m.date("on");
  out.kind = m.text("kind");
  out.portfolio = m.optional_date("portfolio");
  if (const Json* interview = m.find("interview")) {
    Members of_it(*interview, m.inside("interview"), path, findings);
    out.interview = of_it.date("on");
    out.mode = of_it.text("mode");
  }
  out.assessors = read_practitioners(m, "assessors", path, findings);
  out.outcomes = m.texts(m.find("outcomes"), "outcomes");
  out.grounds = m.texts(m.find("grounds"), "grounds");
  return out;
}

Certificate::Badge read_badge(const Json& json, const std::string& path, Diagnostics& findings) {
  Members m(json, "badge", path, findings);
  Certificate::Badge out;
  if (const Json* practitioner = m.require("practitioner"))
    out.practitioner = read_practitioner(*practitioner, m.inside("practitioner"), path, findings);
  out.role = m.text("role");
  out.from = m.date("from");
  out.to = m.optional_date("to");
  if (const Json* training = m.require("training")) {
    Members of_it(*training, m.inside("training"), path, findings);
    out.trained_from = of_it.date("from");
    out.trained_to = of_it.date("to");
    out.hours = of_it.integer("hours");
    out.modules = of_it.integer("modules");
    out.days = of_it.integer("days");
  }
  return out;
}

}  // namespace

void add_result(const Certificate::Skill& skill, Json& object) {
  if (skill.complexity) {
    const Certificate::Complexity& c = *skill.complexity;
    object.set("complexity", Json::object({{"context", c.context}, {"task", c.task}, {"autonomy", c.autonomy}}));
  }
  if (!skill.eqf.empty()) object.set("eqf", skill.eqf);
  if (skill.certificate) object.set("certificate", skill.certificate->text);
}

void add_path(const Certificate& certificate, Json& facts) {
  if (!certificate.competence.empty()) facts.set("competence", certificate.competence);
  if (certificate.assessment) facts.set("assessment", assessment_json(*certificate.assessment));
  if (certificate.step) facts.set("step", step_json(*certificate.step));
  add_list("experiences", certificate.experiences, experience_json, facts);
  add_list("evidence", certificate.evidence, evidence_json, facts);
  if (certificate.quality) {
    const Certificate::Quality& quality = *certificate.quality;
    facts.set("quality", Json::object({{"on", quality.on.to_string()}, {"by", practitioner_json(quality.by)}}));
  }
  add_list("plan", certificate.plan, plan_json, facts);
  if (certificate.badge) facts.set("badge", badge_json(*certificate.badge));
}

void read_result(Members& members, const std::string& path, Diagnostics& findings, Certificate::Skill& skill) {
  if (const Json* complexity = members.find("complexity")) {
    Members m(*complexity, members.inside("complexity"), path, findings);
    skill.complexity = Certificate::Complexity{m.text("context"), m.text("task"), m.text("autonomy")};
  }
  skill.eqf = members.optional_text("eqf");
  if (members.find("certificate") != nullptr) skill.certificate = members.id<CertificateId>("certificate");
}

void read_path(Members& all, const std::string& path, Diagnostics& findings, Certificate& certificate) {
  if (const Json* badge = all.find("badge")) certificate.badge = read_badge(*badge, path, findings);
  certificate.competence = all.optional_text("competence");
  if (const Json* assessment = all.find("assessment"))
    certificate.assessment = read_assessment(*assessment, path, findings);
  if (const Json* step = all.find("step")) {
    Members m(*step, "step", path, findings);
    certificate.step =
        Certificate::Step{m.text("section"), m.date("on"), read_practitioners(m, "with", path, findings)};
  }
  all.each(all.find("experiences"), "experiences", [&](const Json& item, const std::string& where) {
    Members m(item, where, path, findings);
    certificate.experiences.push_back(
        {m.text("title"), m.optional_text("organisation"), m.texts(m.require("competences"), "competences")});
  });
  all.each(all.find("evidence"), "evidence", [&](const Json& item, const std::string& where) {
    Members m(item, where, path, findings);
    certificate.evidence.push_back({m.text("kind"), m.text("name"), m.integer("pieces")});
  });
  if (const Json* quality = all.find("quality")) {
    Members m(*quality, "quality", path, findings);
    certificate.quality = Certificate::Quality{m.date("on"), {}};
    if (const Json* by = m.require("by"))
      certificate.quality->by = read_practitioner(*by, m.inside("by"), path, findings);
  }
  all.each(all.find("plan"), "plan", [&](const Json& item, const std::string& where) {
    Members m(item, where, path, findings);
    certificate.plan.push_back({m.text("competence"), m.text("step"), m.optional_date("by")});
  });
}

}  // namespace guerdon
