#pragma once

#include "cli/context.h"
#include "flow/press.h"
#include "model/locale.h"

namespace guerdon {

/// What this program makes pages with.
PressRoom press_room(const Context& context);

/// The locale of a language. Throws Error{refused} when guerdon brings none, with those it has.
Locale load_locale(const Context& context, const std::string& language);

/// The number of workers that `--jobs` asks for; all cores when it is 0.
unsigned worker_count(unsigned asked);

}  // namespace guerdon
