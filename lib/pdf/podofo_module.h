#pragma once

#include <cstddef>

// What the program and the module `guerdon-pdf.so` agree on. Plain C, so that no exception and no library type crosses.

extern "C" {

/// Bytes that the caller owns.
struct GuerdonBytes {
  const char* data;
  std::size_t size;
};

/// An entry of the Info dictionary: name without slash, UTF-8 text.
struct GuerdonInfo {
  const char* name;
  GuerdonBytes text;
};

/// A document as finished object bodies: body i is object i + 1, streams included; object `catalog` is the root.
struct GuerdonPdf {
  const GuerdonBytes* bodies;
  std::size_t body_count;
  const GuerdonInfo* info;
  std::size_t info_count;
  std::size_t catalog;
};

/// Takes the file's bytes, called once, on success.
using GuerdonPdfSink = void (*)(void* context, const char* data, std::size_t size);

/// Writes `pdf`; 0 on success, else PoDoFo's error code.
using GuerdonWritePdf = int (*)(const GuerdonPdf* pdf, GuerdonPdfSink sink, void* context);
}

constexpr const char* guerdon_write_pdf_name = "guerdon_write_pdf";
