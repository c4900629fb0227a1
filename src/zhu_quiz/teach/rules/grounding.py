"""Each question stands on a short phrase of the article, and on nothing more of it."""

import re
from collections.abc import Iterator

from ...bank.parsing.lines import quoted
from ...model.problem import Fix
from ...model.tree import Group, Items, Node, Text
from ..article.article import COPIED, is_hash, length
from ..article.grounding import joined, ungrounded, was_verified
from ..material import Material, Subject
from ..rule import Finding, of_bank, of_question

_LONGEST = 8
"""Words of evidence."""
_ARTICLE = (
    "The lander touched down on a dusty plain in 1976. For thirty months it watched the pink sky above the rocks "
    "and sent home every picture that its two cameras took."
)
_LANDING = """\
- id: landing
  type: number
  ask: In which year did the lander arrive?
  answer: 1976
  source: {evidence: on a dusty plain}
"""
_PLAIN = re.compile(r"[^\W\d_][\w' -]*")
_GAP = re.compile(r"\{\{([^{}|:]*)(?:[|:][^{}]*)?\}\}")
_OWN_WORDS = frozenset("about sections objectives claims".split())
"""Keys of a bank under which the author's words stand."""
_NAMES = frozenset("id section stance by".split())


@of_question(
    "ZQ406",
    "error",
    "Evidence stands in the article word for word.",
    why="A learner who looks the phrase up must find it, and a question that rests on nothing may be wrong. "
    "Capitals, hyphens and apostrophes do not matter.",
    bad=_LANDING.replace("dusty", "rusty"),
    good=_LANDING,
    article=_ARTICLE,
)
def not_found(subject: Subject) -> Iterator[Finding]:
    article, evidence = subject.material.article, subject.question.source.evidence
    if not article or not evidence or article.find(evidence):
        return
    at = subject.node("source", "evidence")
    if evidence.startswith("sha:"):
        yield Finding(
            at=at,
            message="No words of the article are meant by this evidence."
            if is_hash(evidence)
            else "This evidence cannot be read.",
            remedy="Write a phrase of 3 to 6 words that stands in the article.",
        )
        return
    nearest = article.nearest(evidence)
    told = f" The nearest words are “{nearest}”." if nearest else ""
    yield Finding(
        at=at,
        message=f"The evidence is not in the article.{told}",
        remedy="Copy 3 to 6 words from the article, from the place that proves the answer.",
        fixes=(Fix(at.place, _written(nearest), is_safe=False),) if nearest else (),
    )


@of_question(
    "ZQ407",
    "warning",
    "Evidence is two to eight words long.",
    why="One word stands in too many places to prove anything; more than eight are a copy. "
    "Of three words in a row, 96 % stand only once in an article.",
    bad=_LANDING.replace("on a dusty plain", "the lander touched down on a dusty plain in 1976"),
    good=_LANDING,
)
def wrong_length(subject: Subject) -> Iterator[Finding]:
    evidence = subject.question.source.evidence
    words = length(evidence)
    if evidence and not 2 <= words <= _LONGEST:
        yield Finding(
            at=subject.node("source", "evidence"),
            message="The evidence is shorter than two words."
            if words < 2
            else f"The evidence has {words} words.",
            remedy="Add the words beside it: 3 to 6 are best."
            if words < 2
            else "Keep the 3 to 6 words that prove the answer.",
        )


@of_bank(
    "ZQ408",
    "warning",
    f"No {COPIED} words in a row are copied from the article.",
    why="The article belongs to its publisher, and learners who only recognise its wording have not understood it.",
    bad=_LANDING + "  explain: From then on it watched the pink sky above the rocks and reported.\n",
    good=_LANDING + "  explain: From then on it took pictures of its surroundings.\n",
    article=_ARTICLE,
)
def copied(material: Material) -> Iterator[Finding]:
    article = material.article
    if not article:
        return
    for name, text in _own_words(material):
        run = article.copied(_GAP.sub(r"\1", text.value))
        if run:
            yield Finding(
                at=text,
                message=f"Copied from the article: “{run}”.",
                remedy="Say it in your own words.",
                question=name,
            )
    subjects = {subject.question.id: subject for subject in material.subjects}
    for later, earlier, words in joined((each.question for each in subjects.values()), article):
        yield Finding(
            at=subjects[later.id].node("source", "evidence"),
            message=f"Together with the evidence of `{earlier.id}` this copies {words} words in a row.",
            remedy="Choose a shorter phrase, or one from another place, for one of them.",
            question=later.id,
        )


