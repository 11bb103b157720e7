#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "model/case.h"
#include "model/scheme.h"
#include "model/world.h"

namespace guerdon {

/// When a rule is judged.
enum class When : std::uint8_t {
  always,  ///< the record is wrong at any time
  step,    ///< when that step is recorded, and always afterwards
  issue    ///< a gate of a certificate
};

std::string_view to_string(When when);

/// What is about to be issued.
struct IssueRequest {
  std::string kind;                   ///< the certificate whose gates are judged
  Date on;                            ///< the issue date
  std::vector<std::string> together;  ///< all kinds issued in the same act for this case
  std::vector<std::string> signers;   ///< staff ids
  std::string competence = {};        ///< the one that is certified; empty: every one that has a result
};

/// What one rule is asked about, and where it objects.
class Inquiry {
 public:
  const Case& record;
  const Scheme& scheme;
  const World& world;
  const RuleSetting& setting;
  const IssueRequest* issue;  ///< null but for rules judged at issue

  Inquiry(const Case& asked, const Scheme& version, const World& around, const RuleSetting& weight,
          const IssueRequest* request, Diagnostics& findings)
      : record(asked), scheme(version), world(around), setting(weight), issue(request), findings_(findings) {}

  /// Reports a breach at a place of the case file, with the weight that the scheme gives the rule. Where it may be
  /// waived, the hint ends with the command for that.
  void object(Place place, std::string message, std::string hint = {}) const;
  /// Reports a breach in another file.
  void object(Location where, std::string message, std::string hint = {}) const;
  /// Reports a breach in a weight below the scheme's: as a warning.
  void advise(Location where, std::string message, std::string hint = {}) const;

  /// Reports an act that was done after the issue date: "validated on 2026-08-25, after the issue date 2026-08-24".
  void object_if_after_issue(std::string_view act, const Located<Date>& on) const;

  /// What is about to be issued, "participation certificate".
  [[nodiscard]] std::string_view document() const;
  /// `"guerdon midterm 2026-7kq3h2xd " + rest`
  [[nodiscard]] std::string command(std::string_view name, std::string_view rest) const;

 private:
  Diagnostics& findings_;
};

/// What a scheme version sets for a rule: a whole number or share within bounds, or words out of a list.
struct Parameter {
  std::string_view name;
  std::string_view meaning;  ///< "the least days of service"
  int least = 0;
  int most = 0;
  std::span<const std::string_view> words = {};  ///< what the words may be; empty for a number
  bool several = false;                          ///< a list of words, not one
  bool optional = false;     ///< a number that may be left away, which is 0: it came after version 1
  bool certificate = false;  ///< one word: the id of a certificate that the scheme issues
};

/// A rule of a scheme. Ids are final once shipped.
struct Rule {
  std::string_view id;
  std::string_view sentence;  ///< what it asks, one sentence
  std::string_view why;       ///< why, and the source by name
  When when = When::always;
  std::string_view section = {};  ///< the section a step rule judges; empty otherwise
  std::span<const Parameter> parameters = {};
  std::string_view unless = "if it could not be met";  ///< when a waiver is the answer
  /// Null for a rule that is judged elsewhere (where the page is made, where the workspace is read).
  void (*check)(const Inquiry&) = nullptr;
};

/// Every rule guerdon knows, in the order of the list in docs/rules.md.
std::span<const Rule* const> rules();

/// The rule of that id, or nullptr.
const Rule* find_rule(std::string_view id);

}  // namespace guerdon
