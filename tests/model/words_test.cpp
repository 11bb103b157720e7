#include "model/words.h"

#include <doctest/doctest.h>

#include <array>

using namespace guerdon;

namespace {

const Variables variables{{"name", {{"Ada", Emphasis::none}}},
                          {"project", {{"the garden", Emphasis::none}}},
                          {"tricky", {{"*a* _b_ {name} [c]", Emphasis::none}}},
                          {"mixed", {{"one", Emphasis::strong}, {" two", Emphasis::none}}},
                          {"empty", {}},
                          {"n", {{"3", Emphasis::none}}},
                          {"n|", {{"few", Emphasis::none}}},
                          {"written", {{"orto", Emphasis::none, "it"}}},
                          {"early", {{"été", Emphasis::none}}}};

std::string said(std::string_view pattern) { return plain(expand(pattern, variables)); }

}  // namespace

TEST_CASE("a variable is filled in, an unknown one is empty") {
  CHECK(said("in {project}, {name}") == "in the garden, Ada");
  CHECK(said("a{nothing}b") == "ab");
}

TEST_CASE("emphasis is marked by stars and underscores, and neighbours of one emphasis are one run") {
  CHECK(expand("in *{name}* of _{project}_.", variables) == Phrase{{"in ", Emphasis::none},
                                                                   {"Ada", Emphasis::strong},
                                                                   {" of ", Emphasis::none},
                                                                   {"the garden", Emphasis::stressed},
                                                                   {".", Emphasis::none}});
  CHECK(expand("a{name}b", variables).size() == 1);
}

TEST_CASE("a value keeps its own emphasis") {
  CHECK(expand("_{mixed}_", variables) == Phrase{{"one", Emphasis::strong}, {" two", Emphasis::stressed}});
}

TEST_CASE("what a variable holds is never read as a pattern") {
  CHECK(expand("{tricky}", variables) == Phrase{{"*a* _b_ {name} [c]", Emphasis::none}});
}

TEST_CASE("an optional part goes when a variable in it is empty") {
  CHECK(said("a[ for {name}]b") == "a for Adab");
  CHECK(said("a[ for {empty}]b") == "ab");
  CHECK(said("a[ of {name}[ and {empty}] x]b") == "a of Ada xb");
}

TEST_CASE("a condition prints nothing and decides about its part") {
  CHECK(said("[{?name}yes][{?empty}no]") == "yes");
  CHECK(said("[{!name}no][{!empty}yes]") == "yes");
}

TEST_CASE("a capital variable begins with a capital") {
  CHECK(said("{Project} of {project}") == "The garden of the garden");
}

TEST_CASE("a capital is one of any script") { CHECK(said("{Early}") == "Été"); }

TEST_CASE("a choice takes the branch that the variable asks for, else the other") {
  CHECK(said("{n|one:{n} hour|few:{n} *godziny*|other:{n} hours}.") == "3 godziny.");
  CHECK(said("{n|one:hour|other:{N} hours}") == "3 hours");
  CHECK(said("{project|one:hour|other:[of {nothing}]none}") == "none");
  CHECK(said("[a {n|one:b}]c") == "c");
  CHECK(expand("*{n|one:_x_|few:y}*z", variables) == Phrase{{"y", Emphasis::strong}, {"z", Emphasis::none}});
}

TEST_CASE("what is written in another language stays marked") {
  CHECK(expand("in {written}, _{written}_", variables) == Phrase{{"in ", Emphasis::none},
                                                                 {"orto", Emphasis::none, "it"},
                                                                 {", ", Emphasis::none},
                                                                 {"orto", Emphasis::stressed, "it"}});
  CHECK(plain_phrase("", "it").empty());
}

TEST_CASE("the variables of a pattern are those that it prints or asks for") {
  CHECK(variables_of("[a {Name}{?b}{!c}] {n|one:{d}|other:x} \\{e") == std::set<std::string>{"b", "c", "d", "name"});
}

TEST_CASE("a backslash takes a sign as it is") { CHECK(said("\\*\\_\\[\\{name}\\\\") == "*_[{name}\\"); }

TEST_CASE("what the page fills stays in the words") {
  CHECK(said("Page {page} of {pages}, {level} of {levels}") == "Page {page} of {pages}, {level} of {levels}");
  CHECK(is_left_for_page("pages"));
  CHECK_FALSE(is_left_for_page("name"));
}

TEST_CASE("a pattern that is not well formed says what is wrong") {
  const std::array<std::pair<std::string_view, std::string_view>, 16> table{{
      {"a [b] {c} *d* _e_ \\[", ""},
      {"a [b", "`[` is not closed"},
      {"a ]b", "`]` closes nothing"},
      {"a {b", "`{` is not closed"},
      {"a }b", "`}` closes nothing"},
      {"a *b", "`*` is not closed"},
      {"a _b", "`_` is not closed"},
      {"[a][b", "`[` is not closed"},
      {"a | b {n|one:[c] *d*|other:e}", ""},
      {"{n|one:a}", "the choices of `n` have no `other:`"},
      {"{n|one}", "a choice of `n` has no `:`"},
      {"{n|one:a|other:b", "`{` is not closed"},
      {"{n|one:a", "`{` is not closed"},
      {"{n|other:a]}", "`]` closes nothing"},
      {"[{n|other:a]}", "`]` closes nothing"},
      {"{n|other:*a}*", "`*` is not closed"},
  }};
  for (const auto& row : table)
    CHECK_MESSAGE(pattern_fault(row.first) == row.second, row.first);
}

TEST_CASE("a pattern of any kind can be filled in, well formed or not") {
  const std::string signs = "[]{}*_\\|:a";
  for (std::size_t n = 0; n < 10000; ++n) {
    const std::string pattern{signs[n % 10], signs[n / 10 % 10], signs[n / 100 % 10], signs[n / 1000]};
    if (said(pattern).size() > 8) FAIL(pattern);
  }
}

TEST_CASE("phrases are joined by a separator, the last by another, and keep their emphasis") {
  const std::vector<Phrase> phrases{{{"a", Emphasis::strong}}, {{"b", Emphasis::none}}, {{"c", Emphasis::none}}};
  CHECK(plain(joined({}, ", ", " and ")) == "");
  CHECK(plain(joined({phrases[0]}, ", ", " and ")) == "a");
  CHECK(joined(phrases, ", ", " and ") == Phrase{{"a", Emphasis::strong}, {", b and c", Emphasis::none}});
}
