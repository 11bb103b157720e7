#include "flow/workers.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace guerdon {

void work_in_parallel(std::size_t count, unsigned jobs, const std::function<void(std::size_t, std::size_t)>& work) {
  const std::size_t workers = std::clamp<std::size_t>(jobs, 1, std::max<std::size_t>(count, 1));
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;
  std::exception_ptr fault;
  const auto run = [&](std::size_t worker) {
    for (std::size_t index = next++; index < count; index = next++) {
      try {
        work(worker, index);
      } catch (const std::exception&) {
        const std::lock_guard guard(mutex);
        if (!fault) fault = std::current_exception();
        next = count;
      }
    }
  };
  std::vector<std::thread> threads;
  threads.reserve(workers - 1);
  try {
    for (std::size_t worker = 1; worker < workers; ++worker)
      threads.emplace_back(run, worker);
  } catch (const std::system_error&) {
    // The machine gives no more threads: those that run, and this one, do all of the work.
  }
  run(0);
  for (std::thread& thread : threads)
    thread.join();
  if (fault) std::rethrow_exception(fault);
}

}  // namespace guerdon
