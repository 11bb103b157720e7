#include <memory>

#include "cli/commands.h"
#include "cli/recording.h"
#include "yaml/emit.h"

namespace guerdon {
namespace {

struct Options : StepOptions {
  std::string field;
  std::string professional;
  std::string text;
};

yaml::Node answer(const Options& o, const Context& context) {
  need("statement",
       {{!o.field.empty(), "--field"}, {!o.professional.empty(), "--professional"}, {!o.text.empty(), "--text"}});
  return yaml::block({{"on", date_node(o.on)},
                      {"field", yaml::text(o.field)},
                      {"professional", yaml::text(o.professional)},
                      {"text", yaml::text(text_or_file(context, o.text))}});
}

}  // namespace

Run setup_statement(Usage& usage) {
  const auto o = std::make_shared<Options>();
  add_step_options(usage, *o);
  usage.add("--field", &o->field, "TEXT", "what she worked as, as it is printed: urban gardener");
  usage.add("--professional", &o->professional, "ID", "the organisation's professional in that field, who vouches");
  usage.add("--text", &o->text, "TEXT|@FILE", "the statement; an empty line begins a new paragraph");
  usage.examples =
      "  guerdon statement 2026-7kq3h2xd --field \"urban gardener\" --professional marta-ferrero --text "
      "@statement.txt\n";
  return [o](Context& context) {
    return record(context, *o, {"statement"}, [&](const Root&, const FoundCase&) { return answer(*o, context); });
  };
}

}  // namespace guerdon
