#include "pdf/write.h"

#include <algorithm>

#include "pdf/content.h"
#include "pdf/syntax.h"

namespace guerdon {

namespace {

std::vector<pdf::FontUse> fonts_of(const std::vector<Page>& pages) {
  std::vector<pdf::FontUse> fonts;
  for (const Page& page : pages) {
    for (const Mark& mark : page.marks) {
      const auto* run = std::get_if<TextRun>(&mark.shape);
      if (run == nullptr) continue;
      auto use =
          std::find_if(fonts.begin(), fonts.end(), [run](const pdf::FontUse& f) { return &f.font() == run->font; });
      if (use == fonts.end()) use = fonts.emplace(fonts.end(), *run->font);
      use->note(*run);
    }
  }
  for (pdf::FontUse& font : fonts)
    font.cut();
  return fonts;
}

std::string media_box(const Page& page) {
  std::string box = "[0 0 ";
  pdf::append_number(box, page.width / mm_per_point, 3);
  box += ' ';
  pdf::append_number(box, page.height / mm_per_point, 3);
  return box + "]";
}

/// `D:20260829000000Z`
std::string pdf_date(Date date) {
  std::string digits = date.to_string();
  digits.erase(std::remove(digits.begin(), digits.end(), '-'), digits.end());
  return "D:" + digits + "000000Z";
}

}  // namespace

PdfMeta pdf_meta(const Certificate& certificate, std::string producer) {
  const auto title = certificate.words.find("title");
  std::string name = certificate.name;
  if (title != certificate.words.end() && !title->second.empty()) name = plain(title->second.front()) + ": " + name;
  return {std::move(name), certificate.id.text, certificate.language, std::move(producer), certificate.issued_on};
}

std::string write_pdf(const std::vector<Page>& pages, const PdfMeta& meta, const PdfModule& module) {
  const std::vector<pdf::FontUse> fonts = fonts_of(pages);
  PdfObjects objects;
  objects.catalog = objects.reserve();
  const std::size_t tree = objects.reserve();
  std::string resources = "<</Font<<";
  std::vector<std::size_t> page_objects;
  for (std::size_t i = 0; i < pages.size(); ++i)
    page_objects.push_back(objects.reserve());
  for (std::size_t i = 0; i < fonts.size(); ++i) {
    resources += "/F" + std::to_string(i) + " " + pdf::reference(fonts[i].add_to(objects));
  }
  const std::size_t shared = objects.reserve();
  objects[shared] = resources + ">>>>";
  std::string kids;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::size_t content = objects.reserve();
    objects[content] = pdf::stream_body("", pdf::content_of(pages[i], fonts));
    objects[page_objects[i]] = "<</Type/Page/Parent " + pdf::reference(tree) + "/MediaBox" + media_box(pages[i]) +
                               "/Resources " + pdf::reference(shared) + "/Contents " + pdf::reference(content) + ">>";
    kids += (i == 0 ? "" : " ") + pdf::reference(page_objects[i]);
  }
  objects[tree] = "<</Type/Pages/Count " + std::to_string(pages.size()) + "/Kids[" + kids + "]>>";
  objects[objects.catalog] = "<</Type/Catalog/Pages " + pdf::reference(tree) + "/Lang" +
                             pdf::text_string(meta.language) + "/ViewerPreferences<</DisplayDocTitle true>>>>";
  objects.info = {{"Title", meta.title},
                  {"Subject", meta.subject},
                  {"Producer", meta.producer},
                  {"CreationDate", pdf_date(meta.created)}};
  return module.assemble(objects);
}

}  // namespace guerdon
