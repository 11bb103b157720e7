#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/id.h"
#include "model/assessment.h"
#include "model/portfolio.h"

namespace guerdon {

struct Enrolment {
  Place place;
  Located<Date> on;
  std::optional<Located<Date>> introduced;  ///< told about the certificate
};

/// A stretch of service planned with one organisation, both days counted.
struct Placement {
  Place place;
  Located<std::string> organisation;
  Located<std::string> role;  ///< hosting, coordinating, sending, supporting
  Located<std::string> project;
  std::optional<Located<std::string>> country;
  Located<Date> from;
  Located<Date> to;
  std::optional<Located<int>> hours;
  std::optional<Located<std::string>> coordinator;
  std::optional<Located<std::string>> mode;  ///< on-site, remote, hybrid
};

enum class ChangeKind : std::uint8_t { ended, extended, absent };

/// What became of the plan. `ended`: `to` is the last day; `extended`: `to` is the new last day; `absent`: from, to.
struct Change {
  Place place;
  Located<Date> on;
  Located<ChangeKind> kind;
  std::optional<Located<Date>> from;
  std::optional<Located<Date>> to;
  std::optional<Located<std::string>> organisation;  ///< which placement; all when empty
  std::optional<Located<int>> hours;                 ///< served there in all, in place of those that were planned
  std::optional<std::string> reason;                 ///< private
  std::optional<Located<std::string>> by;
};

/// One set of learning objectives; a later one replaces the earlier.
struct Objectives {
  struct Aim {
    Located<std::string> skill;
    std::string aim;
  };
  Place place;
  Located<Date> on;
  std::vector<Located<std::string>> with;
  std::vector<Aim> skills;
};

struct Midterm {
  struct Review {
    Located<std::string> skill;
    std::optional<Located<int>> level;
    std::optional<std::string> note;  ///< private
  };
  Place place;
  Located<Date> on;
  std::vector<Located<std::string>> by;
  std::vector<Review> skills;
};

/// The project evaluation form.
struct Evaluation {
  Place place;
  std::optional<Located<Date>> sent;
  std::optional<Located<Date>> returned;
};

/// The volunteer's word that what somebody else wrote for her is so.
struct Assent {
  Place place;
  Located<Date> on;
  std::string means;  ///< how she gave it: "read aloud to her; she signed with a cross"; private
};

/// What the volunteer states was done, and who of the organisation confirms it.
struct Participation {
  struct Stated {
    Place place;
    Located<Date> on;
    std::vector<Located<std::string>> tasks;
    std::optional<Located<std::string>> group;   ///< whose one form this is: "garden team"; private
    std::optional<Located<std::string>> scribe;  ///< who wrote it down for her
  };
  struct Confirmed {
    Place place;
    Located<Date> on;
    Located<std::string> by;
  };
  Place place;
  std::optional<Stated> stated;
  std::optional<Assent> assent;
  std::vector<Confirmed> confirmed;  ///< one for each organisation that takes part

  /// Whether somebody else wrote what is stated, and she has not agreed to it yet.
  [[nodiscard]] bool lacks_assent() const { return stated && (stated->scribe || stated->group) && !assent; }
};

struct SelfAssessment {
  struct Claim {
    Place place;
    Located<std::string> skill;
    Located<int> level;
    std::optional<Located<std::string>> reason;  ///< private: never printed
  };
  Place place;
  Located<Date> on;
  std::optional<Located<std::string>> scribe;  ///< who wrote it down for her
  std::optional<Assent> assent;
  std::vector<Claim> skills;

  /// Whether somebody else wrote it, and she has not agreed to it yet.
  [[nodiscard]] bool lacks_assent() const { return scribe && !assent; }
};

/// The talk in which both views met.
struct Validation {
  struct Agreement {
    Place place;
    Located<std::string> skill;
    std::optional<Located<int>> claimed;  ///< empty for a skill the organisation added
    std::optional<Located<int>> agreed;   ///< empty when left out
    std::vector<Located<std::string>> seen_by;
    bool left_out = false;
  };
  /// What became of the volunteer's appeal against the organisation's view.
  struct Appeal {
    Place place;
    Located<Date> on;
    std::vector<Located<std::string>> by;  ///< the second reviewers, of no organisation of the case
    Located<std::string> decision;         ///< granted, dismissed
    std::optional<std::string> because;    ///< private
  };
  Place place;
  Located<Date> on;
  std::vector<Located<std::string>> by;
  std::optional<Located<std::string>> volunteer;  ///< present, remote
  std::vector<Agreement> skills;
  std::optional<Appeal> appeal;
};

struct Statement {
  Place place;
  std::optional<Located<Date>> on;
  std::optional<Located<std::string>> field;
  std::optional<Located<std::string>> professional;
  std::optional<Located<std::string>> text;
};

/// A rule that reality broke, and who answers for going on.
struct Waiver {
  Place place;
  Located<std::string> rule;
  Located<std::string> by;
  Located<Date> on;
  std::string because;  ///< private
};

/// One volunteer's path in one placement: `cases/<year>/<id>.yaml`, format `case/1`.
struct Case {
  std::string path;
  Located<CaseId> id;
  Located<std::string> scheme;  ///< "glore-1"
  Located<PersonId> person;
  std::optional<Located<std::string>> language;  ///< in which its texts are written; the workspace's when absent
  std::optional<Enrolment> enrolment;
  std::vector<Placement> placements;
  std::vector<Change> changes;
  std::vector<Objectives> objectives;
  std::optional<Midterm> midterm;
  std::optional<Evaluation> evaluation;
  std::optional<Participation> participation;
  std::optional<SelfAssessment> self_assessment;
  std::optional<Validation> validation;
  std::optional<Statement> statement;
  std::optional<Awareness> awareness;
  std::optional<Identification> identification;
  std::optional<Documentation> documentation;
  std::optional<Quality> quality;
  std::optional<Choice> choice;
  std::vector<Assessment> assessments;
  std::optional<LookingAhead> looking_ahead;
  std::optional<Exit> exit;
  std::vector<Waiver> waivers;

  /// Where each section stands: its key, else its banner, else nothing. By section key ("self-assessment").
  std::map<std::string, Place, std::less<>> sections;

  /// The place a finding about a section points at; line 1 where neither key nor banner is there.
  [[nodiscard]] Place section(std::string_view key) const;
  /// Whether a rule is waived.
  [[nodiscard]] const Waiver* find_waiver(std::string_view rule) const;
};

}  // namespace guerdon