@of_bank(
    "ZQ412",
    "warning",
    "The bank is checked with the article that it was written for.",
    why="Publishers change their articles: evidence may be missing, or prove something else by now.",
    bad=f"format: zhu-quiz/1\nid: mars\ntitle: Mars\nsource: {{sha256: {'0' * 8}}}\nquestions:\n"
    "  - {id: ice, type: true-false, ask: Mars has ice., answer: true}\n",
    good="format: zhu-quiz/1\nid: mars\ntitle: Mars\nquestions:\n"
    "  - {id: ice, type: true-false, ask: Mars has ice., answer: true}\n",
    article=_ARTICLE,
)
def another_version(material: Material) -> Iterator[Finding]:
    article, expected = material.article, material.bank.source.sha256
    source = material.head.get("source")
    if article and expected and isinstance(source, Group) and expected.lower() != article.sha256:
        at = source.get("sha256") or source
        yield Finding(
            at=at,
            message="The article given is another version than the one named here.",
            remedy=f"Give the other one. If all evidence is found in this one, write `sha256: {article.sha256}`.",
            fixes=(Fix(at.place, article.sha256, is_safe=False),),
        )


@of_question(
    "ZQ413",
    "info",
    "A typed answer stands in the paragraph of its evidence.",
    why="Otherwise a learner cannot find it by reading, or the evidence was copied from the wrong place. "
    "Where the answer has to be worked out, allow it.",
    bad=_LANDING.replace("1976", "1977"),
    good=_LANDING,
    article=_ARTICLE,
)
def answer_elsewhere(subject: Subject) -> Iterator[Finding]:
    article = subject.material.article
    for answer in ungrounded(subject.question, article) if article else ():
        yield Finding(
            at=subject.node("answer" if subject.entry.get("answer") else "text"),
            message=f"“{answer}” does not stand in the paragraph of the evidence.",
            remedy="Copy the evidence from where the answer stands, or add the article's word to what is accepted.",
        )


@of_question(
    "ZQ414",
    "info",
    "Evidence that is new or changed is looked for in the article.",
    why="Nobody has seen yet whether it is there. `zhu-quiz check --article FILE` looks, "
    "and `zhu-quiz publish --article FILE` writes down what it found.",
    bad=_LANDING.replace("a dusty", "the dusty"),
    good=_LANDING,
    published=_LANDING,
    article=_ARTICLE,
)
def unverified(subject: Subject) -> Iterator[Finding]:
    material, question = subject.material, subject.question
    if material.article or not question.source.evidence or not was_verified(material.bank, material.lock):
        return
    if material.lock and not material.lock.vouches_for(question):
        yield Finding(
            at=subject.node("source", "evidence"),
            message="This evidence has not been looked for in the article yet.",
            remedy="Run  zhu-quiz check --article FILE  with the article as plain text.",
        )


def _written(phrase: str) -> str:
    return phrase if _PLAIN.fullmatch(phrase) else quoted(phrase)


def _own_words(material: Material) -> Iterator[tuple[str, Text]]:
    """What the authors wrote, with the id of the question in which it stands."""
    for key, value in material.head:
        if key.value in _OWN_WORDS:
            yield from (("", text) for text in _leaves(value))
    for subject in material.subjects:
        yield from ((subject.question.id, text) for _, text in subject.texts)


def _leaves(node: Node) -> Iterator[Text]:
    match node:
        case Text():
            yield node
        case Items(values):
            for value in values:
                yield from _leaves(value)
        case Group():
            for key, value in node:
                if key.value not in _NAMES:
                    yield from _leaves(value)
