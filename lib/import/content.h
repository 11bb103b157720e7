#pragma once

#include <cstddef>
#include <string>

#include <qpdf/QPDFObjectHandle.hh>

namespace guerdon::import {

/// The most that all streams of a page may unpack to.
inline constexpr std::size_t unpacked_limit = 64'000'000;

/// The most that the content streams among them may: each of their words is read.
inline constexpr std::size_t content_limit = 16'000'000;

/// How much of a limit is left.
struct Room {
  explicit Room(std::size_t most) : limit(most), left(most) {}

  std::size_t limit;
  std::size_t left;
};

/// What `stream` unpacks to; throws Fault when it is damaged, or larger than `room`, from which it is taken.
std::string unpacked(QPDFObjectHandle stream, Room& room);

/// Whether all of `stream` can be unpacked within `room`, from which it is taken; throws Fault where it is larger.
bool can_be_unpacked(QPDFObjectHandle stream, Room& room);

/// A content stream without marked content, which has no meaning outside its document; throws Fault for what PDF/A
/// forbids in it. Source: ISO 19005-3, 6.2.2, 6.2.4.3, 6.2.8.
std::string cleaned_content(const std::string& content);

}  // namespace guerdon::import
