#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/date.h"
#include "cli/context.h"

namespace guerdon {

/// What a commit did to the files that were asked for.
struct Commit {
  struct File {
    std::string path;    ///< relative to the workspace
    std::string before;  ///< the name of its content in git; zeros where it was not there
    std::string after;
  };
  std::string id;
  std::string on;      ///< the author's day: 2026-03-05
  std::string author;  ///< as git has it, in UTF-8
  std::vector<File> files;
};

/// The git repository that a workspace lies in. Nothing is ever written to it.
class Git {
 public:
  /// Throws Error{undecidable} where git or a repository is missing.
  Git(const Context& context, const Root& root);

  /// The id of the commit that `revision` names. Throws Error{usage} for none.
  [[nodiscard]] std::string commit(const std::string& revision) const;
  /// Whether the clone holds only the last commits.
  [[nodiscard]] bool is_shallow() const { return shallow_; }
  /// The id of the last commit; empty when there is none.
  [[nodiscard]] std::string head() const;

  /// The commits that changed one of these paths, newest first. A path is a pathspec of git relative to the workspace.
  [[nodiscard]] std::vector<Commit> history(const std::vector<std::string>& paths) const;

  /// The files below `folder` that hold one of these `texts` in one of these commits, relative to the workspace.
  [[nodiscard]] std::vector<std::string> holding(const std::vector<std::string>& texts,
                                                 const std::vector<std::string>& commits,
                                                 const std::string& folder) const;

  /// Those of the paths that git leaves out on purpose.
  [[nodiscard]] std::set<std::string> ignored(const std::vector<std::string>& paths) const;

  /// The contents of what git calls by these names; empty for what is not there.
  [[nodiscard]] std::vector<std::optional<std::string>> contents(const std::vector<std::string>& names) const;
  /// What git calls a file of a commit.
  [[nodiscard]] std::string name_of(const std::string& commit, const std::string& path) const;

 private:
  [[nodiscard]] std::string ask(std::vector<std::string> words, const std::string& input = {}, int also_good = 0) const;

  std::filesystem::path program_;
  std::filesystem::path folder_;
  std::string inside_;  ///< the workspace's folder in the repository, "records/"
  bool shallow_ = false;
};

}  // namespace guerdon
