#include "pdf/structure.h"

#include "files.h"

using namespace guerdon;

namespace {

/// A table of one row whose second head is empty, then a link around a figure.
Page sample_page() {
  Page page;
  page.width = 100;
  page.height = 100;
  page.elements = {{Tag::table, -1, {}, {}},         {Tag::table_row, 0, {}, {}},  {Tag::column_header, 1, {}, {}},
                   {Tag::column_header, 1, {}, {}},  {Tag::paragraph, -1, {}, {}}, {Tag::link, -1, {}, {}},
                   {Tag::figure, 5, "the code", {}}, {Tag::span, -1, {}, "it"}};
  page.marks = {{2, FilledBox{{0, 0}, 10, 10, {}}},
                {6, CellGrid{{20, 30}, 2, 25.4, {}, {{0, 0, 2, 1}}}},
                {7, FilledBox{{0, 90}, 1, 1, {}}}};
  return page;
}

/// The tree of `pages` whose marks were all opened in their order, as the bodies in the file, one a line.
std::string tree_of(const std::vector<Page>& pages) {
  pdf::Structure structure(pages);
  PdfObjects objects;
  std::vector<std::size_t> numbers;
  for (std::size_t page = 0; page < pages.size(); ++page) {
    numbers.push_back(objects.add("<<>>"));
    for (const Mark& mark : pages[page].marks)
      structure.open(page, mark.element);
  }
  const std::size_t root = structure.add_to(objects, numbers);
  return objects.begin(objects.reserve()) + "root " + std::to_string(root);
}

}  // namespace

TEST_CASE("Elements follow their parents, with what each marks") {
  CHECK(tree_of({sample_page()}) ==
        "<<>>\n"
        "<</Type/StructTreeRoot/K 3 0 R/ParentTree 11 0 R/ParentTreeNextKey 1>>\n"
        "<</S/Document/P 2 0 R/K[4 0 R 8 0 R 10 0 R]>>\n"
        "<</S/Table/P 3 0 R/K 5 0 R>>\n"
        "<</S/TR/P 4 0 R/K[6 0 R 7 0 R]>>\n"
        "<</S/TH/P 5 0 R/Pg 1 0 R/A<</O/Table/Scope/Column>>/K 0>>\n"
        "<</S/TH/P 5 0 R/A<</O/Table/Scope/Column>>>>\n"
        "<</S/Link/P 3 0 R/K 9 0 R>>\n"
        "<</S/Figure/P 8 0 R/Pg 1 0 R/Alt(the code)/A<</O/Layout/BBox[56.7 126.4 128.7 198.4]>>/K 1>>\n"
        "<</S/Span/P 3 0 R/Pg 1 0 R/Lang(it)/K 2>>\n"
        "<</Nums[0[6 0 R 9 0 R 10 0 R ]]>>\nroot 2");
}

TEST_CASE("An element that shows nothing is left out, unless it is a cell") {
  const std::string tree = tree_of({sample_page()});
  CHECK(tree.find("/S/P/") == std::string::npos);
  CHECK(tree.find("/Scope/Column>>>>") != std::string::npos);
}

TEST_CASE("The pages of a document stand in one tree, each with ids of its own") {
  const std::string tree = tree_of({sample_page(), sample_page()});
  CHECK(tree.find("<</Nums[0[7 0 R 10 0 R 11 0 R ]1[14 0 R 17 0 R 18 0 R ]]>>") != std::string::npos);
}

TEST_CASE("A link is what it holds, and its annotation stands beside that") {
  const std::vector<Page> pages{sample_page()};
  pdf::Structure structure(pages);
  structure.open(0, 6);
  const auto links = structure.links();
  REQUIRE(links.size() == 1);
  CHECK(links[0].description == "the code");
  CHECK(links[0].box.right - links[0].box.left == doctest::Approx(72));
  CHECK(structure.attach(links[0], 40) == 1);
  PdfObjects objects;
  structure.add_to(objects, {9});
  const std::string tree = objects.begin(objects.reserve());
  CHECK(tree.find("/K[4 0 R<</Type/OBJR/Obj 40 0 R>>]") != std::string::npos);
  CHECK(tree.find("<</Nums[0[4 0 R ]1 3 0 R ]>>") != std::string::npos);
}
