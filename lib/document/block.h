#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "document/image_block.h"
#include "document/source.h"
#include "document/style.h"
#include "document/wrap.h"

namespace guerdon {

enum class Align : std::uint8_t { left, centre, right };

/// Where a block stands. Lengths in mm.
struct Position {
  std::optional<double> top;     ///< of its first line, from the page's top
  std::optional<double> bottom;  ///< of its last line, from the page's top
  double gap = 0;                ///< below the block before it, or over `above`
  std::string above;             ///< id of a block that it must keep `gap` clear of, moving up if need be
  std::string beside;            ///< id of a block before it in the flow whose top is also its own
  std::string under;             ///< id of a block before it in the flow: it stands below all set since then
  std::optional<double> until;   ///< what ends lower than this goes to the next page
  double x = 0;
  double width = 0;
  Align align = Align::left;
};

/// A rectangle or a lozenge in one colour; y from the block's top.
struct Figure {
  enum class Kind : std::uint8_t { rectangle, lozenge };
  Kind kind = Kind::rectangle;
  Point at;          ///< top left corner, or the middle
  double width = 0;  ///< or the half-diagonal
  double height = 0;
};

/// How a line is drawn.
struct Stroke {
  double thickness = 0;  ///< mm
  Colour colour;
};

/// Steps that rise from left to right.
struct StepMarks {
  double width = 0;  ///< of one
  double gap = 0;    ///< between two
  double least = 0;  ///< height of the first
  double rise = 0;   ///< by which each is higher than the one before
  Stroke stroke;
  Colour paper;  ///< of a mark that is not filled
};

/// Decoration.
struct DrawingBlock {
  std::vector<Figure> figures;
  Colour colour;
  double height = 0;
};

/// A paragraph, or several phrases of which each begins a line.
struct TextBlock {
  Source text;
  Source label;  ///< run in before the text
  Style style;
  Style label_style;
  Tag tag = Tag::paragraph;
  Wrapping wrapping = Wrapping::greedy;
  bool decoration = false;           ///< repeated or implied content: an artifact
  bool run_on = false;               ///< whether phrases are joined by a space
  std::optional<double> wrap_width;  ///< measure of a phrase that needs more than one line; empty: the block's width
  int most_lines = 0;
};

/// The volunteer's name, or another text that stands out: the first step that holds it.
struct NameBlock {
  Source text;  ///< empty: the volunteer's name
  struct Step {
    Style style;
    int most_lines = 1;
    double drop = 0;  ///< first line lower by this
  };
  std::vector<Step> steps;
  Style latin_style;
};

/// One row for each skill: name, meaning, the level drawn on its scale, numeral and word.
struct SkillsBlock {
  Style head_style;
  Style name_style;
  Style meaning_style;
  Style level_style;
  Source name_label;
  Source level_label;
  Source level_figure;
  bool meanings = true;
  double head = 0;       ///< from the head's top to the first row
  double head_rule = 0;  ///< from the head's top to its rule
  double row = 0;        ///< height with a name of one line and a meaning of `meaning_room` lines
  int meaning_room = 1;
  double name_top = 0, meaning_top = 0, name_width = 0;
  double level_x = 0;
  double figure_width = 0;
  double figure_gap = 0;   ///< between figure and numeral
  double figure_top = 0;   ///< from the row's top, where numeral and word stand under the figure
  double below = 0;        ///< from the figure's foot to numeral and word under it; 0: they stand beside it
  double mark = 0;         ///< half-diagonal of a lozenge
  double mark_inset = 0;   ///< from the figure's left to the first lozenge's middle
  double pitch_total = 0;  ///< pitch times steps
  Colour paper;            ///< of a mark that is not filled
  Stroke mark_stroke;
  std::optional<StepMarks> steps;  ///< drawn in place of lozenges
  Source line;                     ///< in place of the meanings: a phrase for each skill
  Stroke head_stroke;
  Stroke hairline;
};

/// A lozenge before each item of a list.
struct Bullet {
  double x = 0;  ///< middle, from the list's left
  double size = 0;
  double indent = 0;
  Colour colour;
};

/// Label and value in rows.
struct FactsBlock {
  struct Row {
    Source label;
    Source value;
    std::string when;  ///< as of a block
  };
  std::vector<Row> rows;
  Style label_style;
  Style value_style;
  double label_width = 0;
  double value_x = 0;
  double above = 0;
  double below = 0;
  Stroke hairline;
  Bullet bullet;
};

/// One item a line of a list fact.
struct ListBlock {
  Source items;
  Style style;
  Bullet bullet;  ///< none of size 0
  double between = 0;
  double above = 0, below = 0;  ///< free height in each row
  Stroke hairline;              ///< above each row and under the last; none of thickness 0
};

/// One row for each skill: name and level at the left, the meaning at the right.
struct MeaningsBlock {
  Style name_style;
  Style level_style;
  Style meaning_style;
  double name_width = 0;
  double meaning_x = 0;
  double above = 0;
  double below = 0;
  Stroke hairline;
};

/// What was reached of one skill, in rows: label, the steps drawn, what they mean.
struct ScaleBlock {
  enum class Measure : std::uint8_t { level, context, task, autonomy };
  struct Row {
    Source label;
    Measure measure = Measure::level;
    Source figure;  ///< read aloud for the steps
    Source value;
    Source more;  ///< below it; may be empty
  };
  std::vector<Row> rows;
  Style label_style;
  Style value_style;
  Style more_style;
  StepMarks marks;
  double label_width = 0;
  double label_top = 0;  ///< below the row's first line
  double figure_x = 0;
  double value_x = 0;
  double above = 0;
  double below = 0;
  Stroke hairline;  ///< none of thickness 0
};

/// Entries of several words: head, text and note in two columns or three. The words have a phrase for each entry.
struct EntriesBlock {
  /// What stands above the columns.
  struct Labels {
    Source head;
    Source text;  ///< may be empty
    Source note;  ///< may be empty
    Style style;
    std::optional<Colour> ground;  ///< behind them
  };

