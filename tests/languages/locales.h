#pragma once

#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>

#include "model/locale.h"
#include "yaml/parse.h"

namespace guerdon::test {

/// The locale that guerdon brings along for a language; throws when something in it does not fit.
inline const Locale& locale_of(const std::string& language) {
  static std::map<std::string, Locale> locales;
  const auto found = locales.find(language);
  if (found != locales.end()) return found->second;
  const std::string path = "templates/locale/" + language + ".yaml";
  std::ostringstream text;
  text << std::ifstream(GUERDON_SOURCE_DIR "/" + path).rdbuf();
  Diagnostics findings;
  const auto document = yaml::parse(path, text.str(), findings);
  auto locale = document ? read_locale(*document, findings) : std::nullopt;
  if (!locale || !findings.empty()) throw std::runtime_error(path + ": " + findings.items().front().message);
  return locales.emplace(language, std::move(*locale)).first->second;
}

}  // namespace guerdon::test
