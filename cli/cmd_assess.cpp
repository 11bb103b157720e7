#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "base/error.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/recording.h"
#include "process/proposal.h"
#include "yaml/emit.h"

namespace guerdon {
namespace {

struct Options : StepOptions {
  std::vector<std::string> by;
  std::string kind;
  std::string centre;
  std::string portfolio;
  std::string interview;
  std::string mode;
  std::string competence;
  std::vector<std::string> rates;
  std::string outcome;
  std::string because;
  std::string context;
  std::string task;
  std::string autonomy;
  std::string grounds;
  bool propose = false;
};

/// The criteria and ratings of `--rate 1a=3,1b=na`, in the order given.
std::vector<std::pair<std::string, std::string>> rates_of(const std::vector<std::string>& arguments) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const std::string& argument : arguments) {
    for (std::size_t begin = 0; begin <= argument.size();) {
      const std::size_t end = std::min(argument.find(',', begin), argument.size());
      const std::string rate = argument.substr(begin, end - begin);
      const std::size_t at = rate.find('=');
      if (at == 0 || at == std::string::npos || at + 1 == rate.size())
        throw Error(Failure::usage, fmt::format("`--rate {}` is no criterion with its rating", sanitized(rate)),
                    "as in --rate 1a=3,1b=4,2a=na");
      const std::string value = rate.substr(at + 1);
      out.emplace_back(rate.substr(0, at), value == "na" ? "not-applicable" : value);
      begin = end + 1;
    }
  }
  return out;
}

yaml::Node text_or_none(const std::string& text) { return text.empty() ? yaml::Node{} : yaml::text(text); }

const Skill& competence_of(const Options& o, const Scheme& scheme) {
  if (const Skill* skill = scheme.framework.match(o.competence)) return *skill;
  const auto near = scheme.framework.near(o.competence);
  throw Error(Failure::usage,
              fmt::format("`--competence {}` is no competence of {}", sanitized(o.competence), scheme.id),
              near.empty() ? fmt::format("guerdon assess {} --template lists them", o.case_name)
                           : fmt::format("did you mean {}?", joined_or(near)));
}

/// `first` for a competence that nobody has judged; what a further judgement is must be said.
std::string kind_of(const Options& o, const Skill& competence, const Case& record) {
  if (!o.kind.empty()) return o.kind;
  const auto& all = record.assessments;
  const auto last = std::find_if(all.rbegin(), all.rend(), [&](const Assessment& assessment) {
    return std::any_of(assessment.results.begin(), assessment.results.end(),
                       [&](const auto& result) { return result.competence.value == competence.id; });
  });
  if (last != all.rend())
    throw Error(Failure::usage, fmt::format("{} was assessed on {} already", competence.id, last->on.value.to_string()),
                "say what this one is: --kind second-opinion or --kind appeal");
  return "first";
}

yaml::Node complexity_of(const Options& o) {
  if (o.context.empty() && o.task.empty() && o.autonomy.empty()) return {};
  need("assess", {{!o.context.empty(), "--context"}, {!o.task.empty(), "--task"}, {!o.autonomy.empty(), "--autonomy"}});
  yaml::Node out = yaml::block(
      {{"context", yaml::bare(o.context)}, {"task", yaml::bare(o.task)}, {"autonomy", yaml::bare(o.autonomy)}});
  out.flow = true;
  return out;
}

yaml::Node interview_of(const Options& o) {
  if (o.interview.empty() && o.mode.empty()) return {};
  need("assess", {{!o.interview.empty(), "--interview"}, {!o.mode.empty(), "--mode"}});
  yaml::Node out = yaml::block({{"on", yaml::bare(o.interview)}, {"mode", yaml::bare(o.mode)}});
  out.flow = true;
  return out;
}

