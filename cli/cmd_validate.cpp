#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "base/error.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/recording.h"
#include "yaml/emit.h"

namespace guerdon {
namespace {

struct Options : StepOptions {
  std::vector<std::string> by;
  std::vector<std::string> agree;
  std::vector<std::string> skills;
  std::vector<std::string> leave_out;
  std::vector<std::string> seen_by;
  std::string volunteer;
  std::string appeal;
  std::vector<std::string> reviewers;
  std::string because;

  [[nodiscard]] bool says_skills() const { return !(agree.empty() && skills.empty() && leave_out.empty()); }
};

yaml::Node appeal_node(const Options& o, const Context& context) {
  need("validate --appeal", {{!o.reviewers.empty(), "--reviewer"}});
  return yaml::block({{"on", yaml::bare(o.on.empty() ? context.today.to_string() : o.on)},
                      {"by", yaml::row(o.reviewers)},
                      {"decision", yaml::bare(o.appeal)},
                      {"because", o.because.empty() ? yaml::Node{} : yaml::text(text_or_file(context, o.because))}});
}

/// The flags of one validation, brought to skill ids.
class Talk {
 public:
  Talk(const Options& options, const Standing& standing, yaml::Node appeal)
      : o_(options), standing_(standing), appeal_(std::move(appeal)) {
    for (const std::string& skill : o_.skills) {
      const auto [name, level] = split_pair(skill, "--skill");
      levels_.emplace_back(id_of(name), level);
    }
    for (const std::string& skill : o_.leave_out)
      left_out_.push_back(id_of(skill));
    for (const std::string& skill : o_.agree) {
      if (skill != "all") agreed_.push_back(id_of(skill));
    }
    for (const std::string& seen : o_.seen_by) {
      const auto [name, staff] = split_pair(seen, "--seen-by");
      seen_by_.emplace_back(id_of(name), staff);
    }
  }

  yaml::Node answer() {
    std::vector<yaml::Node> skills;
    if (standing_.record.self_assessment) {
      for (const auto& claim : standing_.record.self_assessment->skills)
        skills.push_back(agreement(claim));
    }
    for (const auto& [skill, level] : levels_) {
      if (!is_claimed(skill)) skills.push_back(entry(skill, {}, level));
    }
    for (const std::string& skill : left_out_)
      check_claimed(skill, "--leave-out");
    for (const std::string& skill : agreed_)
      check_claimed(skill, "--agree");
    return yaml::block({{"on", date_node(o_.on)},
                        {"by", o_.by.empty() ? yaml::Node{} : yaml::row(o_.by)},
                        {"volunteer", o_.volunteer.empty() ? yaml::Node{} : yaml::bare(o_.volunteer)},
                        {"skills", yaml::list(std::move(skills))},
                        {"appeal", std::move(appeal_)}});
  }

 private:
  /// The id of a skill in any spelling; a word that is no skill stays, and is reported with the answer.
  [[nodiscard]] std::string id_of(const std::string& word) const {
    const Skill* skill = standing_.scheme->framework.match(word);
    return skill != nullptr ? skill->id : word;
  }

  [[nodiscard]] bool is_claimed(const std::string& skill) const {
    const auto& assessment = standing_.record.self_assessment;
    return assessment && std::any_of(assessment->skills.begin(), assessment->skills.end(),
                                     [&](const auto& claim) { return claim.skill.value == skill; });
  }

  void check_claimed(const std::string& skill, std::string_view option) const {
    if (is_claimed(skill)) return;
    if (!standing_.record.self_assessment) {
      throw Error(Failure::refused, "the volunteer has not assessed herself: nothing can be left out",
                  fmt::format("guerdon self-assess {} --template >answer.yaml", standing_.record.id.value.text));
    }
    throw Error(Failure::usage,
                fmt::format("`{} {}`: the self-assessment does not claim this skill", option, sanitized(skill)),
                fmt::format("to add a skill that the organisation saw: --skill {}=LEVEL", sanitized(skill)));
  }

  yaml::Node agreement(const SelfAssessment::Claim& claim) const {
    const std::string& skill = claim.skill.value;
    const std::string claimed = std::to_string(claim.level.value);
    const bool out = std::find(left_out_.begin(), left_out_.end(), skill) != left_out_.end();
    const auto other =
        std::find_if(levels_.begin(), levels_.end(), [&](const auto& pair) { return pair.first == skill; });
    const bool all = std::find(o_.agree.begin(), o_.agree.end(), "all") != o_.agree.end();
    const bool agreed = all || std::find(agreed_.begin(), agreed_.end(), skill) != agreed_.end();
    if (out)
      return yaml::block(
          {{"skill", yaml::bare(skill)}, {"claimed", yaml::bare(claimed)}, {"left-out", yaml::bare("true")}});
    if (other != levels_.end()) return entry(skill, claimed, other->second);
    if (agreed) return entry(skill, claimed, claimed);
    throw Error(Failure::usage,
                fmt::format("nothing is said of `{}`, which the self-assessment claims at {}", skill, claimed),
                fmt::format("--agree {0}, --skill {0}=LEVEL, or --leave-out {0}", skill));
  }

