#pragma once

#include "flow/words_of.h"
#include "model/certificate.h"
#include "model/locale.h"
#include "process/rule.h"

namespace guerdon {

/// What the facts of a case are drawn from.
struct FactSources {
  const Case& record;
  const Scheme& scheme;
  const World& world;
  const Locale& locale;
  const SchemeText& text;
};

/// Adds what a service centre or a tutor states: of a certificate for each competence its result and how it came about;
/// of an overview the results that are certified, each with its certificate's id; of the document of a step what that
/// step holds. Nothing private; grounds only when the candidate chose so.
void add_path_facts(const FactSources& from, const CertificateKind& kind, const IssueRequest& request,
                    const RelatedIds& related, Certificate& certificate);

}  // namespace guerdon
