"""What the questions of a bank leave out."""

from collections.abc import Iterator, Sequence

from ...model.tree import NOWHERE, Place
from ..counting import listed
from ..material import Material
from ..rule import Finding, of_bank

_FEWEST = 10
_MOST_RECALL = 0.6

_BANK = """\
format: zhu-quiz/1
id: kenya
title: Kenya
sections:
- {{id: cities, title: Cities}}
- {{id: rivers, title: Rivers}}
questions:
- id: capital
  type: short
  ask: Which city is the capital of Kenya?
  answer: Nairobi
  source: {{section: cities}}
{0}"""


@of_bank(
    "ZQ306",
    "info",
    "Every section, objective and claim has a question, and most ask for more than recall.",
    why="What nobody asks, nobody learns. And where more than three of five questions have `bloom: remember`, "
    "learners can do well without understanding.",
    whole=True,
    bad=_BANK.format(""),
    good=_BANK.format(
        "- id: longest\n  type: short\n  ask: Which river is the longest in Kenya?\n  answer: Tana\n"
        "  source: {section: rivers}\n"
    ),
)
def left_out(material: Material) -> Iterator[Finding]:
    bank = material.bank
    met = {
        "sections": {question.source.section for question in bank.ready},
        "objectives": {name for question in bank.ready for name in question.objective},
        "claims": {name for question in bank.ready for name in question.claims},
    }
    named = {
        "sections": [each.id for each in bank.sections],
        "objectives": [each.id for each in bank.objectives],
        "claims": [each.id for each in bank.claims],
    }
    for what, names in named.items():
        missing = [name for name in names if name not in met[what]]
        if missing:
            yield Finding(
                at=_heading(material, what),
                message=f"{len(missing)} of {len(names)} {what} have no question: {listed(missing)}.",
                remedy="Ask about them, or delete them.",
            )
    yield from _recall(material, [question.bloom for question in bank.ready if question.bloom])


def _recall(material: Material, levels: Sequence[str]) -> Iterator[Finding]:
    recall = levels.count("remember")
    if len(levels) >= _FEWEST and recall > _MOST_RECALL * len(levels):
        yield Finding(
            at=_heading(material, "questions"),
            message=f"{recall} of {len(levels)} questions ask for recall only.",
            remedy="Add questions that ask why, what follows, or for a new case.",
        )


def _heading(material: Material, name: str) -> Place:
    """Where a key of the bank stands."""
    return next((key.place for key, _ in material.head if key.value == name), NOWHERE)
