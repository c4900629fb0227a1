"""What learners type or recall: short answers, gaps, the backs of cards."""

from collections.abc import Iterator

from ...questions.card import Flashcard
from ...questions.cloze import Cloze
from ...questions.numbers import plain_number
from ...questions.short import Short
from ..asking import is_code, quoted
from ..material import Subject
from ..rule import Finding, of_question
from ..words.prose import amount, prose, words_in

_MOST_WORDS = 4
_MOST_WORDS_OF_ANY_KIND = 6
_MOST_GAPS = 3
_WORDS_A_GAP = 6
"""A longer text can bear more gaps."""
_LONGEST_BACK = 30
_MARK = "{{}}"
"""Stands for a gap."""
_PAIRED = "=:–—→/()-"
"""Between a word and its counterpart, as in a list of words."""


@of_question(
    "ZQ220",
    "warning",
    "A typed answer is short, and a number has its own kind of question.",
    why="There are many ways to write a long answer, and the program knows only those in the file. "
    "Numbers have more spellings than a text, which only `type: number` knows.",
    bad="""\
- id: moon-landing
  type: short
  ask: When did people first walk on the Moon?
  answer: "1969"
- id: photosynthesis
  type: short
  ask: What do green plants do with light?
  answer: They make sugar from water and carbon dioxide
""",
    good="""\
- id: moon-landing
  type: number
  ask: In which year did people first walk on the Moon?
  answer: 1969
- id: photosynthesis
  type: short
  ask: By which process do green plants make sugar with light?
  answer: photosynthesis
""",
)
def long_or_numeric_answer(subject: Subject) -> Iterator[Finding]:
    question = subject.question
    if not isinstance(question, Short) or question.likeness.exact:
        return
    answers = (question.answer, *question.accept)
    if all(map(_is_number, answers)):
        yield Finding(
            at=subject.node("answer"),
            message=f"The answer {quoted(question.answer)} is a number.",
            remedy="Write `type: number`; then other spellings of the number are right as well.",
        )
    elif all(_is_long(answer, subject) for answer in answers):
        yield Finding(
            at=subject.node("answer"),
            message="The answer has too many words to be typed in just this way.",
            remedy="Ask for its most telling word, add short forms under `accept:`, or make a `card` of it.",
        )


def _is_number(text: str) -> bool:
    """Leading zeros belong to a name, and figures of 0 and 1 to another way of counting."""
    is_plain = plain_number(text) is not None and not text.startswith("0")
    return is_plain and text.isdigit() and (len(text) == 1 or not set(text) <= {"0", "1"})


def _is_long(answer: str, subject: Subject) -> bool:
    """Names are learned as a whole, code is typed as it stands."""
    words = words_in(prose(answer))
    function = subject.words.function
    matter = [word for word in words if word not in function]
    capitals = [word for word in prose(answer).split() if word[:1].isupper()]
    is_name = len(capitals) * 2 > len(matter) or is_code(answer)
    return not is_name and amount(matter if function else words) > (
        _MOST_WORDS if function else _MOST_WORDS_OF_ANY_KIND
    )


@of_question(
    "ZQ221",
    "warning",
    "A text with gaps asks for few words that carry the matter, and leaves enough around them.",
    why="Words such as “to” can be filled in by grammar alone. With many gaps, or with hardly any text, "
    "nobody can tell what is meant.",
    bad="""\
- id: move
  type: cloze
  text: In 1905 Einstein published four papers {{in}} a journal of physics.
- id: capital
  type: cloze
  text: "{{Bern}}."
""",
    good="""\
- id: move
  type: cloze
  text: In {{1905}} Einstein published four papers in a journal of physics.
- id: capital
  type: cloze
  text: The federal city of Switzerland is {{Bern}}.
""",
)
def poor_gaps(subject: Subject) -> Iterator[Finding]:
    question = subject.question
    if not isinstance(question, Cloze):
        return
    pieces, hints = question.prompt(0).pieces, question.prompt(0).hints
    gaps = len(question.solution)
    text = prose(_MARK.join(pieces))
    if text.count(_MARK) < gaps:  # A gap in code obeys other laws.
        return
    at, around = subject.node("text"), words_in(text)
    is_exercise = bool(question.lang) or any(hints)
    for answer in question.solution:
        if answer in subject.words.function and not is_exercise:
            yield Finding(
                at=at,
                message=f"The gap “{answer}” can be filled by grammar alone.",
                remedy="Put the braces around a word that carries the matter. Where grammar is what you ask for, "
                "give the gap a hint: `{{to::preposition}}`.",
            )
    if gaps > max(_MOST_GAPS, len(around) / _WORDS_A_GAP):
        yield Finding(
            at=at,
            message=f"The text has {gaps} gaps and only {len(around)} words around them.",
            remedy="Keep up to three gaps, or make several questions of it.",
        )
    if _is_bare(pieces) and not any(hints):
        yield Finding(
            at=at,
            message="There is too little text around the gap to tell what is meant.",
            remedy="Write a sentence around it, or give the gap a hint: `{{Paris::capital}}`.",
        )


def _is_bare(pieces: tuple[str, ...]) -> bool:
    """Whether there is hardly a word, and no sign that makes a pair or a sum of it."""
    around = " ".join(pieces)
    if not any(map(str.isalnum, around)):
        return True
    words = words_in(around)
    is_one_word = len(pieces) == 2 and len(words) == 1 and words[0].isascii() and words[0].isalpha()
    return is_one_word and len(words[0]) > 1 and not set(_PAIRED) & set(around)


@of_question(
    "ZQ222",
    "info",
    "The back of a card is short.",
    why="Who recalls half of a long answer cannot say whether they knew it. Several small cards are learned quicker "
    "than a large one.",
    bad="""\
- id: seasons
  type: card
  front: Why are there seasons?
  back: >-
    The axis of the Earth is tilted, so that in June the northern half is turned towards the Sun and gets more light
    for longer days, while in December the southern half gets more of it.
""",
    good="""\
- id: seasons
  type: card
  front: Why are there seasons?
  back: The axis of the Earth is tilted.
""",
)
def long_back(subject: Subject) -> Iterator[Finding]:
    if not isinstance(subject.question, Flashcard):
        return
    count = amount(words_in(prose(subject.question.back)))
    if count > _LONGEST_BACK:
        yield Finding(
            at=subject.node("back"),
            message=f"The back has {count} words; up to {_LONGEST_BACK} can be judged at a glance.",
            remedy="Make several cards of it, or move the details into `explain:`.",
        )
