#include "sample.h"

#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "yaml/parse.h"

namespace guerdon::sample {

Phrase words(std::string text) { return {{std::move(text), Emphasis::none}}; }

namespace {

Words strong(std::string text) { return {std::move(text), Emphasis::strong}; }
Words stressed(std::string text) { return {std::move(text), Emphasis::stressed}; }
Words normal(std::string text) { return {std::move(text), Emphasis::none}; }

const std::string separator = "\u2002·\u2002";

void add_common_words(Certificate& c, const std::string& title, const std::string& organisation,
                      const std::string& place) {
  c.words["title"] = {words(title)};
  c.words["organisation"] = {words(organisation)};
  c.words["opening"] = {words("This is to certify that")};
  c.words["issued-label"] = {words("Issued")};
  c.words["issued"] = {words("Torino, 29\u00A0August\u00A02026")};
  c.words["certificate-label"] = {words("Certificate")};
  c.words["code-figure"] = {words("QR code leading to certificates.example.org/" + c.id.text)};
  c.words["page"] = {words("Page {page} of {pages}")};
  c.words["running-head"] = {
      words(title + separator + organisation + ", " + place + separator + "29\u00A0August\u00A02026")};
  c.words["belongs"] = {words("This page belongs to certificate " + c.id.text +
                              " and is valid only with page 1, which carries the levels, the signature and the code.")};
}

void set_genuine(Certificate& c, const std::string& what) {
  c.words["genuine"] = {words("Genuine? Scan the code, or enter the certificate number at certificates.example.org."),
                        words("The answer must show this name, these dates and " + what + ".")};
}

Certificate any(std::string kind, std::string id) {
  Certificate c;
  c.kind = std::move(kind);
  c.id.text = std::move(id);
  c.award = c.id;
  c.scheme = "glore-1";
  c.language = "en";
  c.name = "Zofia Wiśniewska";
  c.organisations = {{"orto-sociale", "Orto Sociale", "Torino, Italy", "hosting"}};
  c.from = *Date::parse("2026-03-02");
  c.to = *Date::parse("2026-08-28");
  c.days = 180;
  c.hours = 640;
  c.periods = {{"orto-sociale", "Community garden of San Salvario", c.from, c.to, 640, {}}};
  c.tasks = {"Ran the weekly planting day with up to twelve neighbours",
             "Kept the tool inventory and the watering rota", "Taught two school classes how to compost"};
  c.signers = {{"luca-bianchi", "Luca Bianchi", "President, Orto Sociale", "orto-sociale"}};
  c.issued_on = *Date::parse("2026-08-29");
  c.issued_at = "Torino";
  c.verify_address = "https://certificates.example.org";
  return c;
}

struct SkillText {
  const char* id;
  const char* name;
  const char* meaning;
  const char* long_meaning;
  int level;
};

const std::vector<SkillText>& skill_texts() {
  static const std::vector<SkillText> texts{
      {"team-work", "Team work", "Contributes usefully as a member of a team.",
       "Contributes usefully as a member of a team: takes on a fair share, offers help before it is asked for, accepts "
       "the role that "
       "the task needs, and puts the common result before the personal one.",
       5},
      {"organization-and-time-management", "Organization and time management",
       "Plans and orders tasks to meet a deadline; shares the work fairly.",
       "Plans tasks and puts them in order to meet deadlines; weighs people, money and time against each other; shares "
       "out the work "
       "fairly and says in good time when a plan will not hold.",
       4},
      {"communication-and-active-listening", "Communication and active listening",
       "Understands words and gestures; gives and takes feedback.",
       "Understands what is said and what is shown without words; asks, answers and sums up; gives feedback that helps "
       "and takes "
       "feedback without offence, in a language that is not the first one.",
       4},
      {"socio-cultural-awareness", "Socio-cultural awareness",
       "Copes with difference; includes others and respects their rights.",
       "Copes with social and cultural difference; includes other people and respects their rights, needs and "
       "opinions, also where "
       "they contradict habits of her or his own.",
       3},
      {"flexibility", "Flexibility", "Adjusts to new contexts and unexpected situations.",
       "Adjusts to new contexts and to situations that nobody foresaw, and acts accordingly; changes a plan without "
       "losing sight of "
       "what the plan was for.",
       4},
      {"responsibility", "Responsibility", "Owns, and is accountable for, her or his own actions.",
       "Owns her or his actions and is accountable for them; keeps what was promised, reports a mistake unasked, and "
       "looks after "
       "tools, keys and money that belong to everybody.",
       5},
      {"conflict-management", "Conflict management", "Brings a disagreement to a good outcome through dialogue.",
       "Handles emotions in a disagreement, her or his own and those of others, and reaches an outcome through "
       "dialogue from which "
       "both sides gain.",
       3},
      {"learning-to-learn", "Learning to learn", "Knows her or his own way of learning and follows a plan.",
       "Knows her or his own style and aims of learning, follows a personal plan, and asks for the support, the books "
       "and the people "
       "that the plan needs.",
       4},
      {"empathy", "Empathy", "Understands what another person lives through.",
       "Understands or feels what another person lives through by taking that person’s place, and lets the other "
       "person notice it.",
       5},
      {"creativity-and-innovation", "Creativity and innovation", "Finds new solutions with the means at hand.",
       "Finds new or alternative solutions with the means at hand and improves the way in which things have been done "
       "so far.",
       3}};
  return texts;
}

}  // namespace

void set_skills(Certificate& c, std::size_t count, bool long_meanings) {
  static const std::vector<std::string> level_words{"Starting", "Developing", "Intermediate (Work Ready)", "Good",
                                                    "Advanced"};
  static const std::vector<std::string> counts{"No",  "One",   "Two",   "Three", "Four", "Five",
                                               "Six", "Seven", "Eight", "Nine",  "Ten"};
  c.skills.clear();
  for (std::size_t i = 0; i < count; ++i) {
    const SkillText& text = skill_texts().at(i);
    c.skills.push_back({text.id, text.name, long_meanings ? text.long_meaning : text.meaning, text.level,
                        level_words.at(static_cast<std::size_t>(text.level) - 1)});
  }
  c.words["skills-label"] = {words(counts.at(count) + " soft skills demonstrated")};
}

namespace {

void set_sentence(Certificate& c, const std::string& organisation, const std::string& place) {
  c.words["sentence"] = {{normal("volunteered with "), strong(organisation), normal(", " + place + ",")},
                         {normal("in the project "), stressed("Community garden of San Salvario"), normal(", for "),
                          strong("640\u00A0hours")},
                         {normal("from "), strong("2\u00A0March"), normal(" to "), strong("28\u00A0August\u00A02026"),
                          normal(", and demonstrated the soft skills below.")}};
}

}  // namespace

Certificate soft_skills() {
  Certificate c = any("soft-skills", "7KQ3-HX2M-9DPA-4TZB");
  add_common_words(c, "GloRe Soft Skills Certificate", "Orto Sociale", "Torino, Italy");
  set_sentence(c, "Orto Sociale", "Torino, Italy");
  c.levels = 5;
  c.least_level = 3;
  set_skills(c, 7, false);
  c.words["level-label"] = {words("Level reached, of five")};
  c.words["level-figure"] = {words("Level {level} of {levels}")};
  c.words["scale-label"] = {words("The scale")};
  c.words["scale"] = {words("1 Starting" + separator + "2 Developing" + separator +
                            "3 Intermediate (Work Ready), the least that is certified" + separator + "4 Good" +
                            separator + "5 Advanced")};
  c.words["judged-label"] = {words("Judged by")};
  c.words["judged"] = {words("the volunteer and the organisation, who agreed on each level in a closing discussion")};
  c.words["tasks-label"] = {words("Main tasks")};
  c.words["overleaf-label"] = {words("Page 2")};
  c.words["overleaf"] = {words("what each skill means, and the main tasks")};
  c.words["meanings-heading"] = {words("What the skills mean")};
  c.words["tasks-heading"] = {words("Main tasks")};
  set_genuine(c, "these levels");
  return c;
}

Certificate ten_skills() {
  Certificate c = soft_skills();
  set_skills(c, 10, true);
  c.signers = {{"luca-bianchi", "Luca Bianchi", "President, Orto Sociale", "orto-sociale"},
               {"marta-ferrero", "Marta Ferrero", "Tutor, Orto Sociale", "orto-sociale"},
               {"agnieszka-nowak", "Agnieszka Nowak", "Sending organisation, Mosty", "mosty"},
               {"ioannis-papadopoulos", "Ioánnis Papadópoulos", "Coordinating organisation, Kípos", "kipos"}};
  return c;
}

Certificate long_names() {
  Certificate c = soft_skills();
  const std::string organisation =
      "Stowarzyszenie na rzecz Międzynarodowej Wymiany Młodzieży i Wolontariatu Międzykulturowego „Mosty bez Granic”";
  c.name = "María de los Ángeles Fernández-Villaverde Krzyżanowska-Szczepańska";
  c.organisations.front().name = organisation;
  c.words["organisation"] = {words(organisation)};
  set_sentence(c, organisation, "Łódź, Poland");
  c.words["issued"] = {words("Łódź, 29\u00A0August\u00A02026")};
  c.signers = {{"malgorzata", "Małgorzata Brzęczyszczykiewicz-Wróblewska",
                "President of the board, Stowarzyszenie „Mosty bez Granic”", "mosty"},
               {"thordis", "Þórdís Guðmundsdóttir", "Coordinator, Orto Sociale", "orto-sociale"}};
  return c;
}

Certificate participation() {
  Certificate c = any("participation", "9RT5-C1YW-6KEN-B3H8");
  add_common_words(c, "GloRe Participation Certificate", "Orto Sociale", "Torino, Italy");
  c.words["sentence"] = {
      {normal("took part as a volunteer in the project "), stressed("Community garden of San Salvario")},
      words("and carried out the tasks below.")};
  c.words["organisation-label"] = {words("Organisation")};
  c.words["organisation-value"] = {{strong("Orto Sociale"), normal(", Torino, Italy")}};
  c.words["project-label"] = {words("Project")};
  c.words["project-value"] = {words("Community garden of San Salvario")};
  c.words["period-label"] = {words("Period")};
  c.words["period-value"] = {words("2\u00A0March to 28\u00A0August\u00A02026")};
  c.words["duration-label"] = {words("Duration")};
  c.words["duration-value"] = {words("640\u00A0hours in 180\u00A0days")};
  c.words["tasks-label"] = {words("Main tasks")};
  c.words["tasks-overleaf"] = {words("on page 2")};
  c.words["tasks-heading"] = {words("Main tasks")};
  set_genuine(c, "these hours");
  return c;
}

Certificate statement() {
  Certificate c = any("statement", "4M8T-2WQJ-V6RA-K0XE");
  add_common_words(c, "GloRe Professional Statement", "Orto Sociale", "Torino, Italy");
  c.words["opening"] = {words("Orto Sociale states that")};
  c.words["sentence"] = {
      {normal("did the work of an "), strong("assistant urban gardener"), normal(" at a professional level")},
      {normal("in the project "), stressed("Community garden of San Salvario"), normal(",")},
      {normal("from "), strong("2\u00A0March to 28\u00A0August\u00A02026"), normal(", "), strong("640\u00A0hours"),
       normal(" in all.")}};
  c.words["note"] = {words("The organisation works professionally in the field it judges here."),
                     words("The soft skills of the same service are stated in certificate 7KQ3-HX2M-9DPA-4TZB.")};
  set_genuine(c, "this field of work");
  c.statement = Certificate::Statement{"assistant urban gardener",
                                       {"From the second month on Zofia prepared the beds, the sowing calendar and the "
                                        "watering rota for forty plots without "
                                        "supervision. Her planting plans were followed by two staff gardeners, and the "
                                        "compost she set up passed the city’s soil test "
                                        "at the first attempt.",
                                        "I would give her the same work as an employee."},
                                       "Marta Ferrero",
                                       "Agronomist, the organisation’s professional in urban gardening"};
  c.signers.push_back({"marta-ferrero", "Marta Ferrero", "Agronomist, Orto Sociale", "orto-sociale"});
  return c;
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

Template read_design(const std::string& path, const std::string& text) {
  Diagnostics findings;
  const auto document = yaml::parse(path, text, findings);
  std::optional<Template> pages;
  if (document) pages = read_template(*document, findings);
  if (pages) return std::move(*pages);
  std::ostringstream found;
  for (const Diagnostic& d : findings.items()) {
    found << d.where.path << ":" << d.where.place.line << ":" << d.where.place.column << ": " << d.message << "\n";
  }
  throw std::runtime_error(found.str());
}

std::shared_ptr<const FontChain> shipped_chain() {
  Diagnostics findings;
  const std::string path = "templates/glore/fonts.yaml";
  const auto document = yaml::parse(path, read_file(std::string(GUERDON_SOURCE_DIR) + "/" + path), findings);
  auto entries = document ? read_chain(*document, findings) : std::nullopt;
  if (!entries) throw std::runtime_error(findings.items().front().message);
  return std::make_shared<const FontChain>(std::move(*entries), std::vector<std::string>{"/usr/share/fonts"});
}

Design design(const std::string& kind) {
  const std::string path = "templates/glore/" + kind + ".yaml";
  Template pages = read_design(path, read_file(std::string(GUERDON_SOURCE_DIR) + "/" + path));
  Fonts fonts = open_fonts(pages.fonts, {"/usr/share/fonts"});
  fonts.set_chain(shipped_chain());
  return {std::move(pages), std::move(fonts)};
}

const Design& shared_design(const std::string& kind) {
  static const Design soft = design("soft-skills");
  static const Design took_part = design("participation");
  static const Design professional = design("statement");
  return kind == "soft-skills" ? soft : kind == "participation" ? took_part : professional;
}

std::vector<TextRun> LaidOut::runs() const {
  std::vector<TextRun> found;
  if (!pages) return found;
  for (const Page& page : *pages) {
    for (const Mark& mark : page.marks) {
      if (const auto* run = std::get_if<TextRun>(&mark.shape)) found.push_back(*run);
    }
  }
  return found;
}

TextRun LaidOut::run(const std::string& text) const {
  for (const TextRun& run : runs()) {
    if (run.text().find(text) != std::string_view::npos) return run;
  }
  throw std::runtime_error("no page holds " + text);
}

std::string LaidOut::text() const {
  std::string all;
  for (const TextRun& run : runs())
    all.append(run.text()).push_back(' ');
  return all;
}

std::string LaidOut::finding() const {
  if (findings.items().size() != 1) throw std::runtime_error(std::to_string(findings.items().size()) + " findings");
  return findings.items().front().rule + ": " + findings.items().front().message;
}

LaidOut laid_out(const Certificate& certificate) {
  const Design& with = shared_design(certificate.kind);
  Shaper shaper;
  LaidOut result;
  result.pages = lay_out(certificate, with.pages, with.fonts, shaper, {"<facts>", {}}, result.findings);
  return result;
}

}  // namespace guerdon::sample
