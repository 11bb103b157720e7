#include "pdf/podofo_module.h"

#include <podofo/podofo.h>

namespace {

using namespace PoDoFo;

PdfString unicode(const GuerdonBytes& text) {
  const std::string utf8(text.data, text.size);
  return PdfString(reinterpret_cast<const pdf_utf8*>(utf8.c_str()));
}

void write(const GuerdonPdf& pdf, GuerdonPdfSink sink, void* context) {
  PdfVecObjects objects;
  objects.SetAutoDelete(true);
  std::size_t size = 4096;
  for (std::size_t i = 0; i < pdf.body_count; ++i) {
    const GuerdonBytes& body = pdf.bodies[i];
    objects.CreateObject(PdfVariant(PdfData(body.data, body.size)));
    size += body.size + 64;
  }
  PdfObject* info = objects.CreateObject();
  for (std::size_t i = 0; i < pdf.info_count; ++i) {
    info->GetDictionary().AddKey(PdfName(pdf.info[i].name), unicode(pdf.info[i].text));
  }
  PdfObject trailer;
  trailer.GetDictionary().AddKey("Root", PdfVariant(PdfReference(static_cast<pdf_objnum>(pdf.catalog), 0)));
  trailer.GetDictionary().AddKey("Info", PdfVariant(info->Reference()));

  PdfWriter writer(&objects, &trailer);
  writer.SetWriteMode(ePdfWriteMode_Clean);
  writer.SetPdfVersion(ePdfVersion_1_7);
  PdfRefCountedBuffer buffer(size);
  PdfOutputDevice device(&buffer);
  writer.Write(&device);
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
