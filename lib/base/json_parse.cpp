#include <nlohmann/json.hpp>

#include "base/json.h"

namespace guerdon {
namespace {

/// Builds a Json from the events of nlohmann's reader; an event that guerdon does not accept stops it.
class Builder : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit Builder(JsonFault& fault) : fault_(fault) {}

  Json root;

  bool null() override { return add({}); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(number_integer_t value) override { return add(std::int64_t{value}); }
  bool number_unsigned(number_unsigned_t value) override {
    if (value > INT64_MAX) return stop("a number is too large");
    return add(static_cast<std::int64_t>(value));
  }
  bool number_float(number_float_t /*value*/, const string_t& text) override {
    return stop("`" + text + "` is not a whole number");
  }
  bool string(string_t& value) override { return add(std::move(value)); }
  bool binary(binary_t& /*value*/) override { return stop("binary data"); }
  bool start_object(std::size_t /*size*/) override { return open(Json(Json::Object{})); }
  bool key(string_t& value) override {
    if (open_.back()->find(value) != nullptr) return stop("the name `" + value + "` stands twice");
    keys_.back() = std::move(value);
    return true;
  }
  bool end_object() override { return close(); }
  bool start_array(std::size_t /*size*/) override { return open(Json(Json::Array{})); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::detail::exception& /*e*/) override {
    fault_ = {"this is not JSON", position > 0 ? position - 1 : 0};
    return false;
  }

 private:
  bool stop(std::string message) {
    fault_ = {std::move(message), 0};
    return false;
  }

  Json* put(Json value) {
    if (open_.empty()) {
      root = std::move(value);
      return &root;
    }
    if (Json::Object* object = open_.back()->as_object()) {
      object->emplace_back(keys_.back(), std::move(value));
      return &object->back().second;
    }
    Json::Array* array = open_.back()->as_array();
    array->push_back(std::move(value));
    return &array->back();
  }

  bool add(Json value) {
    put(std::move(value));
    return true;
  }

  bool open(Json value) {
    if (open_.size() == 64) return stop("more than 64 levels deep");
    open_.push_back(put(std::move(value)));  // stays valid: a parent grows again only after its child is closed
    keys_.emplace_back();
    return true;
  }

  bool close() {
    open_.pop_back();
    keys_.pop_back();
    return true;
  }

  JsonFault& fault_;
  std::vector<Json*> open_;
  std::vector<std::string> keys_;
};

}  // namespace

std::optional<Json> parse_json(std::string_view text, JsonFault& fault) {
  Builder builder(fault);
  if (!nlohmann::json::sax_parse(text.begin(), text.end(), &builder)) return std::nullopt;
  return std::move(builder.root);
}

}  // namespace guerdon
