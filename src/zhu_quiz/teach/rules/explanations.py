"""What learners read after their answer."""

import re
from collections.abc import Iterator

from ...model.markdown import spans
from ...model.note import ChoiceNote, Note
from ...model.words import counted
from ...questions.card import Flashcard
from ..counting import each_or_at_once
from ..material import Material, Subject
from ..rule import Finding, of_bank, of_question
from ..words.prose import words_in

_FEWEST_WORDS = 5
_RICH = re.compile(r"[=<>≈→]|\w://|\d")
"""Says enough in few words: a sum, a year, a link."""
_TOLD = frozenset({"explain", "why", "hint"})
_SIGN = re.compile(r"\b(?:[A-Z]|\d)\b")
_ENDS = ".!?:;"
_LABEL = re.compile(r"\b(?:[A-Z]|\d|[ivx]{1,4}|first|second|third|fourth|fifth|last)\b", re.IGNORECASE)

_TALLEST = """\
- id: tallest
  type: choice
  ask: Which animal is the tallest?
  options:
    - right: The giraffe
    - wrong: The elephant
    - wrong: The camel
"""


@of_bank(
    "ZQ401",
    "warning",
    "Every question has an explanation.",
    why="Learners remember more when they are told why an answer is right, and not only that it is. "
    "A `why:` on the right option does as well, or on all wrong ones; flashcards need none.",
    bad=_TALLEST,
    good=_TALLEST + "  explain: A giraffe grows to five metres, most of it legs and neck.\n",
)
def unexplained(material: Material) -> Iterator[Finding]:
    marked = [
        subject
        for subject in material.subjects
        if subject.question.status == "ready" and not isinstance(subject.question, Flashcard)
    ]
    yield from each_or_at_once(
        "ZQ401",
        [subject for subject in marked if not _is_explained(subject)],
        "The question has no explanation.",
        lambda count, names: f"{count} of {len(marked)} questions have no explanation: {names}.",
        "Add a line `explain: …` that tells why the answer is right.",
    )


@of_question(
    "ZQ402",
    "warning",
    "An explanation has five words or more.",
    why="“Yes, true.” only repeats the mark. A good explanation names the reason, so that the next question "
    "of its kind can be answered too. A sum, a year or a link may be shorter.",
    words=True,
    bad=_TALLEST + "  explain: Yes, the giraffe.\n",
    good=_TALLEST + "  explain: A giraffe grows to five metres, most of it legs and neck.\n",
)
def meagre(subject: Subject) -> Iterator[Finding]:
    explain = subject.question.explain
    is_judged = subject.words.function and not isinstance(subject.question, Flashcard)
    if not (explain and is_judged) or _RICH.search(explain):
        return
    if any(span.is_code or span.is_math for span in spans(explain)):
        return
    count = len(words_in(explain))
    if count < _FEWEST_WORDS:
        yield Finding(
            at=subject.node("explain"),
            message=f"The explanation has only {counted(count, 'word')}.",
            remedy="Tell why the answer is right, in a sentence.",
        )


@of_question(
    "ZQ404",
    "warning",
    "No explanation calls an option by its place.",
    why="Options are shuffled, so that “option B” is another one for each learner.",
    words=True,
    bad=_TALLEST + "  explain: Option A grows to five metres, most of it legs and neck.\n",
    good=_TALLEST + "  explain: A giraffe grows to five metres, most of it legs and neck.\n",
)
def names_a_place(subject: Subject) -> Iterator[Finding]:
    for key, text in subject.texts:
        found = subject.words.positions.finditer(text.value) if key in _TOLD else iter(())
        place = next((each[0] for each in found if _is_place(each, subject.question.note())), "")
        if place:
            yield Finding(
                at=text,
                message=f"“{place}” names an option by its place, but the options are shuffled.",
                remedy="Name the option by its words, or write `shuffle: false`.",
            )


def _is_place(found: re.Match[str], note: Note) -> bool:
    """Whether it can only be a place: no option is called so, and the question speaks of nothing called so."""
    if not isinstance(note, ChoiceNote) or not note.shuffled:
        return False
    words, before = found[0], found.string[: found.start()].rstrip()
    if not _SIGN.search(words) and before and before[-1] not in _ENDS:
        return False  # “Newton gave the first answer.”
    options = [option.text for option in note.options]
    texts = [note.stem, *options]
    if any(words.casefold() in text.casefold() for text in texts):
        return False
    for label in _LABEL.findall(words):
        is_word = label in "aI" or (label != "A" and _stands_in(texts, rf"(?<!\w){label}(?!\w)"))
        if is_word or _stands_in(options, rf"\A\W*{label}(?:[).:]|\W*\Z)"):
            return False
    return True


def _stands_in(texts: list[str], pattern: str) -> bool:
    return any(re.search(pattern, text) for text in texts)


def _is_explained(subject: Subject) -> bool:
    question = subject.question
    if question.explain:
        return True
    note = question.note()
    if not isinstance(note, ChoiceNote):
        return False
    rights = [option for option in note.options if option.is_right]
    wrongs = [option for option in note.options if not option.is_right]
    return any(option.why for option in rights) or (bool(wrongs) and all(option.why for option in wrongs))
