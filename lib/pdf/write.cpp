#include "pdf/write.h"

#include <algorithm>

#include "base/sha256.h"
#include "pdf/colour_profile.h"
#include "pdf/content.h"
#include "pdf/image_object.h"
#include "pdf/syntax.h"

namespace guerdon {

namespace {

std::vector<pdf::FontUse> fonts_of(const std::vector<Page>& pages, pdf::Codes& codes) {
  std::vector<pdf::FontUse> fonts;
  for (const Page& page : pages) {
    for (const Mark& mark : page.marks) {
      const auto* run = std::get_if<TextRun>(&mark.shape);
      if (run == nullptr) continue;
      auto use =
          std::find_if(fonts.begin(), fonts.end(), [run](const pdf::FontUse& f) { return &f.font() == run->font; });
      if (use == fonts.end()) use = fonts.emplace(fonts.end(), *run->font, codes);
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

std::string page_dictionary(const Page& page, std::size_t number, std::size_t tree, std::size_t resources,
                            std::size_t content, const std::string& annotations) {
  return "<</Type/Page/Parent " + pdf::reference(tree) + "/MediaBox" + media_box(page) + "/Resources " +
         pdf::reference(resources) + "/Contents " + pdf::reference(content) + "/StructParents " +
         std::to_string(number) + "/Tabs/S" + (annotations.empty() ? "" : "/Annots[" + annotations + "]") + ">>";
}

std::string output_intent(PdfObjects& objects) {
  static const std::string profile = pdf::stream_body("/N 3", pdf::srgb_profile());
  return "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)"
         "/DestOutputProfile " +
         pdf::reference(objects.add_stream(profile)) + ">>";
}

/// Makes every link an annotation that leads to `address`, and gives the references of each page's.
std::vector<std::string> add_links(const std::string& address, const std::vector<std::size_t>& page_objects,
                                   pdf::Structure& structure, PdfObjects& objects) {
  std::vector<std::string> by_page(page_objects.size());
  if (address.empty()) return by_page;
  for (const pdf::Structure::Link& link : structure.links()) {
    const std::size_t annotation = objects.reserve();
    const std::size_t key = structure.attach(link, annotation);
    constexpr std::string_view printed = "/F 4";
    std::string& body = objects.begin(annotation);
    body += "<</Type/Annot/Subtype/Link/Rect";
    pdf::append_box(body, link.box);
    body.append("/Border[0 0 0]").append(printed);
    body += "/P " + pdf::reference(page_objects[link.page]) + "/StructParent " + std::to_string(key) + "/Contents" +
            pdf::text_string(link.description.empty() ? address : std::string(link.description)) +
            "/A<</Type/Action/S/URI/URI" + pdf::text_string(address) + ">>>>";
    by_page[link.page] += (by_page[link.page].empty() ? "" : " ") + pdf::reference(annotation);
  }
  return by_page;
}

std::string catalog(const PdfMeta& meta, std::size_t tree, std::size_t structure, PdfObjects& objects) {
  const std::string packet = pdf::xmp_packet(meta);
  objects.identifier = sha256(packet).substr(0, 32);
  std::string out = "<</Type/Catalog/Pages " + pdf::reference(tree) + "/Lang" + pdf::text_string(meta.language) +
                    "/MarkInfo<</Marked true>>/StructTreeRoot " + pdf::reference(structure) +
                    "/ViewerPreferences<</DisplayDocTitle true>>/Metadata " +
                    pdf::reference(objects.add_stream(pdf::stream_body("/Type/Metadata/Subtype/XML", packet))) +
                    "/OutputIntents[" + output_intent(objects) + "]";
  if (!meta.facts.empty()) {
    const std::string facts = pdf::reference(pdf::attach_facts(meta, objects));
    out += "/AF[" + facts + "]/Names<</EmbeddedFiles<</Names[(certificate.json)" + facts + "]>>>>";
  }
  return out + ">>";
}

}  // namespace

PdfMeta pdf_meta(const Certificate& certificate) {
  const auto title = certificate.words.find("title");
  std::string name = certificate.name;
  if (title != certificate.words.end() && !title->second.empty()) name = plain(title->second.front()) + ": " + name;
  std::string address = certificate.verify_address;
  while (address.ends_with('/'))
    address.pop_back();
  if (!address.empty()) address += "/" + certificate.id.text;
  return {std::move(name),
          certificate.id.text,
          certificate.language,
          certificate.issued_on,
          certificate.design.page_version,
          certificate.design.libraries,
          std::move(address),
          {}};
}

std::string write_pdf(const std::vector<Page>& pages, const PdfMeta& meta, const PdfModule& module) {
  pdf::Codes codes;
  const std::vector<pdf::FontUse> fonts = fonts_of(pages, codes);
  PdfObjects objects;
  objects.catalog = objects.reserve();
  const std::size_t tree = objects.reserve();
  std::vector<std::size_t> page_objects;
  for (std::size_t i = 0; i < pages.size(); ++i)
    page_objects.push_back(objects.reserve());
  const std::size_t unicode = objects.add_stream(pdf::stream_body("", codes.to_unicode()));
  std::string resources = "<</Font<<";
  for (std::size_t i = 0; i < fonts.size(); ++i)
    resources += "/F" + std::to_string(i) + " " + pdf::reference(fonts[i].add_to(objects, unicode));
  resources += ">>";
  std::string pictures;
  std::size_t images = 0;
  for (const Image* image : used_images(pages))
    pictures += "/I" + std::to_string(images++) + " " + pdf::reference(pdf::add_image(*image, objects));
  if (!pictures.empty()) resources += "/XObject<<" + pictures + ">>";
  const std::size_t shared = objects.add(resources + ">>");

  pdf::Structure structure(pages);
  std::vector<std::size_t> contents;
  for (std::size_t i = 0; i < pages.size(); ++i)
    contents.push_back(
        objects.add_stream(pdf::stream_body("", pdf::content_of(pages, i, fonts, structure), pdf::Packing::quick)));
  const std::vector<std::string> links = add_links(meta.address, page_objects, structure, objects);

  std::string kids;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    objects.begin(page_objects[i]) += page_dictionary(pages[i], i, tree, shared, contents[i], links[i]);
    kids += (i == 0 ? "" : " ") + pdf::reference(page_objects[i]);
  }
  objects.begin(tree) += "<</Type/Pages/Count " + std::to_string(pages.size()) + "/Kids[" + kids + "]>>";
  const std::string root = catalog(meta, tree, structure.add_to(objects, page_objects), objects);
  objects.begin(objects.catalog) += root;
  objects.info = objects.add(pdf::info_dictionary(meta));
  return module.assemble(std::move(objects));
}

}  // namespace guerdon
