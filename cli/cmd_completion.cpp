#include <fmt/format.h>

#include <memory>

#include "base/error.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/completion.h"

namespace guerdon {
namespace {

struct Options {
  std::string shell;
  std::vector<std::string> words;
};

/// What the scripts read: a word a line, behind a tab what it is; or a line that leaves the paths to the shell.
std::string listed(const Completion& completion) {
  if (completion.paths == Completion::Paths::files) return ":files\n";
  if (completion.paths == Completion::Paths::folders) return ":folders\n";
  std::string out;
  for (const Offer& offer : completion.offers)
    out += fmt::format("{}\t{}\n", offer.word, offer.about);
  return out;
}

Report run(Context& context, const Options& o) {
  const std::vector<std::string> shells{"bash", "zsh", "fish"};
  Report report;
  report.schema = "guerdon.completion/1";
  if (o.shell == "words") {
    const Completion completion = complete(context, o.words);
    report.text = listed(completion);
    Json list = Json::array();
    for (const Offer& offer : completion.offers)
      list.push_back(Json::object({{"word", offer.word}, {"about", offer.about}}));
    report.json = Json::object({{"offers", std::move(list)}});
    return report;
  }
  if (std::find(shells.begin(), shells.end(), o.shell) == shells.end())
    throw Error(Failure::usage, fmt::format("guerdon has no completion for `{}`", sanitized(o.shell)),
                "write " + joined_or(shells));
  if (!o.words.empty())
    throw Error(Failure::usage, "only `guerdon completion words` takes a command line", "leave the words out");
  report.text = read_file(context.data_folder / "templates" / "completion" / ("guerdon." + o.shell));
  report.json = Json::object({{"shell", o.shell}, {"script", report.text}});
  return report;
}

}  // namespace

Run setup_completion(Usage& usage) {
  const auto o = std::make_shared<Options>();
  usage.require("shell", &o->shell, "bash|zsh|fish|words",
                "the shell whose script is printed; words: what may stand for the last word of a command line");
  usage.add("words", &o->words, "WORD", "with words, behind --: the command line without `guerdon`");
  usage.examples =
      "  . <(guerdon completion bash)\n"
      "  guerdon completion fish >~/.config/fish/completions/guerdon.fish\n"
      "  guerdon completion words -- midterm 2026-7kq3h2xd --by \"\"\n";
  return [o](Context& context) { return run(context, *o); };
}

}  // namespace guerdon
