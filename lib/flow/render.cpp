#include "flow/render.h"

#include <memory>
#include <mutex>

#include "flow/issue.h"
#include "flow/workers.h"
#include "store/load.h"
#include "store/lock.h"

namespace guerdon {
namespace {

bool has_bytes(const std::filesystem::path& file, const std::string& bytes) {
  std::error_code fault;
  return std::filesystem::file_size(file, fault) == bytes.size() && !fault && read_file(file) == bytes;
}

void render_one(const Root& root, const std::string& path, Press& press, Shaper& shaper, Rendered& out,
                Diagnostics& findings) {
  try {
    std::string facts;
    const auto issued = load_certificate(root, path, nullptr, findings, &facts);
    if (!issued || findings.has_errors()) {
      out.failure = Failure::access;
      return;
    }
    out.path = certificate_stem(issued->certificate) + ".pdf";
    const std::string pdf = press.pdf(issued->certificate, shaper, std::move(facts));
    const auto file = root.resolve(out.path);
    if (has_bytes(file, pdf)) return;
    write_file(file, pdf, Durability::rebuildable);
    out.written = true;
  } catch (const Error& error) {
    out.failure = error.failure();
    Diagnostic finding = error.finding();
    if (finding.where.path.empty()) finding.where.path = path;
    findings.add(std::move(finding));
  }
}

}  // namespace

Rendering render(const Root& root, const std::vector<std::string>& paths, const PressRoom& room, unsigned jobs,
                 Shard shard, const OnAdvance& on_advance) {
  const Lock lock(root, "guerdon render", shard);
  Rendering out;
  out.results.resize(paths.size());
  std::mutex telling;
  Press press(root, room);
  if (!paths.empty()) press.make_ready();
  std::vector<std::unique_ptr<Shaper>> shapers(jobs);
  for (auto& shaper : shapers)
    shaper = std::make_unique<Shaper>();
  Stretch stretch(on_advance, "rendering", paths.size());
  work_in_parallel(paths.size(), jobs, [&](std::size_t worker, std::size_t index) {
    Diagnostics findings;
    render_one(root, paths[index], press, *shapers[worker], out.results[index], findings);
    stretch.one_done();
    if (findings.empty()) return;
    const std::lock_guard lock_of_findings(telling);
    out.findings.append(findings);
  });
  out.findings.sort();
  return out;
}

}  // namespace guerdon
