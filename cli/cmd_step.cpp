#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/error.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/recording.h"
#include "cli/skill_list.h"
#include "yaml/emit.h"

namespace guerdon {
namespace {

constexpr std::string_view prefix = "step ";

struct Options : StepOptions {
  std::string section;
  std::vector<std::string> with;
  std::string by;
  std::vector<std::string> met;
  std::vector<std::string> not_met;
  std::vector<std::string> competences;
  std::vector<std::string> reasons;
  std::string formal;
  bool grounds = false;
  std::vector<std::string> plans;
  std::vector<std::string> deadlines;
};

/// A flag that is a part of some sections, and whether it was given.
struct Flag {
  std::string_view name;
  bool (*given)(const Options&);
};

constexpr std::array flags{
    Flag{"--with", [](const Options& o) { return !o.with.empty(); }},
    Flag{"--by", [](const Options& o) { return !o.by.empty(); }},
    Flag{"--met", [](const Options& o) { return !o.met.empty(); }},
    Flag{"--not-met", [](const Options& o) { return !o.not_met.empty(); }},
    Flag{"--competence", [](const Options& o) { return !o.competences.empty(); }},
    Flag{"--reason", [](const Options& o) { return !o.reasons.empty(); }},
    Flag{"--formal", [](const Options& o) { return !o.formal.empty(); }},
    Flag{"--grounds", [](const Options& o) { return o.grounds; }},
    Flag{"--plan", [](const Options& o) { return !o.plans.empty(); }},
    Flag{"--by-when", [](const Options& o) { return !o.deadlines.empty(); }},
};

/// What an answer is made from.
struct Making {
  const Context& context;
  const Options& options;
  const Scheme& scheme;
};

void need_flags(const Making& make, const std::vector<Need>& needs) {
  need(std::string(prefix) + make.options.section, needs);
}

yaml::Node with_of(const Options& o) { return o.with.empty() ? yaml::Node{} : yaml::row(o.with); }

yaml::Node awareness(const Making& make) {
  return yaml::block({{"on", date_node(make.options.on)}, {"with", with_of(make.options)}});
}

yaml::Node identification(const Making& make) {
  const Options& o = make.options;
  need_flags(make, {{!o.competences.empty(), "--competence"}});
  return yaml::block({{"on", date_node(o.on)},
                      {"with", with_of(o)},
                      {"competences", skill_list(make.context, {.skills = o.competences,
                                                                .texts = o.reasons,
                                                                .option = "--reason",
                                                                .key = "reason",
                                                                .level_needed = false,
                                                                .naming = "competence",
                                                                .rating = "outcome"})}});
}

bool is_among(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// The items of the checklist in its order, then those that it does not have, for the rule to object to.
std::vector<std::string> items_in_order(const Making& make) {
  const Options& o = make.options;
  const bool all = is_among(o.met, "all");
  std::vector<std::string> out;
  for (const Framework::Group& item : make.scheme.framework.checklist) {
    if (all || is_among(o.met, item.id) || is_among(o.not_met, item.id)) out.push_back(item.id);
  }
  for (const auto* words : {&o.met, &o.not_met}) {
    for (const std::string& word : *words) {
      if (word != "all" && !is_among(out, word)) out.push_back(word);
    }
  }
  return out;
}

yaml::Node quality(const Making& make) {
  const Options& o = make.options;
  need_flags(make, {{!o.by.empty(), "--by"}, {!o.met.empty() || !o.not_met.empty(), "--met"}});
  std::vector<yaml::Node> items;
  for (const std::string& item : items_in_order(make)) {
    const bool not_met = is_among(o.not_met, item);
    if (not_met && is_among(o.met, item))
      throw Error(Failure::usage, fmt::format("`{}` is given as met and as not met", sanitized(item)),
                  "name it behind `--met` or behind `--not-met`");
    items.push_back(yaml::block({{"item", yaml::text(item)}, {"met", yaml::bare(not_met ? "false" : "true")}}));
  }
  return yaml::block({{"on", date_node(o.on)}, {"by", yaml::text(o.by)}, {"items", yaml::list(std::move(items))}});
}

yaml::Node choice(const Making& make) {
  const Options& o = make.options;
  need_flags(make, {{!o.formal.empty(), "--formal"}});
  if (o.formal != "yes" && o.formal != "no")
    throw Error(Failure::usage, fmt::format("`--formal {}` is neither `yes` nor `no`", sanitized(o.formal)),
                "whether to be assessed formally is the candidate's own choice");
  return yaml::block({{"on", date_node(o.on)},
                      {"formal", yaml::bare(o.formal == "yes" ? "true" : "false")},
                      {"grounds", o.grounds ? yaml::bare("true") : yaml::Node{}}});
}

yaml::Node looking_ahead(const Making& make) {
  const Options& o = make.options;
  need_flags(make, {{!o.plans.empty(), "--plan"}});
  std::vector<std::string> names;
  std::vector<yaml::Node> plan;
  for (const std::string& argument : o.plans) {
    const auto [name, text] = split_pair(argument, "--plan");
    names.push_back(name);
    plan.push_back(
        yaml::block({{"competence", yaml::text(name)}, {"step", yaml::text(text_or_file(make.context, text))}}));
  }
  for (const std::string& argument : o.deadlines) {
    const auto [name, date] = split_pair(argument, "--by-when");
    const auto at = std::find(names.begin(), names.end(), name);
    if (at == names.end())
      throw Error(Failure::usage,
                  fmt::format("`--by-when {}` speaks of a competence that no `--plan` names", sanitized(name)),
                  fmt::format("add --plan \"{}=TEXT\", with the competence named as there", sanitized(name)));
    yaml::Node& entry = plan[static_cast<std::size_t>(at - names.begin())];
    entry.keys.push_back(yaml::bare("by"));
    entry.items.push_back(date_node(day_given(date, "--by-when", {}).to_string()));
  }
  return yaml::block({{"on", date_node(o.on)}, {"with", with_of(o)}, {"plan", yaml::list(std::move(plan))}});
}

/// A section that flags can fill: its flags, and its value made from them.
struct Filling {
  std::string_view section;
  std::array<std::string_view, 4> flags;  ///< the rest is empty
  yaml::Node (*make)(const Making&);
};

/// What is not in it takes its answer from a file.
constexpr std::array fillings{
    Filling{"awareness", {"--with"}, awareness},
    Filling{"identification", {"--with", "--competence", "--reason"}, identification},
    Filling{"quality", {"--by", "--met", "--not-met"}, quality},
    Filling{"choice", {"--formal", "--grounds"}, choice},
    Filling{"looking-ahead", {"--with", "--plan", "--by-when"}, looking_ahead},
};

const Filling* find_filling(std::string_view section) {
  const auto found =
      std::find_if(fillings.begin(), fillings.end(), [&](const Filling& f) { return f.section == section; });
  return found == fillings.end() ? nullptr : &*found;
}

/// The sections of a scheme that this command fills, in their order.
std::vector<std::string> sections_of(const Scheme& scheme) {
  std::vector<std::string> out;
  for (const Section& section : scheme.sections) {
    if (section.command.starts_with(prefix)) out.push_back(section.key);
  }
  return out;
}

void refuse_section(const Options& o, const Scheme& scheme, const std::string& case_id) {
  const Section* section = scheme.find_section(o.section);
  if (section != nullptr && section->command.starts_with(prefix)) return;
  const std::vector<std::string> known = sections_of(scheme);
  const std::string steps = known.empty()
                                ? fmt::format("each of its steps has a command of its own: guerdon show {}", case_id)
                                : "guerdon step takes " + joined_or(known);
  if (section == nullptr)
    throw Error(Failure::usage, fmt::format("{} has no section `{}`", scheme.id, sanitized(o.section)), steps);
  if (section->command.empty())
    throw Error(Failure::usage, fmt::format("no command fills the section `{}` of {}", section->key, scheme.id), steps);
  throw Error(Failure::usage,
              fmt::format("`{}` of {} is filled by `guerdon {}`", section->key, scheme.id, section->command),
              fmt::format("guerdon {} --help", section->command));
}

void refuse_flags(const Options& o, const Filling* filling) {
  for (const Flag& flag : flags) {
    if (!flag.given(o)) continue;
    std::string own;
    for (const std::string_view name : filling != nullptr ? filling->flags : std::array<std::string_view, 4>{}) {
      if (name == flag.name) own = name;
    }
    if (!own.empty()) continue;
    std::vector<std::string> takes;
    if (filling != nullptr) {
      for (const std::string_view name : filling->flags) {
        if (!name.empty()) takes.emplace_back(name);
      }
    }
    throw Error(Failure::usage, fmt::format("`{}` is no part of `{}`", flag.name, o.section),
                takes.empty() ? fmt::format("its answer comes from a file: guerdon step {} CASE --template", o.section)
                              : "it takes " + joined_or(takes));
  }
}

/// The case named first, as the other commands take it.
void refuse_swapped(const Options& o) {
  const auto is_known = [](std::string_view word) { return word == "documentation" || find_filling(word) != nullptr; };
  if (!is_known(o.case_name) || is_known(o.section)) return;
  throw Error(Failure::usage, "the step stands before the case",
              fmt::format("guerdon step {} {}", o.case_name, sanitized(o.section)));
}

Report run(Context& context, const Options& o) {
  refuse_swapped(o);
  const Root root = context.root();
  const FoundCase found = find_case(root, o.case_name, o.print_template ? Naming::any : naming_for(context));
  const Standing standing = load_standing(context, root, found);
  refuse_section(o, *standing.scheme, found.id);
  const Filling* filling = find_filling(o.section);
  refuse_flags(o, filling);
  return record(context, o, {o.section}, [&](const Root&, const FoundCase&) {
    if (filling == nullptr)
      throw Error(
          Failure::usage, fmt::format("`guerdon step {}` takes its answer from a file", o.section),
          fmt::format("guerdon step {} {} --template >answer.yaml, then --from answer.yaml", o.section, found.id));
    return filling->make({context, o, *standing.scheme});
  });
}

}  // namespace

Run setup_step(Usage& usage) {
  const auto o = std::make_shared<Options>();
  usage.require("section", &o->section, "SECTION", "which step: awareness, identification, documentation, …");
  add_step_options(usage, *o);
  usage.add("--with", &o->with, "ID", "awareness, identification, looking-ahead: her tutor; may be repeated");
  usage.add("--competence", &o->competences, "COMPETENCE[=OUTCOME]",
            "identification: what she wants to show, and how far she sees herself; may be repeated");
  usage.add("--reason", &o->reasons, "COMPETENCE=TEXT|@FILE",
            "identification: why; private, never printed; better with --from, which no process list shows");
  usage.add("--by", &o->by, "ID", "quality: the tutor who filled the checklist in");
  usage.add("--met", &o->met, "all|ITEM", "quality: what the portfolio meets; may be repeated");
  usage.add("--not-met", &o->not_met, "ITEM", "quality: what it does not; may be repeated");
  usage.add("--formal", &o->formal, "yes|no", "choice: whether she wants to be assessed formally");
  usage.flag("--grounds", o->grounds, "choice: she wants the grounds of each result on the second page");
  usage.add("--plan", &o->plans, "COMPETENCE=TEXT|@FILE", "looking-ahead: what she is going to do; may be repeated");
  usage.add("--by-when", &o->deadlines, "COMPETENCE=DATE", "looking-ahead: until when; may be repeated");
  for (const char* name : {"--from", "--template"})
    usage.alone[name].push_back("section");
  usage.examples =
      "  guerdon step awareness 2026-7kq3h2xd --with giulia-neri\n"
      "  guerdon step documentation 2026-7kq3h2xd --template >answer.yaml\n"
      "  guerdon step documentation 2026-7kq3h2xd --from answer.yaml\n"
      "  guerdon step quality 2026-7kq3h2xd --by giulia-neri --met all --not-met readable\n";
  return [o](Context& context) { return run(context, *o); };
}

}  // namespace guerdon
