#include "cli/survey_settings.h"

#include <elf.h>
#include <fmt/format.h>
#include <link.h>

#include <string_view>

#include "cli/press_room.h"

namespace guerdon {
namespace {

constexpr std::size_t word = 4;

std::size_t padded(std::size_t size) { return (size + word - 1) / word * word; }

/// The description of the note in which the linker left its digest of the program; empty when there is none.
std::string_view build_id_in(std::string_view notes) {
  while (notes.size() >= sizeof(ElfW(Nhdr))) {
    // Notes are aligned as their header asks.
    const auto* header = reinterpret_cast<const ElfW(Nhdr)*>(notes.data());  // NOLINT(*-reinterpret-cast)
    notes.remove_prefix(sizeof *header);
    const std::size_t name = padded(header->n_namesz);
    const std::size_t size = padded(header->n_descsz);
    if (notes.size() < name + size) return {};
    if (header->n_type == NT_GNU_BUILD_ID && notes.starts_with("GNU")) return notes.substr(name, header->n_descsz);
    notes.remove_prefix(name + size);
  }
  return {};
}

/// Called for the program first, and then for its libraries.
int find_build_id(dl_phdr_info* info, std::size_t /*size*/, void* found) {
  for (int i = 0; i < info->dlpi_phnum; ++i) {
    const ElfW(Phdr)& part = info->dlpi_phdr[i];  // NOLINT(*-pointer-arithmetic)
    if (part.p_type != PT_NOTE) continue;
    const auto* begin = reinterpret_cast<const char*>(info->dlpi_addr + part.p_vaddr);  // NOLINT(*-cast,*-int-to-ptr)
    const std::string_view id = build_id_in({begin, part.p_memsz});
    if (!id.empty()) *static_cast<std::string*>(found) = id;
  }
  return 1;
}

}  // namespace

SurveySettings survey_settings(const Context& context) {
  std::string build;
  dl_iterate_phdr(find_build_id, &build);
  return {.today = context.today, .program = build, .jobs = worker_count(0), .on_advance = context.on_advance};
}

}  // namespace guerdon