yaml::Node answer(const Options& o, const Context& context, const Standing& standing) {
  need("assess", {{!o.by.empty(), "--by"}, {!o.competence.empty(), "--competence"}, {!o.rates.empty(), "--rate"}});
  const Skill& competence = competence_of(o, *standing.scheme);
  yaml::Node ratings;
  ratings.kind = yaml::Kind::mapping;
  ratings.flow = true;
  for (const auto& [criterion, value] : rates_of(o.rates)) {
    ratings.keys.push_back(yaml::text(criterion));
    ratings.items.push_back(is_slug(value) ? yaml::bare(value) : yaml::text(value));
  }
  yaml::Node result =
      yaml::block({{"competence", yaml::bare(competence.id)},
                   {"ratings", std::move(ratings)},
                   {"outcome", text_or_none(o.outcome)},
                   {"because", o.because.empty() ? yaml::Node{} : yaml::text(text_or_file(context, o.because))},
                   {"complexity", complexity_of(o)},
                   {"grounds", o.grounds.empty() ? yaml::Node{} : yaml::text(text_or_file(context, o.grounds))}});
  return yaml::block({{"on", yaml::bare(o.on.empty() ? context.today.to_string() : o.on)},
                      {"kind", yaml::bare(kind_of(o, competence, standing.record))},
                      {"by", yaml::row(o.by)},
                      {"centre", text_or_none(o.centre)},
                      {"portfolio", date_node(o.portfolio)},
                      {"interview", interview_of(o)},
                      {"competences", yaml::list({std::move(result)})}});
}

/// What one result is, and what its ratings propose.
void tell_result(const Assessment::Result& result, const Scheme& scheme, std::string& text, Json& list) {
  const Skill* competence = scheme.framework.find(result.competence.value);
  const auto proposal = competence != nullptr ? proposal_of(*competence, result.ratings, scheme) : std::nullopt;
  if (!proposal) return;
  const std::string proposed = proposal->level ? outcome_word(scheme.scale, *proposal->level) : "nothing";
  const std::string outcome = result.level ? outcome_word(scheme.scale, result.level->value) : "no outcome";
  const bool taken = result.level && proposal->level == result.level->value;
  Json arithmetic = Json::array();
  text +=
      taken ? fmt::format("{}: {}, as the ratings propose\n", competence->id, outcome)
            : fmt::format("{}: {}, decided with a reason; the ratings propose {}\n", competence->id, outcome, proposed);
  for (const std::string& line : arithmetic_of(*proposal, scheme)) {
    text += "  " + line + '\n';
    arithmetic.push_back(line);
  }
  Json one = Json::object({{"competence", competence->id},
                           {"points", proposal->points.got},
                           {"of", proposal->points.most},
                           {"rated", static_cast<int>(proposal->rated)},
                           {"criteria", static_cast<int>(proposal->criteria)},
                           {"arithmetic", std::move(arithmetic)}});
  if (proposal->level) one.set("proposed", proposed);
  if (result.level) one.set("outcome", outcome);
  list.push_back(std::move(one));
}

/// What a result that was reached lacks for its certificate; `issue` would refuse it later.
std::string lacks_of(const Assessment::Result& result, const Scheme& scheme) {
  const auto is_asked = [&](std::string_view rule) {
    const RuleSetting* setting = scheme.find_rule(rule);
    return setting != nullptr && setting->strength == Strength::require;
  };
  if (!result.level || result.level->value == 0) return {};
  std::string out;
  if (!result.complexity && is_asked("assessment.complexity")) out = "`complexity:`";
  if (!result.grounds && is_asked("assessment.grounds")) out += out.empty() ? "`grounds:`" : " and `grounds:`";
  if (out.empty()) return {};
  return fmt::format("{} has no {}: write it into the file, no certificate is issued without\n",
                     result.competence.value, out);
}

void tell(const Case& after, const Scheme& scheme, Report& report) {
  if (after.assessments.empty()) return;
  std::string text;
  std::string lacks;
  Json list = Json::array();
  for (const Assessment::Result& result : after.assessments.back().results) {
    tell_result(result, scheme, text, list);
    lacks += lacks_of(result, scheme);
  }
  report.text = text + report.text;
  report.talk = lacks + report.talk;
  report.json.set("proposals", std::move(list));
}

void refuse_without_assessments(const Context& context, const Options& o) {
  const Root root = context.root();
  const Naming naming = o.print_template ? Naming::any : naming_for(context);
  const Standing standing = load_standing(context, root, find_case(root, o.case_name, naming));
  if (standing.scheme->find_section("assessments") != nullptr) return;
  throw Error(Failure::refused, fmt::format("{} has no formal assessment", standing.scheme->id),
              "what its cases have: guerdon show " + standing.record.id.value.text);
}

