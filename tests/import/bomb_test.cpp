#include <zlib.h>

#include "files.h"

using namespace guerdon;
using namespace guerdon::sample;

namespace {

std::string deflated(const std::string& bytes) {
  uLongf size = compressBound(bytes.size());
  std::string out(size, '\0');
  REQUIRE(compress2(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()),
                    bytes.size(), 9) == Z_OK);
  out.resize(size);
  return out;
}

}  // namespace

TEST_CASE("A file of object streams that unpack to gigabytes is refused before qpdf opens it") {
  const std::string bomb = deflated(std::string(65'000'000, ' '));
  CHECK(bomb.size() < 100'000);
  const std::string objects = stream("/Type/ObjStm/N 1/First 5/Filter/FlateDecode", bomb);
  CHECK(said_of(OnePage{.more = {objects}}) == "the file unpacks to more than 64000000 bytes");
  const std::string half = stream("", deflated(std::string(40'000'000, ' ')));
  CHECK(said_of(OnePage{.more = {half, half}}) == "the file unpacks to more than 64000000 bytes");
}

TEST_CASE("Objects packed more than once, or by LZW, are refused") {
  for (const char* filter : {"[/FlateDecode/FlateDecode]", "[ /ASCII85Decode ]", "/LZWDecode", "9 0 R"}) {
    const std::string objects = stream("/Type/ObjStm/N 1/First 5/Filter " + std::string(filter), "x");
    CHECK_MESSAGE(said_of(OnePage{.more = {objects}}) == "the file's objects are packed more than once", filter);
  }
  CHECK(said_of(OnePage{.more = {stream("/Type/ObjStm/N 0/First 0/Filter [ /FlateDecode ]", deflated(" "))}}).empty());
}
