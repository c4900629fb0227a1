"""The wording of the question itself."""

import re
from collections.abc import Iterator

from ...model.markdown import spans
from ...questions.choice import Choice
from ...questions.multi import Multi
from ...questions.number import Number
from ...questions.short import Short
from ...questions.true_false import TrueFalse
from ..asking import is_code, placed_options, stem
from ..material import Subject
from ..rule import Finding, of_question
from ..words.prose import first_of, prose, words_in

_FEWEST_WORDS = 4
_BLANK = re.compile(r"_{2,}|\.{3,}|…")
_EITHER = re.compile(r"/\s*an?\W*\Z|\(n\)\W*\Z")
"""Both articles: a/an, a(n)."""
_SENTENCE_END = re.compile(r"[.?!:;]\s+|\n")


@of_question(
    "ZQ204",
    "warning",
    "A question for what is not so says so in bold or capitals.",
    why="Readers overlook a small “not” and answer the opposite question, although they know the matter.",
    bad="""\
- id: not-a-planet
  type: choice
  ask: Which of these is not a planet?
  options: [right: Pluto, wrong: Neptune, wrong: Uranus]
""",
    good="""\
- id: not-a-planet
  type: choice
  ask: Which of these is **not** a planet?
  options: [right: Pluto, wrong: Neptune, wrong: Uranus]
""",
    words=True,
)
def hidden_negative(subject: Subject) -> Iterator[Finding]:
    word = _negative(subject)
    if word and word != word.upper() and not _is_emphasised(stem(subject).value, word):
        yield Finding(
            at=stem(subject),
            message=f"The question asks for what is not so, and “{word}” is easily overlooked.",
            remedy=f"Write `**{word}**`, or ask for what is so.",
        )


def _negative(subject: Subject) -> str:
    """The word that turns a question round; empty where it asks for what is so."""
    if not isinstance(subject.question, Choice | Multi | Short):
        return ""
    words, text = subject.words, prose(stem(subject).value)
    # Most questions have no such word at all, which is seen in a fifth of the time.
    found = first_of(words.negatives, text) and words.asks_negatively.search(text)
    return found[found.lastgroup or 0] if found else ""


def _is_emphasised(text: str, word: str) -> bool:
    return any((span.is_bold or span.is_italic) and word in span.text for span in spans(text))


@of_question(
    "ZQ205",
    "warning",
    "A negative question has no negative options.",
    why="Two negatives have to be taken apart like a sum; learners who know the matter get it wrong.",
    bad="""\
- id: mammals
  type: choice
  ask: Which of these is **not** true of mammals?
  options:
    - wrong: They do not lay eggs, with few exceptions
    - wrong: They feed their young with milk
    - right: They are all born blind
""",
    good="""\
- id: mammals
  type: choice
  ask: Which of these is true of mammals?
  options:
    - wrong: They lay eggs in nests
    - right: They feed their young with milk
    - wrong: They are born blind and deaf
""",
    on=False,
    words=True,
)
def double_negative(subject: Subject) -> Iterator[Finding]:
    if not _negative(subject):
        return
    for option, at in placed_options(subject):
        if not is_code(option.text) and (word := first_of(subject.words.negatives, prose(option.text))):
            yield Finding(
                at=at,
                message=f"The question is negative, and so is this option (“{word}”).",
                remedy="Ask for what is so, or word the option without the negative.",
            )


