#pragma once

#include <string>
#include <vector>

#include "base/advance.h"
#include "base/error.h"
#include "base/shard.h"
#include "flow/press.h"

namespace guerdon {

/// What became of one PDF. A workspace may have a hundred thousand: it holds no more than it must.
struct Rendered {
  std::string path;
  bool written = false;  ///< false when the file was there with the same bytes
  std::optional<Failure> failure;
};

struct Rendering {
  std::vector<Rendered> results;
  Diagnostics findings;
};

/// Makes the PDFs of the facts at `paths` again, each from its facts alone. A file that holds the same bytes is not
/// touched. `shard` says which part of a workspace `paths` are: other parts may be made at the same time.
Rendering render(const Root& root, const std::vector<std::string>& paths, const PressRoom& room, unsigned jobs,
                 Shard shard = {}, const OnAdvance& on_advance = {});

}  // namespace guerdon
