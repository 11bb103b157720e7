#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "base/error.h"
#include "base/text.h"
#include "cli/man.h"
#include "store/file.h"

namespace guerdon {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::string page;
  std::string to;
};

std::vector<Json> load_schemas(const Context& context) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(context.data_folder / "schemas"))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<Json> out;
  for (const fs::path& file : files) {
    JsonFault fault;
    auto schema = parse_json(read_file(file), fault);
    if (!schema)
      throw Error(Failure::access, fmt::format("what came with guerdon is damaged: `{}`", file.string()),
                  "install guerdon again");
    out.push_back(std::move(*schema));
  }
  return out;
}

std::vector<ManPage> all_pages(const Context& context) {
  std::vector<ManPage> out{program_page()};
  for (const Command& command : commands())
    out.push_back(command_page(command));
  out.push_back(format_page(load_schemas(context)));
  return out;
}

/// The page that `word` names: a command, `format`, or nothing for guerdon(1).
const ManPage& chosen(const std::vector<ManPage>& pages, const std::string& word) {
  const std::string name = word.empty() || word == "guerdon" ? "guerdon" : "guerdon-" + word;
  const auto found = std::find_if(pages.begin(), pages.end(), [&](const ManPage& page) { return page.name == name; });
  if (found != pages.end()) return *found;
  std::vector<std::string> known{"format"};
  for (const Command& command : commands())
    known.emplace_back(command.name);
  const auto near = nearest(word, known);
  throw Error(Failure::usage, fmt::format("there is no page of `{}`", sanitized(word)),
              near.empty() ? "write the name of a command, or format" : "did you mean " + joined_or(near) + '?');
}

Report run(Context& context, const Options& o) {
  const std::vector<ManPage> pages = all_pages(context);
  Report report;
  report.schema = "guerdon.man/1";
  if (o.to.empty()) {
    report.text = chosen(pages, o.page).text;
    report.json = Json::object({{"page", report.text}});
  } else {
    Json written = Json::array();
    for (const ManPage& page : pages) {
      const std::string file = (fs::path(o.to) / page.file()).string();
      write_file(context.folder / file, page.text, Durability::rebuildable);
      written.push_back(file);
    }
    report.text = fmt::format("wrote {} to {}\n", counted(pages.size(), "page"), o.to);
    report.json = Json::object({{"written", std::move(written)}});
  }
  return report;
}

}  // namespace

Run setup_man(Usage& usage) {
  const auto o = std::make_shared<Options>();
  usage.add("page", &o->page, "PAGE", "a command, or format: the files of a workspace; guerdon itself when left away");
  usage.add("--to", &o->to, "FOLDER", "write all pages there, below man1 and man5");
  usage.alone["--to"] = {"--to"};
  usage.examples =
      "  guerdon man midterm | man -l -\n"
      "  guerdon man --to ~/.local/share/man\n";
  return [o](Context& context) { return run(context, *o); };
}

}  // namespace guerdon
