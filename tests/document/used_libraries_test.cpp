#include "document/used_libraries.h"

#include "pages.h"

using namespace guerdon;
using namespace guerdon::sample;

namespace {

std::map<std::string, std::string> used_by(const Certificate& certificate) {
  return used_libraries(*laid_out(certificate).pages, certificate.language);
}

}  // namespace

TEST_CASE("A page in Latin needs no other library") { CHECK(used_by(soft_skills()).empty()); }

TEST_CASE("A name in Arabic needs FriBidi, one in Thai libthai, each with its version") {
  Certificate c = soft_skills();
  c.name = "فاطمة";
  const auto arabic = used_by(c);
  REQUIRE(arabic.size() == 1);
  CHECK(arabic.at("FriBidi") == used_library_version("FriBidi"));
  c.name = "สมชาย";
  CHECK(used_by(c).contains("libthai"));
  c.name = "王小明";
  CHECK(used_by(c).at("libunistring") == used_library_version("libunistring"));
}

TEST_CASE("Patterns are told by their digest, and what is not here by nothing") {
  CHECK(used_library_version("hyph_it_IT.dic").size() == 64);
  CHECK(used_library_version("hyph_xx.dic").empty());
  CHECK(used_library_version("HarfBuzz").empty());
}
