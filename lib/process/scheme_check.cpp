#include "process/scheme_check.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "process/rule.h"
#include "process/words.h"

namespace guerdon {
namespace {

/// The settings of one scheme version held against the rules.
class SchemeCheck {
 public:
  SchemeCheck(const Scheme& scheme, Diagnostics& findings)
      : scheme_(scheme), findings_(findings), path_(scheme.folder + "/scheme.yaml") {}

  void check(const RuleSetting& setting) {
    const Rule* rule = find_rule(setting.rule.value);
    if (rule == nullptr) {
      std::vector<std::string> known;
      for (const Rule* other : rules())
        known.emplace_back(other->id);
      error(setting.rule.place, fmt::format("no rule `{}`", sanitized(setting.rule.value)),
            did_you_mean(nearest(setting.rule.value, known)));
      return;
    }
    for (const Parameter& parameter : rule->parameters) {
      if (takes_words(parameter)) {
        check_words(setting, parameter);
      } else {
        check_number(setting, parameter);
      }
    }
    for (const auto& [name, number] : setting.numbers)
      check_name(setting, *rule, name, number.place, false);
    for (const auto& [name, words] : setting.words)
      check_name(setting, *rule, name, setting.rule.place, true);
  }

 private:
  static bool takes_words(const Parameter& parameter) { return parameter.certificate || !parameter.words.empty(); }

  void error(Place place, std::string message, std::string hint = {}) {
    findings_.error("format", {path_, place}, std::move(message), std::move(hint));
  }

  void check_number(const RuleSetting& setting, const Parameter& parameter) {
    const auto found = setting.numbers.find(parameter.name);
    if (found == setting.numbers.end() && parameter.optional) return;
    if (found == setting.numbers.end()) {
      error(setting.rule.place, fmt::format("{} has no number `{}`", setting.rule.value, parameter.name),
            fmt::format("add `{}`: {}", parameter.name, parameter.meaning));
      return;
    }
    const int value = found->second.value;
    if (value >= parameter.least && value <= parameter.most) return;
    error(found->second.place, fmt::format("{} is not within {} and {} for `{}` of {}", value, parameter.least,
                                           parameter.most, parameter.name, setting.rule.value));
  }

  void check_words(const RuleSetting& setting, const Parameter& parameter) {
    const auto found = setting.words.find(parameter.name);
    if (found == setting.words.end() || found->second.empty()) {
      error(setting.rule.place, fmt::format("{} has no `{}`", setting.rule.value, parameter.name),
            fmt::format("add `{}`: {}", parameter.name, parameter.meaning));
      return;
    }
    if (!parameter.several && found->second.size() > 1) {
      error(setting.rule.place, fmt::format("{} takes one word as `{}`", setting.rule.value, parameter.name));
    }
    for (const std::string& word : found->second) {
      if (is_allowed(parameter, word)) continue;
      error(setting.rule.place, fmt::format("`{}` is no word for `{}` of {}", word, parameter.name, setting.rule.value),
            "write " + joined_or(allowed(parameter)));
    }
  }

  [[nodiscard]] std::vector<std::string> allowed(const Parameter& parameter) const {
    std::vector<std::string> out(parameter.words.begin(), parameter.words.end());
    if (!parameter.certificate) return out;
    for (const CertificateKind& kind : scheme_.certificates)
      out.push_back(kind.id);
    return out;
  }

  [[nodiscard]] bool is_allowed(const Parameter& parameter, const std::string& word) const {
    const auto words = allowed(parameter);
    return std::find(words.begin(), words.end(), word) != words.end();
  }

  /// A parameter must be one of the rule's, and of its kind.
  void check_name(const RuleSetting& setting, const Rule& rule, const std::string& name, Place place, bool is_words) {
    std::vector<std::string> known;
    for (const Parameter& parameter : rule.parameters) {
      if (parameter.name == name && takes_words(parameter) == is_words) return;
      known.emplace_back(parameter.name);
    }
    if (std::find(known.begin(), known.end(), name) != known.end()) return;
    error(place, fmt::format("{} has no parameter `{}`", setting.rule.value, sanitized(name)),
          known.empty() ? "it has none" : "it has " + joined_or(known));
  }

  const Scheme& scheme_;
  Diagnostics& findings_;
  std::string path_;
};

}  // namespace

void check_scheme(const Scheme& scheme, Diagnostics& findings) {
  SchemeCheck checking(scheme, findings);
  for (const RuleSetting& setting : scheme.rules)
    checking.check(setting);
}

}  // namespace guerdon
