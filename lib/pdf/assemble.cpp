#include "pdf/assemble.h"

#include <dlfcn.h>

#include "base/error.h"
#include "pdf/podofo_module.h"

namespace guerdon {

void PdfModule::load() const noexcept {
  // Never closed: PoDoFo has static state, and the program ends soon after its last file.
  void* module = dlopen(path_.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (module != nullptr) function_ = dlsym(module, guerdon_write_pdf_name);
}

std::string PdfModule::assemble(const PdfObjects& objects) const {
  // An exception cannot pass the C frames of call_once where the program carries an unwinder of its own.
  std::call_once(once_, [this] { load(); });
  if (function_ == nullptr) {
    throw Error(Failure::access, "cannot load the module `" + path_ + "`, which writes PDF files",
                "install guerdon again; the module needs libpodofo0.9.8");
  }
  std::vector<GuerdonBytes> bodies;
  bodies.reserve(objects.bodies.size());
  for (const std::string& body : objects.bodies)
    bodies.push_back({body.data(), body.size()});
  std::vector<GuerdonInfo> info;
  for (const auto& [name, text] : objects.info)
    info.push_back({name, {text.data(), text.size()}});
  const GuerdonPdf pdf{bodies.data(), bodies.size(), info.data(), info.size(), objects.catalog};
  std::string file;
  const auto sink = [](void* context, const char* data, std::size_t size) {
    static_cast<std::string*>(context)->assign(data, size);
  };
  const int code = reinterpret_cast<GuerdonWritePdf>(function_)(&pdf, sink, &file);
  if (code != 0)
    throw Error(Failure::access, "PoDoFo could not write the PDF file (its error " + std::to_string(code) + ")");
  return file;
}

}  // namespace guerdon
