#include "process/rules/all.h"

namespace guerdon {

constinit const Rule page_printable_rule{
    .id = "page.printable",
    .sentence = "Every text that the page prints has its characters in the fonts, is set right, and fits.",
    .why =
        "Our decision: no box for a missing letter, no overlap, no cut. It is judged where the page is made, before "
        "anything is written.",
    .when = When::issue,
};

}  // namespace guerdon
