#include "model/designs.h"

#include <doctest/doctest.h>

using namespace guerdon;

namespace {

Scheme scheme_with(const std::vector<std::string>& files) {
  Scheme scheme;
  scheme.usual_design = "formal";
  CertificateKind portfolio;
  portfolio.id = "portfolio";
  portfolio.design = "portfolio.yaml";
  CertificateKind confirmation;
  confirmation.id = "portfolio-confirmation";
  confirmation.design = "portfolio-confirmation.yaml";
  scheme.certificates = {portfolio, confirmation};
  for (const std::string& file : files)
    scheme.file_digests[file] = "";
  return scheme;
}

}  // namespace

TEST_CASE("the usual design is that of no name, and of its own") {
  const Scheme scheme = scheme_with({"portfolio.yaml"});
  CHECK(design_file(scheme, "portfolio", "portfolio.yaml", "") == "portfolio.yaml");
  CHECK(design_file(scheme, "portfolio", "portfolio.yaml", "formal") == "portfolio.yaml");
}

TEST_CASE("another design is the file of the kind and its name") {
  const Scheme scheme = scheme_with({"portfolio.yaml", "portfolio-contemporary.yaml"});
  CHECK(design_file(scheme, "portfolio", "portfolio.yaml", "contemporary") == "portfolio-contemporary.yaml");
  CHECK(design_file(scheme, "portfolio", "portfolio.yaml", "modern").empty());
}

TEST_CASE("a design that is only preferred gives way to the usual one, one that is asked for does not") {
  const Scheme scheme = scheme_with({"portfolio.yaml", "portfolio-plain.yaml"});
  CHECK(chosen_design(scheme, "portfolio", "portfolio.yaml", "", "plain") == "portfolio-plain.yaml");
  CHECK(chosen_design(scheme, "portfolio", "portfolio.yaml", "", "modern") == "portfolio.yaml");
  CHECK(chosen_design(scheme, "portfolio", "portfolio.yaml", "formal", "plain") == "portfolio.yaml");
  CHECK(chosen_design(scheme, "portfolio", "portfolio.yaml", "modern", "plain").empty());
}

TEST_CASE("the usual design of a kind whose name begins alike is no design of the shorter one") {
  const Scheme scheme = scheme_with({"answers/portfolio-x.yaml", "portfolio-confirmation-plain.yaml",
                                     "portfolio-confirmation.yaml", "portfolio-plain.yaml", "portfolio.yaml"});
  CHECK(design_names(scheme, "portfolio-confirmation") == std::vector<std::string>{"formal", "plain"});
  CHECK(design_names(scheme, "portfolio") == std::vector<std::string>{"formal", "plain"});
}

TEST_CASE("a file that is the usual design of another kind is found under no name of this one") {
  const Scheme scheme = scheme_with({"portfolio-confirmation-plain.yaml", "portfolio-confirmation.yaml"});
  CHECK(design_file(scheme, "portfolio", "portfolio.yaml", "confirmation").empty());
  CHECK(design_file(scheme, "portfolio", "portfolio.yaml", "confirmation-plain").empty());
}

TEST_CASE("the names of all designs are those of all kinds, each once") {
  std::map<std::string, Scheme, std::less<>> schemes;
  schemes["one"] = scheme_with({"portfolio-plain.yaml"});
  schemes["two"] = scheme_with({"portfolio-confirmation-plain.yaml", "portfolio-confirmation.yaml",
                                "portfolio-modern.yaml", "portfolio-plain.yaml", "portfolio.yaml"});
  CHECK(design_names(schemes) == std::vector<std::string>{"formal", "plain", "modern"});
}
