#include "document/design_reader.h"

#include "pages.h"
#include "yaml/parse.h"

using namespace guerdon;

namespace {

/// The number under `a`, as read in form `form` of two, and the findings.
double number_in(const std::string& yaml_text, std::size_t form, Diagnostics& findings) {
  const auto document = yaml::parse("d.yaml", yaml_text, findings);
  yaml::Reader reader("d.yaml", findings);
  DesignReader design(reader);
  design.forms = {"whole", "tight"};
  design.form = form;
  yaml::Fields fields(document->root, reader, "design");
  return design.number(fields, "a");
}

}  // namespace

TEST_CASE("A number is read with its decimals") {
  Diagnostics findings;
  CHECK(number_in("a: -0.08\n", 0, findings) == doctest::Approx(-0.08));
  CHECK(findings.empty());
}

TEST_CASE("A form's own number is taken") {
  Diagnostics findings;
  CHECK(number_in("a: {whole: 4, tight: 2.5}\n", 1, findings) == 2.5);
}

TEST_CASE("What is no number is found") {
  for (const char* text : {"a: x\n", "a: 1,5\n", "a: \"1\"\n", "a: 1e9\n", "a: 5000\n", "a: nan\n"}) {
    Diagnostics findings;
    number_in(text, 0, findings);
    CHECK_MESSAGE(findings.count(Severity::error) == 1, text);
  }
}
