#pragma once

#include "document/setting.h"

namespace guerdon {

// One function for each kind of block: its fragments, from the top, each with its y from its own top. What cannot be
// set is reported and left out; the caller looks at the findings.

Fragments set_block(const DrawingBlock& drawing, const Block& block, const Setting& setting);
Fragments set_block(const TextBlock& text, const Block& block, const Setting& setting);
Fragments set_block(const NameBlock& name, const Block& block, const Setting& setting);
Fragments set_block(const SkillsBlock& skills, const Block& block, const Setting& setting);
Fragments set_block(const FactsBlock& facts, const Block& block, const Setting& setting);
Fragments set_block(const ListBlock& list, const Block& block, const Setting& setting);
Fragments set_block(const MeaningsBlock& meanings, const Block& block, const Setting& setting);
Fragments set_block(const QuoteBlock& quote, const Block& block, const Setting& setting);
Fragments set_block(const SignersBlock& signers, const Block& block, const Setting& setting);
Fragments set_block(const CodeBlock& code, const Block& block, const Setting& setting);
Fragments set_block(const StoriesBlock& stories, const Block& block, const Setting& setting);
Fragments set_block(const ExhibitsBlock& exhibits, const Block& block, const Setting& setting);

Fragments set_block(const ScaleBlock& scale, const Block& block, const Setting& setting);
Fragments set_block(const EntriesBlock& entries, const Block& block, const Setting& setting);
Fragments set_block(const ImageBlock& block, const Block& where, const Setting& setting);

/// The whole width of `steps` marks.
double width_of(const StepMarks& marks, int steps);

/// The height of the highest of `steps` marks.
double height_of(const StepMarks& marks, int steps);

/// Draws marks that rise from `base`, the lower left corner of the first, as many filled as say.
void draw_steps(const StepMarks& marks, Point base, int filled, int steps, Fragment& fragment);

/// The items of a list fact; the one text of any other source.
std::vector<std::string> list_items(const Source& source, const Setting& setting);

/// Numeral and word of a level, numeral strong.
Phrase level_words(const Certificate::Skill& skill, Emphasis numeral);

}  // namespace guerdon
