#pragma once

#include "base/shard.h"
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

/// The part that `--shard` names; all when it is not given. Throws Error{usage} for what is none.
Shard shard_given(const std::string& text);

}  // namespace guerdon
