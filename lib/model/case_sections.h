#pragma once

#include "model/case.h"
#include "model/framework.h"
#include "yaml/reader.h"

namespace guerdon {

/// Reads the sections of a case file, each from its value; what does not fit is reported to `reader`.
struct SectionReader {
  yaml::Reader& reader;
  const Scale& scale;

  [[nodiscard]] Enrolment enrolment(const yaml::Node& node) const;
  [[nodiscard]] Placement placement(const yaml::Node& node) const;
  [[nodiscard]] Change change(const yaml::Node& node) const;
  [[nodiscard]] Objectives objectives(const yaml::Node& node) const;
  [[nodiscard]] Midterm midterm(const yaml::Node& node) const;
  [[nodiscard]] Evaluation evaluation(const yaml::Node& node) const;
  [[nodiscard]] Participation participation(const yaml::Node& node) const;
  [[nodiscard]] SelfAssessment self_assessment(const yaml::Node& node) const;
  [[nodiscard]] Validation validation(const yaml::Node& node) const;
  [[nodiscard]] Statement statement(const yaml::Node& node) const;
  [[nodiscard]] Waiver waiver(const yaml::Node& node) const;

 private:
  [[nodiscard]] std::optional<Located<int>> level(const yaml::Node* node) const;
  [[nodiscard]] Located<std::string> skill(const yaml::Node* node) const;
};

}  // namespace guerdon
