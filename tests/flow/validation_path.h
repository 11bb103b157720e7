#pragma once

#include <fmt/format.h>

#include <filesystem>
#include <stdexcept>
#include <string>

#include "flow/sample.h"

namespace guerdon::test {

/// An office that has LEVER UP too, with the practitioners and the service centre of tests/rules/lever-up and its case.
struct ValidationPath : Office {
  FoundCase found;
  World world;

  /// With the whole case, or with what stands before a section of it.
  explicit ValidationPath(const std::string& until = {}) {
    const std::filesystem::path shipped = std::filesystem::path(GUERDON_SOURCE_DIR) / "templates/lever-up";
    std::filesystem::create_directories(root.resolve("schemes"));
    std::filesystem::copy(shipped, root.resolve("schemes/lever-up-1"), std::filesystem::copy_options::recursive);
    for (const char* file :
         {"organisations/csv-torino.yaml", "practitioners/giulia-neri.yaml", "practitioners/marco-riva.yaml"})
      write(file, source_text(fmt::format("tests/rules/lever-up/{}", file)));
    const std::string whole = source_text("tests/rules/lever-up/case.yaml");
    found = add_case("2026-7kq3h2xd", "p-8h2m4c9w", until.empty() ? whole : whole.substr(0, whole.find(until)));
    Diagnostics findings;
    world = load_world(root, today, {}, findings);
  }

  [[nodiscard]] const Scheme& scheme() const { return world.schemes.find("lever-up-1")->second; }

  [[nodiscard]] Case record() const {
    Diagnostics findings;
    auto out = load_case(root, found.path, world, findings);
    if (!out) throw std::runtime_error(listed(findings));
    return *out;
  }
};

}  // namespace guerdon::test
