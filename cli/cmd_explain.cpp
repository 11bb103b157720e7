#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "base/error.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/parameters.h"
#include "process/rule.h"
#include "store/load.h"

namespace guerdon {
namespace {

struct Options {
  std::string rule;
};

/// What the scheme versions of the workspace at hand say of a rule; none outside a workspace.
std::map<std::string, Scheme, std::less<>> schemes_at_hand(const Context& context) {
  try {
    Diagnostics ignored;
    return load_surroundings(context.root(), context.today, std::set<std::string>{}, ignored).schemes;
  } catch (const Error&) {
    return {};
  }
}

std::string setting_text(const RuleSetting& setting) {
  std::string out{to_string(setting.strength)};
  if (const std::string parameters = parameters_text(setting); !parameters.empty()) out += ", " + parameters;
  if (!setting.certificates.empty()) out += fmt::format("; a gate of: {}", fmt::join(setting.certificates, ", "));
  return out;
}

Json setting_json(const std::string& scheme, const RuleSetting& setting) {
  Json gates = Json::array();
  for (const std::string& kind : setting.certificates)
    gates.push_back(kind);
  return Json::object({{"scheme", scheme},
                       {"strength", to_string(setting.strength)},
                       {"parameters", parameters_json(setting)},
                       {"gates", std::move(gates)}});
}

Json rule_json(const Rule& rule, const std::map<std::string, Scheme, std::less<>>& schemes) {
  Json settings = Json::array();
  for (const auto& [id, scheme] : schemes) {
    if (const RuleSetting* setting = scheme.find_rule(rule.id)) settings.push_back(setting_json(id, *setting));
  }
  return Json::object({{"rule", rule.id},
                       {"asks", rule.sentence},
                       {"when", to_string(rule.when)},
                       {"why", rule.why},
                       {"settings", std::move(settings)}});
}

Report explain_one(const Rule& rule, const std::map<std::string, Scheme, std::less<>>& schemes) {
  Report report;
  report.schema = "guerdon.explain/1";
  report.json = Json::object({{"rules", Json(Json::Array{rule_json(rule, schemes)})}});
  report.text = fmt::format("{}\n  asks    {}\n  judged  {}\n  why     {}\n", rule.id, rule.sentence,
                            rule.when == When::always ? "at any time"
                            : rule.when == When::step
                                ? fmt::format("when the {} is recorded, and always afterwards", rule.section)
                                : "when a certificate is issued",
                            rule.why);
  for (const auto& [id, scheme] : schemes) {
    if (const RuleSetting* setting = scheme.find_rule(rule.id))
      report.text += fmt::format("  {:7} {}\n", id, setting_text(*setting));
  }
  return report;
}

/// Whether a rule is asked for by a scheme at hand; where there is none, every rule is listed.
bool is_listed(const Rule& rule, const std::map<std::string, Scheme, std::less<>>& schemes) {
  return schemes.empty() || std::any_of(schemes.begin(), schemes.end(),
                                        [&](const auto& entry) { return entry.second.find_rule(rule.id) != nullptr; });
}

Report list_all(const std::map<std::string, Scheme, std::less<>>& schemes) {
  Report report;
  report.schema = "guerdon.explain/1";
  Json list = Json::array();
  for (const Rule* rule : rules()) {
    if (!is_listed(*rule, schemes)) continue;
    list.push_back(rule_json(*rule, schemes));
    report.text += fmt::format("{:34} {}\n", rule->id, rule->sentence);
  }
  report.json = Json::object({{"rules", std::move(list)}});
  report.talk = "guerdon explain RULE tells why and where it comes from\n";
  return report;
}

Report run(Context& context, const Options& o) {
  const auto schemes = schemes_at_hand(context);
  if (o.rule.empty()) return list_all(schemes);
  if (const Rule* rule = find_rule(o.rule)) return explain_one(*rule, schemes);
  std::vector<std::string> ids;
  for (const Rule* rule : rules())
    ids.emplace_back(rule->id);
  const auto near = nearest(o.rule, ids);
  throw Error(Failure::usage, fmt::format("`{}` is not a rule", sanitized(o.rule)),
              near.empty() ? "guerdon explain lists the rules" : fmt::format("did you mean {}?", joined_or(near)));
}

}  // namespace

Run setup_explain(Usage& usage) {
  const auto o = std::make_shared<Options>();
  usage.add(
      "rule", &o->rule, "RULE",
      "the rule's id, as it stands in brackets behind a finding; when left away, all that the workspace's schemes ask");
  usage.examples = "  guerdon explain midterm.present\n";
  return [o](Context& context) { return run(context, *o); };
}

}  // namespace guerdon
