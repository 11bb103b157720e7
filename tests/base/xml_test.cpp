#include "base/xml.h"

#include <doctest/doctest.h>

using guerdon::xml_text;

TEST_CASE("What XML takes for itself is written as a reference, the rest as it is") {
  CHECK(xml_text("R&D <\"Zofia\"> 'a'") == "R&amp;D &lt;&quot;Zofia&quot;&gt; 'a'");
  CHECK(xml_text("Wiśniewska") == "Wiśniewska");
  CHECK(xml_text("").empty());
}
