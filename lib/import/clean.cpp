#include "import/clean.h"

#include <algorithm>
#include <vector>

#include "import/fault.h"

namespace guerdon::import {

namespace {

using Keys = std::set<std::string>;

constexpr int most_nested = 40;
constexpr int most_pixels = 20'000;

void keep_only(QPDFObjectHandle& dictionary, const Keys& keys) {
  for (const std::string& key : dictionary.getKeys()) {
    if (keys.count(key) == 0) dictionary.removeKey(key);
  }
}

/// The values of the dictionary `key` of `dictionary`; none where there is none.
std::vector<QPDFObjectHandle> values(QPDFObjectHandle& dictionary, const std::string& key) {
  std::vector<QPDFObjectHandle> out;
  QPDFObjectHandle inner = dictionary.getKey(key);
  if (!inner.isDictionary()) return out;
  for (const auto& [name, value] : inner.getDictAsMap())
    out.push_back(value);
  return out;
}

/// A name without its slash and the six letters of a subset.
std::string shown_name(const QPDFObjectHandle& name) {
  QPDFObjectHandle object = name;
  if (!object.isName()) return "without a name";
  std::string text = object.getName().substr(1);
  if (text.size() > 7 && text[6] == '+') text.erase(0, 7);
  return shown(text);
}

[[noreturn]] void refuse_damaged(const std::string& what) {
  throw Fault{what + " of the file is damaged", "export it again"};
}

constexpr const char* outline =
    "export it with its texts as outlines (in Inkscape: Path > Object to Path), or with its fonts embedded, as PDF/A "
    "does";

}  // namespace

bool Cleaning::is_new(QPDFObjectHandle& object) {
  return !object.isIndirect() || seen_.insert(object.getObjGen()).second;
}

void Cleaning::content(const QPDFObjectHandle& stream) {
  contents[stream.getObjGen()] = cleaned_content(unpacked(stream, content_room_));
}

void Cleaning::form(QPDFObjectHandle stream, const QPDFObjectHandle& around) {
  if (!is_new(stream)) return;
  if (++depth_ > most_nested) throw Fault{"the page's drawings are nested too deep", "flatten its groups"};
  QPDFObjectHandle dictionary = stream.getDict();
  keep_only(dictionary, {"/Type", "/Subtype", "/FormType", "/BBox", "/Matrix", "/Resources", "/Group", "/Filter",
                         "/DecodeParms", "/Length"});
  if (!dictionary.getKey("/Resources").isDictionary()) dictionary.replaceKey("/Resources", around);
  QPDFObjectHandle group = dictionary.getKey("/Group");
  if (group.isDictionary()) {
    keep_only(group, {"/Type", "/S", "/CS", "/I", "/K"});
    if (group.hasKey("/CS")) colours(group.getKey("/CS"));
  }
  content(stream);
  resources(dictionary.getKey("/Resources"));
  --depth_;
}

void Cleaning::resources(QPDFObjectHandle dictionary) {
  if (!dictionary.isDictionary()) refuse_damaged("a dictionary");
  if (!is_new(dictionary)) return;
  keep_only(dictionary, {"/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/XObject", "/Font"});
  for (QPDFObjectHandle& value : values(dictionary, "/XObject"))
    xobject(value, dictionary);
  for (QPDFObjectHandle& value : values(dictionary, "/Pattern"))
    pattern(value, dictionary);
  for (QPDFObjectHandle& value : values(dictionary, "/Shading"))
    shading(value);
  for (QPDFObjectHandle& value : values(dictionary, "/ColorSpace"))
    colours(value);
  for (QPDFObjectHandle& value : values(dictionary, "/ExtGState"))
    state(value, dictionary);
  for (QPDFObjectHandle& value : values(dictionary, "/Font"))
    font(value, dictionary);
}

void Cleaning::xobject(QPDFObjectHandle stream, const QPDFObjectHandle& around) {
  if (!stream.isStream()) refuse_damaged("a drawing");
  QPDFObjectHandle subtype = stream.getDict().getKey("/Subtype");
  if (subtype.isNameAndEquals("/Image")) {
    image(stream);
  } else if (subtype.isNameAndEquals("/Form") && !stream.getDict().hasKey("/Subtype2")) {
    form(stream, around);
  } else {
    throw Fault{"the page has a drawing in PostScript, which PDF/A forbids", "export it again as PDF/A"};
  }
}

void Cleaning::image(QPDFObjectHandle stream) {
  if (!stream.isStream()) refuse_damaged("a picture");
  if (!is_new(stream)) return;
  QPDFObjectHandle dictionary = stream.getDict();
  keep_only(dictionary, {"/Type", "/Subtype", "/Width", "/Height", "/ColorSpace", "/BitsPerComponent", "/ImageMask",
                         "/Mask", "/Decode", "/SMask", "/Matte", "/Filter", "/DecodeParms", "/Length"});
  for (const char* side : {"/Width", "/Height"}) {
    QPDFObjectHandle pixels = dictionary.getKey(side);
    if (!pixels.isInteger() || pixels.getIntValue() <= 0) refuse_damaged("a picture");
    if (pixels.getIntValue() > most_pixels)
      throw Fault{"a picture of the page has more than " + std::to_string(most_pixels) + " pixels on a side",
                  "export it with 300 pixels an inch"};
  }
  if (dictionary.hasKey("/ColorSpace")) colours(dictionary.getKey("/ColorSpace"));
  for (const char* mask : {"/Mask", "/SMask"}) {
    QPDFObjectHandle value = dictionary.getKey(mask);
    if (value.isStream()) image(value);
  }
}

void Cleaning::pattern(QPDFObjectHandle pattern, const QPDFObjectHandle& around) {
  if (!is_new(pattern)) return;
  if (pattern.isStream()) {
    if (++depth_ > most_nested) throw Fault{"the page's drawings are nested too deep", "flatten its groups"};
    QPDFObjectHandle dictionary = pattern.getDict();
    keep_only(dictionary, {"/Type", "/PatternType", "/PaintType", "/TilingType", "/BBox", "/XStep", "/YStep",
                           "/Resources", "/Matrix", "/Filter", "/DecodeParms", "/Length"});
    if (!dictionary.getKey("/Resources").isDictionary()) dictionary.replaceKey("/Resources", around);
    content(pattern);
    resources(dictionary.getKey("/Resources"));
    --depth_;
    return;
  }
  if (!pattern.isDictionary()) refuse_damaged("a pattern");
  keep_only(pattern, {"/Type", "/PatternType", "/Shading", "/Matrix", "/ExtGState"});
  shading(pattern.getKey("/Shading"));
  if (pattern.hasKey("/ExtGState")) state(pattern.getKey("/ExtGState"), around);
}

void Cleaning::shading(QPDFObjectHandle shading) {
  if (!is_new(shading)) return;
  QPDFObjectHandle dictionary = shading.isStream() ? shading.getDict() : shading;
  if (!dictionary.isDictionary()) refuse_damaged("a gradient");
  colours(dictionary.getKey("/ColorSpace"));
}

// Source: ISO 19005-3, 6.2.4.
void Cleaning::colours(QPDFObjectHandle space) {
  if (!is_new(space)) return;
  if (space.isNameAndEquals("/DeviceCMYK") || space.isNameAndEquals("/CMYK")) refuse_cmyk();
  if (!space.isArray() || space.getArrayNItems() == 0) return;
  if (++depth_ > most_nested) refuse_damaged("a colour space");
  const std::string kind = space.getArrayItem(0).isName() ? space.getArrayItem(0).getName() : "";
  const int count = space.getArrayNItems();
  if (kind == "/DeviceCMYK") refuse_cmyk();
  if (kind == "/ICCBased" && count > 1) profile(space.getArrayItem(1));
  if ((kind == "/Indexed" || kind == "/Pattern") && count > 1) colours(space.getArrayItem(1));
  if ((kind == "/Separation" || kind == "/DeviceN") && count > 2) colours(space.getArrayItem(2));
  if (kind == "/DeviceN" && count > 4) space.eraseItem(4);
  --depth_;
}

void Cleaning::profile(QPDFObjectHandle stream) {
  if (!stream.isStream()) refuse_damaged("a colour profile");
  if (!is_new(stream)) return;
  QPDFObjectHandle dictionary = stream.getDict();
  keep_only(dictionary, {"/N", "/Range", "/Filter", "/DecodeParms", "/Length"});
  const std::string bytes = unpacked(stream, room_);
  constexpr std::size_t head = 128;
  constexpr int newest = 4;
  if (bytes.size() < head || bytes.compare(36, 4, "acsp") != 0 || bytes[8] > newest) refuse_damaged("a colour profile");
}

// Source: ISO 19005-3, 6.2.5 and 6.2.10.
void Cleaning::state(QPDFObjectHandle state, const QPDFObjectHandle& around) {
  if (!state.isDictionary()) refuse_damaged("a graphics state");
  if (!is_new(state)) return;
  keep_only(state, {"/Type", "/LW", "/LC", "/LJ", "/ML", "/D", "/Font", "/FL", "/SM", "/SA", "/BM", "/SMask", "/CA",
                    "/ca", "/AIS", "/TK"});
  static const Keys modes{"/Normal",    "/Compatible", "/Multiply",   "/Screen",    "/Overlay",   "/Darken",
                          "/Lighten",   "/ColorDodge", "/ColorBurn",  "/HardLight", "/SoftLight", "/Difference",
                          "/Exclusion", "/Hue",        "/Saturation", "/Color",     "/Luminosity"};
  QPDFObjectHandle mode = state.getKey("/BM");
  if (mode.isArray() && mode.getArrayNItems() > 0) {
    mode = mode.getArrayItem(0);
    state.replaceKey("/BM", mode);
  }
  if (!mode.isNull() && (!mode.isName() || modes.count(mode.getName()) == 0))
    throw Fault{"the page has the unknown blend mode `" + shown_name(mode) + "`", "export it again as PDF/A"};
  QPDFObjectHandle type = state.getKey("/Font");
  if (type.isArray() && type.getArrayNItems() > 0) font(type.getArrayItem(0), around);
  QPDFObjectHandle mask = state.getKey("/SMask");
  if (!mask.isDictionary()) return;
  keep_only(mask, {"/Type", "/S", "/G", "/BC"});
  if (!mask.getKey("/G").isStream()) refuse_damaged("a mask");
  form(mask.getKey("/G"), around);
}

namespace {

bool is_embedded(QPDFObjectHandle& font) {
  QPDFObjectHandle descriptor = font.getKey("/FontDescriptor");
  if (!descriptor.isDictionary()) return false;
  // They may be incomplete, and are nowhere asked for.
  descriptor.removeKey("/CIDSet");
  descriptor.removeKey("/CharSet");
  return descriptor.getKey("/FontFile").isStream() || descriptor.getKey("/FontFile2").isStream() ||
         descriptor.getKey("/FontFile3").isStream();
}

/// Whether a reader knows what is written in `font`. Source: ISO 19005-3, 6.2.11.7.2.
bool has_meaning(QPDFObjectHandle& font) {
  if (font.getKey("/ToUnicode").isStream()) return true;
  if (font.getKey("/Subtype").isNameAndEquals("/Type0") || font.getKey("/Subtype").isNameAndEquals("/Type3"))
    return false;
  QPDFObjectHandle encoding = font.getKey("/Encoding");
  return encoding.isNameAndEquals("/WinAnsiEncoding") || encoding.isNameAndEquals("/MacRomanEncoding") ||
         encoding.isNameAndEquals("/StandardEncoding");
}

}  // namespace

void Cleaning::font(QPDFObjectHandle font, const QPDFObjectHandle& around) {
  if (!font.isDictionary()) refuse_damaged("a font");
  if (!is_new(font)) return;
  if (without_text_)
    throw Fault{"the drawing has text", "turn its texts into outlines (in Inkscape: Path > Object to Path)"};
  QPDFObjectHandle described = font;
  QPDFObjectHandle name = font.getKey("/BaseFont");
  if (font.getKey("/Subtype").isNameAndEquals("/Type3")) {
    glyphs(font, around);
  } else {
    QPDFObjectHandle descendants = font.getKey("/DescendantFonts");
    if (descendants.isArray() && descendants.getArrayNItems() == 1) described = descendants.getArrayItem(0);
    if (!described.isDictionary()) refuse_damaged("a font");
    if (!is_embedded(described)) throw Fault{"the font " + shown_name(name) + " is not embedded in the file", outline};
    // cairo leaves it out, and PDF/A asks for it.
    if (described.getKey("/Subtype").isNameAndEquals("/CIDFontType2") && !described.hasKey("/CIDToGIDMap"))
      described.replaceKey("/CIDToGIDMap", QPDFObjectHandle::newName("/Identity"));
  }
  if (!has_meaning(font))
    throw Fault{"the font " + shown_name(name) + " does not say which letters its glyphs are", outline};
}

void Cleaning::glyphs(QPDFObjectHandle font, const QPDFObjectHandle& around) {
  if (++depth_ > most_nested) refuse_damaged("a font");
  if (!font.getKey("/Resources").isDictionary()) font.replaceKey("/Resources", around);
  for (QPDFObjectHandle& glyph : values(font, "/CharProcs")) {
    if (!glyph.isStream()) refuse_damaged("a font");
    if (is_new(glyph)) content(glyph);
  }
  resources(font.getKey("/Resources"));
  --depth_;
}

}  // namespace guerdon::import
