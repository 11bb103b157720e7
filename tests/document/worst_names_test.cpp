#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

#include "document/page_dump.h"
#include "pages.h"
#include "yaml/parse.h"

using namespace guerdon;
using namespace guerdon::sample;

namespace {

const yaml::Node& worst_names() {
  static const yaml::Document document = [] {
    Diagnostics findings;
    const std::string path = "tests/document/worst_names.yaml";
    auto read = yaml::parse(path, read_file(std::string(GUERDON_SOURCE_DIR) + "/" + path), findings);
    if (!read) throw std::runtime_error(findings.items().front().message);
    return std::move(*read);
  }();
  return document.root;
}

std::string text_of(const yaml::Node& entry, std::string_view key) {
  const yaml::Node* node = entry.find(key);
  return node == nullptr ? "" : node->scalar;
}

Certificate with(const yaml::Node& entry) {
  Certificate c = soft_skills();
  if (entry.find("name") != nullptr) {
    c.name = text_of(entry, "name");
    c.latin_name = text_of(entry, "latin");
  } else {
    c.words["sentence"][1][1].text = text_of(entry, "project");
  }
  return c;
}

/// "34 pt, 2 lines" of a name; "3 lines" of a sentence; then the fonts that stood in.
std::string step_of(const LaidOut& out, bool is_name) {
  std::set<double> lines;
  std::set<std::string> own;
  std::string fonts;
  double size = 0;
  double other_size = 0;
  for (const auto& font : shared_design("soft-skills").fonts)
    own.insert(font->key());
  for (const TextRun& run : out.runs()) {
    const bool of_name = run.size_pt >= 18 && run.colour == Colour{0x1C, 0x1C, 0x1A};
    const bool of_sentence = run.size_pt < 15 && run.box_top > 70 && run.box_top < 108 && run.font->key() != "GBI";
    if (is_name ? !of_name : !of_sentence) continue;
    lines.insert(run.at.y);
    if (own.contains(run.font->key())) {
      size = std::max(size, run.size_pt);
      continue;
    }
    other_size = std::max(other_size, run.size_pt);
    if (fonts.find(run.font->key()) == std::string::npos) {
      fonts += ", " + run.font->key();
    }
  }
  std::ostringstream told;
  if (is_name) told << (size > 0 ? size : other_size) << " pt, ";
  told << lines.size() << (lines.size() == 1 ? " line" : " lines");
  if (out.pages->size() > 1) told << ", " << out.pages->size() << " pages";
  return told.str() + fonts;
}

std::string outcome(const LaidOut& out, const yaml::Node& entry) {
  if (out.pages) return step_of(out, entry.find("name") != nullptr);
  return "refused: " + out.findings.items().front().message;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);)
    lines.push_back(line);
  return lines;
}

/// The lines of the dump above the table that the page of the sample does not have.
std::string difference(const LaidOut& out) {
  static const std::vector<std::string> usual = lines_of(dump_pages(*laid_out(soft_skills()).pages));
  static const std::set<std::string> known(usual.begin(), usual.end());
  std::string different;
  if (!out.pages) return different;
  for (const std::string& line : lines_of(dump_pages(*out.pages))) {
    if (line == "  table") break;
    if (!known.contains(line)) different += line + "\n";
  }
  return different;
}

}  // namespace

TEST_CASE("The worst names and titles end where the table says") {
  REQUIRE(worst_names().items.size() >= 100);
  for (const yaml::Node& entry : worst_names().items) {
    const std::string text = text_of(entry, "name") + text_of(entry, "project");
    CHECK_MESSAGE(outcome(laid_out(with(entry)), entry) == text_of(entry, "outcome"), text);
  }
}

// Set GUERDON_UPDATE_GOLDEN=1 to write the dumps anew, and look at the difference.
TEST_CASE("The pages of the worst names are as they were looked at") {
  constexpr std::size_t in_one_file = 20;
  const auto& entries = worst_names().items;
  for (std::size_t begin = 0; begin < entries.size(); begin += in_one_file) {
    std::string dump;
    for (std::size_t i = begin; i < std::min(entries.size(), begin + in_one_file); ++i) {
      dump += "── " + text_of(entries[i], "name") + text_of(entries[i], "project") + "\n" +
              difference(laid_out(with(entries[i])));
    }
    const std::string path =
        std::string(GUERDON_SOURCE_DIR) + "/tests/golden/names/from-" + std::to_string(begin + 1) + ".txt";
    if (std::getenv("GUERDON_UPDATE_GOLDEN") != nullptr) std::ofstream(path) << dump;
    CHECK_MESSAGE(dump == read_file(path), path);
  }
}
