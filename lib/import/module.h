#pragma once

#include <cstddef>

// What the program and the modules `guerdon-import.so` and `guerdon-svg.so` agree on. Plain C, so that no exception and
// no library type crosses. Whatever a pointer leads to stays only until the call that got it returns.

extern "C" {

/// Bytes that somebody else owns.
struct GuerdonView {
  const char* data;
  std::size_t size;
};

/// At byte `at` of a body the reference to object `object` is left out.
struct GuerdonReference {
  std::size_t at;
  std::size_t object;
};

/// One object of an imported page.
struct GuerdonImportedObject {
  GuerdonView body;  ///< of a stream: the entries of its dictionary, without length
  const GuerdonReference* references;
  std::size_t reference_count;
  int is_stream;
  int is_packed;  ///< whether `stream` is encoded already, as the dictionary says
  GuerdonView stream;
};

/// Takes a page as a form XObject whose lower left corner is 0 0: its size, then its objects in order, the form first;
/// or, in the end, the reason why it is not taken.
struct GuerdonPageSink {
  void* context;
  void (*size)(void* context, double width_pt, double height_pt);
  void (*object)(void* context, const GuerdonImportedObject* object);
  void (*fault)(void* context, GuerdonView message, GuerdonView hint);
};

/// Imports the first page of the PDF file `file`; with `without_text` any font in it is a fault.
using GuerdonImportPage = void (*)(GuerdonView file, int without_text, const GuerdonPageSink* sink);

/// Takes the drawing as a PDF file of one page, or the reason why it is not taken.
struct GuerdonDrawingSink {
  void* context;
  void (*file)(void* context, GuerdonView pdf);
  void (*fault)(void* context, GuerdonView message, GuerdonView hint);
};

/// Draws an SVG file.
using GuerdonDrawSvg = void (*)(GuerdonView file, const GuerdonDrawingSink* sink);

/// Calls `library` with the name and the version of each library that has a say in what comes out.
using GuerdonLibraries = void (*)(void* context, void (*library)(void* context, const char* name, const char* version));
}

constexpr const char* guerdon_import_page_name = "guerdon_import_page";
constexpr const char* guerdon_draw_svg_name = "guerdon_draw_svg";
constexpr const char* guerdon_libraries_name = "guerdon_libraries";
