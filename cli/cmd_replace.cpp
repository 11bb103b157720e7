#include <fmt/format.h>

#include <memory>

#include "base/error.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/issue_day.h"
#include "cli/press_room.h"
#include "cli/print.h"
#include "cli/recording.h"
#include "flow/replace.h"
#include "store/load.h"

namespace guerdon {
namespace {

struct Options {
  std::string certificate;
  std::string reason;
  std::vector<std::string> by;
  std::string explanation;
  std::string design;
  std::vector<std::string> signers;
  std::string on;
  std::string backdate_because;
  bool dry_run = false;
};

void require_reason(const std::string& reason) {
  const std::vector<std::string> known{"corrected-name", "corrected-facts", "request", "error", "other"};
  if (std::find(known.begin(), known.end(), reason) != known.end()) return;
  throw Error(Failure::usage, fmt::format("`--because {}` is no reason of a replacement", sanitized(reason)),
              "write " + joined_or(known) + "; an explanation of your own goes behind --explanation");
}

Report run(Context& context, const Options& o) {
  const Root root = context.root();
  const Workspace workspace = load_workspace(root);
  require_reason(o.reason);
  ReplaceOptions options;
  options.certificate = o.certificate;
  options.reason = o.reason;
  if (!o.explanation.empty()) options.because = text_or_file(context, o.explanation);
  options.by = o.by;
  options.design = o.design;
  options.signers = o.signers;
  options.today = context.today;
  options.on = issue_day(context, o.on, o.backdate_because, o.dry_run);
  options.backdated_because = o.backdate_because;
  options.dry_run = o.dry_run;
  LocaleShelf locales(context);
  const LocaleOf locale_of = [&](const std::string& language) -> const Locale& { return locales.find(language); };
  const Replacing replacing = replace(root, workspace, locale_of, options, press_room(context), context.random);
  Report report;
  report.schema = "guerdon.replace/1";
  report.findings = replacing.findings;
  report.json = Json::object({{"certificate", replacing.replaced.text}, {"outcome", to_string(replacing.outcome)}});
  if (replacing.by.text.empty()) {
    report.code = replacing.outcome == IssueOutcome::undecided ? ExitCode::could_not_tell : ExitCode::answer_is_no;
    report.talk = count_findings(report.findings) + "; not replaced\n";
    return report;
  }
  report.json.set("replaced-by", replacing.by.text);
  report.json.set("pdf", replacing.pdf_path);
  report.text = o.dry_run ? fmt::format("would replace {}\n", replacing.replaced.text)
                          : fmt::format("replaced {} by {}  {}\n", replacing.replaced.text, replacing.by.text,
                                        replacing.pdf_path);
  if (!replacing.event_path.empty()) report.json.set("event", replacing.event_path);
  Json named = Json::array();
  for (const std::string& other : replacing.named) {
    named.push_back(other);
    report.talk +=
        fmt::format("note: {} names {} on its page; to put that right: guerdon replace {} --because {} --by {}\n",
                    other, replacing.replaced.text, other, o.reason, o.by.front());
  }
  report.json.set("named-by", std::move(named));
  return report;
}

}  // namespace

Run setup_replace(Usage& usage) {
  const auto o = std::make_shared<Options>();
  usage.require("certificate", &o->certificate, "CERTIFICATE", "the certificate that is wrong, by its id");
  usage.require("--because", &o->reason, "corrected-name|corrected-facts|request|error|other",
                "why, in one word; public: whoever verifies the old one is told");
  usage.require("--by", &o->by, "ID", "who decided, staff or a practitioner; may be repeated");
  usage.add("--explanation", &o->explanation, "TEXT|@FILE", "why, in your own words; private, never printed");
  usage.add("--design", &o->design, "NAME", "the new certificate's design; the workspace's when left away");
  usage.add("--signer", &o->signers, "ID",
            "who signs; may be repeated; the first of each organisation who may, when left away");
  usage.add("--on", &o->on, "DATE", "the issue date of the new one; today when left away");
  usage.add("--backdate-because", &o->backdate_because, "TEXT",
            "why it is dated another day than today; recorded in the facts");
  usage.flag("-n,--dry-run", o->dry_run, "check everything, write nothing");
  usage.examples = "  guerdon replace 7KQ3-HX2M-9DPA-4TZB --because corrected-name --by luca-bianchi\n";
  return [o](Context& context) { return run(context, *o); };
}

}  // namespace guerdon
