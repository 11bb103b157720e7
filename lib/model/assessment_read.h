#pragma once

#include "model/assessment.h"
#include "model/framework.h"
#include "yaml/reader.h"

namespace guerdon {

/// Reads one item of `assessments`; what does not fit is reported to `reader`.
Assessment read_assessment(const yaml::Node& node, yaml::Reader& reader, const Scale& scale);

}  // namespace guerdon
