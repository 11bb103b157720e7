#include "model/scheme_read.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/sha256.h"
#include "base/text.h"
#include "model/framework_read.h"
#include "model/read.h"
#include "model/scheme_text_read.h"
#include "yaml/node.h"
#include "yaml/parse.h"

namespace guerdon {
namespace {

/// Every section that a case file of format `case/1` can hold.
const std::vector<std::string>& known_sections() {
  static const std::vector<std::string> sections{
      "enrolment",       "changes",    "objectives",  "midterm",       "evaluation",     "participation",
      "self-assessment", "validation", "statement",   "awareness",     "identification", "documentation",
      "quality",         "choice",     "assessments", "looking-ahead", "exit",           "waivers"};
  return sections;
}

Scale read_scale(const yaml::Node* node, yaml::Reader& reader) {
  Scale scale;
  for (const yaml::Node& item : yaml::items(node, reader, "scale")) {
    yaml::Fields fields(item, reader, "a level");
    Level level;
    const yaml::Node* number = fields.require("level");
    level.number = read_integer(number, reader, 1, 8).value_or(Located<int>{}).value;
    level.id = read_slug(fields.find("id"), reader).value;
    level.word = read_text(fields.require("word"), reader, title_limit).value;
    const int expected = static_cast<int>(scale.levels.size()) + 1;
    if (level.number != 0 && level.number != expected) {
      reader.error(*number, fmt::format("level {} stands where level {} should", level.number, expected),
                   "levels are listed upwards from 1");
    }
    scale.levels.push_back(std::move(level));
  }
  return scale;
}

/// The rows of `eqf-table`: each step of complexity once, upwards.
std::vector<Eqf::Row> read_eqf_table(const yaml::Node* node, yaml::Reader& reader) {
  std::vector<Eqf::Row> out;
  for (const yaml::Node& item : yaml::items(node, reader, "eqf-table")) {
    yaml::Fields fields(item, reader, "a row of the table");
    const Located<std::string> step =
        read_word(fields.require("complexity"), reader, {complexity_steps.begin(), complexity_steps.end()});
    const std::size_t at = out.size();
    if (!step.value.empty() && (at >= complexity_steps.size() || step.value != complexity_steps[at]))
      reader.error(step.place, fmt::format("`{}` stands out of its place", step.value),
                   fmt::format("the steps of complexity, upwards, each once: {}", fmt::join(complexity_steps, ", ")));
    out.push_back({step.value, read_text(fields.require("comparable"), reader, title_limit).value});
  }
  return out;
}

Eqf read_eqf(yaml::Fields& fields, yaml::Reader& reader) {
  Eqf eqf;
  const Located<std::string> shown = read_word(fields.find("eqf"), reader, {"off", "indication"});
  eqf.indication = shown.value == "indication";
  const yaml::Node* table = fields.find("eqf-table");
  eqf.table = read_eqf_table(table, reader);
  const Place place = table != nullptr ? table->place : shown.place;
  if ((eqf.indication || table != nullptr) && eqf.table.size() < complexity_steps.size())
    reader.error(
        place,
        fmt::format("`eqf-table` has {} of the {} steps of complexity", eqf.table.size(), complexity_steps.size()),
        fmt::format("it has a row for each of {}", fmt::join(complexity_steps, ", ")));
  return eqf;
}

std::vector<std::string> values(const std::vector<Located<std::string>>& located) {
  std::vector<std::string> out;
  out.reserve(located.size());
  for (const auto& item : located)
    out.push_back(item.value);
  return out;
}

/// The ids of certificates in a list, each one that the scheme issues.
std::vector<std::string> read_certificate_ids(const yaml::Node* node, yaml::Reader& reader, const Scheme& scheme,
                                              std::string_view what) {
  const auto ids = read_slugs(node, reader, what);
  for (const auto& id : ids) {
    if (id.value.empty() || scheme.find_certificate(id.value) != nullptr) continue;
    std::vector<std::string> known;
    for (const CertificateKind& kind : scheme.certificates)
      known.push_back(kind.id);
    reader.error(id.place, fmt::format("{} issues no `{}`", scheme.id, id.value), "it issues " + joined_or(known));
  }
  return values(ids);
}

/// The command that fills a section: a word, or `step` and the section's own key.
std::string read_command(const yaml::Node* node, yaml::Reader& reader, const std::string& section) {
  std::string step = "step " + section;
  if (node == nullptr || node->kind != yaml::Kind::scalar || node->scalar.find(' ') == std::string::npos)
    return read_slug(node, reader).value;
  if (node->scalar != step) {
    reader.error(*node, fmt::format("`{}` is no command that fills this section", sanitized(node->scalar)),
                 fmt::format("write one word, or `{}`", step));
    return {};
  }
  return step;
}

void read_sections(const yaml::Node* node, yaml::Reader& reader, Scheme& scheme) {
  for (const yaml::Node& item : yaml::items(node, reader, "sections")) {
    yaml::Fields fields(item, reader, "a section");
    Section section;
    const Located<std::string> key = read_word(fields.require("section"), reader, known_sections());
    section.key = key.value;
    section.title = read_text(fields.require("title"), reader, title_limit).value;
    section.command = read_command(fields.find("command"), reader, section.key);
    section.leads_to = read_certificate_ids(fields.find("leads-to"), reader, scheme, "leads-to");
    if (!section.key.empty() && scheme.find_section(section.key) != nullptr) {
      reader.error(key.place, fmt::format("the section `{}` is listed twice", section.key));
    }
    scheme.sections.push_back(std::move(section));
  }
}

SignedBy read_signed_by(const yaml::Node* node, yaml::Reader& reader) {
  const std::string word = read_word(node, reader, {"organisations", "centre", "tutor"}).value;
  return word == "centre" ? SignedBy::centre : word == "tutor" ? SignedBy::tutor : SignedBy::organisations;
}

void read_certificates(const yaml::Node* node, yaml::Reader& reader, const SchemeFiles& files, Scheme& scheme) {
  for (const yaml::Node& item : yaml::items(node, reader, "certificates")) {
    yaml::Fields fields(item, reader, "a certificate");
    CertificateKind kind;
    const Located<std::string> id = read_slug(fields.require("certificate"), reader);
    kind.id = id.value;
    kind.name = read_text(fields.require("name"), reader, title_limit).value;
    const Located<std::string> design = read_text(fields.require("design"), reader, line_limit);
    kind.design = design.value;
    kind.needs_section = read_word(fields.find("needs-section"), reader, known_sections()).value;
    if (const yaml::Node* prints = fields.find("prints-skills"))
      kind.prints_skills = reader.boolean(*prints).value_or(false);
    kind.each_competence = read_word(fields.find("each"), reader, {"competence"}).value == "competence";
    const Located<std::string> after = read_word(fields.find("after"), reader, known_sections());
    kind.after = after.value;
    kind.signed_by = read_signed_by(fields.find("signed-by"), reader);
    if (kind.each_competence && !kind.after.empty())
      reader.error(after.place, "a certificate for each competence is no document of an exit", "leave one of them out");
    if (!kind.id.empty() && scheme.find_certificate(kind.id) != nullptr) {
      reader.error(id.place, fmt::format("the certificate `{}` is listed twice", kind.id));
    }
    if (!kind.design.empty() && !files.contains(kind.design)) {
      reader.error(design.place, fmt::format("there is no file `{}` in {}", sanitized(kind.design), scheme.folder));
    }
    scheme.certificates.push_back(std::move(kind));
  }
}

void read_documents(const yaml::Node* node, yaml::Reader& reader, const SchemeFiles& files, Scheme& scheme) {
  for (const yaml::Node& item : yaml::items(node, reader, "documents")) {
    yaml::Fields fields(item, reader, "a document");
    DocumentKind kind;
    const Located<std::string> id = read_word(fields.require("document"), reader, {"portfolio", "badge"});
    kind.id = id.value;
    kind.name = read_text(fields.require("name"), reader, title_limit).value;
    const Located<std::string> design = read_text(fields.require("design"), reader, line_limit);
    kind.design = design.value;
    if (!kind.id.empty() && (scheme.find_document(kind.id) != nullptr || scheme.find_certificate(kind.id) != nullptr))
      reader.error(id.place, fmt::format("`{}` is listed twice", kind.id));
    if (!kind.design.empty() && !files.contains(kind.design))
      reader.error(design.place, fmt::format("there is no file `{}` in {}", sanitized(kind.design), scheme.folder));
    scheme.documents.push_back(std::move(kind));
  }
}

/// A whole number, or a share such as `35%`.
std::optional<int> parameter_number(std::string_view text) {
  if (text.ends_with('%')) text.remove_suffix(1);
  int value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = fault == std::errc{} && end == text.data() + text.size();
  if (!whole || value < 0 || value > 100'000) return std::nullopt;
  return value;
}

void read_parameter(const yaml::Node& key, const yaml::Node& node, yaml::Reader& reader, RuleSetting& setting) {
  if (node.kind == yaml::Kind::scalar && !node.quoted) {
    if (const auto number = parameter_number(node.scalar)) {
      setting.numbers[key.scalar] = {*number, node.place};
      return;
    }
    if (is_slug(node.scalar)) {
      setting.words[key.scalar] = {node.scalar};
      return;
    }
  }
  if (node.kind == yaml::Kind::sequence) {
    setting.words[key.scalar] = values(read_slugs(&node, reader, key.scalar));
    return;
  }
  reader.error(node,
               fmt::format("the parameter `{}` is neither a whole number, a share, a word nor a list of words",
                           sanitized(key.scalar)),
               "write it as in `days: 20`, `from: 35%`, `absences: counted` or `roles: [hosting, coordinating]`");
}

std::optional<Strength> read_strength(const yaml::Node* node, yaml::Reader& reader) {
  const std::string word = read_word(node, reader, {"require", "expect", "advise", "off"}).value;
  for (const Strength strength : {Strength::require, Strength::expect, Strength::advise, Strength::off}) {
    if (word == to_string(strength)) return strength;
  }
  return std::nullopt;
}

void read_rules(const yaml::Node* node, yaml::Reader& reader, Scheme& scheme) {
  if (node == nullptr) return;
  if (node->kind != yaml::Kind::mapping) {
    reader.error(*node, "rules is a block of rule ids");
    return;
  }
  for (std::size_t i = 0; i < node->keys.size(); ++i) {
    const yaml::Node& key = node->keys[i];
    const yaml::Node& item = node->items[i];
    RuleSetting setting;
    setting.rule = {key.scalar, key.place};
    if (item.kind != yaml::Kind::mapping) {
      reader.error(key, fmt::format("the rule `{}` is a block of keys", sanitized(key.scalar)),
                   "give it at least a `strength`");
      continue;
    }
    const yaml::Node* strength = item.find("strength");
    if (strength == nullptr) reader.error(key, fmt::format("the rule `{}` has no strength", sanitized(key.scalar)));
    setting.strength = read_strength(strength, reader).value_or(Strength::require);
    setting.certificates = read_certificate_ids(item.find("gates"), reader, scheme, "gates");
    for (std::size_t k = 0; k < item.keys.size(); ++k) {
      if (item.keys[k].scalar == "strength" || item.keys[k].scalar == "gates") continue;
      read_parameter(item.keys[k], item.items[k], reader, setting);
    }
    scheme.rules.push_back(std::move(setting));
  }
}

bool read_main(const yaml::Document& document, const SchemeFiles& files, Scheme& scheme, Diagnostics& findings) {
  yaml::Reader reader(document.path, findings);
  yaml::Fields fields(document.root, reader, "a scheme");
  const bool readable = check_format(fields, reader, "scheme/1");
  const std::string id = read_slug(fields.require("scheme"), reader).value;
  const Located<std::string> version = read_slug(fields.require("version"), reader);
  scheme.version = version.value;
  scheme.id = id + '-' + scheme.version;
  scheme.name = read_text(fields.require("name"), reader, title_limit).value;
  scheme.source = read_text(fields.require("source"), reader, task_limit).value;
  if (const yaml::Node* usual = fields.find("usual-design")) scheme.usual_design = read_slug(usual, reader).value;
  const yaml::Node* scale = fields.require("scale");
  scheme.scale = read_scale(scale, reader);
  if (scale != nullptr && scheme.scale.levels.empty()) reader.error(*scale, "the scale has no level");
  scheme.eqf = read_eqf(fields, reader);
  read_certificates(fields.require("certificates"), reader, files, scheme);
  read_documents(fields.find("documents"), reader, files, scheme);
  read_sections(fields.require("sections"), reader, scheme);
  read_rules(fields.require("rules"), reader, scheme);
  return readable;
}

/// The file parsed, or a finding that it is missing.
std::optional<yaml::Document> parse_file(const std::string& folder, const SchemeFiles& files, const std::string& name,
                                         Diagnostics& findings) {
  const auto it = files.find(name);
  if (it == files.end()) {
    findings.error("format", {folder + '/' + name, {}}, "the scheme has no such file",
                   "copy it from the scheme that guerdon brings along");
    return std::nullopt;
  }
  return yaml::parse(folder + '/' + name, it->second, findings);
}

/// The language whose words a file holds: `text/it.yaml` those of `it`.
std::optional<std::string> text_language(const std::string& name) {
  constexpr std::string_view folder = "text/";
  constexpr std::string_view ending = ".yaml";
  if (!name.starts_with(folder) || !name.ends_with(ending)) return std::nullopt;
  return name.substr(folder.size(), name.size() - folder.size() - ending.size());
}

}  // namespace

std::vector<std::string> text_languages(const Scheme& scheme) {
  std::vector<std::string> out;
  for (const auto& [name, digest] : scheme.file_digests) {
    if (auto language = text_language(name)) out.push_back(std::move(*language));
  }
  return out;
}

std::optional<Scheme> read_scheme(const std::string& folder, const SchemeFiles& files, Diagnostics& findings,
                                  const std::set<std::string>* languages) {
  Scheme scheme;
  scheme.folder = folder;
  const auto main = parse_file(folder, files, "scheme.yaml", findings);
  const auto competences = parse_file(folder, files, "competences.yaml", findings);
  if (!main || !competences) return std::nullopt;
  const bool readable = read_main(*main, files, scheme, findings);
  auto framework = read_framework(*competences, findings);
  if (!readable || !framework) return std::nullopt;
  scheme.framework = std::move(*framework);
  const std::string below = folder + '/';
  for (const auto& [name, text] : files) {
    scheme.file_digests[name] = sha256(text);
    const auto language = text_language(name);
    if (!language || (languages != nullptr && !languages->contains(*language))) continue;
    const auto document = yaml::parse(below + name, text, findings);
    if (!document) continue;
    auto words = read_scheme_text(*document, scheme, findings);
    if (!words) continue;
    if (words->language != *language) {
      findings.error("format", {below + name, {}},
                     fmt::format("this is a text in `{}`, its file is named `{}`", sanitized(words->language), name),
                     fmt::format("name the file text/{}.yaml", sanitized(words->language)));
    }
    scheme.texts[*language] = std::move(*words);
  }
  return scheme;
}

}  // namespace guerdon
