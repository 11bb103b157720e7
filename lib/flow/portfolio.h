#pragma once

#include <optional>
#include <string>

#include "flow/press.h"
#include "model/case.h"
#include "model/locale.h"
#include "model/world.h"

namespace guerdon {

/// What a portfolio tells, in reading order: the experiences as they are recorded, each from the situation to the
/// transfer, then the evidence, numbered. Empty where the case has no documentation.
Portfolio portfolio_of(const Case& record, const Scheme& scheme, const World& world, const SchemeText& text,
                       const Locale& locale);

/// The portfolio of a case as a PDF file: a function of its records, dated with the day of the documentation. What does
/// not print is reported in the case file, and nothing comes back. Throws Error{refused} when the scheme makes no
/// portfolios or has no words in the language, or the case has no documentation.
std::optional<std::string> portfolio_pdf(const Root& root, const Case& record, const World& world, const Locale& locale,
                                         const std::string& language, const PressRoom& room, Diagnostics& findings);

}  // namespace guerdon
