#include "files.h"

using namespace guerdon;
using namespace guerdon::sample;

namespace {

std::string drawing(const std::string& inside) {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
         "xmlns:svg=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\" viewBox=\"0 0 40 20\">" +
         inside + "<path id=\"p\" d=\"M0 0H9V9Z\"/></svg>";
}

std::string other_file(const std::string& address) { return "the drawing refers to another file, `" + address + "`"; }

}  // namespace

TEST_CASE("Text in a drawing is refused, whatever it is called") {
  for (const char* text : {"<text>A</text>", "<svg:text>A</svg:text>", "<g><text\nx=\"1\">A</text></g>", "<text/>",
                           "<style a=\">\"/><text>A</text>", "<flowRoot/>"})
    CHECK_MESSAGE(said_of_drawing(drawing(text)) == "the drawing has text", text);
  CHECK(said_of_drawing(drawing("<!-- <text>A</text> --><title>text</title><desc>a text</desc>")).empty());
  CHECK(said_of_drawing(drawing("<path d=\"M0 0\" class=\"<text\"/>")) != "the drawing has text");
}

TEST_CASE("Nothing of a drawing stands in another file") {
  CHECK(said_of_drawing(drawing("<image href=\"/etc/passwd\" width=\"1\" height=\"1\"/>")) ==
        other_file("/etc/passwd"));
  CHECK(said_of_drawing(drawing("<use xlink:href='other.svg#a'/>")) == other_file("other.svg#a"));
  CHECK(said_of_drawing(drawing("<image href=\"data:image/svg+xml,x\"/>")) == other_file("data:image/svg+xml,x"));
  CHECK(said_of_drawing(drawing("<style>@import 'a.css';</style>")) == other_file("@import"));
  CHECK(said_of_drawing(drawing("<rect style=\"fill:url(http://example.org/a#b)\"/>")) ==
        other_file("http://example.org/a#b"));
  CHECK(said_of_drawing(drawing("<rect fill='url( \"file:///a\" )'/>")) == other_file("file:///a"));
  CHECK(said_of_drawing("<?xml-stylesheet href=\"a.css\"?>" + drawing("")) == other_file("xml-stylesheet"));
  CHECK(said_of_drawing(drawing("<use href=\"#p\"/><rect fill=\"url(#p)\" style='stroke:url(&quot;#p&quot;)'/>"))
            .empty());
}

TEST_CASE("A link is refused") {
  CHECK(said_of_drawing(drawing("<a href=\"https://example.org\"><path d=\"M0 0H9\"/></a>")) ==
        "the drawing has a link, which leads nowhere on a page");
}

TEST_CASE("What depends on the reader, and what is no SVG, is refused") {
  CHECK(said_of_drawing(drawing("<switch><g systemLanguage=\"it\"/></switch>")) ==
        "the drawing depends on the language of its reader");
  CHECK(said_of_drawing(drawing("<foreignObject><p>A</p></foreignObject>")) ==
        "the drawing holds what is no SVG (foreignObject)");
  CHECK(said_of_drawing("<svg>" + std::string(1, '\0')) == "the drawing is not in UTF-8");
}