@of_question(
    "ZQ208",
    "warning",
    "The grammar of the question does not give the answer away.",
    why="A question that ends in “an” strikes out every option that begins with a consonant.",
    bad="""\
- id: pupil
  type: choice
  ask: A pupil who learns a trade in a workshop is called an
  options: [right: apprentice, wrong: journeyman, wrong: master]
""",
    good="""\
- id: pupil
  type: choice
  ask: A pupil who learns a trade in a workshop is called a/an
  options: [right: apprentice, wrong: journeyman, wrong: master]
""",
    words=True,
)
def telling_article(subject: Subject) -> Iterator[Finding]:
    article = _article(prose(stem(subject).value), subject.words.indefinite)
    if not article or not isinstance(subject.question, Choice):
        return
    right, wrong = (
        [_fits(article, option.text) for option, _ in placed_options(subject) if option.is_right is is_right]
        for is_right in (True, False)
    )
    if right[0] and not all(wrong):
        yield Finding(
            at=stem(subject),
            message=f"“{article}” fits the right option but not all of the wrong ones.",
            remedy=f"Write “{'/'.join(subject.words.indefinite)}”, or put the article into each option.",
        )


def _article(text: str, articles: tuple[str, ...]) -> str:
    """The article before the place of the answer: the end of the text, or its only blank."""
    before, *after = _BLANK.split(text)
    if len(after) > 1 or _EITHER.search(before) or (not after and text.rstrip().endswith((".", "!", "?"))):
        return ""
    last = (words_in(before) or [""])[-1]
    return last if last in articles else ""


def _fits(article: str, option: str) -> bool:
    """Whether an option can follow “a” or “an”; in doubt it can."""
    word = (words_in(prose(option)) or [""])[0]
    if (
        is_code(option)
        or not word.isalpha()
        or not word.isascii()
        or re.match(r"\W*[A-Z]{2}|\W*[A-Z]\b", option)
    ):
        return True
    if re.match(r"u|eu|ew|one|once|hour|hono|heir|herb|hist|hot|hall|hal|y", word):
        return True
    return (word[0] in "aeio") == (article == "an")


@of_question(
    "ZQ211",
    "info",
    "The question can be understood without its options.",
    why="A heading leaves it to the learner to guess what is asked.",
    bad="""\
- id: volcano
  type: choice
  ask: Lava
  options: [right: It is molten rock, wrong: It is burning coal, wrong: It is hot mud]
""",
    good="""\
- id: volcano
  type: choice
  ask: What does lava consist of?
  options: [right: Molten rock, wrong: Burning coal, wrong: Hot mud]
""",
    on=False,
    words=True,
)
def no_question(subject: Subject) -> Iterator[Finding]:
    asked = subject.question
    if not isinstance(asked, Choice | Multi | Short | Number) or subject.words.openings == frozenset():
        return
    text = prose(stem(subject).value)
    sentences = (words_in(sentence) for sentence in _SENTENCE_END.split(text))
    has_opening = any(sentence and sentence[0] in subject.words.openings for sentence in sentences)
    if "?" in text or _BLANK.search(text) or has_opening or text.rstrip().endswith((":", ",")):
        return
    if len(words_in(text)) < _FEWEST_WORDS:
        yield Finding(
            at=stem(subject),
            message="This is no question yet.",
            remedy="Ask in a whole sentence: who, where, when, which, why?",
        )


@of_question(
    "ZQ216",
    "info",
    "A statement to judge makes one claim.",
    why="Where one half is true and the other false, learners cannot tell which half is meant; "
    "and who answers right may have known but one of them.",
    bad="""\
- id: venus
  type: true-false
  ask: Venus is the planet nearest to the Sun, and it has two moons.
  answer: false
""",
    good="""\
- id: venus
  type: true-false
  ask: Venus is the planet nearest to the Sun.
  answer: false
""",
    on=False,
    words=True,
)
def two_claims(subject: Subject) -> Iterator[Finding]:
    if not isinstance(subject.question, TrueFalse):
        return
    words = words_in(prose(subject.question.ask))
    verbs = subject.words.verbs
    for place, word in enumerate(words):
        # A verb close behind “and” has a subject of its own, or shares one: a second claim.
        if (
            word in subject.words.conjunctions
            and verbs & {*words[:place]}
            and verbs & {*words[place + 1 : place + 4]}
        ):
            yield Finding(
                at=stem(subject),
                message=f"The statement makes two claims, before and after “{word}”.",
                remedy="Make two questions of it.",
            )
            return
