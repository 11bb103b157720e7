#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>

#include "base/error.h"
#include "base/table.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/press_room.h"
#include "flow/shipped.h"
#include "process/text_gaps.h"
#include "store/load.h"

namespace guerdon {
namespace {

constexpr std::size_t most_gaps_told = 8;

struct Options {
  std::string scheme;
};

/// One language of one scheme.
struct Row {
  std::string language;
  std::string name;  ///< empty where guerdon has no locale of it
  std::vector<std::string> gaps;
  std::optional<Review> text;
  std::optional<Review> locale;
};

/// The schemes of the workspace; those that came with guerdon outside of one.
std::vector<Scheme> schemes_at_hand(const Context& context) {
  std::optional<Root> root;
  try {
    root = context.root();
  } catch (const Error&) {
    std::vector<Scheme> out;
    for (ShippedScheme& shipped : shipped_schemes(context.data_folder))
      out.push_back(std::move(shipped.scheme));
    return out;
  }
  Diagnostics ignored;
  World world = load_surroundings(*root, context.today, {}, ignored);
  std::vector<Scheme> out;
  for (auto& [id, scheme] : world.schemes)
    out.push_back(std::move(scheme));
  return out;
}

std::vector<Scheme> chosen_schemes(const Context& context, const std::string& wanted) {
  std::vector<Scheme> all = schemes_at_hand(context);
  if (wanted.empty()) return all;
  std::vector<std::string> known;
  known.reserve(all.size());
  for (const Scheme& scheme : all)
    known.push_back(scheme.id);
  std::erase_if(all, [&](const Scheme& scheme) { return scheme.id != wanted; });
  if (all.empty())
    throw Error(Failure::usage, fmt::format("there is no scheme `{}`", sanitized(wanted)),
                known.empty() ? "this workspace holds none" : "write " + joined_or(known));
  return all;
}

std::vector<Row> rows_of(const Scheme& scheme, const std::vector<std::string>& locales, LocaleShelf& shelf) {
  std::vector<Row> rows;
  for (const auto& [language, text] : scheme.texts) {
    Row row{language, {}, text_gaps(scheme, text), text.reviewed, {}};
    if (std::find(locales.begin(), locales.end(), language) == locales.end()) {
      row.gaps.insert(row.gaps.begin(), fmt::format("templates/locale/{}.yaml is missing", language));
    } else {
      const Locale& locale = shelf.find(language);
      row.name = locale.name;
      row.locale = locale.reviewed;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string review_text(const std::optional<Review>& review) {
  return review ? fmt::format("{}, {}", review->by, review->on.to_string()) : "by nobody";
}

std::string table_of(const Scheme& scheme, const std::vector<Row>& rows) {
  std::vector<std::vector<std::string>> lines{{"language", "name", "words", "words read", "dates and numbers read"}};
  for (const Row& row : rows) {
    lines.push_back({row.language, row.name, row.gaps.empty() ? "complete" : counted(row.gaps.size(), "gap"),
                     review_text(row.text), review_text(row.locale)});
  }
  std::string out = scheme.id + '\n';
  for (const std::string& line : aligned(lines))
    out += line;
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < std::min(row.gaps.size(), most_gaps_told); ++i)
      out += fmt::format("  {}: {}\n", row.language, row.gaps[i]);
    if (row.gaps.size() > most_gaps_told)
      out += fmt::format("  {}: and {} more\n", row.language, row.gaps.size() - most_gaps_told);
  }
  return out;
}

Json review_json(const std::optional<Review>& review) {
  return Json::object({{"by", review->by}, {"on", review->on.to_string()}});
}

Json row_json(const Row& row) {
  Json gaps = Json::array();
  for (const std::string& gap : row.gaps)
    gaps.push_back(gap);
  Json out = Json::object({{"language", row.language}, {"name", row.name}, {"gaps", std::move(gaps)}});
  if (row.text) out.set("words-reviewed", review_json(row.text));
  if (row.locale) out.set("locale-reviewed", review_json(row.locale));
  return out;
}

Report run(Context& context, const Options& o) {
  Report report;
  report.schema = "guerdon.languages/1";
  const std::vector<std::string> locales = known_locales(context);
  LocaleShelf shelf(context);
  Json list = Json::array();
  for (const Scheme& scheme : chosen_schemes(context, o.scheme)) {
    const std::vector<Row> rows = rows_of(scheme, locales, shelf);
    if (!report.text.empty()) report.text += '\n';
    report.text += table_of(scheme, rows);
    Json languages = Json::array();
    for (const Row& row : rows) {
      languages.push_back(row_json(row));
      if (!row.gaps.empty()) report.code = ExitCode::answer_is_no;
    }
    list.push_back(Json::object({{"scheme", scheme.id}, {"languages", std::move(languages)}}));
  }
  report.json = Json::object({{"schemes", std::move(list)}});
  return report;
}

}  // namespace

Run setup_languages(Usage& usage) {
  const auto o = std::make_shared<Options>();
  usage.add("scheme", &o->scheme, "SCHEME",
            "the scheme's id; when left away, all of the workspace, or all that came with guerdon where there is none");
  usage.examples =
      "  guerdon languages\n"
      "  guerdon languages glore-1\n";
  return [o](Context& context) { return run(context, *o); };
}

}  // namespace guerdon
