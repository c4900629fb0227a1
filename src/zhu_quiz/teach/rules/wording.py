"""Options that can be picked or struck out by their words alone."""

import re
from collections.abc import Iterator

from ...questions.choice import Choice
from ...questions.options import Option
from ...questions.true_false import TrueFalse
from ..asking import options_of, placed_options, quoted, stem, wrong_ones
from ..material import Subject
from ..rule import Finding, of_question
from ..words.prose import first_of, prose, words_in

_LONGEST_LABEL = 3
"""Letters of “iii”."""
_LETTERS = "abcdef"
_LETTER = re.compile(rf"\b[{_LETTERS}]\b")


@of_question(
    "ZQ201",
    "warning",
    "No option stands for all the others.",
    why="Who knows that two options are right picks “all of the above” without knowing the third; "
    "who knows that one is wrong strikes it out. And when options are shuffled, nothing is above any more.",
    bad="""\
- id: primary
  type: choice
  ask: Which of these is a primary colour of light?
  options:
    - wrong: Red
    - wrong: Green
    - wrong: Blue
    - right: All of the above
""",
    good="""\
- id: primary
  type: multi
  ask: Which of these are primary colours of light?
  options:
    - right: Red
    - right: Green
    - right: Blue
    - wrong: Yellow
""",
    words=True,
)
def all_of_the_above(subject: Subject) -> Iterator[Finding]:
    pattern = subject.words.all_options
    for option, at in placed_options(subject):
        if pattern.match(prose(option.text)):
            yield Finding(
                at=at,
                message=f"{quoted(option.text)} can be picked by someone who knows only two of the options.",
                remedy="Use `type: multi` and mark each right option, or write an answer that someone might believe.",
            )


@of_question(
    "ZQ202",
    "warning",
    "No option says that none of the others is right.",
    why="Who picks “none of the above” has shown what is not so, and need not know what is. "
    "As a wrong option it is rarely believed.",
    bad="""\
- id: smallest
  type: choice
  ask: Which planet is the smallest?
  options:
    - wrong: Venus
    - wrong: Mars
    - right: None of these
""",
    good="""\
- id: smallest
  type: choice
  ask: Which planet is the smallest?
  options:
    - wrong: Venus
    - wrong: Mars
    - right: Mercury
""",
    words=True,
)
def none_of_the_above(subject: Subject) -> Iterator[Finding]:
    pattern = subject.words.no_option
    for option, at in placed_options(subject):
        if pattern.match(prose(option.text)):
            yield Finding(
                at=at,
                message=f"{quoted(option.text)} does not show whether the learner knows the answer.",
                remedy="Write the right answer, or a wrong one that someone might believe.",
            )


@of_question(
    "ZQ206",
    "info",
    "Words that allow of no exception do not stand in wrong options alone.",
    why="“All”, “never” and “only” are rarely true, so learners strike such options out unread. "
    "The same holds for a false statement with such a word.",
    bad="""\
- id: metals
  type: choice
  ask: What happens to metals in water?
  options:
    - right: Some of them react with it
    - wrong: All of them dissolve
    - wrong: They float on it
""",
    good="""\
- id: metals
  type: choice
  ask: What happens to metals in water?
  options:
    - right: Some of them react with it
    - wrong: Most of them dissolve
    - wrong: Most of them float on it
""",
    on=False,
    words=True,
)
def absolute_words(subject: Subject) -> Iterator[Finding]:
    absolutes, question = subject.words.absolutes, subject.question
    if isinstance(question, TrueFalse) and not question.answer:
        parts = [(question.ask, subject.node("ask"))]
    elif any(first_of(absolutes, prose(option.text)) for option in options_of(question) if option.is_right):
        return
    else:
        parts = [(option.text, at) for option, at in placed_options(subject) if not option.is_right]
    for text, at in parts:
        if word := first_of(absolutes, prose(text)):
            yield Finding(
                at=at,
                message=f"“{word}” gives away that this is wrong.",
                remedy="Write “some”, “most” or “often”, or let the right option have such a word as well.",
            )


