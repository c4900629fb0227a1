"""Ids sort by time, whatever the clock does."""

from itertools import pairwise
from pathlib import Path
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from zhu_quiz.model.event import Undo
from zhu_quiz.progress import Journal
from zhu_quiz.progress.ids import id_after, is_id

clock_readings = st.lists(st.integers(0, 2**47), min_size=2, max_size=20)


@given(clock_readings)
def test_each_id_is_later_than_the_one_before_although_the_clock_goes_back(readings: list[int]) -> None:
    ids = [""]
    for at_ms in readings:
        ids.append(id_after(ids[-1], at_ms))
    assert all(earlier < later for earlier, later in pairwise(ids))


@given(st.integers(0, 2**47))
def test_an_id_is_a_uuid_of_version_7_and_names_its_millisecond(at_ms: int) -> None:
    made = UUID(id_after("", at_ms))
    assert (made.version, made.variant, made.int >> 80) == (7, "specified in RFC 4122", at_ms)


def test_two_machines_make_different_ids_in_the_same_millisecond() -> None:
    assert len({id_after("", 0) for _ in range(10_000)}) == 10_000


def test_an_id_follows_what_another_process_has_written(journal: Journal, path: Path) -> None:
    with Journal.open(path) as other:
        ahead = Undo(
            id=other.new_id(2**45), bank="zhu", at_ms=2**45, offset_minutes=0, study_day=1, undoes=""
        )
        other.append(ahead)
    assert journal.new_id(0) > ahead.id


def test_only_the_canonical_spelling_is_an_id() -> None:
    made = id_after("", 1)
    assert is_id(made)
    assert not any(
        map(is_id, (made.upper() + "A", made.replace("-", ""), f"{{{made}}}", made + "\n", "1", ""))
    )
