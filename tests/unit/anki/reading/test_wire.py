"""Protocol Buffers, as little of them as Anki's tables need."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from packages import message
from zhu_quiz.anki.reading import wire
from zhu_quiz.anki.reading.refusal import Refusal

NUMBERS = st.integers(1, 2**29 - 1)


@given(st.dictionaries(NUMBERS, st.integers(0, 2**64 - 1) | st.binary(max_size=300)))
def test_what_was_written_is_read(fields: dict[int, int | bytes]) -> None:
    assert dict(wire.fields(message(fields))) == fields


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        found = list(wire.fields(content))
    except Refusal:
        return
    assert sum(len(value) for _, value in found if isinstance(value, bytes)) < max(1, len(content))


def test_numbers_of_a_fixed_width_are_passed_by() -> None:
    content = b"\x09" + bytes(8) + b"\x15" + bytes(4) + message({3: 7})
    assert [number for number, _ in wire.fields(content)] == [1, 2, 3]
    assert wire.number(content, 3) == 7


def test_what_is_not_there_is_nothing() -> None:
    assert (wire.number(b"", 1), wire.content(b"", 1), wire.text(b"", 1)) == (0, b"", "")
    assert (wire.number(message({1: b"a"}), 1), wire.content(message({1: 5}), 1)) == (0, b"")


@pytest.mark.parametrize(
    "torn", [b"\x08", b"\x0a\x05abc", b"\x0a", b"\x09abc", b"\x15ab", b"\x0b", b"\x80" * 20]
)
def test_what_breaks_off_is_refused(torn: bytes) -> None:
    with pytest.raises(Refusal):
        list(wire.fields(torn))
