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
    const Checked checked = guerdon::check(root, {.today = test::today}, test::importer());
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
    const Checked checked = check(office.root, {.today = test::today}, test::importer());
    for (const Diagnostic& one : checked.findings.items()) {
      if (one.where.path == record) return std::pair(one.message, one.where.place.line);
    }
    return std::pair(std::string(), std::uint32_t{0});
  };
  const std::string text = office.read(record);
  const auto line = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
  office.write("organisations/mark.png", "GIF89a");
  CHECK(finding() ==
        std::pair(std::string("organisations/mark.png: the file is neither PNG, JPEG, SVG nor PDF"), line));
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
  office.write("organisations/mark.svg", "<svg xmlns='http://www.w3.org/2000/svg'><text>A</text></svg>");
  CHECK(finding() == std::pair(std::string("organisations/mark.svg: the drawing has text"), line));
}

TEST_CASE("A logo in SVG is kept, and names the libraries that drew it") {
  const WithLogo office("mark.svg");
  office.write("organisations/mark.svg", picture_file("mark.svg"));
  CHECK(office.check().empty());
  const std::string pdf = office.issue_one().results.at(0).pdf_path;
  const Certificate c = office.certificate();
  CHECK(c.organisations.front().logo == sha256(picture_file("mark.svg")) + ".svg");
  CHECK(office.read("images/" + c.organisations.front().logo) == picture_file("mark.svg"));
  for (const char* library : {"qpdf", "librsvg", "cairo"})
    CHECK_MESSAGE(c.design.libraries.contains(library), library);
  const std::string before = office.read(pdf);
  fs::remove(office.path() / pdf);
  CHECK(listed(render(office.root, certificate_paths(office.root), test::press_room(), 2).findings).empty());
  CHECK(office.read(pdf) == before);

  Certificate older = c;
  older.design.libraries["librsvg"] = "1.2.3";
  Press press(office.root, test::press_room());
  Shaper shaper;
  Diagnostics findings;
  const std::string said = test::error_of([&] { press.pages(older, shaper, {}, findings); }).finding().message;
  CHECK_MESSAGE(said.find(" was made with librsvg 1.2.3, this guerdon has 2.") != std::string::npos, said);
}

TEST_CASE("A background is named by its digest; another one under its name is told") {
  const Office office;
  const std::string file = "schemes/glore-1/participation.yaml";
  office.write(file, replaced(office.read(file), "\npage:\n", "\npage:\n  background: paper.pdf\n"));
  office.write("schemes/glore-1/paper.pdf", picture_file("paper.pdf"));
  IssueOptions options;
  options.cases = {office.add_case()};
  options.kinds = {"participation"};
  const Issuing out = office.issue(options);
  REQUIRE(listed(out.findings).empty());
  const std::string pdf = out.results.at(0).pdf_path;
  Diagnostics findings;
  const Certificate c =
      load_certificate(office.root, certificate_paths(office.root).at(0), nullptr, findings).value().certificate;
  CHECK(c.design.images == std::map<std::string, std::string>{{"paper.pdf", sha256(picture_file("paper.pdf"))}});
  CHECK(c.design.libraries.contains("qpdf"));
  CHECK_FALSE(c.design.libraries.contains("librsvg"));
  const std::string before = office.read(pdf);
  fs::remove(office.path() / pdf);
  CHECK(listed(render(office.root, certificate_paths(office.root), test::press_room(), 1).findings).empty());
  CHECK(office.read(pdf) == before);
  fs::remove(office.path() / pdf);
  office.write("schemes/glore-1/paper.pdf", picture_file("paper.pdf") + "\n");
  const Rendering again = render(office.root, certificate_paths(office.root), test::press_room(), 1);
  CHECK(listed(again.findings).find("the picture schemes/glore-1/paper.pdf is not the one that certificate") !=
        std::string::npos);
}

TEST_CASE("A background that has not the page's shape, or has pixels, is a finding at its line") {
  const WithLogo office;
  const std::string file = "schemes/glore-1/participation.yaml";
  const std::string text = office.read(file);
  const auto with = [&](const std::string& background) {
    office.write(file, replaced(text, "\npage:\n", "\npage:\n  background: " + background + "\n"));
    return office.check();
  };
  office.write("schemes/glore-1/mark.svg", picture_file("mark.svg"));
  office.write("schemes/glore-1/mark.png", picture_file("mark.png"));
  office.write("schemes/glore-1/paper.svg", picture_file("paper.svg"));
  CHECK(with("mark.svg") == file + ": the background mark.svg is 158.7 x 52.9 mm, the page 210 x 297 mm\n");
  CHECK(with("mark.png") == file + ": the background mark.png is not a PDF or SVG file\n");
  CHECK(with("{first: paper.svg, next: mark.svg}") ==
        file + ": the background mark.svg is 158.7 x 52.9 mm, the page 210 x 297 mm\n");
  CHECK(with("paper.svg").empty());
  CHECK(with("{next: paper.svg}").empty());
  // The shape counts: twice as large is as good.
  office.write("schemes/glore-1/paper.svg", replaced(picture_file("paper.svg"), "width=\"210mm\" height=\"297mm\"",
                                                     "width=\"420mm\" height=\"593mm\""));
  CHECK(with("paper.svg").empty());
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
