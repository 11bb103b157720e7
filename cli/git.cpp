#include "cli/git.h"

#include <fmt/format.h>

#include <charconv>
#include <set>
#include <string_view>

#include "base/error.h"
#include "base/text.h"
#include "cli/programs.h"

namespace guerdon {
namespace {

/// What `git grep` and `git check-ignore` end with where nothing is found.
constexpr int found_nothing = 1;

/// The parts of a text that a zero byte ends.
std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\0'), text.size());
    out.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

/// Names of authors are bytes of anybody's.
std::string utf8_of(std::string text) {
  while (const auto bad = find_bad_utf8(text))
    text[*bad] = '?';
  return text;
}

std::string first_line(const std::string& text) { return sanitized(utf8_of(text.substr(0, text.find('\n')))); }

}  // namespace

Git::Git(const Context& context, const Root& root)
    : program_(find_program(context.search_path, "git")), folder_(root.folder()) {
  if (program_.empty())
    throw Error(Failure::undecidable, "git is not installed, and what changed when is known to git alone",
                "install git; the records themselves are shown by guerdon show");
  const Ran ran =
      run_program(program_, {"-C", folder_.string(), "rev-parse", "--is-shallow-repository", "--show-prefix"}, {});
  if (ran.status != 0)
    throw Error(
        Failure::undecidable,
        "the workspace is in no git repository that can be read" + (ran.err.empty() ? "" : ": " + first_line(ran.err)),
        "what is committed from now on is told: git init && git add . && git commit");
  const std::size_t end = std::min(ran.out.find('\n'), ran.out.size());
  shallow_ = ran.out.substr(0, end) == "true";
  inside_ = ran.out.substr(std::min(end + 1, ran.out.size()));
  if (inside_.ends_with('\n')) inside_.pop_back();
}

std::string Git::ask(std::vector<std::string> words, const std::string& input, int also_good) const {
  std::vector<std::string> all{"-C", folder_.string(), "-c", "core.fsmonitor=false", "-c", "core.quotePath=false"};
  all.insert(all.end(), words.begin(), words.end());
  const Ran ran = run_program(program_, all, input);
  if (ran.status == 0 || ran.status == also_good) return ran.out;
  throw Error(Failure::access, fmt::format("git {} failed", words.front()),
              ran.err.empty() ? "" : "git says: " + first_line(ran.err));
}

std::string Git::head() const {
  const Ran ran = run_program(
      program_, {"-C", folder_.string(), "rev-parse", "--verify", "--quiet", "--end-of-options", "HEAD^{commit}"}, {});
  return ran.status == 0 ? ran.out.substr(0, ran.out.find('\n')) : std::string();
}

std::string Git::commit(const std::string& revision) const {
  const Ran ran = run_program(
      program_,
      {"-C", folder_.string(), "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"}, {});
  if (ran.status != 0)
    throw Error(Failure::usage, fmt::format("git knows no revision `{}`", sanitized(revision)),
                "name a commit, a branch or a tag, or a day before: HEAD~3, v2026, 'main@{2026-03-01}'");
  return ran.out.substr(0, ran.out.find('\n'));
}

std::vector<Commit> Git::history(const std::vector<std::string>& paths) const {
  std::vector<std::string> words{"log",
                                 "-z",
                                 "--raw",
                                 "--no-abbrev",
                                 "--no-renames",
                                 "--relative",
                                 "--no-color",
                                 "--no-notes",
                                 "--no-ext-diff",
                                 "--no-show-signature",
                                 "--encoding=UTF-8",
                                 "--format=%H%x00%as%x00%an",
                                 "--"};
  words.insert(words.end(), paths.begin(), paths.end());
  std::vector<Commit> out;
  const std::vector<std::string> parts = parts_of(ask(words));
  for (std::size_t i = 0; i + 2 < parts.size();) {
    Commit commit{parts[i], parts[i + 1], utf8_of(parts[i + 2]), {}};
    i += 3;
    while (i + 1 < parts.size()) {
      // ":100644 100644 <before> <after> M", after a line end for the first.
      const std::string line = parts[i].substr(parts[i].starts_with('\n') ? 1 : 0);
      if (line.empty()) ++i;
      if (!line.starts_with(':')) break;
      const std::size_t before = line.find(' ', line.find(' ') + 1) + 1;
      const std::size_t after = line.find(' ', before) + 1;
      commit.files.push_back(
          {parts[i + 1], line.substr(before, after - before - 1), line.substr(after, line.find(' ', after) - after)});
      i += 2;
    }
    out.push_back(std::move(commit));
  }
  return out;
}

std::vector<std::string> Git::holding(const std::vector<std::string>& texts, const std::vector<std::string>& commits,
                                      const std::string& folder) const {
  std::vector<std::string> asked{"grep", "-l", "-z", "-F"};
  if (texts.empty() || commits.empty()) return {};
  for (const std::string& text : texts)
    asked.insert(asked.end(), {"-e", text});
  asked.insert(asked.end(), commits.begin(), commits.end());
  asked.insert(asked.end(), {"--", folder});
  std::set<std::string> out;
  for (const std::string& found : parts_of(ask(asked, {}, found_nothing)))
    out.insert(found.substr(found.find(':') + 1));
  return {out.begin(), out.end()};
}

std::set<std::string> Git::ignored(const std::vector<std::string>& paths) const {
  std::string input;
  for (const std::string& path : paths)
    input += path + '\0';
  const std::vector<std::string> found = parts_of(ask({"check-ignore", "-z", "--stdin"}, input, found_nothing));
  return {found.begin(), found.end()};
}

std::string Git::name_of(const std::string& commit, const std::string& path) const {
  return commit + ':' + inside_ + path;
}

std::vector<std::optional<std::string>> Git::contents(const std::vector<std::string>& names) const {
  std::string input;
  for (const std::string& name : names)
    input += name + '\n';
  const std::string answer = ask({"cat-file", "--batch"}, input);
  std::vector<std::optional<std::string>> out;
  for (std::size_t at = 0; out.size() < names.size();) {
    // "<id> blob <size>", a line end, the content, a line end; or "<name> missing".
    const std::size_t end = std::min(answer.find('\n', at), answer.size());
    const std::string_view head = std::string_view(answer).substr(at, end - at);
    std::size_t size = 0;
    const char* number = head.data() + head.rfind(' ') + 1;
    const bool there = std::from_chars(number, head.data() + head.size(), size).ec == std::errc{};
    at = std::min(end + 1, answer.size());
    out.emplace_back();
    if (!there) continue;
    if (head.find(" blob ") != std::string_view::npos) out.back() = answer.substr(at, size);
    at = std::min(at + size + 1, answer.size());
  }
  return out;
}

}  // namespace guerdon
