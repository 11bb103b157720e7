#include "pdf/content.h"

#include <algorithm>
#include <optional>

#include "pdf/content_text.h"

namespace guerdon::pdf {

namespace {

/// Writes marks one after the other and leaves out what the graphics state holds already.
class ContentWriter {
 public:
  ContentWriter(const std::vector<Page>& pages, const std::vector<FontUse>& fonts, ContentStream& stream)
      : fonts_(fonts), images_(used_images(pages)), stream_(stream), out_(stream.out) {}

  void operator()(const TextRun& run);
  void operator()(const FilledBox& box);
  void operator()(const StrokedLine& line);
  void operator()(const ClosedPath& path);
  void operator()(const CellGrid& grid);
  void operator()(const Picture& picture);

 private:
  void colour(Colour c, const char* name);
  void fill(Colour c);
  void stroke(Colour c, double thickness);
  void select(const TextRun& run, std::size_t font);

  const std::vector<FontUse>& fonts_;
  std::vector<const Image*> images_;
  ContentStream& stream_;
  std::string& out_;
  std::optional<Colour> fill_;
  std::optional<Colour> stroke_;
  double thickness_ = 1;
  std::optional<std::size_t> font_;
  double size_ = 0;
  double tracking_ = 0;
};

void ContentWriter::colour(Colour c, const char* name) {
  for (const std::uint8_t part : {c.red, c.green, c.blue})
    stream_.number(part / 255.0, 4);
  out_ += name;
  out_ += '\n';
}

void ContentWriter::fill(Colour c) {
  if (fill_ != c) colour(c, "rg");
  fill_ = c;
}

void ContentWriter::stroke(Colour c, double thickness) {
  if (stroke_ != c) colour(c, "RG");
  stroke_ = c;
  if (thickness_ == thickness) return;
  stream_.number(thickness * points_per_mm, 3);
  out_ += "w\n";
  thickness_ = thickness;
}

void ContentWriter::select(const TextRun& run, std::size_t font) {
  if (font_ != font || size_ != run.size_pt) {
    out_ += "/F" + std::to_string(font) + " ";
    stream_.number(run.size_pt);
    out_ += "Tf\n";
    font_ = font;
    size_ = run.size_pt;
  }
  const double tracking = run.tracking_em * run.size_pt;
  if (tracking_ != tracking) {
    stream_.number(tracking, 4);
    out_ += "Tc\n";
    tracking_ = tracking;
  }
}

void ContentWriter::operator()(const TextRun& run) {
  std::size_t font = 0;
  while (&fonts_[font].font() != run.font)
    ++font;
  fill(run.colour);
  select(run, font);
  show_text(run, fonts_[font], stream_);
}

void ContentWriter::operator()(const FilledBox& box) {
  fill(box.colour);
  stream_.point({box.at.x, box.at.y + box.height});
  stream_.number(box.width * points_per_mm, 3);
  stream_.number(box.height * points_per_mm, 3);
  out_ += "re f\n";
}

void ContentWriter::operator()(const StrokedLine& line) {
  stroke(line.colour, line.thickness);
  stream_.point(line.from);
  out_ += "m ";
  stream_.point(line.to);
  out_ += "l S\n";
}

void ContentWriter::operator()(const ClosedPath& path) {
  fill(path.fill);
  if (path.thickness > 0) stroke(path.stroke, path.thickness);
  for (const Point& at : path.points) {
    stream_.point(at);
    out_ += &at == &path.points.front() ? "m " : "l ";
  }
  out_ += path.thickness > 0 ? "b\n" : "h f\n";
}

void ContentWriter::operator()(const CellGrid& grid) {
  const double cell = grid.side * points_per_mm / grid.cells;
  fill(grid.colour);
  out_ += "q ";
  stream_.number(cell, 5);
  out_ += "0 0 ";
  stream_.number(-cell, 5);
  stream_.point(grid.at);
  out_ += "cm\n";
  for (const CellGrid::Block& block : grid.dark) {
    for (const int value : {block.column, block.row, block.columns, block.rows})
      out_ += std::to_string(value) + " ";
    out_ += "re\n";
  }
  out_ += "f Q\n";
}

void ContentWriter::operator()(const Picture& picture) {
  const auto image = std::find(images_.begin(), images_.end(), picture.image.get());
  // An image is one unit large, a form as many as it has points.
  const ImportedForm* form = picture.image->form.get();
  out_ += "q ";
  stream_.number(form == nullptr ? picture.width * points_per_mm : picture.width / form->width,
                 form == nullptr ? 3 : 5);
  out_ += "0 0 ";
  stream_.number(form == nullptr ? picture.height * points_per_mm : picture.height / form->height,
                 form == nullptr ? 3 : 5);
  stream_.point({picture.at.x, picture.at.y + picture.height});
  out_ += "cm /I" + std::to_string(image - images_.begin()) + " Do Q\n";
}

}  // namespace

std::string content_of(const std::vector<Page>& pages, std::size_t page, const std::vector<FontUse>& fonts,
                       Structure& structure) {
  static const std::string none;
  ContentStream stream(pages[page], page, structure);
  stream.out.reserve(16384);
  ContentWriter writer(pages, fonts, stream);
  if (const auto& background = pages[page].background; background != nullptr) {
    stream.enter(-1, none);
    writer(Picture{background, {0, 0}, pages[page].width, pages[page].height});
  }
  for (const Mark& mark : pages[page].marks) {
    const auto* run = std::get_if<TextRun>(&mark.shape);
    if (run != nullptr && run->first == run->end) continue;
    stream.enter(mark.element, run == nullptr || mark.element < 0 ? none : run->language);
    std::visit([&writer](const auto& shape) { writer(shape); }, mark.shape);
  }
  stream.leave();
  return std::move(stream.out);
}

}  // namespace guerdon::pdf
