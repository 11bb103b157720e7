#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/id.h"
#include "flow/find_case.h"
#include "flow/issue.h"
#include "flow/press.h"
#include "model/locale.h"
#include "store/file.h"
#include "store/folder.h"
#include "store/load.h"

namespace guerdon::test {

/// The day after the base case ended.
inline const Date today = *Date::parse("2026-08-29");

/// Bits that repeat.
Random counted_random(std::uint64_t seed = 1);

const Locale& english();
/// The locale that guerdon brings along for a language.
const Locale& locale_of(const std::string& language);
PressRoom press_room();

/// What reads drawings and backgrounds.
const Importer& importer();

/// The workspace of Orto Sociale as `guerdon init` makes it, with the organisations of tests/rules/base (where the
/// professional may sign too), in a folder that goes with the test.
struct Office : Folder {
  Office();

  Root root;

  [[nodiscard]] Workspace workspace() const { return load_workspace(root); }
  [[nodiscard]] World world(Diagnostics& findings) const { return load_world(root, today, {}, findings); }

  /// Writes a case and its person; without texts the complete ones of tests/rules/base, under these ids.
  FoundCase add_case(const std::string& id = "2026-7kq3h2xd", const std::string& person = "p-8h2m4c9w",
                     std::string case_text = {}, std::string person_text = {}) const;

  /// Issues with one worker as of `today`, what the options leave open as `guerdon issue` fills it in.
  Issuing issue(IssueOptions options, std::uint64_t seed = 1) const;
  Issuing issue(const FoundCase& found) const;
};

/// A case of an office, read, and what it refers to; a finding of a reader is a fault of the test.
struct Scene {
  World world;
  Case record;

  Scene(const Office& office, const FoundCase& found);
  [[nodiscard]] const Scheme& scheme() const { return world.schemes.begin()->second; }
};

/// The texts of tests/rules/base: a case at whose end everything is recorded, and its volunteer.
std::string base_case_text();
std::string base_person_text();

/// Facts with the digest that fits them.
std::string digested(const std::string& facts);

/// "path:line:column: severity: message [rule]" of each finding, one a line.
std::string listed(const Diagnostics& findings);

/// "case kind outcome" of each result, one a line.
std::string listed(const Issuing& issuing);

/// What a shell command prints; throws with it when the command fails.
std::string output_of(const std::string& command);

}  // namespace guerdon::test
