#pragma once

#include <cstddef>

// What the program and the module `guerdon-pdf.so` agree on. Plain C, so that no exception and no library type crosses.

extern "C" {

/// Bytes that the caller owns.
struct GuerdonBytes {
  const char* data;
  std::size_t size;
};

/// An object with its finished body.
struct GuerdonObject {
  std::size_t number;
  GuerdonBytes body;
};

/// The body of the cross-reference stream, once it is known where each object stands: `offsets[i]` that of object i of
/// GuerdonPdf::objects, the last one its own. What it gives stays until the file is written.
using GuerdonPdfReferences = GuerdonBytes (*)(void* context, const std::size_t* offsets);

/// A document.
struct GuerdonPdf {
  const GuerdonObject* objects;
  std::size_t object_count;
  std::size_t reference_number;  ///< object number of the cross-reference stream
  GuerdonPdfReferences references;
};

/// Takes the file's bytes, called once, on success.
using GuerdonPdfSink = void (*)(void* context, const char* data, std::size_t size);

/// Writes `pdf`; 0 on success, else PoDoFo's error code.
using GuerdonWritePdf = int (*)(const GuerdonPdf* pdf, GuerdonPdfSink sink, void* context);

/// PoDoFo's version, "0.9.8".
using GuerdonPodofoVersion = const char* (*)();
}

constexpr const char* guerdon_write_pdf_name = "guerdon_write_pdf";
constexpr const char* guerdon_podofo_version_name = "guerdon_podofo_version";
