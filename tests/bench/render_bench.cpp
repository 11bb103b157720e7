// Certificates per CPU-second: lays out and writes varied soft skills certificates from facts in memory, one thread.
// render_bench [COUNT] [FOLDER TO KEEP THE FILES IN]

#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>

#include "../document/sample.cpp"
#include "pdf/write.h"

namespace {

using namespace guerdon;

const std::array<const char*, 12> first_names{"Zofia",  "Jean-Baptiste", "Ελένη",  "Łukasz", "Mária", "Иван",
                                              "Þórdís", "Șerban",        "Nguyễn", "Çağla",  "Anaïs", "Jürgen"};
const std::array<const char*, 10> last_names{
    "Wiśniewska", "Lefèvre",        "Παπαδοπούλου", "Őrség",  "Žižka",
    "Петров",     "Guðmundsdóttir", "Ionescu",      "Öztürk", "Müller-Lüdenscheidt"};
const std::array<const char*, 5> projects{"Community garden of San Salvario", "Repair café on Fridays",
                                          "Reading with children", "River clean-up", "Language tandem for newcomers"};
const std::array<const char*, 4> tasks{
    "Prepared the room and welcomed the visitors", "Wrote the weekly report of the project",
    "Looked after the tools and the stock of materials", "Led a group of six new volunteers"};

Certificate varied(std::size_t number) {
  Certificate c = sample::soft_skills();
  c.name = std::string(first_names.at(number % 12)) + " " + last_names.at(number / 12 % 10);
  std::string digits = std::to_string(100000 + number * 7919 % 900000);
  c.id.text = digits.substr(0, 4) + "-HX2M-" + digits.substr(2, 4) + "-4TZB";
  sample::set_skills(c, 5 + number % 6, number % 4 == 0);
  for (std::size_t i = 0; i < c.skills.size(); ++i)
    c.skills[i].level = 3 + static_cast<int>((number + i * i) % 3);
  c.words["sentence"][1][1].text = projects.at(number % 5);
  c.words["sentence"][1][3].text = std::to_string(200 + number % 700) + "\u00A0hours";
  c.words["sentence"][2][1].text = std::to_string(1 + number % 28) + "\u00A0March";
  c.tasks = {tasks.at(number % 4), tasks.at((number / 4 + 1) % 4),
             "Reached " + std::to_string(number % 90 + 10) + " households"};
  return c;
}

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

}  // namespace

int main(int argc, char** argv) {
  const std::size_t count = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 1000;
  const std::string folder = argc > 2 ? argv[2] : "";
  std::vector<Certificate> certificates;
  for (std::size_t i = 0; i < count; ++i)
    certificates.push_back(varied(i));

  const double begin = cpu_seconds();
  const sample::Design design = sample::design("soft-skills");
  const double ready = cpu_seconds();
  const PdfModule module(GUERDON_BUILD_DIR "/guerdon-pdf.so");
  Shaper shaper;
  std::size_t bytes = 0;
  double laying = 0;
  for (const Certificate& certificate : certificates) {
    const double start = cpu_seconds();
    Diagnostics findings;
    const auto pages = lay_out(certificate, design.pages, design.fonts, shaper, {"<facts>", {}}, findings);
    laying += cpu_seconds() - start;
    if (!pages) {
      std::fprintf(stderr, "%s\n", findings.items().front().message.c_str());
      return 1;
    }
    const std::string file = write_pdf(*pages, pdf_meta(certificate), module);
    bytes += file.size();
    if (!folder.empty()) std::ofstream(folder + "/" + certificate.id.text + ".pdf", std::ios::binary) << file;
  }
  const double end = cpu_seconds();
  const auto n = static_cast<double>(count);
  std::printf(
      "%zu certificates: %.0f per CPU-second; set up %.1f ms, lay out %.3f ms, write %.3f ms, %.0f bytes each\n", count,
      n / (end - begin), (ready - begin) * 1e3, laying / n * 1e3, (end - ready - laying) / n * 1e3,
      static_cast<double>(bytes) / n);
  return 0;
}
