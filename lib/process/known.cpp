#include "process/known.h"

#include <fmt/format.h>

#include "base/text.h"
#include "process/words.h"

namespace guerdon {

bool is_known(const Inquiry& inquiry, const Located<std::string>& id, std::string_view what) {
  const Framework& framework = inquiry.scheme.framework;
  if (id.value.empty()) return false;
  if (framework.find(id.value) != nullptr) return true;
  if (const Skill* meant = framework.match(id.value)) {
    inquiry.object(id.place,
                   fmt::format("`{}` is a spelling of {}, a record holds the id", sanitized(id.value), meant->id),
                   fmt::format("write `{}`", meant->id));
  } else {
    inquiry.object(id.place, fmt::format("no {} `{}` in {}", what, sanitized(id.value), inquiry.scheme.id),
                   did_you_mean(framework.near(id.value)));
  }
  return false;
}

}  // namespace guerdon
