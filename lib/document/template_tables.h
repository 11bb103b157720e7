#pragma once

#include "document/design_reader.h"

namespace guerdon {

// What blocks that are set in rows hold, each from the keys of one block of a design.

BlockContent read_skills(yaml::Fields& fields, DesignReader& design);
BlockContent read_facts(yaml::Fields& fields, DesignReader& design);
BlockContent read_list(yaml::Fields& fields, DesignReader& design);
BlockContent read_meanings(yaml::Fields& fields, DesignReader& design);
BlockContent read_scale(yaml::Fields& fields, DesignReader& design);
BlockContent read_entries(yaml::Fields& fields, DesignReader& design);

}  // namespace guerdon
