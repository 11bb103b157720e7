#include "flow/find_case.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
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

/// The ids of the people whose name, in either form, holds all words.
std::set<std::string> people_named(const Root& root, const std::string& words) {
  std::set<std::string> out;
  for (const std::string& name : names_in(root.resolve("people"))) {
    if (name.starts_with('.') || !name.ends_with(".yaml")) continue;
    Diagnostics ignored;
    const auto document = load_document(root, "people/" + name, ignored);
    if (!document) continue;
    const auto person = read_person(*document, ignored);
    if (!person) continue;
    const bool hit = has_words(person->name.value, words) || (person->latin && has_words(person->latin->value, words));
    if (hit) out.insert(person->id.value.text);
  }
  return out;
}

/// The id of the case's person; empty when the file does not say.
std::string person_in(const Root& root, const std::string& path) {
  Diagnostics ignored;
  const auto document = load_document(root, path, ignored);
  const yaml::Node* person = document ? document->root.find("person") : nullptr;
  return person != nullptr ? person->scalar : std::string();
}

std::string id_of(const std::string& path) { return fs::path(path).stem().string(); }

/// The paths of the cases that `word` may mean.
std::vector<std::string> matches(const Root& root, const std::string& word, Naming naming) {
  const std::vector<std::string> paths = case_paths(root);
  std::vector<std::string> exact;
  std::vector<std::string> out;
  std::error_code fault;
  const fs::path as_file = fs::weakly_canonical(fs::absolute(word, fault), fault);
  for (const std::string& path : paths) {
    const std::string id = id_of(path);
    if (path == word || root.folder() / path == as_file) return {path};
    if (id == word) exact.push_back(path);
    constexpr std::size_t year = 5;  // "2026-"
    const bool prefix = naming == Naming::any && word.size() >= 3 && is_id_like(word) &&
                        (id.starts_with(word) || (id.size() > year && id.substr(year).starts_with(word)));
    if (prefix) out.push_back(path);
  }
  if (!exact.empty()) return exact;
  if (!out.empty() || naming == Naming::exact) return out;
  const auto people = people_named(root, word);
  for (const std::string& path : paths) {
    if (people.empty()) break;
    if (people.contains(person_in(root, path))) out.push_back(path);
  }
  return out;
}

}  // namespace

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

std::string volunteer_name(const Root& root, const std::string& path) {
  const std::string id = person_in(root, path);
  if (!PersonId::parse(id)) return {};
  Diagnostics ignored;
  const auto document = load_document(root, "people/" + id + ".yaml", ignored);
  const auto person = document ? read_person(*document, ignored) : std::nullopt;
  return person ? person->name.value : std::string();
}

FoundCase find_case(const Root& root, const std::string& word, Naming naming) {
  const std::vector<std::string> found = matches(root, word, naming);
  if (found.size() == 1) return {id_of(found.front()), found.front()};
  if (found.empty()) {
    throw Error(Failure::usage, fmt::format("no case is named by `{}`", sanitized(word)),
                naming == Naming::exact
                    ? "without a terminal a case is named by its full id or its path; guerdon status lists them"
                    : "guerdon status lists the cases");
  }
  const bool one_id = std::all_of(found.begin(), found.end(), [&](const auto& path) { return id_of(path) == word; });
  std::string list;
  for (const std::string& path : found) {
    list += '\n' + (one_id ? path : id_of(path));
    if (const std::string name = volunteer_name(root, path); !name.empty()) list += "  " + sanitized(name);
    if (list.size() > 1000) {
      list += "\n…";
      break;
    }
  }
  throw Error(Failure::usage, fmt::format("`{}` names {} cases", sanitized(word), found.size()),
              (one_id ? "name one of them by its path, and give one a new id:" : "name one of them by its id:") + list);
}

}  // namespace guerdon
