#include "pdf/form_object.h"

#include <list>
#include <string>
#include <vector>

#include "pdf/syntax.h"

namespace guerdon::pdf {

namespace {

/// The streams of one form, packed; empty for what is none.
struct Packed {
  std::string sha256;
  std::vector<std::string> streams;
};

/// In a batch the same background lies under page after page: what was packed last is kept, for each thread.
const Packed& packed(const Image& image) {
  constexpr std::size_t most_kept = 4;
  thread_local std::list<Packed> kept;
  for (auto it = kept.begin(); it != kept.end(); ++it) {
    if (it->sha256 != image.sha256) continue;
    kept.splice(kept.begin(), kept, it);
    return kept.front();
  }
  Packed fresh{image.sha256, {}};
  for (const ImportedForm::Object& object : image.form->objects)
    fresh.streams.push_back(object.is_stream && !object.is_packed ? deflate(object.stream) : std::string());
  kept.push_front(std::move(fresh));
  if (kept.size() > most_kept) kept.pop_back();
  return kept.front();
}

/// The body with its references, each in spaces of its own.
std::string body_of(const ImportedForm::Object& object, const std::vector<std::size_t>& numbers) {
  std::string out;
  std::size_t at = 0;
  for (const ImportedForm::Reference& left_out : object.references) {
    out.append(object.body, at, left_out.at - at).append(1, ' ');
    append_reference(out, numbers[left_out.object]);
    at = left_out.at;
  }
  return out.append(object.body, at);
}

}  // namespace

std::size_t add_form(const Image& image, PdfObjects& objects) {
  const Packed& own = packed(image);
  std::vector<std::size_t> numbers;
  for (std::size_t i = 0; i < image.form->objects.size(); ++i)
    numbers.push_back(objects.reserve());
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const ImportedForm::Object& object = image.form->objects[i];
    std::string body = body_of(object, numbers);
    if (!object.is_stream) {
      objects.begin(numbers[i]) += body;
    } else if (object.is_packed) {
      objects.put_stream(numbers[i], stream_as_is(body, object.stream));
    } else {
      objects.put_stream(numbers[i], packed_body(body, "FlateDecode", own.streams[i]));
    }
  }
  return numbers.front();
}

}  // namespace guerdon::pdf
