#pragma once

namespace guerdon {

/// A function or a constant of a shared library that is loaded when the first text needs it, and stays; null where the
/// machine does not have it. A library that few pages need costs no time at every start.
void* symbol_of(const char* library, const char* name);

/// The same as a pointer to `T`, a function type.
template <class T>
T* function_of(const char* library, const char* name) {
  return reinterpret_cast<T*>(symbol_of(library, name));
}

}  // namespace guerdon
