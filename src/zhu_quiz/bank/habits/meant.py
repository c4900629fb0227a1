"""What other tools and other habits write instead of ours: said once, and read on as it was meant."""

from collections.abc import Sequence

from ...model.problem import Problem
from ...model.tree import Group, Node, Text
from ...questions import Question
from ...questions.keys import keys_of, suggestion
from .answers_elsewhere import (
    answer_of_a_gap,
    one_in_brackets,
    reasons_of_rejects,
    several_answers,
    statement_with_options,
)
from .empty_lists import empty_lists
from .habit import Habit, Meant, replaced, without_lines
from .lost_dashes import options_beside
from .plain_options import options_as_meant
from .plain_pairs import pairs_as_meant
from .plain_values import items_without_keys, parts_of_a_source, plain_items, plain_lists, plain_records
from .too_deep import keys_too_deep


def as_meant(kind: str, entry: Group) -> Meant:
    """An entry of that kind, freed of habits."""
    problems: list[Problem] = []
    for habit in _HABITS:
        entry, said = habit(kind, entry)
        problems += said
    return Meant(entry, tuple(problems))


def _of_other_kinds(kind: str, entry: Group) -> Meant:
    """Keys that stayed from a question of another kind."""
    known = {each.name for each in keys_of(Question.kinds[kind])}
    problems = []
    for key, node in entry:
        meant = suggestion(key.value, known)
        if key.value in known or (meant and not entry.get(meant)):
            continue
        others = [
            name for name, each in Question.kinds.items() if key.value in {k.name for k in keys_of(each)}
        ]
        if others:
            problems.append(_left_over(kind, key, node, others))
            entry = replaced(entry, key)
    return Meant(entry, tuple(problems))


def _left_over(kind: str, key: Text, node: Node, others: Sequence[str]) -> Problem:
    lines = "this line" if node.place.end_line == key.place.line else "it and the lines that belong to it"
    types = " or ".join(f"`type: {each}`" for each in others)
    return Problem(
        code="ZQ101", place=key.place, message=f"A question of `type: {kind}` has no “{key.value}”.",
        remedy=f"Delete {lines}." + (f" It belongs to {types}." if len(others) < 4 else ""),
        fixes=(without_lines(key, node),),
    )  # fmt: skip


_HABITS: tuple[Habit, ...] = (
    keys_too_deep, options_beside, several_answers, one_in_brackets, options_as_meant, pairs_as_meant,
    items_without_keys, plain_items, answer_of_a_gap, reasons_of_rejects, statement_with_options,
    parts_of_a_source, plain_records, plain_lists, _of_other_kinds, empty_lists,
)  # fmt: skip
