#include "pdf/write.h"

#include <clocale>
#include <thread>

#include "files.h"

using namespace guerdon;
using namespace guerdon::sample;

namespace {

Certificate named(const std::string& name) {
  Certificate c = soft_skills();
  c.name = name;
  return c;
}

const std::vector<std::string> names{"Zofia Wiśniewska",      "Ελένη Παπαδοπούλου", "Олександр Їжакевич",
                                     "Nguyễn Thị Ánh Nguyệt", "Ọ̀ṣun Adébáyọ̀",       "Steffi Güßfeldt",
                                     "Țepeș Ștefan"};

}  // namespace

TEST_CASE("qpdf finds nothing wrong") {
  for (const Certificate& c : {soft_skills(), ten_skills(), long_names(), participation(), statement()}) {
    const TemporaryFile file(pdf_of(c));
    CHECK(output_of("qpdf --check " + file.path()).find("No syntax or stream encoding errors found") !=
          std::string::npos);
  }
}

TEST_CASE("Every font is embedded, cut down, and maps to Unicode") {
  const TemporaryFile file(pdf_of(soft_skills()));
  const std::string fonts = output_of("pdffonts " + file.path() + " | tail -n +3");
  std::size_t lines = 0;
  for (std::size_t at = 0; at < fonts.size(); at = fonts.find('\n', at) + 1) {
    const std::string line = fonts.substr(at, fonts.find('\n', at) - at);
    CHECK_MESSAGE(line.find(" yes yes yes ") != std::string::npos, line);
    CHECK(line.find("Type 1C") != std::string::npos);
    ++lines;
  }
  CHECK(lines == 3);
}

TEST_CASE("pdftotext gives every text back") {
  for (const std::string& name : names) {
    const Certificate c = named(name);
    const TemporaryFile file(pdf_of(c));
    const std::string text = spaces_joined(output_of("pdftotext -raw -enc UTF-8 " + file.path() + " -"));
    for (const TextRun& run : laid_out(c).runs()) {
      const std::string wanted = spaces_joined(std::string(run.text()));
      const std::string trimmed = wanted.substr(0, wanted.find_last_not_of(' ') + 1);
      CHECK_MESSAGE(text.find(trimmed) != std::string::npos, trimmed);
    }
  }
}

TEST_CASE("The words of a wrapped text keep their spaces") {
  const Certificate c = statement();
  const TemporaryFile file(pdf_of(c));
  const std::string text = spaces_joined(output_of("pdftotext -raw -enc UTF-8 " + file.path() + " -"));
  for (const std::string& paragraph : c.statement->paragraphs)
    CHECK(text.find(paragraph) != std::string::npos);
}

TEST_CASE("The QR code leads to the certificate") {
  const TemporaryFile file(pdf_of(soft_skills()));
  output_of("pdftoppm -r 150 -png " + file.path() + " " + file.folder() + "/page");
  CHECK(output_of("zbarimg --nodbus -q --raw " + file.folder() + "/page-1.png") ==
        "https://certificates.example.org/7KQ3-HX2M-9DPA-4TZB\n");
}

TEST_CASE("Title, date and language stand in the file") {
  const TemporaryFile file(pdf_of(soft_skills()));
  const std::string info = output_of("TZ=UTC pdfinfo " + file.path());
  CHECK(info.find("GloRe Soft Skills Certificate: Zofia Wiśniewska") != std::string::npos);
  CHECK(info.find("Sat Aug 29 00:00:00 2026 UTC") != std::string::npos);
  CHECK(info.find("595.276 x 841.89 pts (A4)") != std::string::npos);
}

TEST_CASE("The same certificate gives the same bytes, after others, in another thread and another locale") {
  const std::string first = pdf_of(soft_skills());
  pdf_of(long_names());
  CHECK(pdf_of(soft_skills()) == first);
  std::string in_thread;
  std::thread([&in_thread] {
    const LaidOut out = laid_out(soft_skills());
    in_thread = write_pdf(*out.pages, pdf_meta(soft_skills()), module());
  }).join();
  CHECK(in_thread == first);
  for (const char* locale : {"de_DE.UTF-8", "C.UTF-8"}) {
    if (std::setlocale(LC_ALL, locale) == nullptr) continue;
    CHECK(pdf_of(soft_skills()) == first);
  }
  std::setlocale(LC_ALL, "C");
}

TEST_CASE("Two threads at once give what one gives") {
  std::vector<Certificate> all;
  for (const std::string& name : names)
    all.push_back(named(name));
  std::vector<std::string> alone;
  for (const Certificate& c : all)
    alone.push_back(pdf_of(c));
  std::vector<std::string> together(all.size());
  const auto work = [&](std::size_t begin) {
    Shaper shaper;
    const Design& with = shared_design("soft-skills");
    for (std::size_t i = begin; i < all.size(); i += 2) {
      Diagnostics findings;
      const auto pages = lay_out(all[i], with.pages, with.fonts, shaper, {}, findings);
      if (pages) together[i] = write_pdf(*pages, pdf_meta(all[i]), module());
    }
  };
  std::thread odd(work, 1);
  work(0);
  odd.join();
  CHECK(together == alone);
}

TEST_CASE("Text that the glyphs cannot give back stands as ActualText") {
  Certificate c = soft_skills();
  c.name = "Ana\u00A0Maria de Sá";
  const TemporaryFile file(pdf_of(c));
  CHECK(spaces_joined(output_of("pdftotext -raw -enc UTF-8 " + file.path() + " -")).find("Ana Maria de Sá") !=
        std::string::npos);
}
