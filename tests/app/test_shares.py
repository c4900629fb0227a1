"""How the height of a screen is shared."""

from hypothesis import given
from hypothesis import strategies as st

from zhu_quiz.app.widgets.key_line import Hint, flow, spelled
from zhu_quiz.app.widgets.panes import shares, yielding

rooms = st.integers(0, 60)
wants = st.lists(st.integers(0, 100), min_size=1, max_size=4)
hints = st.lists(
    st.builds(Hint, st.text("ab", min_size=1, max_size=5), st.text("ab", max_size=12)), max_size=8
)


@given(rooms, wants)
def test_nobody_gets_more_than_wanted_and_all_together_no_more_than_there_is(
    room: int, wants: list[int]
) -> None:
    given = shares(room, wants)
    assert sum(given) <= room
    assert all(got <= want for got, want in zip(given, wants, strict=True))


@given(rooms, wants)
def test_room_is_left_only_where_all_have_what_they_want(room: int, wants: list[int]) -> None:
    given = shares(room, wants)
    assert sum(given) == room or given == tuple(wants)


@given(rooms, wants)
def test_who_goes_short_has_at_least_what_any_other_has(room: int, wants: list[int]) -> None:
    given = shares(room, wants)
    assert all(got >= max(given) - 1 for got, want in zip(given, wants, strict=True) if got < want)


@given(rooms, st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=1, max_size=4))
def test_the_lowest_yields_first_and_never_below_its_least(room: int, pairs: list[tuple[int, int]]) -> None:
    least, wants = [min(pair) for pair in pairs], [max(pair) for pair in pairs]
    left = yielding(room, wants, least)
    assert all(low <= got <= want for low, got, want in zip(least, left, wants, strict=True))
    assert sum(left) <= max(room, sum(least))
    gave = [got < want for got, want in zip(left, wants, strict=True)]
    first = gave.index(True) if True in gave else len(gave)
    assert left[first + 1 :] == tuple(least[first + 1 :])


@given(hints, hints, st.integers(1, 120))
def test_every_line_of_hints_fits_unless_a_single_one_is_too_wide(
    first: list[Hint], last: list[Hint], width: int
) -> None:
    rows = flow(first, last, width)
    assert 1 <= len(rows) <= 2
    assert all(len(row) == 1 or sum(hint.width + 3 for hint in row) - 3 <= width for row in rows if row)


@given(hints, hints)
def test_with_room_enough_all_hints_stand_in_one_line(first: list[Hint], last: list[Hint]) -> None:
    assert flow(first, last, 1000) == (tuple(first),)


def test_keys_are_called_as_on_the_keyboard() -> None:
    called = [spelled(key) for key in ("enter", "f2", "ctrl+z", "shift+up", "question_mark", "at", "o")]
    assert called == ["Enter", "F2", "Ctrl+Z", "Shift+↑", "?", "@", "o"]