/// The proposal alone: what the ratings would give, before anything is decided.
Report propose(Context& context, const Options& o) {
  need("assess", {{!o.competence.empty(), "--competence"}, {!o.rates.empty(), "--rate"}});
  const Root root = context.root();
  const Standing standing = load_standing(context, root, find_case(root, o.case_name, naming_for(context)));
  const Skill& competence = competence_of(o, *standing.scheme);
  std::vector<Assessment::Rating> ratings;
  for (const auto& [criterion, value] : rates_of(o.rates)) {
    if (competence.find_criterion(criterion) == nullptr)
      throw Error(Failure::usage, fmt::format("{} has no criterion `{}`", competence.id, sanitized(criterion)),
                  "a criterion is the number of its learning outcome and a letter, as in 1a");
    const bool number = value.size() == 1 && value[0] >= '1' && value[0] <= '0' + most_rating;
    if (!number && value != "not-applicable")
      throw Error(Failure::usage, fmt::format("`--rate {}={}` is no rating", criterion, sanitized(value)),
                  fmt::format("a rating is 1 to {}, or na for not applicable", most_rating));
    ratings.push_back({{criterion, {}}, number ? std::optional<int>(value[0] - '0') : std::nullopt});
  }
  const auto proposal = proposal_of(competence, ratings, *standing.scheme);
  if (!proposal)
    throw Error(Failure::refused, fmt::format("{} proposes nothing from ratings", standing.scheme->id),
                "guerdon explain assessment.proposal");
  Report report;
  report.schema = "guerdon.proposal/1";
  const std::string word = proposal->level ? outcome_word(standing.scheme->scale, *proposal->level) : "nothing";
  report.text = fmt::format("{}: the ratings propose {}\n", competence.id, word);
  Json arithmetic = Json::array();
  for (const std::string& line : arithmetic_of(*proposal, *standing.scheme)) {
    report.text += "  " + line + '\n';
    arithmetic.push_back(line);
  }
  Json unrated = Json::array();
  for (const std::string& criterion : proposal->unrated)
    unrated.push_back(criterion);
  report.json = Json::object({{"case", standing.record.id.value.text},
                              {"competence", competence.id},
                              {"arithmetic", std::move(arithmetic)},
                              {"unrated", std::move(unrated)}});
  if (proposal->level) report.json.set("proposed", word);
  return report;
}

}  // namespace

Run setup_assess(Usage& usage) {
  const auto o = std::make_shared<Options>();
  o->is_list = true;
  o->tell = tell;
  add_step_options(usage, *o);
  usage.add("--by", &o->by, "ID", "the assessor, a practitioner; may be repeated");
  usage.add("--kind", &o->kind, "KIND",
            "first, second-opinion or appeal; first for a competence that nobody has judged");
  usage.add("--centre", &o->centre, "ID", "the service centre, an organisation");
  usage.add("--portfolio", &o->portfolio, "DATE", "when the portfolio was reviewed");
  usage.add("--interview", &o->interview, "DATE", "when the interview was held");
  usage.add("--mode", &o->mode, "MODE", "how it was held: present or remote");
  usage.add("--competence", &o->competence, "ID", "the competence that is judged; several in one answer with --from");
  usage.add("--rate", &o->rates, "CRITERION=N,…", "ratings, 1 to 4 or na for not applicable; may be repeated");
  usage.add("--outcome", &o->outcome, "OUTCOME", "the assessor's decision; what the ratings propose when left away");
  usage.add("--because", &o->because, "TEXT|@FILE", "why it is not what the ratings propose; private, never printed");
  usage.add("--context", &o->context, "STEP", "how complex the context was: low, mid-low, mid-high or high");
  usage.add("--task", &o->task, "STEP", "how complex the task was");
  usage.add("--autonomy", &o->autonomy, "STEP", "how autonomous the candidate was");
  usage.add("--grounds", &o->grounds, "TEXT|@FILE",
            "what the result rests on, for a certificate; printed only when the candidate chose so");
  usage.flag("--propose", o->propose, "show what the ratings propose, and no more");
  usage.alone["--propose"] = {"case", "--competence", "--rate", "--propose"};
  usage.examples =
      "  guerdon assess 2026-7kq3h2xd --template >answer.yaml\n"
      "  guerdon assess 2026-7kq3h2xd --from answer.yaml --dry-run\n"
      "  guerdon assess 2026-7kq3h2xd --propose --competence teamwork --rate 1a=3,1b=4,1c=3\n";
  return [o](Context& context) {
    refuse_without_assessments(context, *o);
    if (o->propose) return propose(context, *o);
    return record(context, *o, {"assessments", yaml::EditKind::append}, [&](const Root& root, const FoundCase& found) {
      return answer(*o, context, load_standing(context, root, found));
    });
  };
}

}  // namespace guerdon
