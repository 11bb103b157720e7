#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "model/eqf.h"
#include "model/framework.h"
#include "model/review.h"

namespace guerdon {

/// How much a rule weighs in a scheme version.
enum class Strength : std::uint8_t {
  require,  ///< blocks
  expect,   ///< blocks unless waived
  advise,   ///< warns
  off
};

std::string_view to_string(Strength strength);

/// What a scheme version says of one rule.
struct RuleSetting {
  Located<std::string> rule;
  Strength strength = Strength::require;
  std::vector<std::string> certificates;                     ///< whose gate it is; empty for rules that are no gate
  std::map<std::string, Located<int>, std::less<>> numbers;  ///< days: 20
  std::map<std::string, std::vector<std::string>, std::less<>> words;  ///< roles: [hosting, coordinating]

  /// The number of that name; `fallback` where the scheme does not set it.
  [[nodiscard]] int number(std::string_view name, int fallback = 0) const;
  /// The first word of that name, as of a parameter that holds one; empty where the scheme does not set it.
  [[nodiscard]] std::string_view word(std::string_view name) const;
  /// Whether `word` is among those of that name.
  [[nodiscard]] bool has_word(std::string_view name, std::string_view word) const;
  /// Whether this rule is a gate of that kind of certificate.
  [[nodiscard]] bool gates(std::string_view certificate) const;
};

/// A section of the case file, in the order in which the scheme lists them.
struct Section {
  std::string key;      ///< "self-assessment"
  std::string title;    ///< as in the banner: "self-assessment"
  std::string command;  ///< what fills it: "self-assess", "step awareness"; empty for what is written by hand
  std::vector<std::string> leads_to;  ///< certificates that need it; empty when it is no step of the path
};

/// Who answers for a document, and so signs it.
enum class SignedBy : std::uint8_t {
  organisations,  ///< those with which the volunteer served
  centre,         ///< the service centre that assessed
  tutor           ///< who accompanied the step that the document confirms
};

/// A document that the scheme issues.
struct CertificateKind {
  std::string id;             ///< "soft-skills"
  std::string name;           ///< "soft skills certificate"
  std::string design;         ///< file of the design, relative to the scheme's folder
  std::string needs_section;  ///< issued by default only when this section is filled; empty for always
  bool prints_skills = false;
  bool each_competence = false;  ///< one for each competence whose result was reached
  std::string after;             ///< the section whose document it is, for those who leave the path after it
  SignedBy signed_by = SignedBy::organisations;
};

/// What is made beside the certificates of cases, each by a command of its own: a candidate's portfolio, the
/// certificate of a practitioner's badge.
struct DocumentKind {
  std::string id;      ///< portfolio, badge
  std::string name;    ///< "practitioner's badge certificate"
  std::string design;  ///< file of the design, relative to the scheme's folder
};

/// The words of one language: patterns by certificate and name, and how dates, lists and numbers are said.
struct SchemeText {
  std::string language;
  std::optional<Review> reviewed;
  /// certificate kind -> word -> lines; the kind "" holds for all
  std::map<std::string, std::map<std::string, std::vector<std::string>>> patterns;
  std::map<std::string, std::string> parts;  ///< patterns that other words are built from: host, project, step, …
  struct SkillText {
    std::string name;
    std::string meaning;
    std::vector<std::string> outcomes;  ///< in the framework's order; empty: the framework's own
  };
  std::map<std::string, SkillText> skills;  ///< empty: the framework's own (English)
  std::map<int, std::string> levels;
  std::map<std::string, std::string> evidence;    ///< kinds of evidence by id; empty: the framework's own
  std::map<std::string, std::string> comparable;  ///< "4 or 5", as the EQF table says it -> the same in this language

  /// The name, meaning and learning outcomes of a skill: its own where it has them, else the framework's.
  [[nodiscard]] SkillText skill(const Skill& skill) const;
  /// What a kind of evidence is called.
  [[nodiscard]] const std::string& evidence_name(const Framework::Group& kind) const;
};

/// One version of a scheme: `schemes/<id>-<version>/`.
struct Scheme {
  std::string id;       ///< "glore-1"
  std::string folder;   ///< relative to the workspace
  std::string name;     ///< "GloRe"
  std::string version;  ///< "1"
  std::string source;
  std::string usual_design = "usual";  ///< the name of the designs that the certificates name: "formal"
  std::vector<Section> sections;
  std::vector<RuleSetting> rules;
  std::vector<CertificateKind> certificates;
  std::vector<DocumentKind> documents;
  Framework framework;
  Scale scale;
  Eqf eqf;
  std::map<std::string, SchemeText> texts;          ///< by language
  std::map<std::string, std::string> file_digests;  ///< SHA-256 of each file of the folder, by relative path

  [[nodiscard]] const RuleSetting* find_rule(std::string_view wanted) const;
  [[nodiscard]] const CertificateKind* find_certificate(std::string_view wanted) const;
  [[nodiscard]] const DocumentKind* find_document(std::string_view wanted) const;
  [[nodiscard]] const Section* find_section(std::string_view key) const;
};

}  // namespace guerdon
