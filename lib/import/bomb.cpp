#include "import/bomb.h"

#include <zlib.h>

#include <array>
#include <string>

#include "import/content.h"
#include "import/fault.h"

namespace guerdon::import {

namespace {

constexpr std::string_view white{"\0\t\n\f\r ", 6};

/// How many bytes `packed` unpacks to, or a number above `most`; 0 where it is not deflated.
std::size_t unpacked_size(std::string_view packed, std::size_t most) {
  z_stream unpacking{};
  if (inflateInit(&unpacking) != Z_OK) return 0;
  std::array<Bytef, 1U << 16U> scrap{};
  unpacking.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(packed.data()));
  unpacking.avail_in = static_cast<uInt>(packed.size());
  std::size_t size = 0;
  int state = Z_OK;
  while (state == Z_OK && size <= most) {
    unpacking.next_out = scrap.data();
    unpacking.avail_out = static_cast<uInt>(scrap.size());
    state = inflate(&unpacking, Z_NO_FLUSH);
    size += scrap.size() - unpacking.avail_out;
  }
  inflateEnd(&unpacking);
  return size;
}

bool begins(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }

std::string_view without_white(std::string_view text) {
  const std::size_t at = text.find_first_not_of(white);
  return at == std::string_view::npos ? std::string_view() : text.substr(at);
}

/// Whether `dictionary` says that its stream is deflated once, or not packed.
bool is_plainly_packed(std::string_view dictionary) {
  constexpr std::string_view key = "/Filter";
  constexpr std::string_view deflated = "/FlateDecode";
  const std::size_t at = dictionary.find(key);
  if (at == std::string_view::npos) return true;
  std::string_view rest = without_white(dictionary.substr(at + key.size()));
  const bool is_list = begins(rest, "[");
  if (is_list) rest = without_white(rest.substr(1));
  if (!begins(rest, deflated)) return false;
  rest = without_white(rest.substr(deflated.size()));
  return !is_list || begins(rest, "]");
}

/// Whether it is one of the streams that hold the file's own order.
bool holds_objects(std::string_view dictionary) {
  return dictionary.find("ObjStm") != std::string_view::npos || dictionary.find("XRef") != std::string_view::npos;
}

}  // namespace

void refuse_bombs(std::string_view file) {
  constexpr std::string_view word = "stream";
  std::size_t size = 0;
  for (std::size_t at = file.find(word); at != std::string_view::npos; at = file.find(word, at + word.size())) {
    if (at >= 3 && file.substr(at - 3, 3) == "end") continue;
    const std::size_t object = file.rfind("obj", at);
    const std::string_view dictionary = object == std::string_view::npos ? "" : file.substr(object, at - object);
    if (holds_objects(dictionary) && !is_plainly_packed(dictionary))
      throw Fault{"the file's objects are packed more than once", "export it again"};
    std::string_view bytes = file.substr(at + word.size());
    if (begins(bytes, "\r\n")) {
      bytes.remove_prefix(2);
    } else if (begins(bytes, "\n")) {
      bytes.remove_prefix(1);
    }
    size += unpacked_size(bytes, unpacked_limit - size);
    if (size > unpacked_limit) {
      throw Fault{"the file unpacks to more than " + std::to_string(unpacked_limit) + " bytes",
                  "export it with fewer or smaller pictures"};
    }
  }
}

}  // namespace guerdon::import
