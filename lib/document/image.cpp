#include "document/image.h"

#include <fmt/format.h>
#include <png.h>

#include <algorithm>

#include "base/sha256.h"
#include "document/importer.h"

namespace guerdon {

namespace {

unsigned byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

unsigned word_at(std::string_view bytes, std::size_t at) { return byte_at(bytes, at) << 8U | byte_at(bytes, at + 1); }

bool is_small_enough(unsigned width, unsigned height, ImageFault& fault) {
  if (width == 0 || height == 0) {
    fault = {"the picture is empty", {}};
    return false;
  }
  if (width <= image_side_limit && height <= image_side_limit) return true;
  fault = {
      fmt::format("the picture has {} x {} pixels, at most {} on a side are taken", width, height, image_side_limit),
      "save it smaller; 300 pixels an inch are all that a printer shows"};
  return false;
}

/// Takes the opacity out of samples of which each pixel's last is it.
void part_alpha(const std::string& samples, Image& image) {
  const auto step = static_cast<std::size_t>(image.components) + 1;
  const std::size_t pixels = samples.size() / step;
  image.bytes.reserve(pixels * (step - 1));
  image.alpha.reserve(pixels);
  for (std::size_t at = 0; at < samples.size(); at += step) {
    image.bytes.append(samples, at, step - 1);
    image.alpha += samples[at + step - 1];
  }
  const bool is_opaque = std::all_of(image.alpha.begin(), image.alpha.end(), [](char a) { return a == '\xFF'; });
  if (is_opaque) image.alpha.clear();
}

bool read_png(std::string_view file, Image& image, ImageFault& fault) {
  png_image source{};
  source.version = PNG_IMAGE_VERSION;
  const auto damaged = [&] {
    fault = {"the PNG file is damaged or not complete", "export it again"};
    png_image_free(&source);
    return false;
  };
  if (png_image_begin_read_from_memory(&source, file.data(), file.size()) == 0) return damaged();
  if (!is_small_enough(source.width, source.height, fault)) {
    png_image_free(&source);
    return false;
  }
  const bool has_alpha = (source.format & PNG_FORMAT_FLAG_ALPHA) != 0;
  source.format &= PNG_FORMAT_FLAG_ALPHA | PNG_FORMAT_FLAG_COLOR;
  image.components = (source.format & PNG_FORMAT_FLAG_COLOR) != 0 ? 3 : 1;
  image.width = static_cast<int>(source.width);
  image.height = static_cast<int>(source.height);
  std::string samples(PNG_IMAGE_SIZE(source), '\0');
  if (png_image_finish_read(&source, nullptr, samples.data(), 0, nullptr) == 0) return damaged();
  if (has_alpha)
    part_alpha(samples, image);
  else
    image.bytes = std::move(samples);
  return true;
}

/// The frame of a JPEG file. Source: ITU-T T.81, B.2.2.
struct Frame {
  unsigned kind = 0;  ///< the marker's low byte
  unsigned bits = 0;
  unsigned width = 0;
  unsigned height = 0;
  unsigned components = 0;
};

bool is_frame(unsigned marker) {
  constexpr unsigned huffman_tables = 0xC4;
  constexpr unsigned extensions = 0xC8;
  constexpr unsigned arithmetic_conditions = 0xCC;
  return marker >= 0xC0 && marker <= 0xCF && marker != huffman_tables && marker != extensions &&
         marker != arithmetic_conditions;
}

/// The first frame; of kind 0 when there is none before the first scan, or no scan.
Frame frame_of(std::string_view file) {
  constexpr unsigned begin_of_scan = 0xDA;
  Frame frame;
  for (std::size_t at = 2; at + 4 <= file.size();) {
    if (byte_at(file, at) != 0xFF) return {};
    const unsigned marker = byte_at(file, at + 1);
    if (marker == 0xFF) {  // fill
      ++at;
      continue;
    }
    if (marker == begin_of_scan) return frame;
    const unsigned length = word_at(file, at + 2);
    if (length < 2 || at + 2 + length > file.size()) return {};
    if (is_frame(marker) && frame.kind == 0) {
      if (length < 8 || length != 8 + 3 * byte_at(file, at + 9)) return {};
      frame = {marker, byte_at(file, at + 4), word_at(file, at + 7), word_at(file, at + 5), byte_at(file, at + 9)};
    }
    at += 2 + length;
  }
  return {};
}

bool read_jpeg(std::string_view file, Image& image, ImageFault& fault) {
  constexpr unsigned baseline = 0xC0;
  constexpr unsigned progressive = 0xC2;
  const Frame frame = frame_of(file);
  const std::size_t tail = file.find_last_not_of(std::string_view("\0\r\n", 3));
  const bool is_whole = tail != std::string_view::npos && file.substr(0, tail + 1).ends_with("\xFF\xD9");
  if (frame.kind == 0 || !is_whole) {
    fault = {"the JPEG file is damaged or not complete", "export it again"};
    return false;
  }
  if (frame.kind < baseline || frame.kind > progressive || frame.bits != 8) {
    fault = {"this kind of JPEG (lossless, arithmetic or with more than 8 bits) cannot be printed",
             "save it as an ordinary JPEG, or as PNG"};
    return false;
  }
  if (frame.components != 1 && frame.components != 3) {
    fault = {frame.components == 4 ? "the JPEG file is in CMYK; pages are in sRGB"
                                   : fmt::format("the JPEG file has {} components", frame.components),
             "save it in sRGB, or as PNG"};
    return false;
  }
  if (!is_small_enough(frame.width, frame.height, fault)) return false;
  image.format = Image::Format::jpeg;
  image.width = static_cast<int>(frame.width);
  image.height = static_cast<int>(frame.height);
  image.components = static_cast<int>(frame.components);
  image.bytes = file;
  return true;
}

bool looks_like_svg(std::string_view file) {
  const std::string_view head = file.substr(0, 1000);
  return head.find("<svg") != std::string_view::npos;
}

}  // namespace

std::shared_ptr<const Image> read_image(std::string_view file, const Importer& importer, ImageFault& fault) {
  if (file.size() > image_file_limit) {
    fault = {fmt::format("the picture has {} bytes, at most {} are taken", file.size(), image_file_limit),
             "save it with fewer pixels; 300 an inch are all that a printer shows"};
    return nullptr;
  }
  auto image = std::make_shared<Image>();
  bool is_read = false;
  if (file.starts_with("\x89PNG\r\n\x1A\n")) {
    is_read = read_png(file, *image, fault);
  } else if (file.starts_with("\xFF\xD8\xFF")) {
    is_read = read_jpeg(file, *image, fault);
  } else if (file.starts_with("%PDF-") || looks_like_svg(file)) {
    image->format = Image::Format::form;
    image->form = file.starts_with('%') ? importer.page(file, fault) : importer.drawing(file, fault);
    is_read = image->form != nullptr;
  } else {
    fault = {"the file is neither PNG, JPEG, SVG nor PDF", "save the picture as PNG"};
  }
  if (!is_read) return nullptr;
  image->sha256 = sha256(file);
  return image;
}

std::string png_version() { return png_get_libpng_ver(nullptr); }

}  // namespace guerdon
