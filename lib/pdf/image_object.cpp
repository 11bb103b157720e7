#include "pdf/image_object.h"

#include <list>
#include <string>

#include "pdf/form_object.h"
#include "pdf/syntax.h"

namespace guerdon::pdf {

namespace {

std::string dictionary_of(const Image& image, int components) {
  return "/Type/XObject/Subtype/Image/Width " + std::to_string(image.width) + "/Height " +
         std::to_string(image.height) + "/ColorSpace" + (components == 1 ? "/DeviceGray" : "/DeviceRGB") +
         "/BitsPerComponent 8";
}

/// The samples of one image, deflated.
struct Packed {
  std::string sha256;
  std::string samples;
  std::string alpha;
};

std::string deflated(const std::string& bytes) { return bytes.empty() ? std::string() : deflate(bytes); }

/// In a batch the same logo stands on page after page: what was packed last is kept, for each thread.
const Packed& packed(const Image& image) {
  constexpr std::size_t most_kept = 8;
  thread_local std::list<Packed> kept;
  for (auto it = kept.begin(); it != kept.end(); ++it) {
    if (it->sha256 != image.sha256) continue;
    kept.splice(kept.begin(), kept, it);
    return kept.front();
  }
  kept.push_front({image.sha256, deflated(image.bytes), deflated(image.alpha)});
  if (kept.size() > most_kept) kept.pop_back();
  return kept.front();
}

}  // namespace

std::size_t add_image(const Image& image, PdfObjects& objects) {
  if (image.form != nullptr) return add_form(image, objects);
  if (image.format == Image::Format::jpeg)
    return objects.add_stream(packed_body(dictionary_of(image, image.components), "DCTDecode", image.bytes));
  const Packed& streams = packed(image);
  std::string dictionary = dictionary_of(image, image.components);
  if (!image.alpha.empty()) {
    const std::size_t mask = objects.add_stream(packed_body(dictionary_of(image, 1), "FlateDecode", streams.alpha));
    dictionary += "/SMask " + reference(mask);
  }
  return objects.add_stream(packed_body(dictionary, "FlateDecode", streams.samples));
}

}  // namespace guerdon::pdf
