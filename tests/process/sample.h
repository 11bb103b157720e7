#pragma once

#include <map>
#include <string>

#include "model/case.h"
#include "model/world.h"
#include "process/judge.h"

namespace guerdon::test {

/// The files of a small workspace by path: one case, organisations, people, practitioners. `case.yaml` stands for the
/// case.
using Files = std::map<std::string, std::string>;

/// The text of a file below the source folder.
std::string source_file(const std::string& path);

/// The complete case of tests/rules/base and what it refers to.
const Files& base_files();

/// As `base_files`, of tests/rules/lever-up: a path that was assessed.
const Files& lever_up_files();

/// GloRe as templates/glore has it.
const Scheme& glore();

/// LEVER UP as templates/lever-up has it, with a design that prints nothing.
const Scheme& lever_up();

/// A case and its world, read from files; a finding of a reader fails the test.
struct Sample {
  Case record;
  World world;

  explicit Sample(const Files& files = base_files(), const Scheme& version = glore());

  [[nodiscard]] const Scheme& scheme() const { return world.schemes.begin()->second; }
  /// The request that the base case meets: issued the day after the end, signed by its president.
  [[nodiscard]] IssueRequest request(std::string kind) const;
  /// What a certificate of this case would state, as issued under `request`.
  [[nodiscard]] Certificate certificate(const std::string& kind) const;
};

/// "path:line: error: message" of each finding, one a line.
std::string listed(const Diagnostics& findings);

/// The messages of one rule's findings, one a line.
std::string messages(const Diagnostics& findings, std::string_view rule);

}  // namespace guerdon::test
