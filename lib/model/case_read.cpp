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

/// The sections of a case file that the scheme has; one that it does not have is an unknown key of its cases.
struct Sections {
  yaml::Fields& fields;
  yaml::Reader& reader;
  const Scheme& scheme;

  [[nodiscard]] const yaml::Node* find(std::string_view key) const {
    const bool known = scheme.sections.empty() || scheme.find_section(key) != nullptr;
    return known ? fields.find(key) : nullptr;
  }
  [[nodiscard]] const std::vector<yaml::Node>& items(std::string_view key) const {
    return yaml::items(find(key), reader, key);
  }
};

/// Enrolment, placement and the steps of a stay.
void read_service(const Sections& sections, Case& out) {
  const SectionReader read{sections.reader, sections.scheme.scale};
  if (const yaml::Node* node = sections.fields.find("enrolment")) out.enrolment = read.enrolment(*node);
  for (const yaml::Node& item : yaml::items(sections.fields.find("placement"), sections.reader, "placement"))
    out.placements.push_back(read.placement(item));
  for (const yaml::Node& item : sections.items("changes"))
    out.changes.push_back(read.change(item));
  for (const yaml::Node& item : sections.items("objectives"))
    out.objectives.push_back(read.objectives(item));
  if (const yaml::Node* node = sections.find("midterm")) out.midterm = read.midterm(*node);
  if (const yaml::Node* node = sections.find("evaluation")) out.evaluation = read.evaluation(*node);
  if (const yaml::Node* node = sections.find("participation")) out.participation = read.participation(*node);
  if (const yaml::Node* node = sections.find("self-assessment")) out.self_assessment = read.self_assessment(*node);
  if (const yaml::Node* node = sections.find("validation")) out.validation = read.validation(*node);
  if (const yaml::Node* node = sections.find("statement")) out.statement = read.statement(*node);
  for (const yaml::Node& item : sections.items("waivers"))
    out.waivers.push_back(read.waiver(item));
}

/// The steps from awareness to exit.
void read_validation_path(const Sections& sections, Case& out) {
  yaml::Reader& reader = sections.reader;
  const Scale& scale = sections.scheme.scale;
  if (const yaml::Node* node = sections.find("awareness")) out.awareness = read_awareness(*node, reader);
  if (const yaml::Node* node = sections.find("identification"))
    out.identification = read_identification(*node, reader, scale);
  if (const yaml::Node* node = sections.find("documentation")) out.documentation = read_documentation(*node, reader);
  if (const yaml::Node* node = sections.find("quality")) out.quality = read_quality(*node, reader);
  if (const yaml::Node* node = sections.find("choice")) out.choice = read_choice(*node, reader);
  for (const yaml::Node& item : sections.items("assessments"))
    out.assessments.push_back(read_assessment(item, reader, scale));
  if (const yaml::Node* node = sections.find("looking-ahead")) out.looking_ahead = read_looking_ahead(*node, reader);
  if (const yaml::Node* node = sections.find("exit")) out.exit = read_exit(*node, reader);
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
  if (const yaml::Node* language = fields.find("language")) out.language = given(language, read_slug(language, reader));
  const Scheme& scheme = scheme_of(out.scheme, schemes, reader);
  out.sections = section_places(document, scheme);

  const Sections sections{fields, reader, scheme};
  read_service(sections, out);
  read_validation_path(sections, out);
  if (!readable) return std::nullopt;
  return out;
}

}  // namespace guerdon
