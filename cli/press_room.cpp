#include "cli/press_room.h"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "base/error.h"
#include "base/text.h"
#include "yaml/parse.h"

namespace guerdon {
namespace fs = std::filesystem;

PressRoom press_room(const Context& context) {
  return {{"/usr/share/fonts", "/usr/local/share/fonts"}, context.pdf_module.string()};
}

std::vector<std::string> known_locales(const Context& context) {
  std::vector<std::string> known;
  std::error_code fault;
  for (fs::directory_iterator it(context.data_folder / "templates" / "locale", fault), end; !fault && it != end;
       it.increment(fault))
    known.push_back(it->path().stem().string());
  std::sort(known.begin(), known.end());
  return known;
}

Locale load_locale(const Context& context, const std::string& language) {
  const std::vector<std::string> known = known_locales(context);
  if (std::find(known.begin(), known.end(), language) == known.end()) {
    throw Error(Failure::refused,
                fmt::format("guerdon does not know how the language `{}` says dates and numbers", sanitized(language)),
                "it knows " + joined_or(known));
  }
  const fs::path file = context.data_folder / "templates" / "locale" / (language + ".yaml");
  Diagnostics findings;
  const auto document = yaml::parse(file.string(), read_file(file), findings);
  auto locale = document ? read_locale(*document, findings) : std::nullopt;
  if (!locale || findings.has_errors()) throw Error(Failure::access, findings.items().front());
  return std::move(*locale);
}

Shard shard_given(const std::string& text) {
  if (text.empty()) return {};
  if (const auto shard = Shard::parse(text)) return *shard;
  throw Error(Failure::usage, fmt::format("`--shard {}` is no part of a whole", sanitized(text)),
              "write K/N, as in --shard 2/5: the second of five, K from 1 to N, N at most 10000");
}

unsigned worker_count(unsigned asked) {
  return asked > 0 ? std::min(asked, 64U) : std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace guerdon
