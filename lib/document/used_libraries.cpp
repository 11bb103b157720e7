#include "document/used_libraries.h"

#include <dlfcn.h>
#include <unistring/version.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/text.h"
#include "document/bidi.h"
#include "document/hyphenation.h"
#include "document/shared_library.h"

namespace guerdon {

namespace {

struct Optional {
  std::string_view name;
  const char* file;
  const char* symbol;  ///< any that it has
};

constexpr Optional fribidi{"FriBidi", "libfribidi.so.0", "fribidi_get_bidi_types"};
constexpr Optional thai{"libthai", "libthai.so.0", "th_brk_new"};
constexpr Optional hyphen{"libhyphen", "libhyphen.so.0", "hnj_hyphen_load"};

/// The version in the name of the file that a library was loaded from: libthai.so.0.3.1. Not all of them answer it.
std::string version_of(const Optional& library) {
  void* symbol = symbol_of(library.file, library.symbol);
  Dl_info info{};
  if (symbol == nullptr || dladdr(symbol, &info) == 0) return {};
  std::error_code fault;
  const std::string path = std::filesystem::canonical(info.dli_fname, fault).filename().string();
  const std::size_t at = path.find(".so.");
  constexpr std::size_t ending = 4;
  return fault || at == std::string::npos ? "unknown" : path.substr(at + ending);
}

constexpr std::string_view unistring = "libunistring";
constexpr std::string_view png = "libpng";

std::string unistring_version() {
  const auto version = static_cast<unsigned>(_libunistring_version);
  std::string text = std::to_string(version >> 16U) + "." + std::to_string(version >> 8U & 0xFFU);
  if ((version & 0xFFU) != 0) text += "." + std::to_string(version & 0xFFU);
  return text;
}

bool has_thai(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = next_code_point(text, offset);
    if (c >= 0x0E01 && c <= 0x0E5B) return true;
  }
  return false;
}

/// The runs of all pages.
template <class Visit>
void each_run(const std::vector<Page>& pages, Visit visit) {
  for (const Page& page : pages) {
    for (const Mark& mark : page.marks) {
      if (const auto* run = std::get_if<TextRun>(&mark.shape)) visit(*run);
    }
  }
}

}  // namespace

std::map<std::string, std::string> used_libraries(const std::vector<Page>& pages, std::string_view language) {
  bool turned = is_right_to_left(language);
  bool any_thai = false;
  bool by_rules = false;
  std::set<std::string> parted;  // languages
  each_run(pages, [&](const TextRun& run) {
    turned = turned || run.shaped->right_to_left;
    const std::string& text = run.shaped->text;
    if (text == "\u00AD") parted.insert(run.language.empty() ? std::string(language) : run.language);
    by_rules = by_rules || std::any_of(run.shaped->glyphs.begin(), run.shaped->glyphs.end(), [](const Glyph& glyph) {
                 return glyph.behind == Break::open || glyph.behind == Break::rescue;
               });
    const bool may_be_thai = std::any_of(text.begin(), text.end(), [](char c) { return c == '\xE0'; });
    any_thai = any_thai || (may_be_thai && has_thai(text));
  });
  std::map<std::string, std::string> used;
  const auto add = [&used](const Optional& library) { used[std::string(library.name)] = version_of(library); };
  if (by_rules) used[std::string(unistring)] = unistring_version();
  const std::vector<const Image*> images = used_images(pages);
  const auto is_png = [](const Image* image) { return image->format == Image::Format::png; };
  if (std::any_of(images.begin(), images.end(), is_png)) used[std::string(png)] = png_version();
  for (const Image* image : images) {
    if (image->form != nullptr) used.insert(image->form->libraries.begin(), image->form->libraries.end());
  }
  if (turned) add(fribidi);
  if (any_thai) add(thai);
  if (!parted.empty()) add(hyphen);
  for (const std::string& one : parted) {
    if (const auto file = patterns_for(one)) used[file->name] = file->sha256;
  }
  std::erase_if(used, [](const auto& one) { return one.second.empty(); });
  return used;
}

std::string used_library_version(std::string_view name) {
  if (name == unistring) return unistring_version();
  if (name == png) return png_version();
  for (const Optional& library : {fribidi, thai, hyphen}) {
    if (library.name == name) return version_of(library);
  }
  constexpr std::string_view begin = "hyph_";
  constexpr std::string_view end = ".dic";
  if (!name.starts_with(begin) || !name.ends_with(end)) return {};
  const std::string language(name.substr(begin.size(), name.size() - begin.size() - end.size()));
  const auto file = patterns_for(language);
  return file && file->name == name ? file->sha256 : "";
}

}  // namespace guerdon
