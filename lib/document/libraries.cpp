#include "document/libraries.h"

#include <hb.h>

namespace guerdon {

std::map<std::string, std::string> text_libraries() { return {{"HarfBuzz", hb_version_string()}}; }

}  // namespace guerdon
