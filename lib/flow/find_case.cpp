#include "flow/find_case.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "base/error.h"
#include "base/text.h"
#include "model/person_read.h"
#include "store/load.h"

namespace guerdon {
namespace fs = std::filesystem;
namespace {

bool is_id_like(std::string_view word) {
  return word.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos;
}

/// Whether every word of `wanted` is a whole word of `name`, both folded.
bool has_words(const std::string& name, const std::string& wanted) {
  const std::string padded = ' ' + folded(name) + ' ';
  std::istringstream words(folded(wanted));
  std::string word;
  bool any = false;
  while (words >> word) {
    any = true;
    if (padded.find(' ' + word + ' ') == std::string::npos) return false;
  }
  return any;
}

/// The people whose name, in either form, holds all words: id -> name.
std::map<std::string, std::string> people_named(const Root& root, const std::string& words) {
  std::map<std::string, std::string> out;
  std::error_code fault;
  for (fs::directory_iterator it(root.resolve("people"), fault), end; !fault && it != end; it.increment(fault)) {
    if (it->path().extension() != ".yaml") continue;
    Diagnostics ignored;
    const auto document = load_document(root, root.relative(it->path()), ignored);
    if (!document) continue;
    const auto person = read_person(*document, ignored);
    if (!person) continue;
    const bool hit = has_words(person->name.value, words) || (person->latin && has_words(person->latin->value, words));
    if (hit) out[person->id.value.text] = person->name.value;
  }
  return out;
}

/// The id after `person:` at the start of a line; the file need not be parsed for it.
std::string person_in(const Root& root, const std::string& path) {
  const std::string text = '\n' + read_file(root.resolve(path));
  const std::size_t at = text.find("\nperson: ");
  if (at == std::string::npos) return {};
  return text.substr(at + 9, 10);
}

struct Match {
  std::string path;
  std::string name;
};

std::vector<Match> matches(const Root& root, const std::string& word, Naming naming) {
  const std::vector<std::string> paths = case_paths(root);
  std::vector<Match> out;
  std::error_code fault;
  const fs::path as_file = fs::weakly_canonical(fs::absolute(word, fault), fault);
  for (const std::string& path : paths) {
    const std::string id = fs::path(path).stem().string();
    const bool exact = id == word || path == word || root.folder() / path == as_file;
    if (exact) return {{path, {}}};
    const bool prefix = naming == Naming::any && word.size() >= 3 && is_id_like(word) &&
                        (id.starts_with(word) || id.substr(5).starts_with(word));
    if (prefix) out.push_back({path, {}});
  }
  if (!out.empty() || naming == Naming::exact) return out;
  const auto people = people_named(root, word);
  for (const std::string& path : paths) {
    if (people.empty()) break;
    const auto person = people.find(person_in(root, path));
    if (person != people.end()) out.push_back({path, person->second});
  }
  return out;
}

}  // namespace

FoundCase find_case(const Root& root, const std::string& word, Naming naming) {
  const std::vector<Match> found = matches(root, word, naming);
  if (found.size() == 1) return {fs::path(found.front().path).stem().string(), found.front().path};
  if (found.empty()) {
    throw Error(Failure::usage, fmt::format("no case is named by `{}`", sanitized(word)),
                naming == Naming::exact
                    ? "without a terminal a case is named by its full id or its path; guerdon status lists them"
                    : "guerdon status lists the cases");
  }
  std::string list;
  for (const Match& match : found) {
    list += (list.empty() ? "" : "\n") + fs::path(match.path).stem().string();
    if (!match.name.empty()) list += "  " + sanitized(match.name);
    if (list.size() > 1000) {
      list += "\n…";
      break;
    }
  }
  throw Error(Failure::usage, fmt::format("`{}` names {} cases", sanitized(word), found.size()),
              "name one of them by its id:\n" + list);
}

}  // namespace guerdon
