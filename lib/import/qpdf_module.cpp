#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFMatrix.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <algorithm>

#include "import/bomb.h"
#include "import/clean.h"
#include "import/closure.h"
#include "import/fault.h"
#include "import/module.h"

namespace guerdon::import {
namespace {

constexpr const char* as_plain = "save it without a password; `qpdf --decrypt IN.pdf OUT.pdf` does it";
constexpr const char* as_new = "export it again; `qpdf IN.pdf OUT.pdf` mends some";

void open(QPDF& pdf, GuerdonView file) {
  pdf.setSuppressWarnings(true);
  pdf.setAttemptRecovery(false);
  try {
    pdf.processMemoryFile("page", file.data, file.size);
  } catch (const QPDFExc& error) {
    if (error.getErrorCode() == qpdf_e_password) throw Fault{"the PDF file is encrypted", as_plain};
    throw;
  }
  if (pdf.isEncrypted()) throw Fault{"the PDF file is encrypted", as_plain};
}

bool is_dictionary_at(QPDFObjectHandle from, const std::string& key) {
  return from.isDictionary() && from.getKey(key).isDictionary();
}

/// What a file does, and not only shows, is not for a page that is kept.
void refuse_what_acts(QPDF& pdf, QPDFObjectHandle page) {
  QPDFObjectHandle root = pdf.getRoot();
  const bool has_script = root.getKey("/Names").isDictionary() && root.getKey("/Names").hasKey("/JavaScript");
  if (has_script || is_dictionary_at(root, "/OpenAction") || root.hasKey("/AA") || page.hasKey("/AA"))
    throw Fault{"the PDF file has JavaScript or actions", "export it without them, as PDF/A"};
  QPDFObjectHandle annotations = page.getKey("/Annots");
  if (!annotations.isArray()) return;
  for (QPDFObjectHandle& one : annotations.getArrayAsVector()) {
    QPDFObjectHandle kind = one.isDictionary() ? one.getKey("/Subtype") : QPDFObjectHandle::newNull();
    if (!kind.isNameAndEquals("/Link") && !kind.isNameAndEquals("/Popup"))
      throw Fault{"the page has form fields or comments", "print it to a PDF file, which makes them part of the page"};
  }
}

/// A layer that is hidden would come out.
void refuse_hidden_layers(QPDF& pdf) {
  QPDFObjectHandle layers = pdf.getRoot().getKey("/OCProperties");
  QPDFObjectHandle usual = layers.isDictionary() ? layers.getKey("/D") : QPDFObjectHandle::newNull();
  if (!usual.isDictionary()) return;
  QPDFObjectHandle off = usual.getKey("/OFF");
  QPDFObjectHandle base = usual.getKey("/BaseState");
  if ((off.isArray() && off.getArrayNItems() > 0) || base.isNameAndEquals("/OFF"))
    throw Fault{"the PDF file has hidden layers", "delete them, and export it again"};
}

/// A rectangle of points.
struct Area {
  double left = 0;
  double bottom = 0;
  double width = 0;
  double height = 0;
};

/// Moves what `form` draws to 0 0, and says how large it is.
Area place(QPDFObjectHandle form) {
  QPDFObjectHandle dictionary = form.getDict();
  QPDFObjectHandle box = dictionary.getKey("/BBox");
  if (!box.isRectangle()) throw Fault{"the page has no size", as_new};
  QPDFMatrix matrix;
  if (dictionary.getKey("/Matrix").isMatrix()) matrix = QPDFMatrix(dictionary.getKey("/Matrix").getArrayAsMatrix());
  const QPDFObjectHandle::Rectangle area = matrix.transformRectangle(box.getArrayAsRectangle());
  const Area out{area.llx, area.lly, area.urx - area.llx, area.ury - area.lly};
  constexpr double least = 1;
  constexpr double most = 14'400;
  if (!(out.width >= least && out.height >= least && out.width <= most && out.height <= most))
    throw Fault{"the page is empty, or larger than five metres", as_new};
  QPDFMatrix moved(1, 0, 0, 1, -out.left, -out.bottom);
  moved.concat(matrix);
  dictionary.replaceKey("/Matrix", QPDFObjectHandle::newFromMatrix(moved));
  return out;
}

void import_page(GuerdonView file, bool without_text, const GuerdonPageSink& sink) {
  refuse_bombs({file.data, file.size});
  QPDF pdf;
  open(pdf, file);
  std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(pdf).getAllPages();
  if (pages.empty()) throw Fault{"the PDF file has no page", as_new};
  refuse_what_acts(pdf, pages.front().getObjectHandle());
  refuse_hidden_layers(pdf);
  QPDFObjectHandle form = pdf.makeIndirectObject(pages.front().getFormXObjectForPage());
  const Area area = place(form);
  Room room(unpacked_limit);
  Cleaning cleaning(room, without_text);
  cleaning.form(form, QPDFObjectHandle::newDictionary());
  const std::vector<Written> objects = written(form, cleaning.contents, room);
  if (pdf.anyWarnings()) throw Fault{"the PDF file is damaged", as_new};
  sink.size(sink.context, area.width, area.height);
  for (const Written& one : objects) {
    const GuerdonImportedObject object{{one.body.data(), one.body.size()},
                                       one.references.data(),
                                       one.references.size(),
                                       one.is_stream ? 1 : 0,
                                       one.is_packed ? 1 : 0,
                                       {one.stream.data(), one.stream.size()}};
    sink.object(sink.context, &object);
  }
}

void tell(const GuerdonPageSink& sink, const Fault& fault) {
  sink.fault(sink.context, {fault.message.data(), fault.message.size()}, {fault.hint.data(), fault.hint.size()});
}

}  // namespace
}  // namespace guerdon::import

extern "C" __attribute__((visibility("default"))) void guerdon_import_page(GuerdonView file, int without_text,
                                                                           const GuerdonPageSink* sink) {
  using guerdon::import::Fault;
  try {
    guerdon::import::import_page(file, without_text != 0, *sink);
  } catch (const Fault& fault) {
    guerdon::import::tell(*sink, fault);
  } catch (const std::exception&) {  // in the words of qpdf, which are not ours
    guerdon::import::tell(*sink, {"the PDF file is damaged", guerdon::import::as_new});
  }
}

extern "C" __attribute__((visibility("default"))) void guerdon_libraries(
    void* context, void (*library)(void* context, const char* name, const char* version)) {
  library(context, "qpdf", QPDF::QPDFVersion().c_str());
}
