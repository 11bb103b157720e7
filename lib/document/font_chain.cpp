#include "document/font_chain.h"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <filesystem>

#include "document/font_name_read.h"

namespace guerdon {

namespace {

std::optional<double> number(const yaml::Node& node, yaml::Reader& reader) {
  double value = 0;
  const char* end = node.scalar.data() + node.scalar.size();
  const auto [behind, error] = std::from_chars(node.scalar.data(), end, value);
  if (error == std::errc() && behind == end && value > 0.5 && value < 2) return value;
  reader.error(node, "`" + node.scalar + "` is not a factor between 0.5 and 2");
  return std::nullopt;
}

/// `[regular, bold]` or `[regular]`.
std::vector<FontName> weights(const yaml::Node* node, std::string_view what, const FontName& family,
                              yaml::Reader& reader) {
  std::vector<FontName> names;
  for (const yaml::Node& item : yaml::items(node, reader, what)) {
    FontName name = family;
    name.file = font_file_name(item, reader);
    name.key = std::filesystem::path(name.file).stem().string();
    names.push_back(std::move(name));
  }
  if (node != nullptr && (names.empty() || names.size() > 2))
    reader.error(*node, "a family has one file, or two: regular and bold");
  return names;
}

bool is_script(std::string_view text) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z'); };
  return text.size() == 4 && text[0] >= 'A' && text[0] <= 'Z' && std::all_of(text.begin() + 1, text.end(), letter);
}

ChainEntry read_entry(const yaml::Node& node, yaml::Reader& reader) {
  ChainEntry entry;
  yaml::Fields fields(node, reader, "family");
  for (const yaml::Node& item : yaml::items(fields.require("scripts"), reader, "scripts")) {
    if (!is_script(item.scalar))
      reader.error(item, "`" + item.scalar + "` is not the code of a script", "write it as `Arab`: ISO 15924");
    entry.scripts.push_back(item.scalar);
  }
  FontName family = font_family(fields, reader);
  if (const yaml::Node* face = fields.find("face"))
    family.face = static_cast<unsigned>(reader.integer(*face, 0, 99).value_or(0));
  if (const yaml::Node* size = fields.find("size")) entry.size = number(*size, reader).value_or(1);
  entry.plain = weights(fields.require("files"), "files", family, reader);
  entry.serif = weights(fields.find("serif"), "serif", family, reader);
  return entry;
}

}  // namespace

std::optional<std::vector<ChainEntry>> read_chain(const yaml::Document& document, Diagnostics& findings) {
  Diagnostics found;
  std::vector<ChainEntry> entries;
  {
    yaml::Reader reader(document.path, found);
    yaml::Fields fields(document.root, reader, "chain of fonts");
    if (const yaml::Node* format = fields.require("format")) reader.word(*format, {"fonts/1"});
    for (const yaml::Node& node : yaml::items(fields.require("fonts"), reader, "fonts"))
      entries.push_back(read_entry(node, reader));
  }
  findings.append(found);
  if (found.has_errors()) return std::nullopt;
  return entries;
}

FontChain::FontChain(std::vector<ChainEntry> entries, std::vector<std::string> folders,
                     std::optional<std::vector<Certificate::Font>> recorded)
    : entries_(std::move(entries)), folders_(std::move(folders)), recorded_(std::move(recorded)) {
  static std::atomic<unsigned> made{0};
  name_ = "#" + std::to_string(made.fetch_add(1));
}

const Font* FontChain::open(const FontName& name) const {
  const Certificate::Font* expected = nullptr;
  if (recorded_) {
    for (const Certificate::Font& one : *recorded_) {
      if (one.key == name.key && one.file == name.file) expected = &one;
    }
    if (expected == nullptr) return nullptr;
  }
  const std::lock_guard guard(mutex_);
  const auto [at, fresh] = open_.try_emplace(name.key);
  if (fresh) at->second = find_font(name, folders_, expected);
  return at->second.get();
}

namespace {

bool serves(const ChainEntry& entry, std::string_view script) {
  return std::find(entry.scripts.begin(), entry.scripts.end(), script) != entry.scripts.end();
}

const FontName& face_beside(const ChainEntry& entry, const Font& font) {
  const auto& weights = entry.serif.empty() || font.sans() ? entry.plain : entry.serif;
  return font.bold() ? weights.back() : weights.front();
}

}  // namespace

std::vector<Substitute> FontChain::substitutes(std::string_view script, const Font& font) const {
  std::vector<Substitute> found;
  for (const ChainEntry& entry : entries_) {
    if (!serves(entry, script)) continue;
    if (const Font* one = open(face_beside(entry, font))) found.push_back({one, entry.size});
  }
  return found;
}

std::vector<FontName> FontChain::missing(std::string_view script, const Font& font) const {
  std::vector<FontName> names;
  if (recorded_) return names;
  for (const ChainEntry& entry : entries_) {
    if (!serves(entry, script)) continue;
    const FontName& name = face_beside(entry, font);
    if (open(name) == nullptr) names.push_back(name);
  }
  return names;
}

bool FontChain::holds(const Font& font) const {
  const std::lock_guard guard(mutex_);
  return std::any_of(open_.begin(), open_.end(), [&font](const auto& one) { return one.second.get() == &font; });
}

}  // namespace guerdon
