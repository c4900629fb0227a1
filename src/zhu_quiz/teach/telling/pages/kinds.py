"""What the types of questions ask for, each of its own keys."""

from ....model.problem import Severity
from ...rule import Page

PAGES = (
    Page(
        code="ZQ107", severity=Severity.ERROR,
        title="A choice has exactly one right option, and a multi at least one.",
        why="With none, no answer is right; with two, a learner who knows both can only guess which is "
        "wanted. If several are right, `type: multi` lets learners pick them all.",
        bad="""\
- id: giants
  type: choice
  ask: Which of these is a giant?
  options:
    - right: Jupiter
    - right: Saturn
    - wrong: Mars
""",
        good="""\
- id: giants
  type: multi
  ask: Which of these are giants?
  options:
    - right: Jupiter
    - right: Saturn
    - wrong: Mars
""",
    ),
    Page(
        code="ZQ108", severity=Severity.ERROR,
        title="A question with options has at least two.",
        why="With one option there is nothing to choose. Three good ones are enough; a fourth that nobody "
        "picks only takes time to read.",
        bad="""\
- id: red
  type: choice
  ask: Which planet is red?
  options:
    - right: Mars
""",
        good="""\
- id: red
  type: choice
  ask: Which planet is red?
  options:
    - right: Mars
    - wrong: Venus
    - wrong: Mercury
""",
    ),
    Page(
        code="ZQ109", severity=Severity.ERROR,
        title="No option stands twice, and no answer is right and rejected at once.",
        why="Of two equal options one would be marked right and the other wrong, and nobody could tell "
        "them apart.",
        bad="""\
- id: red
  type: choice
  ask: Which planet is red?
  options:
    - right: Mars
    - wrong: Venus
    - wrong: Venus
""",
        good="""\
- id: red
  type: choice
  ask: Which planet is red?
  options:
    - right: Mars
    - wrong: Venus
    - wrong: Mercury
""",
    ),
    Page(
        code="ZQ110", severity=Severity.ERROR,
        title="The answer to a number question is a number in plain form.",
        why="Only a number can be compared with what learners type. Write 1234.5, -3, 6.02e23 or 40%; how "
        "far off an answer may be stands under `within`, and what it counts under `unit`.",
        bad="""\
- id: year
  type: number
  ask: In which year did people first walk on the Moon?
  answer: around 1969
""",
        good="""\
- id: year
  type: number
  ask: In which year did people first walk on the Moon?
  answer: 1969
  within: 1
""",
    ),
    Page(
        code="ZQ111", severity=Severity.ERROR,
        title="A cloze has gaps, each with its answer between double braces.",
        why="The gap is what is asked. Write {{answer}}, {{answer|another spelling}} or {{answer::hint}}. "
        "A text that begins with a gap must be in quotes.",
        bad="""\
- id: third
  type: cloze
  text: The Earth is the third planet.
""",
        good="""\
- id: third
  type: cloze
  text: The Earth is the {{third}} planet.
""",
    ),
    Page(
        code="ZQ112", severity=Severity.ERROR,
        title="What is to be put in order is at least three different things.",
        why="Two things are a coin flip. And of two that read the same, nobody can tell which goes first.",
        bad="""\
- id: outwards
  type: order
  ask: Order them from the Sun outwards.
  items:
    - Venus
    - Mars
    - Mars
""",
        good="""\
- id: outwards
  type: order
  ask: Order them from the Sun outwards.
  items:
    - Venus
    - Earth
    - Mars
""",
    ),
    Page(
        code="ZQ113", severity=Severity.ERROR,
        title="What is to be matched are at least two pairs, three better, and nothing stands twice on a side.",
        why="If two entries of a side read the same, a right answer can be marked wrong. Two pairs are a "
        "coin flip, which is only a warning. Entries that belong to nothing, under `extra`, make "
        "guessing harder.",
        bad="""\
- id: signs
  type: match
  ask: Match each planet with what it is known for.
  pairs:
    - item: Saturn
      match: its colour
    - item: Jupiter
      match: its size
    - item: Mars
      match: its colour
""",
        good="""\
- id: signs
  type: match
  ask: Match each planet with what it is known for.
  pairs:
    - item: Saturn
      match: its rings
    - item: Jupiter
      match: its size
    - item: Mars
      match: its colour
""",
    ),
    Page(
        code="ZQ114", severity=Severity.WARNING,
        title="A picture has an `alt:` that tells what it shows.",
        why="Some learners hear the question instead of seeing it, and a terminal shows no pictures. Say in a "
        "few words what is to be seen, but not what is asked for.",
        bad="""\
- id: flag
  type: short
  ask: Whose flag is this?
  answer: Japan
  image: {file: flags/1.png}
""",
        good="""\
- id: flag
  type: short
  ask: Whose flag is this?
  answer: Japan
  image: {file: flags/1.png, alt: A red disc on a white field}
""",
    ),
)  # fmt: skip
"""In the order of the codes."""
