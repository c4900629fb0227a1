"""Questions that print their own answer."""

import re
from collections.abc import Iterator

from ...questions import Question
from ...questions.card import Flashcard
from ...questions.choice import Choice
from ...questions.cloze import Cloze
from ...questions.language import articles, primary
from ...questions.short import Short
from ..asking import is_code, quoted, stands_in, stem, wrong_ones
from ..material import Subject
from ..rule import Finding, of_question
from ..words.prose import GAP, prose, words_in

_SHORTEST_NAME = 3
_SHORTEST_WORD = 5
"""Letters of a word in small letters; a shorter one stands in a question by chance."""
_FEWEST_WORDS = 5
"""In a shorter text, words are spoken about: “the plural of Lehrer is …”."""
_LONGEST = 40
"""Words of a question; a longer one brings a text that is to be understood."""
_MENTIONED = re.compile(
    r"“[^”]{1,200}”|„[^“]{1,200}“|«[^»]{1,200}»|\"[^\"]{1,200}\"|(?<!\w)'[^']{1,200}'(?!\w)|\*[^*]{1,200}\*"
)


@of_question(
    "ZQ218",
    "warning",
    "The answer does not stand in the question.",
    why="Who can read can answer, without knowing anything.",
    bad="""\
- id: university
  type: choice
  ask: In which city does Heidelberg University stand?
  options: [right: Heidelberg, wrong: Mannheim, wrong: Freiburg]
""",
    good="""\
- id: university
  type: choice
  ask: In which city does the oldest university of Germany stand?
  options: [right: Heidelberg, wrong: Mannheim, wrong: Freiburg]
""",
)
def printed_answer(subject: Subject) -> Iterator[Finding]:
    question = subject.question
    text, answers = _text_and_answers(question)
    text = prose(_MENTIONED.sub(GAP, text))
    words = words_in(text)
    if not answers or not _FEWEST_WORDS <= len(words) <= _LONGEST:
        return
    for answer in answers:
        phrase = _matter(answer, subject)
        if (
            _tells(phrase, answer, text, question)
            and stands_in(phrase, words)
            and not _is_offered(phrase, text, subject)
        ):
            yield Finding(
                at=stem(subject),
                message=f"The answer {quoted(answer)} stands in the question itself.",
                remedy="Say it in other words in the question, or ask for something else.",
            )


def _text_and_answers(question: Question) -> tuple[str, tuple[str, ...]]:
    match question:
        case Choice() | Short():
            return question.ask, (question.solution,)
        case Cloze():
            return GAP.join(question.prompt(0).pieces), question.solution
        case Flashcard():
            return question.front, (question.back,)
    return "", ()


def _matter(answer: str, subject: Subject) -> list[str]:
    """The words of an answer without a leading article; none if they carry no matter."""
    words = words_in(prose(answer))
    while words and words[0] in articles(subject.question.language):
        words = words[1:]
    return words if set(words) - subject.words.function else []


def _tells(phrase: list[str], answer: str, text: str, question: Question) -> bool:
    """Whether it stands there as the answer, and not because so common a word stands anywhere."""
    if not phrase or is_code(answer) or phrase[0][0].isdigit():
        return False
    # In German every noun has a capital.
    has_names = primary(question.language) != "de"
    is_name = has_names and answer[:1].isupper() and f" {answer.strip(' .')}" in text
    if len(phrase) > 1 or is_name:
        return len("".join(phrase)) >= _SHORTEST_NAME
    # Exercises in grammar ask for words as they stand: the plural of sheep.
    return isinstance(question, Choice) and len(phrase[0]) >= _SHORTEST_WORD


def _is_offered(phrase: list[str], text: str, subject: Subject) -> bool:
    """Whether the question names wrong answers as well: is it Mars or Venus?"""
    words = words_in(text)
    if isinstance(subject.question, Choice):
        return any(
            stands_in(wrong, words)
            for option in wrong_ones(subject.question)
            if (wrong := _matter(option.text, subject))
        )
    spelt = r"\W+".join(map(re.escape, phrase))
    beside = re.search(rf"(.)\s*\b{spelt}\b\s*(.)", f". {' '.join(text.split())} .", re.IGNORECASE)
    return bool(subject.words.alternatives & {*words}) or bool(beside and set(beside.groups()) & {",", "/"})
