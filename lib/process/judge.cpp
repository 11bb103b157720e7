#include "process/judge.h"

#include <fmt/format.h>

#include "process/recorded.h"

namespace guerdon {
namespace {

/// One run over the rules of a scheme version.
struct Judging {
  const Case& record;
  const Scheme& scheme;
  const World& world;
  const IssueRequest* issue = nullptr;
  Verdict verdict = {};

  void judge(const Rule& rule, const RuleSetting& setting) {
    const Waiver* waiver = setting.strength == Strength::expect ? record.find_waiver(rule.id) : nullptr;
    if (waiver == nullptr) {
      rule.check(Inquiry(record, scheme, world, setting, issue, verdict.findings));
      return;
    }
    Diagnostics held_back;
    rule.check(Inquiry(record, scheme, world, setting, issue, held_back));
    if (!held_back.empty()) verdict.used.push_back(waiver);
  }

  template <class Wanted>
  void judge_where(Wanted wanted) {
    for (const RuleSetting& setting : scheme.rules) {
      if (setting.strength == Strength::off) continue;
      const Rule* rule = find_rule(setting.rule.value);
      if (rule == nullptr || rule->check == nullptr || !wanted(*rule, setting)) continue;
      if (rule->when == When::step && !is_recorded(record, rule->section)) continue;
      judge(*rule, setting);
    }
  }

  /// A waiver of what cannot be waived is a finding of its own: it would lull its reader.
  void judge_waivers() {
    for (const Waiver& waiver : record.waivers) {
      const RuleSetting* setting = scheme.find_rule(waiver.rule.value);
      if (setting == nullptr || setting->strength == Strength::expect) continue;
      const Location where{record.path, waiver.rule.place};
      if (setting->strength == Strength::require) {
        verdict.findings.error(waiver.rule.value, where,
                               fmt::format("{} requires {}: it cannot be waived", scheme.id, waiver.rule.value),
                               fmt::format("guerdon explain {}", waiver.rule.value));
      } else {
        verdict.findings.warning(
            waiver.rule.value, where,
            fmt::format("{} blocks nothing in {}: it needs no waiver", waiver.rule.value, scheme.id));
      }
    }
  }

  Verdict finish() {
    verdict.findings.sort();
    return std::move(verdict);
  }
};

}  // namespace

Verdict judge_record(const Case& record, const Scheme& scheme, const World& world) {
  Judging judging{record, scheme, world};
  judging.judge_where([](const Rule& rule, const RuleSetting&) { return rule.when != When::issue; });
  judging.judge_waivers();
  return judging.finish();
}

Verdict judge_issue(const Case& record, const Scheme& scheme, const World& world, const IssueRequest& request) {
  Judging judging{record, scheme, world, &request};
  judging.judge_where([&](const Rule&, const RuleSetting& setting) { return setting.gates(request.kind); });
  judging.judge_waivers();
  return judging.finish();
}

Verdict judge_gates(const Case& record, const Scheme& scheme, const World& world, const IssueRequest& request) {
  Judging judging{record, scheme, world, &request};
  judging.judge_where([&](const Rule& rule, const RuleSetting& setting) {
    return rule.when == When::issue && setting.gates(request.kind);
  });
  return judging.finish();
}

}  // namespace guerdon
