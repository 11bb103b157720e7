#include "pdf/metadata.h"

#include <algorithm>
#include <string_view>

#include "base/xml.h"
#include "pdf/syntax.h"

namespace guerdon::pdf {

namespace {

constexpr std::string_view tool = "guerdon";

std::string producer(const PdfMeta& meta) {
  return std::string(tool) + ", page version " + std::to_string(meta.page_version);
}

std::string element(std::string_view name, const std::string& content) {
  std::string out = "<";
  out.append(name).append(1, '>').append(content);
  return out.append("</").append(name).append(1, '>');
}

std::string iso_date(Date date) { return date.to_string() + "T00:00:00Z"; }

/// One property of an extension schema. Source: ISO 19005-2, 6.6.2.3.
std::string property(std::string_view name, std::string_view type, std::string_view description) {
  std::string out = "<rdf:li rdf:parseType=\"Resource\">";
  out += element("pdfaProperty:category", "internal");
  out += element("pdfaProperty:description", std::string(description));
  out += element("pdfaProperty:name", std::string(name));
  out += element("pdfaProperty:valueType", std::string(type));
  return out + "</rdf:li>";
}

std::string schema(std::string_view uri, std::string_view prefix, std::string_view title,
                   const std::string& properties) {
  std::string out = "<rdf:li rdf:parseType=\"Resource\">";
  out += element("pdfaSchema:namespaceURI", std::string(uri));
  out += element("pdfaSchema:prefix", std::string(prefix));
  out += element("pdfaSchema:schema", std::string(title));
  out += element("pdfaSchema:property", element("rdf:Seq", properties));
  return out + "</rdf:li>\n";
}

constexpr std::string_view ua_space = "http://www.aiim.org/pdfua/ns/id/";
constexpr std::string_view own_space = "urn:guerdon:pdf:";

/// What is the same in every packet: the schemas that PDF/A does not know by itself.
const std::string& extensions() {
  static const std::string text = [] {
    std::string schemas = schema(ua_space, "pdfuaid", "PDF/UA identification",
                                 property("part", "Integer", "Part of ISO 14289 that the file keeps to"));
    schemas += schema(own_space, "guerdon", "What the pages were made with",
                      property("pageVersion", "Integer", "Version of the layout") +
                          property("libraries", "bag Text", "Name and version of each library that shaped the bytes"));
    std::string out = "<rdf:Description rdf:about=\"\"";
    out += " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"";
    out += " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"";
    out += " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">";
    return out + element("pdfaExtension:schemas", element("rdf:Bag", schemas)) + "</rdf:Description>\n";
  }();
  return text;
}

/// What is the same up to the certificate's own properties.
const std::string& beginning() {
  static const std::string text = [] {
    std::string out = "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n";
    out += "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">";
    out += "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n<rdf:Description rdf:about=\"\"";
    out += " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"";
    out += " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"";
    out.append(" xmlns:pdfuaid=\"").append(ua_space).append("\" xmlns:guerdon=\"").append(own_space).append("\">\n");
    return out + element("pdfaid:part", "3") + element("pdfaid:conformance", "A") + element("pdfuaid:part", "1");
  }();
  return text;
}

}  // namespace

std::string xmp_packet(const PdfMeta& meta) {
  std::string out = beginning();
  out += element("dc:format", "application/pdf");
  out += element("dc:title", "<rdf:Alt><rdf:li xml:lang=\"x-default\">" + xml_text(meta.title) + "</rdf:li></rdf:Alt>");
  out += element("dc:language", element("rdf:Bag", element("rdf:li", xml_text(meta.language))));
  out += element("dc:identifier", xml_text(meta.id));
  out += element("xmp:CreateDate", iso_date(meta.created)) + element("xmp:ModifyDate", iso_date(meta.created));
  out += element("xmp:CreatorTool", std::string(tool)) + element("pdf:Producer", producer(meta));
  out += element("guerdon:pageVersion", std::to_string(meta.page_version));
  std::string libraries;
  for (const auto& [name, version] : meta.libraries)
    libraries += element("rdf:li", xml_text(std::string(name).append(1, ' ').append(version)));
  if (!libraries.empty()) out += element("guerdon:libraries", element("rdf:Bag", libraries));
  out += "</rdf:Description>\n" + extensions() + "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";
  return out;
}

std::string info_dictionary(const PdfMeta& meta) {
  const std::string date = text_string(pdf_date(meta.created));
  return "<</Title" + text_string(meta.title) + "/Creator" + text_string(tool) + "/Producer" +
         text_string(producer(meta)) + "/CreationDate" + date + "/ModDate" + date + ">>";
}

std::string pdf_date(Date date) {
  std::string digits = date.to_string();
  digits.erase(std::remove(digits.begin(), digits.end(), '-'), digits.end());
  return "D:" + digits + "000000Z";
}

std::size_t attach_facts(const PdfMeta& meta, PdfObjects& objects) {
  const std::string file = reference(objects.add_stream(
      stream_body("/Type/EmbeddedFile/Subtype/application#2Fjson/Params<</ModDate" +
                      text_string(pdf_date(meta.created)) + "/Size " + std::to_string(meta.facts.size()) + ">>",
                  meta.facts, Packing::quick)));
  return objects.add(
      "<</Type/Filespec/F(certificate.json)/UF(certificate.json)/Desc(The facts of this certificate)"
      "/AFRelationship/Source/EF<</F " +
      file + "/UF " + file + ">>>>");
}

}  // namespace guerdon::pdf
