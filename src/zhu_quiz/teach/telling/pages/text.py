"""What can be wrong with a bank as a text, before it is about questions."""

from ....model.problem import Severity
from ...rule import Page

PAGES = (
    Page(
        code="ZQ001", severity=Severity.ERROR,
        title="A bank is a plain text file, saved in UTF-8.",
        why="Each program stores “é” or “中” in its own way unless all agree on one, and UTF-8 is the one "
        "that all know. Files of word processors hold much besides the text. In most editors, “Save "
        "as …” offers the encoding.",
        bad="{\\rtf1\\ansi\\deff0 format: zhu-quiz/1\\par id: planets\\par title: The planets\\par}\n",
        good="""\
format: zhu-quiz/1
id: planets
title: The planets
questions:
  - id: red
    type: card
    front: Which planet is red?
    back: Mars
""",
    ),
    Page(
        code="ZQ002", severity=Severity.WARNING,
        title="A text has no characters that nobody can see.",
        why="Copied from a web page or a printed document, a text brings along spaces without width, soft "
        "hyphens, or marks that turn the direction of writing. They look like nothing, but an answer "
        "that holds one is never equal to what a learner types. Here � stands in their place. A "
        "special space where lines are indented, or after a dash or a colon, is an error.",
        bad="""\
- id: red
  type: short
  ask: Which planet is red?
  answer: Ma\u200brs
""",
        good="""\
- id: red
  type: short
  ask: Which planet is red?
  answer: Mars
""",
    ),
    Page(
        code="ZQ003", severity=Severity.ERROR,
        title="Lines are indented with spaces, never with tabs.",
        why="How wide a tab is, every program decides for itself, so nobody can tell by it what belongs "
        "to what. Here → stands for a tab. Most editors can be told to put spaces where you press "
        "Tab.",
        bad="""\
- id: red
\ttype: card
\tfront: Which planet is red?
\tback: Mars
""",
        good="""\
- id: red
  type: card
  front: Which planet is red?
  back: Mars
""",
    ),
    Page(
        code="ZQ004", severity=Severity.ERROR,
        title="Every line can be read: signs are in quotes, and keys stand below each other.",
        why="It is one of four slips. A sign: a colon with a space after it divides a key from its text, and "
        "brackets, quotes and a few others mean something at the beginning of one. Double quotes around "
        "all of the text help; or write >- after the colon and the text below, indented, where no sign "
        "means anything. A margin: the keys of a question begin in one column, below the key after the "
        "dash, and a list needs a dash before each entry. A quote or bracket that is opened and not "
        "closed. A text that goes on in a line of its own: indent that line further than the key.",
        bad="""\
- id: red  # a sign
  type: card
  front: Which planet is red: Venus or Mars?
  back: Mars
- id: hot  # a margin
  type: card
   front: Which planet is the hottest?
  back: Venus
- id: rings  # an open quote
  type: card
  front: "Which planet has rings?
  back: Saturn
- id: far  # a text that goes on
  type: card
  front: Which planet is
  the farthest from the Sun?
  back: Neptune
""",
        good="""\
- id: red  # a sign
  type: card
  front: "Which planet is red: Venus or Mars?"
  back: Mars
- id: hot  # a margin
  type: card
  front: Which planet is the hottest?
  back: Venus
- id: rings  # an open quote
  type: card
  front: "Which planet has rings?"
  back: Saturn
- id: far  # a text that goes on
  type: card
  front: Which planet is
    the farthest from the Sun?
  back: Neptune
""",
    ),
    Page(
        code="ZQ005", severity=Severity.WARNING,
        title="A space and “#” begin a comment, so the text ends before them.",
        why="All after the sign is lost without a word, and learners read half a sentence. If it belongs "
        "to the text, put the text in quotes. If it is a comment, give it a line of its own above, "
        "and nobody will wonder again.",
        bad="""\
- id: spot
  type: card
  front: What is Jupiter's #1 mark?
  back: Its red spot
""",
        good="""\
- id: spot
  type: card
  front: "What is Jupiter's #1 mark?"
  back: Its red spot
""",
    ),
    Page(
        code="ZQ006", severity=Severity.ERROR,
        title="After a dash that begins an entry, and after the colon of a key, a space is needed.",
        why="Without it the sign is part of the text, and the line joins the one above: two answers "
        "become one, or a key disappears.",
        bad="""\
- id: red
  type: short
  ask:Which planet is red?
  answer: Mars
""",
        good="""\
- id: red
  type: short
  ask: Which planet is red?
  answer: Mars
""",
    ),
    Page(
        code="ZQ007", severity=Severity.WARNING,
        title="Each entry of a list begins with its own dash.",
        why="A line without one continues the text above it. The list is shorter than it looks, and one "
        "entry says what two should have said.",
        bad="""\
- id: order
  type: order
  ask: Order them from the Sun outwards.
  items:
    - Venus
    - Earth
      Mars
    - Jupiter
""",
        good="""\
- id: order
  type: order
  ask: Order them from the Sun outwards.
  items:
    - Venus
    - Earth
    - Mars
    - Jupiter
""",
    ),
    Page(
        code="ZQ008", severity=Severity.ERROR,
        title="A key stands only once in a question.",
        why="Two texts under one key leave open which of them counts, and most programs silently take the "
        "last. Often the second belongs to a question whose first line was lost.",
        bad="""\
- id: red
  type: short
  ask: Which planet is red?
  answer: Mars
  answer: The planet Mars
""",
        good="""\
- id: red
  type: short
  ask: Which planet is red?
  answer: Mars
  accept: [The planet Mars]
""",
    ),
    Page(
        code="ZQ009", severity=Severity.ERROR,
        title="A bank has no references, tags and merged keys.",
        why="With &, *, ! and << YAML lets one part of a file stand for another. That saves a line and "
        "costs whoever edits the bank next the way to read it, so here they mean nothing. A text that "
        "begins with one must be in quotes.",
        bad="""\
- id: note
  type: card
  front: *What does a star before a name mean?
  back: There is a footnote.
""",
        good="""\
- id: note
  type: card
  front: "*What does a star before a name mean?"
  back: There is a footnote.
""",
    ),
    Page(
        code="ZQ010", severity=Severity.ERROR,
        title="A file holds one bank.",
        why="A line of three dashes ends what YAML calls a document, and what follows would be another "
        "bank. To part groups of questions, use a comment, or give them sections.",
        bad="""\
- id: red
  type: card
  front: Which planet is red?
  back: Mars
---
- id: blue
  type: card
  front: Which planet is blue?
  back: Neptune
""",
        good="""\
- id: red
  type: card
  front: Which planet is red?
  back: Mars

# Of the outer planets
- id: blue
  type: card
  front: Which planet is blue?
  back: Neptune
""",
    ),
    Page(
        code="ZQ011", severity=Severity.ERROR,
        title="There are limits to how large a bank may be, and how deep it may go.",
        why="No article needs a bank of more than 10 MB, and no question twelve levels of brackets. What "
        "goes beyond is a slip, or meant to harm. Brackets at the beginning of a text open a list, so "
        "such a text must be in quotes.",
        bad="""\
- id: nested
  type: card
  front: [[[[[[[[[[[[[Mars]]]]]]]]]]]]]
  back: Thirteen pairs of brackets
""",
        good="""\
- id: nested
  type: card
  front: "[[[[[[[[[[[[[Mars]]]]]]]]]]]]]"
  back: Thirteen pairs of brackets
""",
    ),
    Page(
        code="ZQ012", severity=Severity.ERROR,
        title="In double quotes, a backslash changes the sign after it.",
        why=r"There \a rings a bell and \t is a tab, so of \alpha the learner sees “lpha”. In single "
        "quotes, and without quotes, a backslash is a sign like any other. Formulas want single "
        "quotes.",
        bad=r"""- id: angle
  type: card
  front: "What does $\alpha$ stand for?"
  back: An angle
""",
        good=r"""- id: angle
  type: card
  front: 'What does $\alpha$ stand for?'
  back: An angle
""",
    ),
    Page(
        code="ZQ013", severity=Severity.ERROR,
        title="Between brackets, a comma ends the entry.",
        why="What follows the comma is read as the next key, and the text loses its end. Give a text with "
        "a comma a line of its own, or quotes.",
        bad="""\
- id: red
  type: card
  front: Which planet is red?
  back: Mars
  source: {evidence: rust, which is red}
""",
        good="""\
- id: red
  type: card
  front: Which planet is red?
  back: Mars
  source: {evidence: "rust, which is red"}
""",
    ),
)  # fmt: skip
"""In the order of the codes."""
