#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/shard.h"
#include "cli/context.h"
#include "flow/press.h"
#include "model/locale.h"

namespace guerdon {

/// What this program makes pages with.
PressRoom press_room(const Context& context);

/// The locale of a language. Throws Error{refused} when guerdon brings none, with those it has.
Locale load_locale(const Context& context, const std::string& language);

/// The languages that guerdon brings a locale of, sorted.
std::vector<std::string> known_locales(const Context& context);

/// Loads each locale once, when it is first asked for.
class LocaleShelf {
 public:
  explicit LocaleShelf(const Context& context) : context_(context) {}

  const Locale& find(const std::string& language) {
    const auto found = locales_.find(language);
    return found != locales_.end() ? found->second
                                   : locales_.emplace(language, load_locale(context_, language)).first->second;
  }

 private:
  const Context& context_;
  std::map<std::string, Locale> locales_;
};

/// The number of workers that `--jobs` asks for; all cores when it is 0.
unsigned worker_count(unsigned asked);

/// The part that `--shard` names; all when it is not given. Throws Error{usage} for what is none.
Shard shard_given(const std::string& text);

}  // namespace guerdon
