#include "flow/preview.h"

#include <doctest/doctest.h>

#include "flow/validation_path.h"

namespace guerdon {
namespace {

using test::error_of;

struct Gallery : test::ValidationPath {
  PreviewOptions options;
  Workspace workspace;

  Gallery() {
    options.scheme = "lever-up-1";
    options.samples = std::filesystem::path(GUERDON_SOURCE_DIR) / "templates/samples";
    options.languages = {"en"};
    options.on = *Date::parse("2026-09-10");
  }

  [[nodiscard]] Previewing shown() const {
    return preview(
        root, workspace, options, [](const std::string&) -> const Locale& { return test::english(); },
        test::press_room());
  }
};

TEST_CASE("Without a case the sample is shown, in each of the scheme's certificates") {
  const Gallery gallery;
  const Previewing shown = gallery.shown();
  CHECK(shown.findings.empty());
  std::vector<std::string> files;
  for (const Specimen& specimen : shown.specimens)
    files.push_back(specimen.file());
  CHECK(files.size() >= 6);
  CHECK(files.front() == "competence-contemporary-en.pdf");
  for (const Specimen& specimen : shown.specimens)
    CHECK(specimen.pdf.starts_with("%PDF-"));
}

TEST_CASE("A specimen is written nowhere, and issues nothing") {
  const Gallery gallery;
  static_cast<void>(gallery.shown());
  CHECK_FALSE(std::filesystem::exists(gallery.root.folder() / "certificates"));
}

TEST_CASE("A design, a certificate or a language that the scheme has not is refused with those it has") {
  Gallery gallery;
  gallery.options.designs = {"modern"};
  CHECK(error_of([&] { static_cast<void>(gallery.shown()); }).finding().message == "there is no design `modern`");
  gallery.options.designs.clear();
  gallery.options.kinds = {"diploma"};
  CHECK(error_of([&] { static_cast<void>(gallery.shown()); }).finding().message == "there is no certificate `diploma`");
  gallery.options.kinds.clear();
  gallery.options.languages = {"xx"};
  CHECK(error_of([&] { static_cast<void>(gallery.shown()); }).finding().message == "there is no language `xx`");
}

}  // namespace
}  // namespace guerdon
