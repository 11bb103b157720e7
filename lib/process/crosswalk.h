#pragma once

#include <string>
#include <vector>

#include "model/case.h"
#include "model/world.h"

namespace guerdon {

/// How one skill of a case reads elsewhere.
struct Crosswalk {
  /// A skill of another scheme that is close.
  struct Near {
    std::string skill;   ///< id
    std::string name;    ///< empty when no scheme of the workspace has it
    std::string scheme;  ///< "glore-1"; empty likewise
  };
  std::string skill;
  std::string name;
  std::vector<Near> near;                    ///< those that its list names, then those whose lists name it
  std::vector<std::string> key_competences;  ///< names, of the recommendation of 2018
  std::vector<std::string> esco;             ///< concept URIs
  std::size_t outcomes = 0;                  ///< learning outcomes
  std::size_t criteria = 0;                  ///< of all of them
};

/// The crosswalk of each skill that the case has results of, else of each that is claimed, in their order. Skills that
/// the framework lacks are left out. Only schemes of `world` other than the case's are looked at for what is close.
std::vector<Crosswalk> crosswalk_of(const Case& record, const Scheme& scheme, const World& world);

}  // namespace guerdon
