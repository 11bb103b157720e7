#pragma once

#include "model/framework.h"
#include "model/portfolio.h"
#include "yaml/reader.h"

namespace guerdon {

// The sections of a validation path, each read from its value; what does not fit is reported to `reader`.

Awareness read_awareness(const yaml::Node& node, yaml::Reader& reader);
Identification read_identification(const yaml::Node& node, yaml::Reader& reader, const Scale& scale);
Documentation read_documentation(const yaml::Node& node, yaml::Reader& reader);
Quality read_quality(const yaml::Node& node, yaml::Reader& reader);
Choice read_choice(const yaml::Node& node, yaml::Reader& reader);
LookingAhead read_looking_ahead(const yaml::Node& node, yaml::Reader& reader);
Exit read_exit(const yaml::Node& node, yaml::Reader& reader);

}  // namespace guerdon
