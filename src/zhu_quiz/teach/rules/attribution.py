"""Whose word it is, where it stands, and how long it holds."""

from collections.abc import Collection, Iterator

from ...model.tree import Text
from ..counting import each_or_at_once
from ..material import Material, Subject
from ..rule import Finding, of_bank, of_question
from ..words.prose import first_of, prose, words_in

_SAID = frozenset({"ask", "text", "front", "item", "match", "right", "wrong", "back", "explain"})
_STATED = frozenset({"ask", "text", "front", "back", "explain"})
_QUOTES = '“”"«»„'

_MOVE = """\
- id: move
  type: choice
  stance: opinion
  by: peers
  ask: {0}
  options:
    - right: {1}
    - wrong: It was an accident
    - wrong: It was a joke
"""
_ON_AN_ARTICLE = """\
format: zhu-quiz/1
id: zhu
title: Zhu
source: {{title: An article on Zhu}}
questions:
- id: place
  type: short
  ask: {0}
  answer: Beijing
"""


@of_bank(
    "ZQ405",
    "info",
    "Every question says where in the article it stands.",
    why="Whoever doubts an answer wants to look it up, teachers and learners alike. "
    "It is asked only where the bank has sections, or where other questions have a source.",
    whole=True,
    bad="""\
format: zhu-quiz/1
id: kenya
title: Kenya
sections: [{id: cities, title: Cities}]
questions:
- id: capital
  type: short
  ask: Which city is the capital of Kenya?
  answer: Nairobi
""",
    good="""\
format: zhu-quiz/1
id: kenya
title: Kenya
sections: [{id: cities, title: Cities}]
questions:
- id: capital
  type: short
  ask: Which city is the capital of Kenya?
  answer: Nairobi
  source: {section: cities}
""",
)
def unsourced(material: Material) -> Iterator[Finding]:
    ready = [subject for subject in material.subjects if subject.question.status == "ready"]
    lacking = [
        subject for subject in ready if not subject.question.source.section + subject.question.source.evidence
    ]
    if material.bank.sections or len(lacking) < len(ready):
        yield from each_or_at_once(
            "ZQ405",
            lacking,
            "The question does not say where in the article it stands.",
            lambda count, names: (
                f"{count} of {len(ready)} questions do not say where in the article they stand: {names}."
            ),
            "Add a line such as `source: {section: …, evidence: …}`.",
        )


@of_question(
    "ZQ409",
    "warning",
    "What is no fact is said to be somebody's word.",
    why="Learners take what a quiz says for true. With `stance: claim` or `opinion` the question itself, its options "
    "or its explanation must tell whose word it is: “According to the article …”, “Some peers say …”.",
    words=True,
    bad=_MOVE.format("Why did he leave?", "He dropped his principles"),
    good=_MOVE.format("Why did he leave, according to some peers?", "He dropped his principles"),
)
def names_nobody(subject: Subject) -> Iterator[Finding]:
    question = subject.question
    if question.stance == "fact" or not subject.words.reporting:
        return
    read = " … ".join(text.value for key, text in subject.texts if key in _SAID)
    if not (_names(read, question.by, subject.words.function) or first_of(subject.words.reporting, read)):
        yield Finding(
            at=subject.node("stance"),
            message=f"This is marked as {'a claim' if question.stance == 'claim' else 'an opinion'}, "
            "but learners are not told whose it is.",
            remedy=f"Name {f'“{question.by}”' if question.by else 'who says so'} in the question or its explanation.",
        )


@of_question(
    "ZQ410",
    "warning",
    "A word that praises or blames is not stated as a fact.",
    why="“A bold step” is somebody's judgement. In a question with `stance: fact` nobody answers for it.",
    on=False,
    words=True,
    bad=_MOVE.format("Where did his brilliant career begin?", "At school").replace("opinion", "fact"),
    good=_MOVE.format("Where did what the article calls a brilliant career begin?", "At school").replace(
        "opinion", "fact"
    ),
)
def judges(subject: Subject) -> Iterator[Finding]:
    question = subject.question
    if question.stance != "fact":
        return
    for text in _stated(subject):
        said = prose(text.value)
        word = first_of(subject.words.valuation, said)
        is_somebodys = first_of(subject.words.reporting, said) or any(quote in said for quote in _QUOTES)
        if word and not is_somebodys and not _names(said, question.by, subject.words.function):
            yield Finding(
                at=text,
                message=f"“{word}” is a judgement, but the question is marked as a fact.",
                remedy="Say who judges so, choose another word, or write `stance: opinion` and `by: …`.",
            )


@of_question(
    "ZQ411",
    "info",
    "No word makes a question on an article wrong as time goes by.",
    why="“Currently” means the day on which the article was written; nobody will remember which day that was. "
    "It is asked only of banks that name their article: elsewhere such words mean no date.",
    words=True,
    bad=_ON_AN_ARTICLE.format("Where does Zhu currently work?"),
    good=_ON_AN_ARTICLE.format("Where did Zhu work in 2025?"),
)
def ages(subject: Subject) -> Iterator[Finding]:
    if not (subject.material.bank.source.title or subject.material.bank.source.url):
        return
    for text in _stated(subject):
        word = first_of(subject.words.ageing, prose(text.value))
        if word:
            yield Finding(
                at=text,
                message=f"“{word}” will mean another time when the question is asked.",
                remedy="Write the year instead.",
            )


def _stated(subject: Subject) -> Iterator[Text]:
    return (text for key, text in subject.texts if key in _STATED)


def _names(text: str, who: str, function: Collection[str]) -> bool:
    """Whether a word of that name stands in the text, in the plural or not."""
    read = set(map(_singular, words_in(text)))
    return any(word not in function and _singular(word) in read for word in words_in(who))


def _singular(word: str) -> str:
    return word.removesuffix("'s").rstrip("s") or word
