#include "yaml/arrange.h"

#include <doctest/doctest.h>

using namespace guerdon;
using Line = yaml::LaidLine;

namespace {

const std::vector<yaml::SectionName> sections{{"midterm", "mid-term"}, {"evaluation", "evaluation form"}};

Line entry(const std::string& key) {
  Line line;
  line.text = key + ": 1";
  line.key = key;
  return line;
}

Line comment(const std::string& text, bool after_blank = false) {
  Line line;
  line.kind = Line::Kind::comment;
  line.text = text;
  line.after_blank = after_blank;
  return line;
}

}  // namespace

TEST_CASE("missing banners are put in, in the order of the sections") {
  CHECK(yaml::arranged({entry("format"), entry("evaluation")}, sections) ==
        "format: 1\n\n" + yaml::banner("mid-term") + "\n" + yaml::banner("evaluation form") + "\nevaluation: 1\n");
}

TEST_CASE("sections in another order are moved whole, with the comments that lead to them") {
  CHECK(yaml::arranged({entry("format"), comment("# of the form"), entry("evaluation"), comment("# of the talk"),
                        entry("midterm"), entry("more")},
                       sections) == "format: 1\n\n" + yaml::banner("mid-term") +
                                        "\n# of the talk\nmidterm: 1\nmore: 1\n\n" + yaml::banner("evaluation form") +
                                        "\n# of the form\nevaluation: 1\n");
}

TEST_CASE("comments under a banner stay with it, those behind a blank line go with the section that follows") {
  CHECK(yaml::arranged({comment(yaml::banner("mid-term")), comment("# not held"), comment("# of the form", true),
                        entry("evaluation")},
                       sections) == yaml::banner("mid-term") + "\n# not held\n\n" + yaml::banner("evaluation form") +
                                        "\n# of the form\nevaluation: 1\n");
}

TEST_CASE("a banner of another width is drawn as guerdon draws it") {
  CHECK(yaml::arranged({comment("# ─ mid-term ─"), entry("midterm"), comment("# ─── evaluation form")}, sections) ==
        yaml::banner("mid-term") + "\nmidterm: 1\n\n" + yaml::banner("evaluation form") + "\n");
}

TEST_CASE("the modeline comes first, and blank lines stand neither first nor under a banner") {
  Line first = entry("format");
  first.after_blank = true;
  Line held = entry("midterm");
  held.after_blank = true;
  CHECK(yaml::arranged({first, comment("# yaml-language-server: $schema=x"), comment(yaml::banner("mid-term")), held},
                       sections) == "# yaml-language-server: $schema=x\nformat: 1\n\n" + yaml::banner("mid-term") +
                                        "\nmidterm: 1\n\n" + yaml::banner("evaluation form") + "\n");
}

TEST_CASE("no blank line is put behind a text that ends with its own") {
  Line text = entry("midterm");
  text.before_blank = false;
  CHECK(yaml::arranged({text}, sections) ==
        yaml::banner("mid-term") + "\nmidterm: 1\n" + yaml::banner("evaluation form") + "\n");
}
