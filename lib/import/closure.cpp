#include "import/closure.h"

#include <qpdf/Buffer.hh>

#include <set>

#include "import/fault.h"

namespace guerdon::import {

namespace {

class Closure {
 public:
  Closure(const std::map<QPDFObjGen, std::string>& contents, Room& room) : contents_(contents), room_(room) {}

  std::vector<Written> of(const QPDFObjectHandle& first) {
    number_of(first);
    std::vector<Written> out;
    // Each that is written may find others.
    while (out.size() < found_.size()) {
      Written one;
      QPDFObjectHandle object = found_[out.size()];
      if (object.isStream()) {
        write_stream(object, one);
      } else {
        write(object, one, true, 0);
      }
      out.push_back(std::move(one));
    }
    return out;
  }

 private:
  static constexpr int most_nested = 100;
  // Source: ISO 19005-3, 6.1.13.
  static constexpr std::size_t longest_string = 32'767;
  static constexpr std::size_t longest_name = 127;

  std::size_t number_of(const QPDFObjectHandle& object) {
    const auto [at, is_new] = numbers_.try_emplace(object.getObjGen(), found_.size());
    if (!is_new) return at->second;
    if (found_.size() == most_objects) {
      throw Fault{"the page is made of more than " + std::to_string(most_objects) + " objects",
                  "export it simpler, or as one picture"};
    }
    found_.push_back(object);
    return at->second;
  }

  static void put_word(const std::string& word, Written& out) {
    // Names and strings part words themselves, numbers do not.
    if (!out.body.empty() && word.find_first_of("/<[(") != 0) out.body += ' ';
    out.body += word;
  }

  void write(QPDFObjectHandle object, Written& out, bool at_top, int depth) {
    if (depth > most_nested) throw Fault{"the file is nested too deep", "export it again"};
    if (!at_top && object.isIndirect()) {
      if (object.isNull()) return put_word("null", out);
      out.references.push_back({out.body.size(), number_of(object)});
      return;
    }
    if (object.isArray()) {
      out.body += '[';
      for (const QPDFObjectHandle& item : object.getArrayAsVector())
        write(item, out, false, depth + 1);
      out.body += ']';
    } else if (object.isDictionary()) {
      out.body += "<<";
      write_entries(object, {}, out, depth);
      out.body += ">>";
    } else {
      write_scalar(object, out);
    }
  }

  static void write_scalar(QPDFObjectHandle& object, Written& out) {
    const bool is_long_string = object.isString() && object.getStringValue().size() > longest_string;
    const bool is_long_name = object.isName() && object.getName().size() > longest_name + 1;
    if (is_long_string || is_long_name)
      throw Fault{"the file has a name or a string that PDF/A forbids", "export it again"};
    put_word(object.unparseResolved(), out);
  }

  void write_entries(QPDFObjectHandle& dictionary, const std::set<std::string>& but, Written& out, int depth) {
    for (const auto& [key, value] : dictionary.getDictAsMap()) {
      if (but.count(key) != 0) continue;
      QPDFObjectHandle entry = value;
      if (entry.isNull() || (entry.isStream() && entry.getDict().getKey("/Type").isNameAndEquals("/Metadata")))
        continue;
      out.body += QPDFObjectHandle::newName(key).unparse();
      write(entry, out, false, depth + 1);
    }
  }

  void write_stream(QPDFObjectHandle& stream, Written& out) {
    QPDFObjectHandle dictionary = stream.getDict();
    out.is_stream = true;
    std::set<std::string> but{"/Length", "/DL"};
    if (dictionary.hasKey("/F")) throw Fault{"the file keeps a stream in another file", "export it again as PDF/A"};
    if (const auto content = contents_.find(stream.getObjGen()); content != contents_.end()) {
      out.stream = content->second;
      but.insert({"/Filter", "/DecodeParms"});
    } else if (stays_packed(stream)) {
      const auto bytes = stream.getRawStreamData();
      out.stream.assign(reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize());
      out.is_packed = true;
    } else {
      out.stream = unpacked(stream, room_);
      but.insert({"/Filter", "/DecodeParms"});
    }
    write_entries(dictionary, but, out, 0);
  }

  /// Pictures stay as they are packed, and what is deflated.
  bool stays_packed(QPDFObjectHandle& stream) {
    QPDFObjectHandle filter = stream.getDict().getKey("/Filter");
    if (filter.isArray() && filter.getArrayNItems() == 1) filter = filter.getArrayItem(0);
    if (!filter.isName()) return false;
    const std::string name = filter.getName();
    if (name == "/JPXDecode")
      throw Fault{"the page has a picture in JPEG 2000", "export it with its pictures as JPEG or without loss"};
    if (name == "/DCTDecode" || name == "/CCITTFaxDecode" || name == "/JBIG2Decode") return true;
    if (name != "/FlateDecode") return false;
    if (!can_be_unpacked(stream, room_)) throw Fault{"a stream of the file is damaged", "export it again"};
    return true;
  }

  const std::map<QPDFObjGen, std::string>& contents_;
  Room& room_;
  std::map<QPDFObjGen, std::size_t> numbers_;
  std::vector<QPDFObjectHandle> found_;
};

}  // namespace

std::vector<Written> written(const QPDFObjectHandle& first, const std::map<QPDFObjGen, std::string>& contents,
                             Room& room) {
  return Closure(contents, room).of(first);
}

}  // namespace guerdon::import
