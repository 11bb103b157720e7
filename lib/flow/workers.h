#pragma once

#include <cstddef>
#include <functional>

namespace guerdon {

/// Calls `work(worker, index)` for each index below `count` on up to `jobs` threads; `worker` is below `jobs`. Indices
/// are taken in order. The first exception stops the others and is thrown on.
void work_in_parallel(std::size_t count, unsigned jobs,
                      const std::function<void(std::size_t worker, std::size_t index)>& work);

}  // namespace guerdon
