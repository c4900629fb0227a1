"""Merging logs is a union."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhu_quiz.model.event import Ended, Event
from zhu_quiz.model.memory import NEW, Card
from zhu_quiz.progress import Journal
from zhu_quiz.progress.ids import id_after


def ended(at_ms: int) -> Ended:
    return Ended(id=id_after("", at_ms), bank="zhu", at_ms=at_ms, offset_minutes=0, study_day=1, sitting="")


POOL = tuple(map(ended, range(12)))
few = settings(max_examples=40)
logs = st.lists(st.sampled_from(POOL))


def merged(*parts: Sequence[Event]) -> tuple[Event, ...]:
    with Journal.open(Path(":memory:")) as journal:
        for part in parts:
            journal.merge(part)
        return tuple(journal.events("zhu"))


@few
@given(logs, logs)
def test_the_order_of_merging_does_not_matter(one: list[Event], other: list[Event]) -> None:
    assert merged(one, other) == merged(other, one)


@few
@given(logs, logs, logs)
def test_the_grouping_of_merging_does_not_matter(a: list[Event], b: list[Event], c: list[Event]) -> None:
    assert merged(merged(a, b), c) == merged(a, merged(b, c))


@few
@given(logs)
def test_merging_again_changes_nothing(log: list[Event]) -> None:
    assert merged(log, log) == merged(log) == tuple(sorted(set(log), key=lambda event: event.id))


@few
@given(logs, logs)
def test_merging_tells_how_many_were_unknown(known: list[Event], offered: list[Event]) -> None:
    with Journal.open(Path(":memory:")) as journal:
        journal.merge(known)
        assert journal.merge(offered) == len(set(offered) - set(known))


@pytest.fixture
def built(journal: Journal) -> Journal:
    journal.append(POOL[0])
    journal.rebuild("zhu", {Card("a"): NEW}, "rules")
    return journal


def test_states_want_rebuilding_after_unknown_history_came_in(built: Journal) -> None:
    built.merge(POOL)
    assert built.state_version("zhu") is None


def test_states_stay_valid_when_all_was_known(built: Journal) -> None:
    built.merge(POOL[:1])
    assert built.state_version("zhu") == "rules"


def test_a_merge_that_breaks_off_leaves_nothing(built: Journal) -> None:
    nameless = replace(POOL[1], id="")
    with pytest.raises(ValueError, match="UUID"):
        built.merge([*map(ended, range(1_000)), nameless])
    assert (built.count("zhu"), built.state_version("zhu")) == (1, "rules")
