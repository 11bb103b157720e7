#pragma once

#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "yaml/parse.h"

namespace guerdon::test {

/// A text without faults, read.
inline yaml::Document parsed(std::string text) {
  Diagnostics findings;
  auto out = yaml::parse("a.yaml", std::move(text), findings);
  for (const Diagnostic& finding : findings.items())
    MESSAGE(finding.message);
  REQUIRE(out);
  return std::move(*out);
}

}  // namespace guerdon::test
