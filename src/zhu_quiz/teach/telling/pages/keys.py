"""What can be wrong with the keys of a bank and what stands under them."""

from ....model.problem import Severity
from ...rule import Page

PAGES = (
    Page(
        code="ZQ101", severity=Severity.ERROR,
        title="Only keys that the format knows may stand in a bank.",
        why="A misspelt key would otherwise do nothing, and nobody would notice that the explanation is "
        "never shown. Which keys there are depends on the type of the question. Other programs' "
        "names, such as `question` for `ask`, are recognised, and the right one is named.",
        bad="""\
- id: red
  type: short
  ask: Which planet is red?
  answer: Mars
  explian: Its dust is rust.
""",
        good="""\
- id: red
  type: short
  ask: Which planet is red?
  answer: Mars
  explain: Its dust is rust.
""",
    ),
    Page(
        code="ZQ102", severity=Severity.ERROR,
        title="What a question cannot be asked without must be there.",
        why="Each type has a few keys that it needs: a flashcard its back, a choice its options. All "
        "others are optional.",
        bad="""\
- id: red
  type: card
  front: Which planet is red?
""",
        good="""\
- id: red
  type: card
  front: Which planet is red?
  back: Mars
""",
    ),
    Page(
        code="ZQ103", severity=Severity.ERROR,
        title="Each key has its own kind of value: one text, a list, or further keys.",
        why="A list where one text is needed, or the other way round, leaves open what is meant. In a "
        "list each entry begins with a dash and a space on a line of its own.",
        bad="""\
- id: red
  type: short
  ask:
    - Which planet is red?
    - Think of its dust.
  answer: Mars
""",
        good="""\
- id: red
  type: short
  ask: Which planet is red? Think of its dust.
  answer: Mars
""",
    ),
    Page(
        code="ZQ104", severity=Severity.ERROR,
        title="The type of a question is one of nine words.",
        why="It decides how the question is asked and marked: choice, multi, true-false, short, number, "
        "cloze, order, match or card.",
        bad="""\
- id: red
  type: flashcard
  front: Which planet is red?
  back: Mars
""",
        good="""\
- id: red
  type: card
  front: Which planet is red?
  back: Mars
""",
    ),
    Page(
        code="ZQ105", severity=Severity.ERROR,
        title="No two questions have the same id.",
        why="A learner's progress is kept under the id. With one for two questions, an answer to the "
        "first would count for the second. Earlier ids, under `was`, are taken as well. A copied "
        "block needs a new id before anything else.",
        bad="""\
- id: red
  type: card
  front: Which planet is red?
  back: Mars
- id: red
  type: card
  front: Which planet is blue?
  back: Neptune
""",
        good="""\
- id: red
  type: card
  front: Which planet is red?
  back: Mars
- id: blue
  type: card
  front: Which planet is blue?
  back: Neptune
""",
    ),
    Page(
        code="ZQ106", severity=Severity.ERROR,
        title="An id is one to a few plain words with hyphens between them.",
        why="It is written into the learners' progress and into Anki packages, and stays there for good. "
        "Small letters, figures and single hyphens, beginning with a letter and 40 at most, survive "
        "every program on the way.",
        bad="""\
- id: Red Planet
  type: card
  front: Which planet is red?
  back: Mars
""",
        good="""\
- id: red-planet
  type: card
  front: Which planet is red?
  back: Mars
""",
    ),
    Page(
        code="ZQ115", severity=Severity.ERROR,
        title="Sections, objectives, claims and words such as `remember` must be among those that there are.",
        why="A section or an objective is listed once at the top of the bank, a claim there or in a file "
        "beside it that `claims:` names, and questions name each by its id. If the name is misspelt, the "
        "question belongs to nothing and is missing where learners choose what to practise.",
        bad="""\
- id: red
  type: card
  front: Which planet is red?
  back: Mars
  bloom: rember
""",
        good="""\
- id: red
  type: card
  front: Which planet is red?
  back: Mars
  bloom: remember
""",
    ),
    Page(
        code="ZQ116", severity=Severity.ERROR,
        title="A key has a text after it.",
        why="An empty text cannot be told from one that was forgotten. A key that is not needed is better "
        "left out.",
        bad="""\
- id: red
  type: card
  front: Which planet is red?
  back:
""",
        good="""\
- id: red
  type: card
  front: Which planet is red?
  back: Mars
""",
    ),
    Page(
        code="ZQ117", severity=Severity.ERROR,
        title="The answer to a true-false question is `true` or `false`.",
        why="Yes, on, T or 1 can be read in more than one way. Ask it as a statement, and two words are "
        "enough for all.",
        bad="""\
- id: rings
  type: true-false
  ask: Saturn has rings.
  answer: Yes
""",
        good="""\
- id: rings
  type: true-false
  ask: Saturn has rings.
  answer: true
""",
    ),
)  # fmt: skip
"""In the order of the codes."""
