#include "document/shared_library.h"

#include <dlfcn.h>

namespace guerdon {

void* symbol_of(const char* library, const char* name) {
  // Loading a library again only counts: the loader keeps one.
  void* loaded = dlopen(library, RTLD_NOW | RTLD_LOCAL);
  return loaded == nullptr ? nullptr : dlsym(loaded, name);
}

}  // namespace guerdon
