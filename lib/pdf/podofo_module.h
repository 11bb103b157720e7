#pragma once

#include <cstddef>

// What the program and the module `guerdon-pdf.so` agree on. Plain C, so that no exception and no library type crosses.

extern "C" {

/// Bytes that the caller owns.
struct guerdon_bytes {
  const char* data;
  std::size_t size;
};

/// An entry of the Info dictionary: name without slash, UTF-8 text.
struct guerdon_info {
  const char* name;
  guerdon_bytes text;
};

/// A document as finished object bodies: body i is object i + 1, streams included; object `catalog` is the root.
struct guerdon_pdf {
  const guerdon_bytes* bodies;
  std::size_t body_count;
  const guerdon_info* info;
  std::size_t info_count;
  std::size_t catalog;
};

/// Takes the file's bytes, called once, on success.
using guerdon_pdf_sink = void (*)(void* context, const char* data, std::size_t size);

/// Writes `pdf`; 0 on success, else PoDoFo's error code.
using guerdon_write_pdf_function = int (*)(const guerdon_pdf* pdf, guerdon_pdf_sink sink, void* context);
}

constexpr const char* guerdon_write_pdf_name = "guerdon_write_pdf";
