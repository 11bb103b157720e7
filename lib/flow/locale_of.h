#pragma once

#include <functional>
#include <string>

#include "model/locale.h"

namespace guerdon {

/// The locale of a language; throws Error when there is none.
using LocaleOf = std::function<const Locale&(const std::string& language)>;

}  // namespace guerdon
