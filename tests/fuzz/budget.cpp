#include "budget.h"

#include <sanitizer/allocator_interface.h>
#include <sanitizer/common_interface_defs.h>

#include <cstdio>
#include <cstdlib>

namespace guerdon::fuzz {
namespace {

constexpr std::size_t times = 40;
constexpr std::size_t anyway = 1U << 18U;

bool counts = false;
std::size_t used = 0;
std::size_t limit = 0;

void fail(const char* sentence) {
  counts = false;
  std::fprintf(stderr, "guerdon::fuzz: %s\n", sentence);
  __sanitizer_print_stack_trace();
  std::abort();
}

void on_malloc(const volatile void* block, std::size_t size) {
  static_cast<void>(block);
  if (!counts) return;
  used += size;
  if (used > limit) fail("more memory than forty times the input");
}

void on_free(const volatile void* block) {
  if (!counts || block == nullptr) return;
  const std::size_t size = __sanitizer_get_allocated_size(block);
  // What was allocated before counting began may go now.
  used -= size < used ? size : used;
}

}  // namespace

Budget::Budget(std::size_t size) {
  static const int installed = __sanitizer_install_malloc_and_free_hooks(on_malloc, on_free);
  static_cast<void>(installed);
  used = 0;
  limit = times * size + anyway;
  counts = true;
}

Budget::~Budget() { counts = false; }

void hold(bool claim, const char* sentence) {
  if (!claim) fail(sentence);
}

}  // namespace guerdon::fuzz
