#include "model/read.h"

#include "model/record_file.h"

using namespace guerdon;

namespace {

/// What the one value `v` of a document is read as, and what was said.
template <class Read>
auto reading(const std::string& value, Diagnostics& findings, Read read) {
  const yaml::Document document = test::parsed("v: " + value + "\n");
  yaml::Reader reader("a.yaml", findings);
  return read(&document.root.items.front(), reader);
}

}  // namespace

TEST_CASE("a field that is absent is an empty value without a place, unreported") {
  Diagnostics findings;
  yaml::Reader reader("a.yaml", findings);
  CHECK(read_text(nullptr, reader, line_limit).value.empty());
  CHECK(read_slug(nullptr, reader).place.line == 0);
  CHECK(read_country(nullptr, reader).value.empty());
  CHECK_FALSE(read_optional_date(nullptr, reader));
  CHECK_FALSE(read_integer(nullptr, reader, 1, 5));
  CHECK(read_slugs(nullptr, reader, "by").empty());
  CHECK(findings.empty());
}

TEST_CASE("a field that was refused counts as not given") {
  Diagnostics findings;
  reading("Not An Id", findings, [](const yaml::Node* node, yaml::Reader& reader) {
    CHECK_FALSE(given(node, read_slug(node, reader)));
    return 0;
  });
  CHECK(findings.items().size() == 1);
}

TEST_CASE("a country is its two capital letters") {
  const auto country = [](const yaml::Node* node, yaml::Reader& reader) { return read_country(node, reader); };
  Diagnostics good;
  CHECK(reading("NO", good, country).value == "NO");
  CHECK(good.empty());
  for (const std::string code : {"no", "N", "NOR", "N0", "Italy"}) {
    Diagnostics findings;
    CHECK(reading(code, findings, country).value.empty());
    REQUIRE(findings.items().size() == 1);
    CHECK(findings.items()[0].message == '`' + code + "` is not a country code");
  }
}

TEST_CASE("each id of a list is read at its own place") {
  Diagnostics findings;
  const auto ids = reading("[a, B, c]", findings,
                           [](const yaml::Node* node, yaml::Reader& reader) { return read_slugs(node, reader, "by"); });
  REQUIRE(ids.size() == 3);
  CHECK(ids[2].value == "c");
  REQUIRE(findings.items().size() == 1);
  CHECK(findings.items()[0].where.place.column == 8);
}
