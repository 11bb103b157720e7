#include "model/event.h"

namespace guerdon {

const Event* in_force(const std::vector<Event>& events, const Today& day) {
  const Event* replaced = nullptr;
  const Event* now = nullptr;
  for (const Event& event : events) {
    if (!day.has_reached(event.on.value)) continue;
    if (event.kind.value == EventKind::replaced) replaced = &event;
    now = event.kind.value == EventKind::reinstated ? replaced : &event;
  }
  return now;
}

bool still_counts(const Event* in_force) { return in_force == nullptr || in_force->kind.value == EventKind::suspended; }

}  // namespace guerdon
