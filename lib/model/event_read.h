#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "model/event.h"
#include "yaml/node.h"

namespace guerdon {

/// The event of a file of `events/`. Reports what does not fit; empty when the format line does not.
std::optional<Event> read_event(const yaml::Document& document, Diagnostics& findings);

}  // namespace guerdon
