#include "pdf/assemble.h"

#include <dlfcn.h>

#include <optional>
#include <system_error>

#include "base/error.h"
#include "pdf/podofo_module.h"
#include "pdf/syntax.h"

namespace guerdon {

std::string& PdfObjects::begin(std::size_t number) {
  if (!text_.empty()) text_ += '\n';
  packed_.push_back({number, text_.size()});
  return text_;
}

std::size_t PdfObjects::add(std::string_view body) {
  const std::size_t number = reserve();
  begin(number).append(body);
  return number;
}

void PdfObjects::put_stream(std::size_t number, std::string body) { streams_.push_back({number, std::move(body)}); }

std::size_t PdfObjects::add_stream(std::string body) {
  const std::size_t number = reserve();
  put_stream(number, std::move(body));
  return number;
}

std::string PdfObjects::object_stream() const {
  std::string text;
  for (const Packed& one : packed_)
    text.append(std::to_string(one.number)).append(1, ' ').append(std::to_string(one.begin)).append(1, ' ');
  const std::size_t first = text.size();
  text += text_;
  return pdf::stream_body("/Type/ObjStm/N " + std::to_string(packed_.size()) + "/First " + std::to_string(first), text);
}

namespace {

/// One row of a cross-reference stream. Source: ISO 32000-1, 7.5.8.
struct Entry {
  unsigned kind = 0;  ///< 0: not there; 1: at an offset; 2: in an object stream
  std::size_t where = 0;
  std::size_t index = 0;
};

constexpr std::string_view entry_widths = "[1 4 3]";
constexpr std::size_t entry_size = 8;

void append_big_endian(std::size_t value, int bytes, std::string& out) {
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
    out += static_cast<char>(value >> shift & 0xFFU);
}

std::string rows_of(const std::vector<Entry>& entries) {
  std::string rows;
  rows.reserve(entries.size() * entry_size);
  for (const Entry& entry : entries) {
    rows += static_cast<char>(entry.kind);
    append_big_endian(entry.where, 4, rows);
    append_big_endian(entry.index, 3, rows);
  }
  return rows;
}

/// Each row as its difference from the one above, which packs to almost nothing. Source: PNG filter 2, ISO 32000-1,
/// 7.4.4.4.
std::string differences(const std::string& rows) {
  std::string out;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    if (at % entry_size == 0) out += '\2';
    const char above = at < entry_size ? '\0' : rows[at - entry_size];
    out += static_cast<char>(rows[at] - above);
  }
  return out;
}

}  // namespace

std::string PdfObjects::cross_references(std::size_t holder, const std::size_t* offsets) const {
  std::vector<Entry> entries(count_ + 1);
  entries[0].index = 0xFFFF;
  for (std::size_t i = 0; i < streams_.size(); ++i)
    entries[streams_[i].number] = {1, offsets[i], 0};
  entries[count_] = {1, offsets[streams_.size()], 0};
  for (std::size_t i = 0; i < packed_.size(); ++i)
    entries[packed_[i].number] = {2, holder, i};
  std::string dictionary = "/Type/XRef/Size " + std::to_string(entries.size());
  dictionary.append("/W").append(entry_widths);
  dictionary += "/Root " + pdf::reference(catalog) + "/Info " + pdf::reference(info) + "/ID[<" + identifier + "><" +
                identifier + ">]/DecodeParms<</Predictor 12/Columns " + std::to_string(entry_size) + ">>";
  return pdf::stream_body(dictionary, differences(rows_of(entries)));
}

void PdfModule::load() const noexcept {
  // Never closed: PoDoFo has static state, and the program ends soon after its last file.
  // Lazy: most of what PoDoFo and its libraries refer to is never called.
  void* module = dlopen(path_.c_str(), RTLD_LAZY | RTLD_LOCAL);
  if (module == nullptr) return;
  void* version = dlsym(module, guerdon_podofo_version_name);
  if (version == nullptr || reinterpret_cast<GuerdonPodofoVersion>(version)() != podofo_version()) return;
  write_ = dlsym(module, guerdon_write_pdf_name);
}

PdfModule::~PdfModule() {
  if (ahead_.joinable()) ahead_.join();
}

void PdfModule::load_ahead() {
  try {
    if (!ahead_.joinable()) ahead_ = std::thread([this] { std::call_once(once_, [this] { load(); }); });
  } catch (const std::system_error&) {
    // The machine gives no more threads: the first file loads it.
  }
}

void PdfModule::require() const {
  // An exception cannot pass the C frames of call_once where the program carries an unwinder of its own.
  std::call_once(once_, [this] { load(); });
  if (write_ == nullptr) {
    throw Error(Failure::access, "cannot load the module `" + path_ + "`, which writes PDF files",
                "install guerdon again; the module needs libpodofo0.9.8");
  }
}

std::string PdfModule::podofo_version() { return GUERDON_PODOFO_VERSION; }

std::string PdfModule::assemble(PdfObjects objects) const {
  require();
  const std::size_t holder = objects.reserve();
  objects.put_stream(holder, objects.object_stream());
  const std::size_t references = objects.reserve();

  struct Job {
    const PdfObjects& objects;
    std::size_t holder;
    std::string references;
    std::string file;
  } job{objects, holder, {}, {}};
  const auto cross_references = [](void* context, const std::size_t* offsets) noexcept -> GuerdonBytes {
    Job& of = *static_cast<Job*>(context);
    of.references = of.objects.cross_references(of.holder, offsets);
    return {of.references.data(), of.references.size()};
  };
  const auto sink = [](void* context, const char* data, std::size_t size) noexcept {
    static_cast<Job*>(context)->file.assign(data, size);
  };

  std::vector<GuerdonObject> bodies;
  bodies.reserve(objects.streams_.size());
  for (const PdfObjects::Stream& stream : objects.streams_)
    bodies.push_back({stream.number, {stream.body.data(), stream.body.size()}});
  const GuerdonPdf pdf{bodies.data(), bodies.size(), references, cross_references};
  const int code = reinterpret_cast<GuerdonWritePdf>(write_)(&pdf, sink, &job);
  if (code != 0)
    throw Error(Failure::access, "PoDoFo could not write the PDF file (its error " + std::to_string(code) + ")");
  return std::move(job.file);
}

}  // namespace guerdon
