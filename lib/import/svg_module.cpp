#include <cairo-pdf.h>
#include <librsvg/rsvg.h>

#include <memory>
#include <string>

#include "import/fault.h"
#include "import/module.h"
#include "import/svg_scan.h"

namespace guerdon::import {
namespace {

constexpr const char* as_plain = "save it as a plain SVG (in Inkscape: Save As > Plain SVG)";

struct Release {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
  void operator()(GError* error) const { g_error_free(error); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};
template <class T>
using Owned = std::unique_ptr<T, Release>;

cairo_status_t append(void* out, const unsigned char* data, unsigned size) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(data), size);
  return CAIRO_STATUS_SUCCESS;
}

/// A size in points.
struct Size {
  double width = 0;
  double height = 0;
};

/// As the drawing says, else that of its view box.
Size size_of(RsvgHandle* handle) {
  constexpr double points_per_pixel = 72.0 / 96;
  Size size;
  if (rsvg_handle_get_intrinsic_size_in_pixels(handle, &size.width, &size.height) == 0) {
    gboolean has_box = 0;
    RsvgRectangle box{};
    rsvg_handle_get_intrinsic_dimensions(handle, nullptr, nullptr, nullptr, nullptr, &has_box, &box);
    if (has_box != 0) size = {box.width, box.height};
  }
  size = {size.width * points_per_pixel, size.height * points_per_pixel};
  constexpr double least = 1;
  constexpr double most = 14'400;
  if (!(size.width >= least && size.height >= least && size.width <= most && size.height <= most))
    throw Fault{"the drawing does not say how large it is, or is larger than five metres",
                "give its <svg> a width, a height and a viewBox"};
  return size;
}

void draw(GuerdonView file, const GuerdonDrawingSink& sink) {
  refuse_what_varies({file.data, file.size});
  GError* error = nullptr;
  // Without an address of its own it may refer to nothing outside.
  const Owned<RsvgHandle> handle(
      rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(file.data), file.size, &error));
  const Owned<GError> reading(error);
  if (handle == nullptr) throw Fault{"the SVG file is damaged", as_plain};
  rsvg_handle_set_dpi(handle.get(), 96);
  const Size size = size_of(handle.get());
  std::string pdf;
  const Owned<cairo_surface_t> surface(cairo_pdf_surface_create_for_stream(append, &pdf, size.width, size.height));
  const Owned<cairo_t> context(cairo_create(surface.get()));
  const RsvgRectangle whole{0, 0, size.width, size.height};
  error = nullptr;
  const bool is_drawn = rsvg_handle_render_document(handle.get(), context.get(), &whole, &error) != 0;
  const Owned<GError> drawing(error);
  cairo_show_page(context.get());
  cairo_surface_finish(surface.get());
  if (!is_drawn || cairo_status(context.get()) != CAIRO_STATUS_SUCCESS ||
      cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
    throw Fault{"the SVG file cannot be drawn", as_plain};
  sink.file(sink.context, {pdf.data(), pdf.size()});
}

void tell(const GuerdonDrawingSink& sink, const Fault& fault) {
  sink.fault(sink.context, {fault.message.data(), fault.message.size()}, {fault.hint.data(), fault.hint.size()});
}

}  // namespace
}  // namespace guerdon::import

extern "C" __attribute__((visibility("default"))) void guerdon_draw_svg(GuerdonView file,
                                                                        const GuerdonDrawingSink* sink) {
  using guerdon::import::Fault;
  try {
    guerdon::import::draw(file, *sink);
  } catch (const Fault& fault) {
    guerdon::import::tell(*sink, fault);
  } catch (const std::exception&) {
    guerdon::import::tell(*sink, {"the SVG file cannot be drawn", guerdon::import::as_plain});
  }
}

extern "C" __attribute__((visibility("default"))) void guerdon_libraries(
    void* context, void (*library)(void* context, const char* name, const char* version)) {
  library(context, "cairo", cairo_version_string());
  const std::string rsvg = std::to_string(rsvg_major_version) + "." + std::to_string(rsvg_minor_version) + "." +
                           std::to_string(rsvg_micro_version);
  library(context, "librsvg", rsvg.c_str());
}
