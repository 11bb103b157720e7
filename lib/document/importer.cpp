#include "document/importer.h"

#include <dlfcn.h>

#include <algorithm>
#include <array>

#include "base/error.h"
#include "document/page.h"
#include "import/module.h"

namespace guerdon {

namespace {

constexpr const char* page_module = "guerdon-import.so";
constexpr const char* drawing_module = "guerdon-svg.so";
constexpr std::array<std::string_view, 1> page_libraries{"qpdf"};
constexpr std::array<std::string_view, 2> drawing_libraries{"cairo", "librsvg"};

std::string text_of(GuerdonView view) { return {view.data, view.size}; }

void note_library(void* context, const char* name, const char* version) {
  static_cast<ImportedForm*>(context)->libraries[name] = version;
}

/// What is being imported.
struct Importing {
  ImportedForm form;
  ImageFault fault;
};

void take_size(void* context, double width, double height) {
  ImportedForm& form = static_cast<Importing*>(context)->form;
  form.width = width * mm_per_point;
  form.height = height * mm_per_point;
}

void take_object(void* context, const GuerdonImportedObject* object) {
  ImportedForm::Object one{
      text_of(object->body), {}, object->is_stream != 0, object->is_packed != 0, text_of(object->stream)};
  for (std::size_t i = 0; i < object->reference_count; ++i)
    one.references.push_back({object->references[i].at, object->references[i].object});
  static_cast<Importing*>(context)->form.objects.push_back(std::move(one));
}

/// What is being drawn.
struct Drawing {
  std::string file;
  ImageFault fault;
};

void require(const void* work, const char* file, const std::string& folder, std::string_view what,
             std::string_view needs) {
  if (work != nullptr) return;
  throw Error(Failure::access, "cannot load the module `" + folder + "/" + file + "`, which reads " + std::string(what),
              "install guerdon again; the module needs " + std::string(needs));
}

}  // namespace

void Importer::load(Module& module, const char* file, const char* work) const noexcept {
  // Never closed: libraries below it have static state, and the program ends soon after its last file.
  void* loaded = dlopen((folder_ + "/" + file).c_str(), RTLD_LAZY | RTLD_LOCAL);
  if (loaded == nullptr) return;
  module.work = dlsym(loaded, work);
  module.libraries = dlsym(loaded, guerdon_libraries_name);
}

const Importer::Module& Importer::pages() const {
  std::call_once(pages_.once, [this] { load(pages_, page_module, guerdon_import_page_name); });
  return pages_;
}

const Importer::Module& Importer::drawings() const {
  std::call_once(drawings_.once, [this] { load(drawings_, drawing_module, guerdon_draw_svg_name); });
  return drawings_;
}

std::shared_ptr<ImportedForm> Importer::form(std::string_view file, bool without_text, ImageFault& fault) const {
  const Module& module = pages();
  require(module.work, page_module, folder_, "PDF pages", "libqpdf29");
  Importing importing;
  const GuerdonPageSink sink{&importing, take_size, take_object,
                             [](void* context, GuerdonView message, GuerdonView hint) {
                               static_cast<Importing*>(context)->fault = {text_of(message), text_of(hint)};
                             }};
  reinterpret_cast<GuerdonImportPage>(module.work)({file.data(), file.size()}, without_text ? 1 : 0, &sink);
  if (!importing.fault.message.empty() || importing.form.objects.empty()) {
    fault = std::move(importing.fault);
    return nullptr;
  }
  reinterpret_cast<GuerdonLibraries>(module.libraries)(&importing.form, note_library);
  return std::make_shared<ImportedForm>(std::move(importing.form));
}

std::shared_ptr<const ImportedForm> Importer::page(std::string_view file, ImageFault& fault) const {
  return form(file, false, fault);
}

std::shared_ptr<const ImportedForm> Importer::drawing(std::string_view file, ImageFault& fault) const {
  const Module& module = drawings();
  require(module.work, drawing_module, folder_, "SVG drawings", "librsvg2-2 and libcairo2");
  Drawing drawing;
  const GuerdonDrawingSink sink{
      &drawing, [](void* context, GuerdonView pdf) { static_cast<Drawing*>(context)->file = text_of(pdf); },
      [](void* context, GuerdonView message, GuerdonView hint) {
        static_cast<Drawing*>(context)->fault = {text_of(message), text_of(hint)};
      }};
  reinterpret_cast<GuerdonDrawSvg>(module.work)({file.data(), file.size()}, &sink);
  if (!drawing.fault.message.empty()) {
    fault = std::move(drawing.fault);
    return nullptr;
  }
  auto form = this->form(drawing.file, true, fault);
  if (form != nullptr) reinterpret_cast<GuerdonLibraries>(module.libraries)(form.get(), note_library);
  return form;
}

std::string Importer::version(std::string_view library) const {
  const auto among = [library](const auto& names) {
    return std::find(names.begin(), names.end(), library) != names.end();
  };
  const Module* module = among(page_libraries) ? &pages() : among(drawing_libraries) ? &drawings() : nullptr;
  if (module == nullptr || module->libraries == nullptr) return {};
  ImportedForm asked;
  reinterpret_cast<GuerdonLibraries>(module->libraries)(&asked, note_library);
  const auto found = asked.libraries.find(std::string(library));
  return found == asked.libraries.end() ? "" : found->second;
}

}  // namespace guerdon
