#include <fmt/format.h>

#include <memory>

#include "base/error.h"
#include "base/text.h"
#include "cli/case_files.h"
#include "cli/commands.h"

namespace guerdon {
namespace {

struct Options {
  std::string case_name;
  std::string revisions;
};

/// A state of the workspace: a commit, or as it stands.
struct Side {
  std::string name;    ///< as it was asked for
  std::string commit;  ///< empty for the workspace as it stands
};

constexpr std::string_view as_it_stands = "the workspace";

/// Both sides of `A..B`, `A..`, `..B`, `A`, or nothing.
std::pair<Side, Side> sides_of(const std::string& revisions, const Git& git) {
  const std::size_t dots = revisions.find("..");
  if (revisions.find("...") != std::string::npos)
    throw Error(Failure::usage, fmt::format("`{}` has three dots", sanitized(revisions)),
                "write two, as in HEAD~3..HEAD");
  const std::string from = revisions.substr(0, dots);
  Side before{from.empty() ? "HEAD" : from, {}};
  before.commit = git.commit(before.name);
  if (dots == std::string::npos) return {before, {std::string(as_it_stands), {}}};
  const std::string to = revisions.substr(dots + 2);
  Side after{to.empty() ? "HEAD" : to, {}};
  after.commit = git.commit(after.name);
  return {before, after};
}

std::vector<std::optional<std::string>> texts_of(const Git& git, const Root& root, const Side& side,
                                                 const std::vector<std::string>& files) {
  std::vector<std::optional<std::string>> out;
  std::vector<std::string> names;
  for (const std::string& file : files) {
    if (side.commit.empty()) {
      out.push_back(text_here(root, file));
    } else {
      names.push_back(git.name_of(side.commit, file));
    }
  }
  return side.commit.empty() ? out : git.contents(names);
}

Report run(Context& context, const Options& o) {
  Report report;
  report.schema = "guerdon.diff/1";
  const Root root = context.root();
  const FoundCase found = find_case(root, o.case_name, Naming::any);
  const Git git(context, root);
  if (git.head().empty())
    throw Error(Failure::refused, "nothing is committed yet", fmt::format("git add {} && git commit", found.path));
  const auto sides = sides_of(o.revisions, git);
  std::vector<std::string> commits{sides.first.commit};
  if (!sides.second.commit.empty()) commits.push_back(sides.second.commit);
  const std::vector<std::string> files = files_of_case(root, found, git, commits);
  const auto before = texts_of(git, root, sides.first, files);
  const auto after = texts_of(git, root, sides.second, files);
  std::vector<FileChange> changed;
  for (std::size_t i = 0; i < files.size(); ++i)
    changed.push_back({files[i], before[i], after[i]});
  const std::vector<ToldChange> told = told_changes(changed, skill_names(root, found));
  report.text = changes_text(told, 0);
  if (told.empty())
    report.talk =
        fmt::format("nothing changed between {} and {}\n", sanitized(sides.first.name), sanitized(sides.second.name));
  report.json = Json::object({{"case", found.id}, {"from", sides.first.commit}, {"changes", changes_json(told)}});
  if (!sides.second.commit.empty()) report.json.set("to", sides.second.commit);
  return report;
}

}  // namespace

Run setup_diff(Usage& usage) {
  const auto o = std::make_shared<Options>();
  usage.require("case", &o->case_name, "CASE", "the case: its id, a part of it, its path, or words of the name");
  usage.add("revisions", &o->revisions, "REV[..REV]",
            "what git calls the state before, and the one after; HEAD and the workspace as it stands when left away");
  usage.examples =
      "  guerdon diff 2026-7kq\n"
      "  guerdon diff 2026-7kq HEAD~5..HEAD\n";
  return [o](Context& context) { return run(context, *o); };
}

}  // namespace guerdon
