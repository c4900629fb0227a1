"""What holds for every kind of note that is known. A new one is tested by existing."""

from contextlib import suppress

import pytest

from zhu_quiz.anki.importing.kinds import Kind, drafts, kinds
from zhu_quiz.anki.importing.notes import NotCarried
from zhu_quiz.model.tree import Group, planted
from zhu_quiz.questions import Question

every_kind = pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)


@every_kind
def test_its_example_is_of_no_other_kind(kind: Kind) -> None:
    with suppress(NotCarried):
        assert drafts(kind.example) == kind.read(kind.example)


@every_kind
def test_its_questions_can_be_asked_also_as_plainer_ones(kind: Kind) -> None:
    try:
        found = drafts(kind.example)
    except NotCarried:
        return
    assert found
    for entry in (entry for draft in found for entry in (draft.entry, draft.plainer) if entry):
        group = planted({"id": "x", **entry})
        assert isinstance(group, Group)
        assert Question.parse(group) == (Question.parse(group)[0], ())


@every_kind
def test_each_card_of_its_example_becomes_one_card(kind: Kind) -> None:
    try:
        found = drafts(kind.example)
    except NotCarried:
        return
    assert sorted(ord for draft in found for ord in draft.sides) == sorted(kind.example.cards)
