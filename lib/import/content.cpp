#include "import/content.h"

#include <qpdf/Pipeline.hh>
#include <qpdf/Pl_QPDFTokenizer.hh>
#include <qpdf/QPDFTokenizer.hh>

#include <set>
#include <stdexcept>
#include <vector>

#include "import/fault.h"

namespace guerdon::import {

namespace {

/// Keeps, or only counts, what is unpacked, and ends it where there is no room.
class Keep : public Pipeline {
 public:
  Keep(Room& room, std::string* out) : Pipeline("keep", nullptr), room_(room), out_(out) {}

  void write(unsigned char const* data, std::size_t size) override {
    // qpdf catches what is thrown here, and goes on as with a damaged stream.
    if (size > room_.left) {
      is_full = true;
      throw std::runtime_error("full");
    }
    room_.left -= size;
    if (out_ != nullptr) out_->append(reinterpret_cast<const char*>(data), size);
  }
  void finish() override {}

  bool is_full = false;

 private:
  Room& room_;
  std::string* out_;
};

bool unpack(QPDFObjectHandle& stream, Room& room, std::string* out) {
  Keep keep(room, out);
  bool filtered = false;
  bool good = false;
  try {
    good = stream.pipeStreamData(&keep, &filtered, 0, qpdf_dl_specialized, true, false);
  } catch (const std::exception&) {
    good = false;  // told below, in our words
  }
  if (keep.is_full) {
    throw Fault{"the file unpacks to more than " + std::to_string(room.limit) + " bytes",
                "export it with fewer or smaller pictures"};
  }
  return good && filtered;
}

// Source: ISO 32000-1, annex A.
const std::set<std::string> operators{"b",  "B",  "b*", "B*", "BDC", "BI", "BMC", "BT", "BX", "c",  "cm", "cs",  "CS",
                                      "d",  "d0", "d1", "Do", "DP",  "EI", "EMC", "ET", "EX", "f",  "F",  "f*",  "g",
                                      "G",  "gs", "h",  "i",  "ID",  "j",  "J",   "k",  "K",  "l",  "m",  "M",   "MP",
                                      "n",  "q",  "Q",  "re", "rg",  "RG", "ri",  "s",  "S",  "sc", "SC", "scn", "SCN",
                                      "sh", "T*", "Tc", "Td", "TD",  "Tf", "Tj",  "TJ", "TL", "Tm", "Tr", "Ts",  "Tw",
                                      "Tz", "v",  "w",  "W",  "W*",  "y",  "'",   "\""};

const std::set<std::string> left_out{"BMC", "BDC", "EMC", "MP", "DP", "BX", "EX"};

/// Writes the operators that stay, each with what stands before it.
class Cleaner : public QPDFObjectHandle::TokenFilter {
 public:
  void handleToken(const QPDFTokenizer::Token& token) override {
    switch (token.getType()) {
      case QPDFTokenizer::tt_space:
      case QPDFTokenizer::tt_comment:
      case QPDFTokenizer::tt_eof:
        return;
      case QPDFTokenizer::tt_bad:
        throw Fault{"a content stream of the page is damaged", "export it again"};
      case QPDFTokenizer::tt_inline_image:
        operands_.push_back(token.getRawValue());
        return;
      case QPDFTokenizer::tt_word:
        take_operator(token.getValue());
        return;
      default:
        take_operand(token);
    }
  }

  void handleEOF() override {
    if (!operands_.empty()) throw Fault{"a content stream of the page ends too early", "export it again"};
    for (; depth_ > 0; --depth_)
      write("Q\n");
  }

 private:
  /// Of operands before one operator; more is no page.
  static constexpr std::size_t most_operands = 100'000;
  /// PDF/A allows 28, and the page itself needs some. Source: ISO 19005-3, 6.1.13.
  static constexpr int most_nested = 24;

  void take_operand(const QPDFTokenizer::Token& token) {
    if (operands_.size() == most_operands) throw Fault{"a content stream of the page is damaged", "export it again"};
    if (in_image_ && token.getType() == QPDFTokenizer::tt_name) {
      const std::string& name = token.getValue();
      if (name == "/CMYK" || name == "/DeviceCMYK") refuse_cmyk();
      if (name == "/LZW" || name == "/LZWDecode")
        throw Fault{"the page has a picture packed by LZW, which PDF/A forbids", "export it again as PDF/A"};
    }
    if (token.getType() == QPDFTokenizer::tt_name && token.getValue() == "/DeviceCMYK") last_is_cmyk_ = true;
    operands_.push_back(token.getRawValue().empty() ? token.getValue() : token.getRawValue());
  }

  void take_operator(const std::string& name) {
    if (operators.count(name) == 0)
      throw Fault{"the page's content has the unknown operator `" + shown(name) + "`", "export it again"};
    if (name == "k" || name == "K" || (last_is_cmyk_ && (name == "cs" || name == "CS"))) refuse_cmyk();
    last_is_cmyk_ = false;
    if (name == "q" && ++depth_ > most_nested)
      throw Fault{"the page's content is nested more than " + std::to_string(most_nested) + " deep",
                  "flatten its groups"};
    if (name == "Q" && --depth_ < 0) throw Fault{"a content stream of the page is damaged", "export it again"};
    if (name == "BI") in_image_ = true;
    if (name == "ID") {
      in_image_ = false;
      leave_out_interpolation();
    }
    if (left_out.count(name) == 0) {
      for (const std::string& operand : operands_) {
        write(operand);
        write(" ", 1);
      }
      write(name);
      // What follows `ID` is the picture, byte by byte.
      write(name == "ID" ? " " : "\n", 1);
    }
    operands_.clear();
  }

  /// PDF/A has no smoothed pictures.
  void leave_out_interpolation() {
    for (std::size_t i = 0; i + 1 < operands_.size(); ++i) {
      const bool is_key = operands_[i] == "/I" || operands_[i] == "/Interpolate";
      if (is_key && operands_[i + 1] == "true") operands_[i + 1] = "false";
    }
  }

  std::vector<std::string> operands_;
  int depth_ = 0;
  bool in_image_ = false;
  bool last_is_cmyk_ = false;
};

}  // namespace

std::string unpacked(QPDFObjectHandle stream, Room& room) {
  std::string out;
  if (!unpack(stream, room, &out)) throw Fault{"a stream of the file is damaged", "export it again"};
  return out;
}

bool can_be_unpacked(QPDFObjectHandle stream, Room& room) { return unpack(stream, room, nullptr); }

std::string cleaned_content(const std::string& content) {
  std::string out;
  Room room(4 * content_limit);  // a token may grow by the space behind it
  Keep keep(room, &out);
  Cleaner cleaner;
  Pl_QPDFTokenizer tokenizer("content", &cleaner, &keep);
  tokenizer.write(reinterpret_cast<const unsigned char*>(content.data()), content.size());
  tokenizer.finish();
  return out;
}

}  // namespace guerdon::import
