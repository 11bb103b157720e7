#include "pdf/podofo_module.h"

#include <podofo/podofo.h>

#include <vector>

namespace {

using namespace PoDoFo;

#define GUERDON_TEXT_OF(x) #x
#define GUERDON_TEXT(x) GUERDON_TEXT_OF(x)

/// PDF/A asks for a line of four bytes beyond ASCII behind the first.
constexpr char header[] = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";

void write_object(std::size_t number, const GuerdonBytes& body, PdfOutputDevice& device) {
  const PdfReference reference(static_cast<pdf_objnum>(number), 0);
  PdfObject(reference, PdfVariant(PdfData(body.data, body.size))).WriteObject(&device, ePdfWriteMode_Clean, nullptr);
}

// PdfWriter would do this as well, if its cross-reference streams knew of objects that lie in object streams.
void write(const GuerdonPdf& pdf, GuerdonPdfSink sink, void* context) {
  std::size_t size = 4096;
  for (std::size_t i = 0; i < pdf.object_count; ++i)
    size += pdf.objects[i].body.size + 64;
  PdfRefCountedBuffer buffer(size);
  PdfOutputDevice device(&buffer);
  device.Write(header, sizeof header - 1);
  std::vector<std::size_t> offsets;
  for (std::size_t i = 0; i < pdf.object_count; ++i) {
    offsets.push_back(device.Tell());
    write_object(pdf.objects[i].number, pdf.objects[i].body, device);
  }
  const std::size_t start = device.Tell();
  offsets.push_back(start);
  write_object(pdf.reference_number, pdf.references(context, offsets.data()), device);
  device.Print("startxref\n%lu\n%%%%EOF\n", static_cast<unsigned long>(start));
  sink(context, buffer.GetBuffer(), device.Tell());
}

}  // namespace

extern "C" __attribute__((visibility("default"))) int guerdon_write_pdf(const GuerdonPdf* pdf, GuerdonPdfSink sink,
                                                                        void* context) {
  PdfError::EnableDebug(false);
  PdfError::EnableLogging(false);
  try {
    write(*pdf, sink, context);
    return 0;
  } catch (const PdfError& error) {  // not a std::exception
    return error.GetError() == ePdfError_ErrOk ? -1 : static_cast<int>(error.GetError());
  }
}

extern "C" __attribute__((visibility("default"))) const char* guerdon_podofo_version() {
  return GUERDON_TEXT(PODOFO_VERSION_MAJOR) "." GUERDON_TEXT(PODOFO_VERSION_MINOR) "." GUERDON_TEXT(
      PODOFO_VERSION_PATCH);
}