  Source head;
  Source text;  ///< may be empty
  Source note;  ///< may be empty
  Style head_style;
  Style style;
  Style note_style;
  double head_width = 0;
  double text_x = 0;
  double note_x = 0;  ///< a column of its own for the notes; 0: they stand below the texts
  double above = 0;
  double below = 0;
  Stroke hairline;  ///< none of thickness 0
  std::optional<Labels> labels;
};

/// Paragraphs beside a bar: the professional's, then who wrote them, or those of words.
struct QuoteBlock {
  Source text;  ///< empty: the professional statement
  Style style;
  Style name_style;
  Style role_style;
  Stroke bar;
  double indent = 0;
  double between = 0;
  double before_name = 0;
};

/// The stories of a portfolio: title, what it is about, then each part with its label at the left.
struct StoriesBlock {
  Style title_style;
  Style about_style;
  Style label_style;
  Style style;
  double text_x = 0;      ///< of what is told
  double before = 0;      ///< free height above each story but the first
  double below_head = 0;  ///< between a story's head and its first part
  double between = 0;     ///< parts
  double between_paragraphs = 0;
  Stroke hairline;
};

/// The pieces of evidence of a portfolio, numbered.
struct ExhibitsBlock {
  Style title_style;
  Style style;
  double text_x = 0;
  double above = 0;
  double below = 0;
  Stroke hairline;
};

/// Rules to sign on, each with name and role below, two in a row.
struct SignersBlock {
  Style name_style;
  Style role_style;
  std::vector<double> columns;
  double width_alone = 0;
  double row = 0;       ///< from one row's end to the next one's
  double name_top = 0;  ///< from the rule
  double least = 0;     ///< from the rule to the row's end, at least
  int most_lines = 0;   ///< of a name, and of a role
  Stroke rule;
};

/// The QR code that leads to the certificate, at the right of the block's width, or at its left if it grows right.
struct CodeBlock {
  Source alternative;
  double side = 0;
  double large_side = 0;  ///< from `large_cells` cells on
  int large_cells = 0;
  double quiet_cells = 0;  ///< free on every side
  bool grows_right = false;
  Colour colour;
};

using BlockContent =
    std::variant<DrawingBlock, TextBlock, NameBlock, SkillsBlock, FactsBlock, ListBlock, MeaningsBlock, QuoteBlock,
                 SignersBlock, CodeBlock, StoriesBlock, ExhibitsBlock, ScaleBlock, EntriesBlock, ImageBlock>;

struct Block {
  std::string id;
  std::string what;        ///< how a finding calls it, "the sentence"
  std::string when;        ///< a fact or words that must not be empty; empty for always
  std::string when_not;    ///< a fact or words that must be empty
  bool hyphenate = false;  ///< whether words that do not fit are parted
  Position placement;
  BlockContent content;
};

}  // namespace guerdon
