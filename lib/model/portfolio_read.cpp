#include "model/portfolio_read.h"

#include <algorithm>

#include "model/read.h"

namespace guerdon {
namespace {

std::vector<Located<std::string>> read_competences(const yaml::Node* node, yaml::Reader& reader) {
  std::vector<Located<std::string>> out;
  for (const yaml::Node& item : yaml::items(node, reader, "competences"))
    out.push_back(read_text(&item, reader, line_limit));
  return out;
}

/// The story under `starrt`, or under `starrtt`, as half of those who use it spell it.
void read_story(yaml::Fields& fields, yaml::Reader& reader, Experience& out) {
  const yaml::Node* longer = fields.find("starrtt");
  const yaml::Node* node = longer != nullptr ? longer : fields.require("starrt");
  if (longer != nullptr && fields.find("starrt") != nullptr)
    reader.error(*longer, "the experience is told twice", "keep `starrt` or `starrtt`");
  if (node == nullptr) return;
  yaml::Fields story(*node, reader, "a STARRT story");
  for (std::size_t i = 0; i < starrt_parts.size(); ++i) {
    const yaml::Node* part = story.find(starrt_parts[i]);
    out.told[i] = given(part, read_text(part, reader, statement_limit));
  }
}

Experience read_experience(const yaml::Node& node, yaml::Reader& reader) {
  yaml::Fields fields(node, reader, "an experience");
  Experience out;
  out.place = node.place;
  out.id = read_slug(fields.require("experience"), reader);
  out.title = read_text(fields.require("title"), reader, title_limit);
  const yaml::Node* organisation = fields.find("organisation");
  out.organisation = given(organisation, read_slug(organisation, reader));
  out.competences = read_competences(fields.require("competences"), reader);
  read_story(fields, reader, out);
  return out;
}

bool is_sha256(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

Evidence read_evidence(const yaml::Node& node, yaml::Reader& reader) {
  yaml::Fields fields(node, reader, "a piece of evidence");
  Evidence out;
  out.place = node.place;
  out.file = read_text(fields.require("file"), reader, line_limit);
  out.sha256 = read_text(fields.require("sha256"), reader, line_limit);
  if (!out.sha256.value.empty() && !is_sha256(out.sha256.value))
    reader.error(out.sha256.place, "this is not a SHA-256 in lower-case hexadecimal", "sha256sum FILE prints it");
  out.kind = read_slug(fields.require("kind"), reader);
  out.title = read_text(fields.require("title"), reader, title_limit);
  out.competences = read_competences(fields.require("competences"), reader);
  return out;
}

Quality::Item read_quality_item(const yaml::Node& node, yaml::Reader& reader) {
  yaml::Fields fields(node, reader, "an item of the checklist");
  Quality::Item out;
  out.place = node.place;
  out.item = read_slug(fields.require("item"), reader);
  if (const yaml::Node* met = fields.require("met")) out.met = reader.boolean(*met).value_or(false);
  if (const yaml::Node* note = fields.find("note")) out.note = reader.text(*note, private_limit);
  return out;
}

LookingAhead::Plan read_plan(const yaml::Node& node, yaml::Reader& reader) {
  yaml::Fields fields(node, reader, "a plan");
  return {node.place, read_text(fields.require("competence"), reader, line_limit),
          read_text(fields.require("step"), reader, task_limit), read_optional_date(fields.find("by"), reader)};
}

}  // namespace

Awareness read_awareness(const yaml::Node& node, yaml::Reader& reader) {
  yaml::Fields fields(node, reader, "the awareness step");
  return {node.place, read_date(fields.require("on"), reader), read_slugs(fields.find("with"), reader, "with")};
}

Identification read_identification(const yaml::Node& node, yaml::Reader& reader, const Scale& scale) {
  yaml::Fields fields(node, reader, "the identification");
  Identification out;
  out.place = node.place;
  out.on = read_date(fields.require("on"), reader);
  out.with = read_slugs(fields.find("with"), reader, "with");
  for (const yaml::Node& item : yaml::items(fields.require("competences"), reader, "competences")) {
    yaml::Fields claim(item, reader, "an identified competence");
    Identification::Claim one{item.place,
                              read_text(claim.require("competence"), reader, line_limit),
                              read_level(claim.find("outcome"), reader, scale),
                              {}};
    if (const yaml::Node* reason = claim.find("reason")) one.reason = reader.text(*reason, private_limit);
    out.competences.push_back(std::move(one));
  }
  return out;
}

Documentation read_documentation(const yaml::Node& node, yaml::Reader& reader) {
  yaml::Fields fields(node, reader, "the documentation");
  Documentation out;
  out.place = node.place;
  out.on = read_date(fields.require("on"), reader);
  for (const yaml::Node& item : yaml::items(fields.find("experiences"), reader, "experiences")) {
    Experience one = read_experience(item, reader);
    const auto same = [&](const Experience& other) { return other.id.value == one.id.value; };
    if (!one.id.value.empty() && std::any_of(out.experiences.begin(), out.experiences.end(), same))
      reader.error(one.id.place, "the experience `" + one.id.value + "` stands twice");
    out.experiences.push_back(std::move(one));
  }
  for (const yaml::Node& item : yaml::items(fields.find("evidence"), reader, "evidence"))
    out.evidence.push_back(read_evidence(item, reader));
  return out;
}

Quality read_quality(const yaml::Node& node, yaml::Reader& reader) {
  yaml::Fields fields(node, reader, "the quality checklist");
  Quality out{node.place, read_date(fields.require("on"), reader), read_slug(fields.require("by"), reader), {}};
  for (const yaml::Node& item : yaml::items(fields.require("items"), reader, "items"))
    out.items.push_back(read_quality_item(item, reader));
  return out;
}

Choice read_choice(const yaml::Node& node, yaml::Reader& reader) {
  yaml::Fields fields(node, reader, "the choice");
  Choice out{node.place, read_date(fields.require("on"), reader), {}, false};
  if (const yaml::Node* formal = fields.require("formal"))
    out.formal = {reader.boolean(*formal).value_or(false), formal->place};
  if (const yaml::Node* grounds = fields.find("grounds")) out.grounds = reader.boolean(*grounds).value_or(false);
  return out;
}

LookingAhead read_looking_ahead(const yaml::Node& node, yaml::Reader& reader) {
  yaml::Fields fields(node, reader, "looking ahead");
  LookingAhead out{
      node.place, read_date(fields.require("on"), reader), read_slugs(fields.find("with"), reader, "with"), {}};
  for (const yaml::Node& item : yaml::items(fields.require("plan"), reader, "plan"))
    out.plan.push_back(read_plan(item, reader));
  return out;
}

Exit read_exit(const yaml::Node& node, yaml::Reader& reader) {
  yaml::Fields fields(node, reader, "the exit");
  Exit out{node.place, read_date(fields.require("on"), reader), read_slug(fields.require("after"), reader), {}};
  if (const yaml::Node* reason = fields.find("reason")) out.reason = reader.text(*reason, private_limit);
  return out;
}

}  // namespace guerdon
