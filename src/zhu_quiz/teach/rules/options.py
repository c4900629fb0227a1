"""Options as a set: how many, how long, how alike."""

from collections.abc import Iterator

from ...model.markdown import bare
from ...model.problem import Severity
from ...questions.choice import Choice
from ...questions.multi import Multi
from ..asking import is_code, options_of, placed_options, wrong_ones
from ..material import Subject
from ..rule import Finding, of_question
from ..words.prose import prose, words_in

_MANY = 5
_LONGER, _BY_CHARACTERS = 1.5, 15
_SAME_START = 3


@of_question(
    "ZQ203",
    "warning",
    "The right option is about as long as the others.",
    why="Authors hedge the right option until nobody can object, and leave the wrong ones short. "
    "Learners who pick the longest one are then right more often than chance.",
    bad="""\
- id: tides
  type: choice
  ask: What causes the tides?
  options:
    - right: The pull of the Moon and, to a smaller degree, of the Sun on the oceans
    - wrong: The wind
    - wrong: Earthquakes
""",
    good="""\
- id: tides
  type: choice
  ask: What causes the tides?
  options:
    - right: The pull of Moon and Sun
    - wrong: The wind over the oceans
    - wrong: Earthquakes under the sea
""",
)
def longest_option(subject: Subject) -> Iterator[Finding]:
    question = subject.question
    if not isinstance(question, Choice):
        return
    right, wrong = (
        len(bare(question.solution)),
        max(len(bare(option.text)) for option in wrong_ones(question)),
    )
    is_far_longest = right > _LONGER * wrong and right - wrong >= _BY_CHARACTERS
    # Formulas cannot be padded.
    if is_far_longest and not any(is_code(option.text) for option in wrong_ones(question)):
        yield Finding(
            at=next(at for option, at in placed_options(subject) if option.is_right),
            message=f"The right option has {right} characters, the longest wrong one {wrong}.",
            remedy="Shorten it, and put what it needs to be exact into `explain:`; or give the wrong ones "
            "as much detail.",
        )


@of_question(
    "ZQ212",
    "info",
    "What all options begin with stands in the question.",
    why="The same words have to be read again with each option.",
    bad="""\
- id: seasons
  type: choice
  ask: Why are there seasons?
  options:
    - right: Because of the tilt of the Earth's axis
    - wrong: Because of the distance from the Sun
    - wrong: Because of the spots on the Sun
""",
    good="""\
- id: seasons
  type: choice
  ask: What causes the seasons?
  options:
    - right: The tilt of the Earth's axis
    - wrong: The distance from the Sun
    - wrong: The spots on the Sun
""",
    on=False,
)
def same_start(subject: Subject) -> Iterator[Finding]:
    starts = [tuple(words_in(prose(option.text))[:_SAME_START]) for option in options_of(subject.question)]
    if len(starts) >= _SAME_START and len(set(starts)) == 1 and len(starts[0]) == _SAME_START:
        yield Finding(
            at=subject.node("options", 0),
            message=f"All options begin with “{' '.join(starts[0])}”.",
            remedy="Move these words into the question.",
        )


@of_question(
    "ZQ214",
    "info",
    "A choice has at most five options; three are enough.",
    why="More options cost time to read and to write, and hardly anybody picks the last of them. "
    "Studies of real tests found that three do as well.",
    bad="""\
- id: nearest
  type: choice
  ask: Which planet is nearest to the Sun?
  options: [right: Mercury, wrong: Venus, wrong: Earth, wrong: Mars, wrong: Jupiter, wrong: Saturn]
""",
    good="""\
- id: nearest
  type: choice
  ask: Which planet is nearest to the Sun?
  options: [right: Mercury, wrong: Venus, wrong: Mars]
""",
)
def many_options(subject: Subject) -> Iterator[Finding]:
    count = len(options_of(subject.question))
    if isinstance(subject.question, Choice) and count > _MANY:
        yield Finding(
            at=subject.node("options", _MANY),
            message=f"There are {count} options; three are enough.",
            remedy="Keep the wrong options that someone might really believe.",
        )


@of_question(
    "ZQ219",
    "warning",
    "Of several options some are right and some are wrong.",
    why="Where all are right, ticking everything earns full marks. Where one is right, a choice asks the same and is "
    "easier to answer.",
    bad="""\
- id: gases
  type: multi
  ask: Which of these are gases?
  options:
    - right: Helium
    - right: Neon
    - right: Argon
""",
    good="""\
- id: gases
  type: multi
  ask: Which of these are gases?
  options:
    - right: Helium
    - right: Neon
    - wrong: Iron
""",
)
def all_or_one_right(subject: Subject) -> Iterator[Finding]:
    question = subject.question
    if not isinstance(question, Multi):
        return
    if not wrong_ones(question):
        yield Finding(
            at=subject.node("options", 0),
            message="All options are right, so ticking everything earns full marks.",
            remedy="Add a line `- wrong: …` with an answer that someone might believe.",
        )
    elif len(question.solution) == 1:
        yield Finding(
            at=subject.node("type"),
            message="Only one option is right.",
            remedy="Write `type: choice`, unless learners should find out that there is but one.",
            severity=Severity.INFO,
        )
