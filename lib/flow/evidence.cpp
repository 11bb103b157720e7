#include "flow/evidence.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/sha256.h"
#include "base/text.h"
#include "process/rule.h"
#include "yaml/emit.h"

namespace guerdon {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t digits_shown = 12;

/// A word of a shell.
std::string shell_word(const std::string& text) {
  constexpr std::string_view plain = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_./";
  if (text.find_first_not_of(plain) == std::string::npos) return text;
  std::string out = "'";
  for (const char c : text)
    out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + '\'';
}

/// A file as somebody named it, without the steps that lead nowhere.
std::string shown(const fs::path& file) { return sanitized(file.lexically_normal().string()); }

[[noreturn]] void refuse_outside(const Root& root, const fs::path& file, std::string_view case_id) {
  const fs::path folder = root.folder() / "evidence" / case_id;
  std::error_code fault;
  const std::string target = shell_word(sanitized(fs::proximate(folder, fault).string()));
  throw Error(Failure::refused, fmt::format("`{}` lies outside the workspace", shown(file)),
              fmt::format("move it there first: mkdir -p {} && mv {} {}/", target, shell_word(shown(file)), target));
}

/// What guerdon and git write themselves: it would differ from its digest soon.
constexpr std::array written_here =
    std::to_array<std::string_view>({"cases", "people", "organisations", "practitioners", "certificates", "events",
                                     "schemes", "fonts", "images", "guerdon.yaml", ".git", ".guerdon"});

void refuse_record(const std::string& path, std::string_view case_id) {
  const std::string top = path.substr(0, path.find('/'));
  if (std::find(written_here.begin(), written_here.end(), top) == written_here.end()) return;
  throw Error(Failure::refused, fmt::format("`{}` is no evidence but a record of the workspace", sanitized(path)),
              fmt::format("name a file that shows what was done; evidence/{}/ is the place for it", case_id));
}

enum class State : std::uint8_t { intact, changed, missing };

struct Found {
  State state = State::missing;
  std::string sha256;
};

Found look_at(const Root& root, const Evidence& evidence) {
  const fs::path file = root.resolve(evidence.file.value);
  std::error_code fault;
  if (!fs::is_regular_file(file, fault)) return {};
  std::string digest = sha256(read_file(file));
  const State state = digest == evidence.sha256.value ? State::intact : State::changed;
  return {state, std::move(digest)};
}

void check_one(const Root& root, const Workspace& workspace, const Inquiry& inquiry, const Evidence& evidence) {
  const std::string path = sanitized(evidence.file.value);
  Found found;
  try {
    found = look_at(root, evidence);
  } catch (const MachineFault&) {
    throw;
  } catch (const Error& error) {
    inquiry.object(evidence.file.place, fmt::format("the evidence `{}` cannot be read", path), error.finding().message);
    return;
  }
  if (found.state == State::changed) {
    inquiry.object(evidence.file.place,
                   fmt::format("`{}` was changed: its SHA-256 begins {}, the one on record {}", path,
                               found.sha256.substr(0, digits_shown), evidence.sha256.value.substr(0, digits_shown)),
                   "bring it back as it was; what is new gets a name of its own, and is taken with guerdon evidence");
  }
  if (found.state == State::missing && workspace.evidence_tracked) {
    inquiry.advise(
        {inquiry.record.path, evidence.file.place}, fmt::format("the evidence `{}` is not there", path),
        "bring it back from version control; where files stay outside it: `evidence: local` in guerdon.yaml");
  }
}

}  // namespace

EvidenceFile take_evidence(const Root& root, const fs::path& file, std::string_view case_id) {
  std::error_code fault;
  const fs::path absolute = fs::weakly_canonical(fs::absolute(file, fault), fault);
  const std::string path = root.relative(absolute);
  if (!fs::exists(absolute, fault))
    throw Error(Failure::access, fmt::format("there is no file `{}`", shown(file)), "give its path from here");
  if (path.empty() || path.starts_with("..")) refuse_outside(root, file, case_id);
  refuse_record(path, case_id);
  if (!fs::is_regular_file(absolute, fault))
    throw Error(Failure::refused, fmt::format("`{}` is no file", shown(file)),
                "name each file by itself; of many make one, such as an archive");
  const std::string bytes = read_file(absolute);
  if (bytes.empty())
    throw Error(Failure::refused, fmt::format("`{}` holds nothing", shown(file)),
                "see to it that the whole file was copied");
  return {path, sha256(bytes)};
}

yaml::Node evidence_node(const EvidenceFile& file, std::string_view kind, std::string_view title,
                         const std::vector<std::string>& competences) {
  return yaml::block({{"file", yaml::text(file.path)},
                      {"sha256", yaml::text(file.sha256)},
                      {"kind", yaml::text(kind)},
                      {"title", yaml::text(title)},
                      {"competences", yaml::row(competences)}});
}

void check_evidence(const Root& root, const Workspace& workspace, const Case& record, const Scheme& scheme,
                    const World& world, Diagnostics& findings) {
  const RuleSetting* setting = scheme.find_rule("evidence.intact");
  if (!record.documentation || setting == nullptr || setting->strength == Strength::off) return;
  if (setting->strength == Strength::expect && record.find_waiver("evidence.intact") != nullptr) return;
  const Inquiry inquiry(record, scheme, world, *setting, nullptr, findings);
  for (const Evidence& evidence : record.documentation->evidence) {
    if (!evidence.file.value.empty()) check_one(root, workspace, inquiry, evidence);
  }
}

}  // namespace guerdon
