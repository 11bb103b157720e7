#include "model/case_sections.h"

#include <fmt/format.h>

#include "base/text.h"
#include "model/read.h"

namespace guerdon {
namespace {

constexpr int most_hours = 20000;

std::optional<std::string> read_private(const yaml::Node* node, yaml::Reader& reader) {
  if (node == nullptr) return std::nullopt;
  return reader.text(*node, private_limit);
}

std::optional<Assent> read_assent(const yaml::Node* node, yaml::Reader& reader) {
  if (node == nullptr) return std::nullopt;
  yaml::Fields fields(*node, reader, "the volunteer's assent");
  return Assent{node->place, read_date(fields.require("on"), reader),
                read_text(fields.require("means"), reader, private_limit).value};
}

Validation::Appeal read_appeal(const yaml::Node& node, yaml::Reader& reader) {
  yaml::Fields fields(node, reader, "the appeal");
  Validation::Appeal out;
  out.place = node.place;
  out.on = read_date(fields.require("on"), reader);
  out.by = read_slugs(fields.require("by"), reader, "by");
  out.decision = read_word(fields.require("decision"), reader, {"granted", "dismissed"});
  out.because = read_private(fields.find("because"), reader);
  return out;
}

}  // namespace

std::optional<Located<int>> SectionReader::level(const yaml::Node* node) const {
  return read_level(node, reader, scale);
}

Located<std::string> SectionReader::skill(const yaml::Node* node) const { return read_text(node, reader, line_limit); }

Enrolment SectionReader::enrolment(const yaml::Node& node) const {
  yaml::Fields fields(node, reader, "the enrolment");
  Enrolment out{node.place, read_date(fields.require("on"), reader), {}};
  out.introduced = read_optional_date(fields.find("introduced"), reader);
  return out;
}

Placement SectionReader::placement(const yaml::Node& node) const {
  yaml::Fields fields(node, reader, "a placement");
  Placement out;
  out.place = node.place;
  out.organisation = read_slug(fields.require("organisation"), reader);
  out.role = read_word(fields.require("role"), reader, placement_roles());
  out.project = read_text(fields.require("project"), reader, title_limit);
  const yaml::Node* country = fields.find("country");
  out.country = given(country, read_country(country, reader));
  out.from = read_date(fields.require("from"), reader);
  out.to = read_date(fields.require("to"), reader);
  out.hours = read_integer(fields.find("hours"), reader, 1, most_hours);
  const yaml::Node* coordinator = fields.find("coordinator");
  out.coordinator = given(coordinator, read_slug(coordinator, reader));
  const yaml::Node* mode = fields.find("mode");
  out.mode = given(mode, read_word(mode, reader, {"on-site", "remote", "hybrid"}));
  return out;
}

Change SectionReader::change(const yaml::Node& node) const {
  yaml::Fields fields(node, reader, "a change");
  Change out;
  out.place = node.place;
  out.on = read_date(fields.require("on"), reader);
  const Located<std::string> kind = read_word(fields.require("kind"), reader, {"ended", "extended", "absent"});
  out.kind = {kind.value == "extended" ? ChangeKind::extended
              : kind.value == "absent" ? ChangeKind::absent
                                       : ChangeKind::ended,
              kind.place};
  out.from = read_optional_date(kind.value == "absent" ? fields.require("from") : fields.find("from"), reader);
  out.to = read_optional_date(fields.require("to"), reader);
  if (out.from && out.kind.value != ChangeKind::absent) {
    reader.error(out.from->place, "only an absence has a `from`", "the other changes name the last day in `to`");
  }
  const yaml::Node* organisation = fields.find("organisation");
  out.organisation = given(organisation, read_slug(organisation, reader));
  out.hours = read_integer(fields.find("hours"), reader, 1, most_hours);
  if (out.hours && out.kind.value == ChangeKind::absent) {
    reader.error(out.hours->place, "an absence has no `hours`", "an early end or an extension states the hours served");
  }
  out.reason = read_private(fields.find("reason"), reader);
  const yaml::Node* by = fields.find("by");
  out.by = given(by, read_slug(by, reader));
  return out;
}

Objectives SectionReader::objectives(const yaml::Node& node) const {
  yaml::Fields fields(node, reader, "a set of objectives");
  Objectives out;
  out.place = node.place;
  out.on = read_date(fields.require("on"), reader);
  out.with = read_slugs(fields.find("with"), reader, "with");
  for (const yaml::Node& item : yaml::items(fields.require("skills"), reader, "skills")) {
    yaml::Fields aim(item, reader, "an objective");
    Objectives::Aim one{skill(aim.require("skill")), {}};
    one.aim = read_private(aim.require("aim"), reader).value_or("");
    out.skills.push_back(std::move(one));
  }
  return out;
}

Midterm SectionReader::midterm(const yaml::Node& node) const {
  yaml::Fields fields(node, reader, "the mid-term");
  Midterm out;
  out.place = node.place;
  out.on = read_date(fields.require("on"), reader);
  out.by = read_slugs(fields.require("by"), reader, "by");
  for (const yaml::Node& item : yaml::items(fields.find("skills"), reader, "skills")) {
    yaml::Fields review(item, reader, "a reviewed skill");
    Midterm::Review one{skill(review.require("skill")), level(review.find("level")), {}};
    one.note = read_private(review.find("note"), reader);
    out.skills.push_back(std::move(one));
  }
  return out;
}

Evaluation SectionReader::evaluation(const yaml::Node& node) const {
  yaml::Fields fields(node, reader, "the evaluation");
  Evaluation out;
  out.place = node.place;
  out.sent = read_optional_date(fields.find("sent"), reader);
  out.returned = read_optional_date(fields.find("returned"), reader);
  return out;
}

Participation SectionReader::participation(const yaml::Node& node) const {
  yaml::Fields fields(node, reader, "the participation");
  Participation out;
  out.place = node.place;
  if (const yaml::Node* value = fields.find("stated")) {
    yaml::Fields stated(*value, reader, "what the volunteer states");
    out.stated = Participation::Stated{value->place, read_date(stated.require("on"), reader), {}, {}, {}};
    const yaml::Node* group = stated.find("group");
    out.stated->group = given(group, read_text(group, reader, title_limit));
    const yaml::Node* scribe = stated.find("scribe");
    out.stated->scribe = given(scribe, read_slug(scribe, reader));
    for (const yaml::Node& task : yaml::items(stated.require("tasks"), reader, "tasks")) {
      out.stated->tasks.push_back(read_text(&task, reader, task_limit));
    }
  }
  out.assent = read_assent(fields.find("assent"), reader);
  for (const yaml::Node& item : yaml::items(fields.find("confirmed"), reader, "confirmed")) {
    yaml::Fields confirmed(item, reader, "a confirmation");
    out.confirmed.push_back(
        {item.place, read_date(confirmed.require("on"), reader), read_slug(confirmed.require("by"), reader)});
  }
  return out;
}

SelfAssessment SectionReader::self_assessment(const yaml::Node& node) const {
  yaml::Fields fields(node, reader, "the self-assessment");
  SelfAssessment out;
  out.place = node.place;
  out.on = read_date(fields.require("on"), reader);
  const yaml::Node* scribe = fields.find("scribe");
  out.scribe = given(scribe, read_slug(scribe, reader));
  out.assent = read_assent(fields.find("assent"), reader);
  for (const yaml::Node& item : yaml::items(fields.require("skills"), reader, "skills")) {
    yaml::Fields claim(item, reader, "an assessed skill");
    SelfAssessment::Claim one{item.place, skill(claim.require("skill")), {}, {}};
    one.level = level(claim.require("level")).value_or(Located<int>{});
    const yaml::Node* reason = claim.find("reason");
    one.reason = given(reason, read_text(reason, reader, private_limit));
    out.skills.push_back(std::move(one));
  }
  return out;
}

Validation SectionReader::validation(const yaml::Node& node) const {
  yaml::Fields fields(node, reader, "the validation");
  Validation out;
  out.place = node.place;
  out.on = read_date(fields.require("on"), reader);
  out.by = read_slugs(fields.find("by"), reader, "by");
  const yaml::Node* volunteer = fields.find("volunteer");
  out.volunteer = given(volunteer, read_word(volunteer, reader, {"present", "remote"}));
  for (const yaml::Node& item : yaml::items(fields.require("skills"), reader, "skills")) {
    yaml::Fields agreement(item, reader, "a validated skill");
    Validation::Agreement one;
    one.place = item.place;
    one.skill = skill(agreement.require("skill"));
    one.claimed = level(agreement.find("claimed"));
    one.agreed = level(agreement.find("agreed"));
    one.seen_by = read_slugs(agreement.find("seen-by"), reader, "seen-by");
    const yaml::Node* left_out = agreement.find("left-out");
    if (left_out != nullptr) one.left_out = reader.boolean(*left_out).value_or(false);
    if (one.agreed.has_value() == one.left_out && (one.agreed || agreement.find("agreed") == nullptr)) {
      reader.error(item,
                   one.left_out ? "a skill that is left out has no agreed level"
                                : "a validated skill has an agreed level, or is left out",
                   "write `agreed: LEVEL` or `left-out: true`");
    }
    out.skills.push_back(std::move(one));
  }
  if (const yaml::Node* appealed = fields.find("appeal")) out.appeal = read_appeal(*appealed, reader);
  return out;
}

Statement SectionReader::statement(const yaml::Node& node) const {
  yaml::Fields fields(node, reader, "the professional statement");
  Statement out;
  out.place = node.place;
  out.on = read_optional_date(fields.find("on"), reader);
  const yaml::Node* field = fields.find("field");
  out.field = given(field, read_text(field, reader, title_limit));
  const yaml::Node* professional = fields.find("professional");
  out.professional = given(professional, read_slug(professional, reader));
  const yaml::Node* text = fields.find("text");
  out.text = given(text, read_text(text, reader, statement_limit));
  return out;
}

Waiver SectionReader::waiver(const yaml::Node& node) const {
  yaml::Fields fields(node, reader, "a waiver");
  Waiver out;
  out.place = node.place;
  out.rule = read_text(fields.require("rule"), reader, line_limit);
  out.by = read_slug(fields.require("by"), reader);
  out.on = read_date(fields.require("on"), reader);
  out.because = read_private(fields.require("because"), reader).value_or("");
  return out;
}

}  // namespace guerdon
