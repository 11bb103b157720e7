#include <set>

#include "base/text.h"
#include "cli/formats.h"
#include "process/rule.h"
#include "version.h"

namespace guerdon {
namespace {

Json text(std::string_view words) { return Json::object({{"text", words}}); }

/// The rules that findings name; what is no rule, such as `format`, by its name alone.
Json broken_rules(const Diagnostics& findings) {
  std::set<std::string> ids;
  for (const Diagnostic& finding : findings.items())
    ids.insert(finding.rule);
  Json out = Json::array();
  for (const std::string& id : ids) {
    Json one = Json::object({{"id", id}});
    if (const Rule* rule = find_rule(id)) {
      one.set("shortDescription", text(rule->sentence));
      one.set("fullDescription", text(rule->why));
      one.set("help", text("guerdon explain " + id));
    }
    out.push_back(std::move(one));
  }
  return out;
}

Json place_of(const Diagnostic& finding, Sources& sources) {
  Json place = Json::object({{"artifactLocation", Json::object({{"uri", finding.where.path}})}});
  const Place& at = finding.where.place;
  if (at.line > 0) {
    Json region = Json::object({{"startLine", static_cast<int>(at.line)}});
    if (at.column > 0) {
      Location end = finding.where;
      end.place.column += at.length;
      region.set("startColumn", column_of(finding.where, sources));
      region.set("endColumn", column_of(end, sources));
    }
    place.set("region", std::move(region));
  }
  return Json::object({{"physicalLocation", std::move(place)}});
}

}  // namespace

std::string sarif_findings(const Diagnostics& findings, Sources& sources) {
  Json results = Json::array();
  for (const Diagnostic& finding : findings.items()) {
    Json one = Json::object(
        {{"ruleId", finding.rule},
         {"level", finding.severity == Severity::error ? "error" : "warning"},
         {"message", text(finding.hint.empty() ? finding.message : finding.message + "\n" + finding.hint)}});
    if (!finding.where.path.empty()) one.set("locations", Json(Json::Array{place_of(finding, sources)}));
    results.push_back(std::move(one));
  }
  Json driver = Json::object({{"name", "guerdon"}, {"version", version}, {"rules", broken_rules(findings)}});
  Json run = Json::object({{"tool", Json::object({{"driver", std::move(driver)}})},
                           {"columnKind", "unicodeCodePoints"},
                           {"results", std::move(results)}});
  return pretty_json(Json::object({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                                   {"version", "2.1.0"},
                                   {"runs", Json(Json::Array{std::move(run)})}}));
}

}  // namespace guerdon