@of_question(
    "ZQ207",
    "info",
    "How often something happens is told in figures.",
    why="“Often” is once a day to one reader and once a month to another, so that two options can be right.",
    bad="""\
- id: eclipses
  type: choice
  ask: How frequent are eclipses of the Sun, seen from anywhere on Earth?
  options:
    - right: Often
    - wrong: Seldom
    - wrong: Each century
""",
    good="""\
- id: eclipses
  type: choice
  ask: How frequent are eclipses of the Sun, seen from anywhere on Earth?
  options:
    - right: Twice a year or more
    - wrong: Once in ten years
    - wrong: Each century
""",
    on=False,
    words=True,
)
def vague_frequency(subject: Subject) -> Iterator[Finding]:
    vague = subject.words.vague
    for option, at in placed_options(subject):
        if " ".join(words_in(prose(option.text))) in vague:
            yield Finding(
                at=at,
                message=f"{quoted(option.text)} means something else to each reader.",
                remedy="Say it in figures: “weekly”, “once a year”.",
            )


@of_question(
    "ZQ215",
    "warning",
    "No option is made of others.",
    why="“Both A and B” asks for combining letters instead of knowing the matter: one option that is known to be wrong "
    "strikes out several. And when options are shuffled, they have no letters.",
    bad="""\
- id: gases
  type: choice
  ask: Which gas makes up most of the air?
  options:
    - right: Nitrogen
    - wrong: Oxygen
    - wrong: Both A and B
""",
    good="""\
- id: gases
  type: multi
  ask: Which gases make up most of the air?
  options:
    - right: Nitrogen
    - right: Oxygen
    - wrong: Helium
""",
    words=True,
)
def options_made_of_others(subject: Subject) -> Iterator[Finding]:
    found = [
        (option, at, subject.words.some_options.match(prose(option.text)))
        for option, at in placed_options(subject)
    ]
    lettered = {
        _LETTERS[index]
        for index, (option, _, match) in enumerate(found[: len(_LETTERS)])
        if not match and _has_word(option)
    }
    for option, at, match in found:
        # “A and C” among options of its own form speaks of vitamins or of points in a picture.
        if match and (match["bare"] is None or lettered.issuperset(_LETTER.findall(match["bare"].lower()))):
            yield Finding(
                at=at,
                message=f"{quoted(option.text)} is made of other options.",
                remedy="Use `type: multi` and let each option say one thing.",
            )


@of_question(
    "ZQ213",
    "info",
    "A word of the question does not stand in the right option alone.",
    why="Learners pick the option that sounds like the question, whether they know the answer or not.",
    bad="""\
- id: lens
  type: choice
  ask: What do engineers of machine vision build?
  options:
    - right: Programs for vision
    - wrong: Tools for farming
    - wrong: Models of markets
""",
    good="""\
- id: lens
  type: choice
  ask: What do engineers of machine vision build?
  options:
    - right: Programs that can see
    - wrong: Tools for farming
    - wrong: Models of markets
""",
    on=False,
    words=True,
)
def echo_of_the_question(subject: Subject) -> Iterator[Finding]:
    question = subject.question
    if not isinstance(question, Choice):
        return
    asked = _matter(subject, stem(subject).value)
    for option in wrong_ones(question):
        asked -= _matter(subject, option.text)
    for option, at in placed_options(subject):
        matter = _matter(subject, option.text)
        # An answer that stands there word for word is the matter of ZQ218.
        if option.is_right and matter - asked and (echo := sorted(asked & matter)):
            yield Finding(
                at=at,
                message=f"“{echo[0]}” stands in the question and in no other option.",
                remedy="Say it in other words here, or let a wrong option have the word as well.",
            )


def _has_word(option: Option) -> bool:
    return any(len(word) > _LONGEST_LABEL for word in words_in(prose(option.text)))


def _matter(subject: Subject, text: str) -> set[str]:
    """The words that carry matter; short ones are too common to give anything away."""
    return {word for word in words_in(prose(text)) if len(word) > 3} - subject.words.function