  [[nodiscard]] yaml::Node entry(const std::string& skill, const std::string& claimed,
                                 const std::string& agreed) const {
    std::vector<std::string> seen;
    for (const auto& [name, staff] : seen_by_) {
      if (name == skill) seen.push_back(staff);
    }
    return yaml::block({{"skill", yaml::text(skill)},
                        {"claimed", claimed.empty() ? yaml::Node{} : yaml::bare(claimed)},
                        {"agreed", yaml::bare(agreed)},
                        {"seen-by", seen.empty() ? yaml::Node{} : yaml::row(seen)}});
  }

  const Options& o_;
  const Standing& standing_;
  yaml::Node appeal_;
  std::vector<std::pair<std::string, std::string>> levels_;
  std::vector<std::string> left_out_;
  std::vector<std::string> agreed_;
  std::vector<std::pair<std::string, std::string>> seen_by_;
};

yaml::Node answer(const Options& o, const Context& context, const Root& root, const FoundCase& found) {
  need("validate", {{!o.by.empty() || !o.appeal.empty(), "--by"},
                    {!o.agree.empty() || !o.skills.empty(), "--agree"},
                    {!o.volunteer.empty(), "--volunteer present|remote"}});
  const Standing standing = load_standing(context, root, found);
  return Talk(o, standing, o.appeal.empty() ? yaml::Node{} : appeal_node(o, context)).answer();
}

/// An appeal that changed nothing in the result stands beside what was validated.
Report record_appeal(Context& context, const Options& o) {
  return record(context, o, {"validation", yaml::EditKind::extend}, [&](const Root& root, const FoundCase& found) {
    const Case before = load_standing(context, root, found).record;
    if (!before.validation)
      throw Error(
          Failure::refused,
          Diagnostic{Severity::error,
                     "validation.present",
                     {before.path, before.section("validation")},
                     "nothing was validated that the appeal could be against",
                     fmt::format("say the result with it: guerdon validate {} --appeal {} --reviewer ID --agree "
                                 "SKILL --leave-out SKILL --volunteer present|remote",
                                 before.id.value.text, o.appeal)});
    return yaml::block({{"appeal", appeal_node(o, context)}});
  });
}

}  // namespace

Run setup_validate(Usage& usage) {
  const auto o = std::make_shared<Options>();
  add_step_options(usage, *o);
  usage.add("--by", &o->by, "ID", "who spoke for the organisation; may be repeated");
  usage.add("--agree", &o->agree, "all|SKILL", "agreed as claimed: a skill, or all; may be repeated");
  usage.add("--skill", &o->skills, "SKILL=LEVEL",
            "agreed at another level than claimed, or added by the organisation; may be repeated");
  usage.add("--leave-out", &o->leave_out, "SKILL", "not agreed: left out; may be repeated");
  usage.add("--seen-by", &o->seen_by, "SKILL=ID", "who of the organisations saw the skill; may be repeated");
  usage.add("--volunteer", &o->volunteer, "present|remote", "how the volunteer took part: present or remote");
  usage.add("--appeal", &o->appeal, "granted|dismissed",
            "the volunteer appealed, and what came of it; alone, or with the skills as they are agreed now");
  usage.add("--reviewer", &o->reviewers, "ID",
            "with --appeal: the second reviewer, of no organisation of the case; may be repeated");
  usage.add("--because", &o->because, "TEXT|@FILE", "with --appeal: why it was so decided; private");
  usage.examples =
      "  guerdon validate 2026-7kq3h2xd --by luca-bianchi --agree all --skill autonomy=4 --volunteer present\n";
  return [o](Context& context) {
    if (o->appeal.empty() && !(o->reviewers.empty() && o->because.empty()))
      throw Error(Failure::usage, "`--reviewer` and `--because` are of an appeal", "add --appeal granted|dismissed");
    if (!o->appeal.empty() && !o->says_skills()) return record_appeal(context, *o);
    return record(context, *o, {"validation"},
                  [&](const Root& root, const FoundCase& found) { return answer(*o, context, root, found); });
  };
}

}  // namespace guerdon
