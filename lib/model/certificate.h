#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/id.h"
#include "base/json.h"

namespace guerdon {

enum class Emphasis : std::uint8_t { none, strong, stressed };

/// A piece of one line's text in one emphasis.
struct Words {
  std::string text;
  Emphasis emphasis = Emphasis::none;
  std::string language = {};  ///< BCP 47, of free text in another language than the certificate's; else empty
  bool operator==(const Words&) const = default;
};

/// What is read as one phrase: the runs of one line before wrapping.
using Phrase = std::vector<Words>;

/// The text of `phrase` without emphasis.
std::string plain(const Phrase& phrase);

/// The facts of one certificate: all that its page states and every word it prints, frozen at issue.
/// Pure data; the page is a function of this, the scheme's template and the fonts. Format `certificate/1`.
struct Certificate {
  struct Organisation {
    std::string id;
    std::string name;
    std::string place;      ///< as printed, "Torino, Italy"
    std::string role;       ///< hosting, coordinating, sending, supporting
    std::string logo = {};  ///< its file in the workspace's images/, "<sha256>.png"; empty for none
    bool operator==(const Organisation&) const = default;
  };
  /// A stretch of service, both days counted.
  struct Period {
    std::string organisation;
    std::string project;
    Date from;
    Date to;
    std::optional<int> hours;
    std::string mode;  ///< remote or hybrid; empty on site
    bool operator==(const Period&) const = default;
  };
  /// How complex the setting was, in steps of LEVER UP: low, mid-low, mid-high, high.
  struct Complexity {
    std::string context;
    std::string task;
    std::string autonomy;
    bool operator==(const Complexity&) const = default;
  };
  struct Skill {
    std::string id;
    std::string name;
    std::string meaning;
    int level = 0;           ///< 0 where a claim names none
    std::string level_word;  ///< empty where a claim names none
    std::optional<Complexity> complexity = {};
    std::string eqf = {};                           ///< the EQF levels it is comparable to, "3"; empty for none
    std::optional<CertificateId> certificate = {};  ///< the one that certifies it, where another does
    bool operator==(const Skill&) const = default;
  };
  struct Signer {
    std::string id;
    std::string name;
    std::string role;  ///< as printed, "President, Orto Sociale"
    std::string organisation;
    bool operator==(const Signer&) const = default;
  };
  /// The professional statement's own facts.
  struct Statement {
    std::string field;
    std::vector<std::string> paragraphs;
    std::string professional;
    std::string profession;
    bool operator==(const Statement&) const = default;
  };
  /// A tutor or an assessor.
  struct Practitioner {
    std::string id;
    std::string name;
    bool operator==(const Practitioner&) const = default;
  };
  /// How the certified result came about.
  struct Assessment {
    Date on;           ///< of the decision
    std::string kind;  ///< first, second-opinion, appeal
    std::optional<Date> portfolio;
    std::optional<Date> interview;
    std::string mode;  ///< of the interview: present, remote
    std::vector<Practitioner> assessors;
    std::vector<std::string> outcomes;  ///< the learning outcomes that it was held against
    std::vector<std::string> grounds;   ///< paragraphs; empty unless the candidate wants them printed
    bool operator==(const Assessment&) const = default;
  };
  /// The step of the path that a document without assessment confirms.
  struct Step {
    std::string section;  ///< "identification"
    Date on;
    std::vector<Practitioner> with;  ///< her tutors
    bool operator==(const Step&) const = default;
  };
  /// An experience that the portfolio tells.
  struct Experience {
    std::string title;
    std::string organisation;              ///< where it was made, name; may be empty
    std::vector<std::string> competences;  ///< names
    bool operator==(const Experience&) const = default;
  };
  /// The pieces of one kind of evidence.
  struct Evidence {
    std::string kind;
    std::string name;  ///< as printed, "Work product"
    int pieces = 0;
    bool operator==(const Evidence&) const = default;
  };
  /// The check of the portfolio.
  struct Quality {
    Date on;
    Practitioner by;
    bool operator==(const Quality&) const = default;
  };
  /// A practitioner's badge, and the training that it rests on.
  struct Badge {
    Practitioner practitioner;
    std::string role;  ///< tutor, assessor, trainer
    Date from;
    std::optional<Date> to;  ///< the last day; empty for one without an end
    Date trained_from;
    Date trained_to;
    int hours = 0;
    int modules = 0;  ///< whose final test was passed
    int days = 0;     ///< of the blended part
    bool operator==(const Badge&) const = default;
  };
  /// A next step that the candidate planned.
  struct Plan {
    std::string competence;  ///< name
    std::string step;
    std::optional<Date> by;
    bool operator==(const Plan&) const = default;
  };
  struct Font {
    std::string key;   ///< as the template names it
    std::string file;  ///< file name without folder
    std::string sha256;
    bool operator==(const Font&) const = default;
  };
  /// The same award in another language.
  struct Version {
    std::string language;
    CertificateId certificate;
    bool operator==(const Version&) const = default;
  };
  /// What the page is made with.
  struct Design {
    int page_version = 0;
    std::string file;  ///< the template, relative to the scheme version's folder
    std::string sha256;
    std::vector<Font> fonts;  ///< all of the template's, then those of its chain that are used
    std::map<std::string, std::string> libraries = {};  ///< version of each that the file's bytes depend on
    std::string chain = {};                             ///< SHA-256 of the file of the chain, where one of it is used
    std::map<std::string, std::string> images = {};     ///< SHA-256 of each picture of the template, by file
    bool operator==(const Design&) const = default;
  };

