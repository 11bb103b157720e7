#include "document/qr_matrix.h"

#include <doctest/doctest.h>
#include <qrencode.h>

#include <string>

using namespace guerdon;

namespace {

/// Whether libqrencode gives the same modules.
bool is_same(const std::string& content) {
  QRcode* code = QRcode_encodeData(static_cast<int>(content.size()),
                                   reinterpret_cast<const unsigned char*>(content.data()), 0, QR_ECLEVEL_M);
  const auto ours = qr_matrix(content);
  bool same = code != nullptr && ours && ours->size == code->width;
  for (int y = 0; same && y < code->width; ++y) {
    for (int x = 0; x < code->width; ++x)
      same = same && ours->dark(x, y) == ((code->data[y * code->width + x] & 1) != 0);
  }
  QRcode_free(code);
  return same;
}

}  // namespace

TEST_CASE("Every length that fits gives the modules that libqrencode gives") {
  std::string content;
  unsigned state = 1;
  for (int length = 1; length <= 251; ++length) {
    state = state * 1103515245U + 12345U;
    content += static_cast<char>('!' + (state >> 16U) % 90);
    CHECK_MESSAGE(is_same(content), length);
  }
}

TEST_CASE("So do a thousand addresses, whose masks differ") {
  unsigned state = 7;
  for (int i = 0; i < 1000; ++i) {
    std::string address = "https://certificates.example.org/";
    for (int place = 0; place < 16; ++place) {
      state = state * 1103515245U + 12345U;
      address += "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[(state >> 16U) % 32];
      if (place % 4 == 3 && place < 15) address += '-';
    }
    CHECK_MESSAGE(is_same(address), address);
  }
}

TEST_CASE("More than 251 bytes fit no version whose rows fit a word") {
  CHECK(qr_matrix(std::string(251, 'a'))->size == 61);
  CHECK_FALSE(qr_matrix(std::string(252, 'a')).has_value());
}
