#pragma once

#include <string>
#include <string_view>

namespace guerdon {

/// `text` as it stands in XML, between tags or in a quoted attribute.
std::string xml_text(std::string_view text);

}  // namespace guerdon
