#pragma once

#include <map>
#include <set>
#include <string>

#include <qpdf/QPDF.hh>

#include "import/content.h"

namespace guerdon::import {

/// Makes a form XObject and all that it draws with fit for PDF/A-3a: what has no say in how it looks is left out, what
/// PDF/A forbids is thrown as a Fault. Changes the objects of the document in memory.
class Cleaning {
 public:
  /// With `without_text` any font is a fault.
  Cleaning(Room& room, bool without_text) : room_(room), without_text_(without_text) {}

  void form(QPDFObjectHandle stream, const QPDFObjectHandle& around);

  /// The content of each stream that was cleaned, by number.
  std::map<QPDFObjGen, std::string> contents;

 private:
  bool is_new(QPDFObjectHandle& object);
  void resources(QPDFObjectHandle dictionary);
  void image(QPDFObjectHandle stream);
  void xobject(QPDFObjectHandle stream, const QPDFObjectHandle& around);
  void pattern(QPDFObjectHandle pattern, const QPDFObjectHandle& around);
  void shading(QPDFObjectHandle shading);
  void colours(QPDFObjectHandle space);
  void profile(QPDFObjectHandle stream);
  void state(QPDFObjectHandle state, const QPDFObjectHandle& around);
  void font(QPDFObjectHandle font, const QPDFObjectHandle& around);
  void glyphs(QPDFObjectHandle font, const QPDFObjectHandle& around);
  void content(const QPDFObjectHandle& stream);

  Room& room_;
  Room content_room_{content_limit};
  bool without_text_;
  int depth_ = 0;
  std::set<QPDFObjGen> seen_;
};

}  // namespace guerdon::import
