#include "process/rules/all.h"

namespace guerdon {

constinit const Rule evidence_intact_rule{
    .id = "evidence.intact",
    .sentence = "A file that was taken as evidence still holds what it held.",
    .why =
        "Our decision: an assessor judges the files whose digests are on record, so that it can be told later what was "
        "judged. It is judged where the files are read, by `check` and `issue`; one that is kept elsewhere is not "
        "asked for.",
    .when = When::always,
};

}  // namespace guerdon
