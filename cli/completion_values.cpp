#include "cli/completion_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/error.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/press_room.h"
#include "flow/find_case.h"
#include "model/designs.h"
#include "process/rule.h"
#include "store/load.h"

namespace guerdon {
namespace {

namespace fs = std::filesystem;

using Offers = std::vector<Offer>;

/// What completes by the word that stands for a value in the help.
struct Source {
  std::string_view value;
  std::string_view options;  ///< only of these, with a space before and behind each; empty for all
  Offers (*offers)(const Context& context);
};

World world_of(const Context& context) {
  Diagnostics ignored;
  return load_surroundings(context.root(), context.today, std::set<std::string>{}, ignored);
}

/// With the volunteers' names, while there are so few that reading them is not waited for.
Offers cases(const Context& context) {
  constexpr std::size_t most_named = 200;
  const Root root = context.root();
  const std::vector<std::string> paths = case_paths(root);
  Offers out;
  for (const std::string& path : paths)
    out.push_back({fs::path(path).stem().string(), paths.size() > most_named ? "" : volunteer_name(root, path)});
  return out;
}

Offers practitioners(const Context& context) {
  Offers out;
  for (const auto& [id, practitioner] : world_of(context).practitioners)
    out.push_back({id, practitioner.name.value});
  return out;
}

/// Of every organisation, then the practitioners.
Offers staff(const Context& context) {
  const World world = world_of(context);
  Offers out;
  for (const auto& [id, organisation] : world.organisations) {
    for (const Staff& one : organisation.staff)
      out.push_back({one.id.value, fmt::format("{}, {}", one.name.value, organisation.name.value)});
  }
  for (const auto& [id, practitioner] : world.practitioners)
    out.push_back({id, practitioner.name.value});
  return out;
}

Offers organisations(const Context& context) {
  Offers out;
  for (const auto& [id, organisation] : world_of(context).organisations)
    out.push_back({id, organisation.name.value});
  return out;
}

Offers people(const Context& context) {
  Diagnostics ignored;
  Offers out;
  for (const auto& [id, person] :
       load_world(context.root(), context.today, {true, {}, {}, std::set<std::string>{}, false}, ignored).people)
    out.push_back({id, person.name.value});
  return out;
}

Offers schemes(const Context& context) {
  Offers out;
  for (const auto& [id, scheme] : world_of(context).schemes)
    out.push_back({id, scheme.name});
  return out;
}

/// What `items` lists of each scheme, as `offer` makes it.
template <class Items, class Make>
Offers of_schemes(const Context& context, Items items, Make offer) {
  Offers out;
  for (const auto& [id, scheme] : world_of(context).schemes) {
    for (const auto& item : items(scheme))
      out.push_back(offer(item));
  }
  return out;
}

Offers skills(const Context& context) {
  return of_schemes(
      context, [](const Scheme& scheme) -> const auto& { return scheme.framework.skills; },
      [](const Skill& skill) {
        return Offer{skill.id, skill.name};
      });
}

Offers levels(const Context& context) {
  return of_schemes(
      context, [](const Scheme& scheme) -> const auto& { return scheme.scale.levels; },
      [](const Level& level) {
        return Offer{std::to_string(level.number), level.word};
      });
}

Offers sections(const Context& context) {
  return of_schemes(
      context, [](const Scheme& scheme) -> const auto& { return scheme.sections; },
      [](const Section& section) {
        return Offer{section.key, section.title};
      });
}

Offers certificate_kinds(const Context& context) {
  return of_schemes(
      context, [](const Scheme& scheme) -> const auto& { return scheme.certificates; },
      [](const CertificateKind& kind) {
        return Offer{kind.id, kind.name};
      });
}

Offers certificates(const Context& context) {
  Offers out;
  for (const std::string& path : certificate_paths(context.root()))
    out.push_back({fs::path(path).stem().string(), ""});
  return out;
}

Offers designs(const Context& context) {
  Offers out;
  for (const std::string& name : design_names(world_of(context).schemes))
    out.push_back({name, ""});
  return out;
}

Offers languages(const Context& context) {
  Offers out;
  for (const std::string& language : known_locales(context))
    out.push_back({language, load_locale(context, language).name});
  return out;
}

/// Those that a scheme of the workspace asks for.
Offers asked_rules(const Context& context) {
  const World world = world_of(context);
  Offers out;
  for (const Rule* rule : rules()) {
    const bool is_asked = std::any_of(world.schemes.begin(), world.schemes.end(),
                                      [&](const auto& entry) { return entry.second.find_rule(rule->id) != nullptr; });
    if (is_asked) out.push_back({std::string(rule->id), std::string(rule->sentence)});
  }
  return out;
}

Offers pages(const Context& /*context*/) {
  Offers out;
  for (const Command& command : commands())
    out.push_back({std::string(command.name), std::string(command.summary)});
  out.push_back({"format", "the files of a workspace"});
  return out;
}

Offers today(const Context& context) { return {{context.today.to_string(), "today"}}; }

constexpr Source sources[] = {
    {"CASE", "", cases},
    {"ID", " --by --with --coordinator --professional --signer --reviewer --scribe ", staff},
    {"ID", " practitioner ", practitioners},
    {"ID", " --organisation --centre ", organisations},
    {"ID", " --person ", people},
    {"ID", " --scheme ", schemes},
    {"ID", " --competence ", skills},
    {"SCHEME", "", schemes},
    {"SKILL", "", skills},
    {"COMPETENCE", "", skills},
    {"LEVEL", "", levels},
    {"SECTION", "", sections},
    {"KIND", " --certificate ", certificate_kinds},
    {"CERTIFICATE", "", certificates},
    {"NAME", " --design ", designs},
    {"LANG", "", languages},
    {"RULE", "", asked_rules},
    {"DATE", "", today},
    {"PAGE", "", pages},
};

Offers offers_of(const Context& context, std::string_view value, const std::string& option) {
  for (const Source& source : sources) {
    const bool fits = source.options.empty() || source.options.find(' ' + option + ' ') != std::string_view::npos;
    if (source.value == value && fits) return source.offers(context);
  }
  return {};
}

/// `SKILL`, `SKILL[=LEVEL]`, `SKILL=LEVEL`: keys, and behind a key its value.
Offers pairs(const Context& context, std::string_view value, const std::string& option, const std::string& typed) {
  const std::size_t sign = value.find('=');
  const bool is_optional = sign != std::string_view::npos && value[sign - 1] == '[';
  const std::string_view key = value.substr(0, is_optional ? sign - 1 : sign);
  if (sign == std::string_view::npos) return offers_of(context, key, option);
  const std::size_t typed_sign = typed.find('=');
  if (typed_sign == std::string::npos) {
    Offers out = offers_of(context, key, option);
    for (Offer& offer : out)
      offer.word += is_optional ? "" : "=";
    return out;
  }
  std::string_view rest = value.substr(sign + 1);
  if (rest.ends_with(']')) rest.remove_suffix(1);
  Offers out = offers_of(context, rest, option);
  for (Offer& offer : out)
    offer.word.insert(0, typed.substr(0, typed_sign + 1));
  return out;
}

/// `present|remote`: each word that stands for itself, and the values of each that stands for others.
Offers alternatives(const Context& context, const Input& input, const std::string& typed) {
  Offers out;
  std::string_view rest = input.value;
  const std::string option = input.long_name();
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('|'), rest.size());
    const std::string_view word = rest.substr(0, end);
    const bool stands_for_others = std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (stands_for_others) {
      for (Offer& offer : pairs(context, word, option, typed))
        out.push_back(std::move(offer));
    } else if (!word.starts_with('@')) {
      out.push_back({std::string(word), ""});
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return out;
}

/// Whether a word means itself to every shell: records may be written by anybody.
bool is_plain(std::string_view word) {
  return !word.empty() &&
         word.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.=_-") ==
             std::string_view::npos;
}

}  // namespace

Completion values_of(const Context& context, const Input& input, const std::string& typed) {
  if (input.value == "FILE" || input.value == "PATH") return {{}, Completion::Paths::files};
  if (input.value == "FOLDER") return {{}, Completion::Paths::folders};
  Completion out;
  try {
    out.offers = alternatives(context, input, typed);
  } catch (const Error&) {
    return {};  // Outside a workspace, and in a damaged one, there is nothing to offer.
  }
  std::set<std::string> seen;
  std::erase_if(out.offers, [&](const Offer& one) { return !is_plain(one.word) || !seen.insert(one.word).second; });
  for (Offer& offer : out.offers)
    offer.about = sanitized(offer.about);
  return out;
}

}  // namespace guerdon
