#include <fmt/format.h>

#include <map>
#include <memory>

#include "base/error.h"
#include "base/text.h"
#include "cli/case_files.h"
#include "cli/commands.h"

namespace guerdon {
namespace {

struct Options {
  std::string case_name;
};

/// What a commit shows of its id.
constexpr std::size_t short_id = 7;

/// What git is asked for: the files, and the case in whatever year's folder it lay.
std::vector<std::string> pathspecs_of(const std::vector<std::string>& files, const std::string& id) {
  std::vector<std::string> out;
  out.reserve(files.size() + 1);
  for (const std::string& file : files)
    out.push_back(":(literal)" + file);
  if (CaseId::parse(id)) out.push_back(fmt::format(":(glob)cases/*/{}.yaml", id));
  return out;
}

/// The contents that the commits name, each asked for once.
std::map<std::string, std::optional<std::string>> contents_of(const Git& git, const std::vector<Commit>& commits) {
  std::map<std::string, std::optional<std::string>> out;
  for (const Commit& commit : commits) {
    for (const Commit::File& file : commit.files) {
      out.emplace(file.before, std::nullopt);
      out.emplace(file.after, std::nullopt);
    }
  }
  std::vector<std::string> names;
  names.reserve(out.size());
  for (const auto& [name, content] : out)
    names.push_back(name);
  std::vector<std::optional<std::string>> contents = git.contents(names);
  for (std::size_t i = 0; i < names.size(); ++i)
    out[names[i]] = std::move(contents[i]);
  return out;
}

/// Whether a file of the case stands otherwise in the workspace than in the last commit.
bool has_uncommitted(const Git& git, const Root& root, const std::string& head, const std::vector<std::string>& files) {
  std::vector<std::string> names;
  names.reserve(files.size());
  for (const std::string& file : files)
    names.push_back(git.name_of(head, file));
  const auto committed = git.contents(names);
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (committed[i] != text_here(root, files[i])) return true;
  }
  return false;
}

Report run(Context& context, const Options& o) {
  Report report;
  report.schema = "guerdon.log/1";
  const Root root = context.root();
  const FoundCase found = find_case(root, o.case_name, Naming::any);
  const Git git(context, root);
  const std::string head = git.head();
  std::vector<std::string> files;
  std::vector<Commit> commits;
  if (!head.empty()) {
    files = files_of_case(root, found, git, {head});
    commits = git.history(pathspecs_of(files, found.id));
  }
  if (commits.empty())
    throw Error(Failure::refused, fmt::format("case {} is in no commit yet", found.id),
                fmt::format("git add {} && git commit", found.path));
  const SkillNames skills = skill_names(root, found);
  const auto contents = contents_of(git, commits);
  Json all = Json::array();
  for (const Commit& commit : commits) {
    std::vector<FileChange> changed;
    for (const Commit::File& file : commit.files)
      changed.push_back({file.path, contents.at(file.before), contents.at(file.after)});
    const std::vector<ToldChange> told = told_changes(changed, skills);
    report.text += fmt::format("{}{}  {}  {}\n", report.text.empty() ? "" : "\n", commit.on,
                               commit.id.substr(0, short_id), sanitized(commit.author));
    report.text += changes_text(told, 2);
    all.push_back(Json::object(
        {{"commit", commit.id}, {"on", commit.on}, {"author", commit.author}, {"changes", changes_json(told)}}));
  }
  const bool more = has_uncommitted(git, root, head, files);
  if (git.is_shallow())
    report.talk =
        "this clone holds only the last commits, and tells what came before with the oldest: git fetch --unshallow\n";
  if (more) report.talk += fmt::format("what is not committed yet: guerdon diff {}\n", found.id);
  report.json = Json::object({{"case", found.id}, {"uncommitted", more}, {"commits", std::move(all)}});
  return report;
}

}  // namespace

Run setup_log(Usage& usage) {
  const auto o = std::make_shared<Options>();
  usage.require("case", &o->case_name, "CASE", "the case: its id, a part of it, its path, or words of the name");
  usage.examples = "  guerdon log 2026-7kq\n";
  return [o](Context& context) { return run(context, *o); };
}

}  // namespace guerdon
