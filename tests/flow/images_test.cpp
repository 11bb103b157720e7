#include "flow/images.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/sha256.h"
#include "document/picture.h"
#include "flow/check.h"
#include "flow/render.h"
#include "flow/sample.h"

namespace guerdon {
namespace {

namespace fs = std::filesystem;
using sample::picture_file;
using test::listed;
using test::Office;
using test::replaced;

constexpr const char* record = "organisations/orto-sociale.yaml";

/// The office of Orto Sociale, which has a logo.
struct WithLogo : Office {
  explicit WithLogo(const std::string& file = "mark.png") {
    write("organisations/" + file, picture_file("mark.png"));
    write(record, read(record) + "logo: " + file + "\n");
  }

  [[nodiscard]] std::string check() const {
    std::string out;
    const Checked checked = guerdon::check(root, test::today);
    for (const Diagnostic& finding : checked.findings.items()) {
      if (finding.where.path == record || finding.where.path.starts_with("schemes/"))
        out += finding.where.path + ": " + finding.message + '\n';
    }
    return out;
  }

  [[nodiscard]] Issuing issue_one(const std::string& kind = "participation") const {
    IssueOptions options;
    options.cases = {add_case()};
    options.kinds = {kind};
    return issue(options);
  }

  [[nodiscard]] Certificate certificate() const {
    Diagnostics findings;
    return load_certificate(root, certificate_paths(root).at(0), nullptr, findings).value().certificate;
  }
};

}  // namespace

TEST_CASE("A certificate names its organisation's logo, which is kept in the workspace") {
  const WithLogo office;
  const Issuing out = office.issue_one();
  CHECK(listed(out.findings).empty());
  const Certificate c = office.certificate();
  const std::string digest = sha256(picture_file("mark.png"));
  REQUIRE_FALSE(c.organisations.empty());
  CHECK(c.organisations.front().logo == digest + ".png");
  CHECK(office.read("images/" + digest + ".png") == picture_file("mark.png"));
  CHECK(plain(c.words.at("logo-figure").front()) == "Logo of Orto Sociale");
  CHECK(c.design.libraries.contains("libpng"));
  CHECK(office.check().empty());
}

TEST_CASE("A certificate without a logo names none") {
  const Office office;
  office.issue(office.add_case());
  Diagnostics findings;
  const std::string path = certificate_paths(office.root).at(0);
  const Certificate c = load_certificate(office.root, path, nullptr, findings).value().certificate;
  CHECK(office.read(path).find("logo") == std::string::npos);
  CHECK_FALSE(c.design.libraries.contains("libpng"));
  CHECK_FALSE(fs::exists(office.path() / "images"));
}

TEST_CASE("A page is made again with the logo of its day") {
  const WithLogo office;
  const std::string pdf = office.issue_one().results.at(0).pdf_path;
  const std::string before = office.read(pdf);
  office.write("organisations/mark.png", picture_file("colour.jpg"));
  fs::remove(office.path() / pdf);
  const Rendering again = render(office.root, certificate_paths(office.root), test::press_room(), 1);
  CHECK(listed(again.findings).empty());
  CHECK(office.read(pdf) == before);

  office.write("images/" + office.certificate().organisations.front().logo, "another");
  fs::remove(office.path() / pdf);
  const Rendering other = render(office.root, certificate_paths(office.root), test::press_room(), 1);
  CHECK(listed(other.findings).find("could not tell: the logo that certificate") != std::string::npos);
  CHECK_FALSE(fs::exists(office.path() / pdf));
}

TEST_CASE("A logo that is missing or damaged is a finding at its line") {
  const WithLogo office;
  const auto finding = [&office] {
    const Checked checked = check(office.root, test::today);
    for (const Diagnostic& one : checked.findings.items()) {
      if (one.where.path == record) return std::pair(one.message, one.where.place.line);
    }
    return std::pair(std::string(), std::uint32_t{0});
  };
  const std::string text = office.read(record);
  const auto line = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
  office.write("organisations/mark.png", "GIF89a");
  CHECK(finding() == std::pair(std::string("organisations/mark.png: the file is neither PNG nor JPEG"), line));
  fs::remove(office.path() / "organisations/mark.png");
  CHECK(finding().second == line);
  CHECK(finding().first.find("organisations/mark.png") != std::string::npos);
  fs::create_symlink("/etc/hostname", office.path() / "organisations/mark.png");
  CHECK(finding().first.find("leads out of the workspace") != std::string::npos);
  for (const char* name : {"../mark.png", "/etc/mark.png", ".mark.png"}) {
    office.write(record, replaced(text, "logo: mark.png", std::string("logo: ") + name));
    CHECK_MESSAGE(finding().first.find("is not a bare file name") != std::string::npos, name);
  }
  office.write(record, replaced(text, "logo: mark.png", "logo: mark.svg"));
  CHECK(finding().first == "a logo in SVG is not taken as it is");
}

TEST_CASE("A picture of a design is named by its digest; another one under its name is told") {
  const WithLogo office;
  const std::string file = "schemes/glore-1/participation.yaml";
  office.write(file, replaced(office.read(file), "every-page:\n",
                              "every-page:\n  - {block: image, file: seal.jpg, box: [20, 20], top: 200, x: 95}\n"));
  CHECK(office.check().find(file + ": ") != std::string::npos);  // the file is not there yet
  office.write("schemes/glore-1/seal.jpg", picture_file("grey.jpg"));
  CHECK(office.check().empty());
  const std::string pdf = office.issue_one().results.at(0).pdf_path;
  const Certificate c = office.certificate();
  CHECK(c.design.images == std::map<std::string, std::string>{{"seal.jpg", sha256(picture_file("grey.jpg"))}});
  fs::remove(office.path() / pdf);
  office.write("schemes/glore-1/seal.jpg", picture_file("colour.jpg"));
  const Rendering again = render(office.root, certificate_paths(office.root), test::press_room(), 1);
  CHECK(listed(again.findings).find("the picture schemes/glore-1/seal.jpg is not the one that certificate") !=
        std::string::npos);
}

}  // namespace guerdon
