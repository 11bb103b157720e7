#include "model/case_read.h"

#include <fmt/format.h>

#include "base/text.h"
#include "model/assessment_read.h"
#include "model/case_sections.h"
#include "model/portfolio_read.h"
#include "model/read.h"
#include "yaml/edit.h"

namespace guerdon {
namespace {

const Scheme& scheme_of(const Located<std::string>& id, const Schemes& schemes, yaml::Reader& reader) {
  static const Scheme none;
  const auto found = schemes.find(id.value);
  if (found != schemes.end()) return found->second;
  if (!id.value.empty()) {
    std::vector<std::string> known;
    for (const auto& [name, scheme] : schemes)
      known.push_back(name);
    reader.findings().error("case.ids", {reader.path(), id.place},
                            fmt::format("the scheme `{}` is not in this workspace", id.value),
                            known.empty() ? "" : "it holds " + joined_or(known));
  }
  return none;
}

std::map<std::string, Place, std::less<>> section_places(const yaml::Document& document, const Scheme& scheme) {
  std::map<std::string, Place, std::less<>> out;
  for (const yaml::CommentLine& comment : document.comments()) {
    const std::string_view title = yaml::banner_title(comment.text);
    if (title.empty()) continue;
    for (const Section& section : scheme.sections) {
      if (section.title == title) out[section.key] = {comment.line, 1, 1};
    }
  }
  for (std::size_t i = 0; i < document.root.keys.size(); ++i) {
    if (document.root.items[i].kind != yaml::Kind::null)
      out[document.root.keys[i].scalar] = document.root.keys[i].place;
  }
  return out;
}

}  // namespace

Place Case::section(std::string_view key) const {
  const auto found = sections.find(key);
  return found != sections.end() ? found->second : Place{1, 1, 1};
}

const Waiver* Case::find_waiver(std::string_view rule) const {
  for (const Waiver& waiver : waivers) {
    if (waiver.rule.value == rule) return &waiver;
  }
  return nullptr;
}

std::optional<Case> read_case(const yaml::Document& document, const Schemes& schemes, Diagnostics& findings) {
  yaml::Reader reader(document.path, findings);
  yaml::Fields fields(document.root, reader, "a case");
  const bool readable = check_format(fields, reader, "case/1");
  Case out;
  out.path = document.path;
  out.id = read_id<CaseId>(fields.require("case"), reader, "a case's id such as `2026-7kq3h2xd`");
  out.scheme = read_slug(fields.require("scheme"), reader);
  out.person = read_id<PersonId>(fields.require("person"), reader, "a person's id such as `p-8h2m4c9w`");
  const Scheme& scheme = scheme_of(out.scheme, schemes, reader);
  out.sections = section_places(document, scheme);

  const SectionReader read{reader, scheme.scale};
  // A section that the scheme does not have is an unknown key of its cases.
  const auto section = [&](std::string_view key) -> const yaml::Node* {
    const bool known = scheme.sections.empty() || scheme.find_section(key) != nullptr;
    return known ? fields.find(key) : nullptr;
  };
  const auto each = [&](std::string_view key, auto add) {
    for (const yaml::Node& item : yaml::items(section(key), reader, key))
      add(item);
  };
  if (const yaml::Node* node = fields.find("enrolment")) out.enrolment = read.enrolment(*node);
  for (const yaml::Node& item : yaml::items(fields.find("placement"), reader, "placement"))
    out.placements.push_back(read.placement(item));
  each("changes", [&](const yaml::Node& item) { out.changes.push_back(read.change(item)); });
  each("objectives", [&](const yaml::Node& item) { out.objectives.push_back(read.objectives(item)); });
  if (const yaml::Node* node = section("midterm")) out.midterm = read.midterm(*node);
  if (const yaml::Node* node = section("evaluation")) out.evaluation = read.evaluation(*node);
  if (const yaml::Node* node = section("participation")) out.participation = read.participation(*node);
  if (const yaml::Node* node = section("self-assessment")) out.self_assessment = read.self_assessment(*node);
  if (const yaml::Node* node = section("validation")) out.validation = read.validation(*node);
  if (const yaml::Node* node = section("statement")) out.statement = read.statement(*node);
  if (const yaml::Node* node = section("awareness")) out.awareness = read_awareness(*node, reader);
  if (const yaml::Node* node = section("identification"))
    out.identification = read_identification(*node, reader, scheme.scale);
  if (const yaml::Node* node = section("documentation")) out.documentation = read_documentation(*node, reader);
  if (const yaml::Node* node = section("quality")) out.quality = read_quality(*node, reader);
  if (const yaml::Node* node = section("choice")) out.choice = read_choice(*node, reader);
  each("assessments",
       [&](const yaml::Node& item) { out.assessments.push_back(read_assessment(item, reader, scheme.scale)); });
  if (const yaml::Node* node = section("looking-ahead")) out.looking_ahead = read_looking_ahead(*node, reader);
  if (const yaml::Node* node = section("exit")) out.exit = read_exit(*node, reader);
  each("waivers", [&](const yaml::Node& item) { out.waivers.push_back(read.waiver(item)); });
  if (!readable) return std::nullopt;
  return out;
}

}  // namespace guerdon