  CertificateId id;
  CertificateId award;  ///< shared by the languages of one award
  std::string kind;     ///< as the scheme calls it: participation, soft-skills, competence, …
  std::string scheme;   ///< glore-1
  std::map<std::string, std::string>
      scheme_files;  ///< SHA-256 of the scheme's files it was judged and worded by, by path
  CaseId case_id;    ///< empty for a badge, which has neither
  PersonId person;   ///< likewise
  std::string language;
  std::string text_language;       ///< of tasks, titles, statement and the like; empty where it is `language`
  std::vector<Version> languages;  ///< those that were known when it was issued
  std::string name;                ///< as the volunteer writes it
  std::string latin_name;          ///< second line; empty unless native and Latin form are both printed
  std::vector<Organisation> organisations;
  std::vector<Period> periods;
  Date from;  ///< with no period, as in what a service centre or a tutor signs, no service is stated
  Date to;
  int days = 0;  ///< calendar days of service, union of the periods; absences as the scheme counts them
  std::optional<int> hours;
  std::vector<Skill> skills;
  int levels = 0;       ///< steps of the scale
  int least_level = 0;  ///< the least that is certified
  std::vector<std::string> tasks;
  std::optional<Statement> statement;
  std::string competence;  ///< the one that is certified, of a certificate for each; else empty
  std::optional<Assessment> assessment;
  std::optional<Step> step;
  std::vector<Experience> experiences;
  std::vector<Evidence> evidence;
  std::optional<Quality> quality;
  std::vector<Plan> plan;
  std::optional<Badge> badge;
  std::vector<Signer> signers;
  Date issued_on;
  std::string issued_at;                  ///< place
  std::string verify_address;             ///< `https://certificates.example.org`; empty when the workspace names none
  std::optional<CertificateId> replaces;  ///< the certificate that this one stands in for
  std::string backdated_because;          ///< empty unless issued under another day's date
  std::map<std::string, std::vector<Phrase>>
      words;  ///< every other string that the page prints, by its name in the template
  Design design;

  bool operator==(const Certificate&) const = default;
};

/// The facts as canonical JSON will hold them.
Json to_json(const Certificate& certificate);

/// The SHA-256 of the facts in canonical form without the member `digest`, which holds it.
std::string facts_digest(const Json& facts);

/// The facts out of a parsed file; findings name `path` and the member. Empty when there were any.
std::optional<Certificate> read_certificate(const Json& json, const std::string& path, Diagnostics& findings);

}  // namespace guerdon
