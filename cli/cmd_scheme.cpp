#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "base/error.h"
#include "base/table.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/scheme_views.h"
#include "flow/scheme_versions.h"
#include "store/load.h"

namespace guerdon {
namespace {

struct Options {
  std::string act;
  std::vector<std::string> schemes;
  bool dry_run = false;
};

/// What schemes there are: in the workspace, if there is one, and with this guerdon.
struct Shelf {
  std::optional<Root> root;
  std::optional<Workspace> workspace;
  SchemeVersions own;
  std::vector<ShippedScheme> shipped;
  std::map<std::string, SchemeUse, std::less<>> uses;

  [[nodiscard]] SchemeUse use_of(const std::string& id) const {
    const auto found = uses.find(id);
    return found != uses.end() ? found->second : SchemeUse{};
  }
};

Shelf shelf_of(const Context& context, Diagnostics& findings) {
  Shelf out;
  out.shipped = shipped_schemes(context.data_folder);
  try {
    out.root = context.root();
  } catch (const Error&) {
    return out;  // Outside a workspace there are those that came with guerdon.
  }
  out.workspace = load_workspace(*out.root);
  out.own = own_schemes(*out.root, context.today, findings);
  return out;
}

const ShippedScheme* find_shipped_in(const Shelf& shelf, std::string_view name) {
  for (const ShippedScheme& shipped : shelf.shipped) {
    if (shipped.scheme.id == name || family_of(shipped.scheme) == name) return &shipped;
  }
  return nullptr;
}

/// The workspace's, else the one that came with guerdon. Throws Error{usage} with those that there are.
const Scheme& chosen(const Shelf& shelf, const std::string& name) {
  if (const Scheme* own = find_version(shelf.own, name)) return *own;
  if (const ShippedScheme* shipped = find_shipped_in(shelf, name)) return shipped->scheme;
  std::vector<std::string> known;
  for (const auto& [id, scheme] : shelf.own)
    known.push_back(id);
  for (const ShippedScheme& shipped : shelf.shipped) {
    if (!shelf.own.contains(shipped.scheme.id)) known.push_back(shipped.scheme.id);
  }
  throw Error(Failure::usage, fmt::format("there is no scheme `{}`", sanitized(name)), "write " + joined_or(known));
}

/// How a scheme that came with guerdon stands to those of the workspace, and what to do about it.
std::string standing(const Shelf& shelf, const ShippedScheme& shipped) {
  const std::string family = family_of(shipped.scheme);
  if (!shelf.root) return "";
  if (const Scheme* same = find_same(shelf.own, shipped)) return fmt::format("here as {}", same->id);
  const Scheme* newest = newest_version(shelf.own, family);
  if (newest == nullptr) return fmt::format("not here: guerdon scheme update {}", family);
  return fmt::format("other than {0}: guerdon scheme diff {0}, guerdon scheme update {1}", newest->id, family);
}

/// Each scheme's versions upwards.
std::vector<const Scheme*> in_order(const SchemeVersions& versions) {
  std::vector<const Scheme*> out;
  for (const auto& [id, scheme] : versions)
    out.push_back(&scheme);
  std::sort(out.begin(), out.end(), [](const Scheme* left, const Scheme* right) {
    const std::string one = family_of(*left);
    const std::string other = family_of(*right);
    return one != other ? one < other : is_older_version(left->version, right->version);
  });
  return out;
}

std::string marks(bool newest, bool usual) {
  if (newest && usual) return "newest, of new cases";
  return newest ? "newest" : usual ? "of new cases" : "";
}

Report list(const Context& context) {
  Report report;
  report.schema = "guerdon.scheme-list/1";
  Shelf shelf = shelf_of(context, report.findings);
  if (shelf.root) shelf.uses = scheme_uses(*shelf.root);
  const Scheme* usual = shelf.workspace ? find_version(shelf.own, shelf.workspace->scheme.value) : nullptr;
  std::vector<std::vector<std::string>> lines{{"scheme", "name", "skills", "cases", "certificates", ""}};
  Json own = Json::array();
  for (const Scheme* scheme : in_order(shelf.own)) {
    const SchemeUse use = shelf.use_of(scheme->id);
    const bool newest = newest_version(shelf.own, family_of(*scheme)) == scheme;
    lines.push_back({scheme->id, sanitized(scheme->name), std::to_string(scheme->framework.skills.size()),
                     std::to_string(use.cases), std::to_string(use.certificates), marks(newest, scheme == usual)});
    own.push_back(Json::object({{"scheme", scheme->id},
                                {"name", scheme->name},
                                {"version", scheme->version},
                                {"skills", static_cast<int>(scheme->framework.skills.size())},
                                {"cases", static_cast<int>(use.cases)},
                                {"certificates", static_cast<int>(use.certificates)},
                                {"newest", newest},
                                {"of-new-cases", scheme == usual}}));
  }
  if (lines.size() > 1) {
    report.text += fmt::format("{}\n", fmt::join(aligned(lines), ""));
  }
  report.text += "came with this guerdon\n";
  lines.clear();
  Json shipped = Json::array();
  for (const ShippedScheme& one : shelf.shipped) {
    const Scheme* same = find_same(shelf.own, one);
    lines.push_back({one.scheme.id, one.scheme.name, standing(shelf, one)});
    shipped.push_back(Json::object({{"scheme", one.scheme.id},
                                    {"name", one.scheme.name},
                                    {"version", one.scheme.version},
                                    {"here-as", same != nullptr ? Json(same->id) : Json()}}));
  }
  report.text += fmt::format("{}", fmt::join(aligned(lines), ""));
  report.json = Json::object({{"schemes", std::move(own)}, {"shipped", std::move(shipped)}});
  return report;
}

Report show(const Context& context, const std::string& name) {
  Report report;
  report.schema = "guerdon.scheme/1";
  Shelf shelf = shelf_of(context, report.findings);
  const Scheme& scheme = chosen(shelf, name);
  if (shelf.root) shelf.uses = scheme_uses(*shelf.root);
  report.text = scheme_text(scheme, shelf.use_of(scheme.id));
  report.json = scheme_json(scheme, shelf.use_of(scheme.id));
  return report;
}

Report diff(const Context& context, const std::vector<std::string>& names) {
  Report report;
  report.schema = "guerdon.scheme-diff/1";
  const Shelf shelf = shelf_of(context, report.findings);
  const Scheme& from = chosen(shelf, names.front());
  const Scheme* to = nullptr;
  std::string called;
  if (names.size() > 1) {
    to = &chosen(shelf, names[1]);
    called = to->id;
  } else {
    const ShippedScheme* shipped = find_shipped_in(shelf, family_of(from));
    if (shipped == nullptr)
      throw Error(Failure::usage, fmt::format("no scheme `{}` came with guerdon", family_of(from)),
                  fmt::format("name the version to compare it with: guerdon scheme diff {} ID", from.id));
    to = &shipped->scheme;
    called = "what came with guerdon";
  }
  const std::vector<SchemeChange> changes = scheme_changes(from, *to);
  report.text = changes.empty() ? fmt::format("{} and {} ask and say the same\n", from.id, called)
                                : fmt::format("from {} to {}\n{}", from.id, called, changes_text(changes));
  report.json = Json::object(
      {{"from", from.id}, {"to", to->id}, {"to-shipped", names.size() == 1}, {"changes", changes_json(changes)}});
  return report;
}

/// Which version new cases get, now that one is added.
std::string of_new_cases(const Context& context, const Root& root, const NewVersion& made) {
  Diagnostics ignored;
  const SchemeVersions own = own_schemes(root, context.today, ignored);
  const std::string said = load_workspace(root).scheme.value;
  const Scheme* usual = find_version(own, said);
  const std::string family = family_of(own.find(made.id)->second);
  if (said == family)
    return fmt::format("new cases take {} from now on; cases that there are stay with theirs\n", made.id);
  if (usual != nullptr && family_of(*usual) == family)
    return fmt::format("new cases stay with {0}, as guerdon.yaml says; for the newest write `scheme: {1}` there\n",
                       said, family);
  return fmt::format("to enrol under it: guerdon enroll … --scheme {}\n", family);
}

Report made_version(const Context& context, const Options& o) {
  const Root root = context.root();
  Report report;
  const std::string& name = o.schemes.front();
  const bool copies = o.act == "copy";
  report.schema = copies ? "guerdon.scheme-copy/1" : "guerdon.scheme-update/1";
  const NewVersion made = copies ? copy_scheme(root, name, context.today, o.dry_run)
                                 : update_scheme(root, context.data_folder, name, context.today, o.dry_run);
  if (made.id.empty()) {
    report.text = fmt::format("{} is as it came with guerdon; nothing to take in\n", made.from);
    report.json = Json::object({{"scheme", made.from}, {"written", false}});
    return report;
  }
  Json paths = Json::array();
  for (const std::string& path : made.paths) {
    paths.push_back(path);
    report.text += fmt::format("{} {}\n", o.dry_run ? "would write" : "wrote", path);
  }
  report.text += changes_text(made.changes);
  report.json = Json::object({{"scheme", made.id},
                              {"from", made.from},
                              {"written", !o.dry_run},
                              {"paths", std::move(paths)},
                              {"changes", changes_json(made.changes)}});
  if (o.dry_run) return report;
  report.talk = of_new_cases(context, root, made);
  if (copies)
    report.talk += fmt::format(
        "to edit: schemes/{0}/scheme.yaml (rules, levels, steps), competences.yaml (skills), text/*.yaml (words), the "
        "other "
        "*.yaml (designs)\nnext: guerdon check; guerdon scheme diff {1} {0}; guerdon preview --scheme {0}\n",
        made.id, made.from);
  return report;
}

Report run(const Context& context, const Options& o) {
  struct Act {
    std::string_view name;
    std::size_t least;
    std::size_t most;
    std::string_view takes;
  };
  static constexpr Act acts[] = {{"list", 0, 0, ""},
                                 {"show", 1, 1, " ID"},
                                 {"diff", 1, 2, " ID [ID]"},
                                 {"update", 1, 1, " ID"},
                                 {"copy", 1, 1, " ID"}};
  const auto* act = std::find_if(std::begin(acts), std::end(acts), [&](const Act& one) { return one.name == o.act; });
  if (act == std::end(acts))
    throw Error(Failure::usage, fmt::format("`guerdon scheme {}` is not known", sanitized(o.act)),
                "write list, show, diff, update or copy");
  if (o.schemes.size() < act->least || o.schemes.size() > act->most)
    throw Error(Failure::usage,
                fmt::format("`guerdon scheme {}` takes {}", act->name,
                            act->most == 0   ? "no scheme"
                            : act->most == 1 ? "one scheme"
                                             : "one scheme or two"),
                fmt::format("guerdon scheme {}{}", act->name, act->takes));
  if (o.act == "list") return list(context);
  if (o.act == "show") return show(context, o.schemes.front());
  if (o.act == "diff") return diff(context, o.schemes);
  return made_version(context, o);
}

}  // namespace

Run setup_scheme(Usage& usage) {
  const auto o = std::make_shared<Options>();
  usage.require(
      "act", &o->act, "list|show|diff|update|copy",
      "list: those of the workspace and those that came with guerdon; show: what one asks; diff: what another "
      "version has otherwise, or what came with guerdon; update: take in what came with guerdon as a new "
      "version; copy: one more version, to be edited");
  usage.add("scheme", &o->schemes, "SCHEME", "a version's id, such as glore-1, or glore for the newest");
  usage.flag("-n,--dry-run", o->dry_run, "with update and copy: show, write nothing");
  usage.examples =
      "  guerdon scheme list\n"
      "  guerdon scheme diff glore-1 glore-2\n"
      "  guerdon scheme copy glore\n";
  return [o](Context& context) { return run(context, *o); };
}

}  // namespace guerdon
