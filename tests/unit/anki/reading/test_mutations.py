"""A package that was damaged anywhere is read, or refused in a sentence; nothing else comes of it."""

from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from packages import compressed, database, latest, latest_package, legacy_package, packed
from zhu_quiz.anki.reading import opened
from zhu_quiz.model.problem import QuizError

MEDIA = {"a.png": b"picture" * 50, "b.mp3": b"sound"}
PACKAGES = {
    "legacy": legacy_package(database(), b'{"0": "a.png"}', **{"0": MEDIA["a.png"]}),
    "latest": latest_package(latest(), MEDIA),
}
COLLECTIONS = {"legacy": database(), "latest": latest()}


@st.composite
def damaged(draw: st.DrawFn, content: bytes) -> bytes:
    """With some bytes changed, removed or put in, perhaps cut off."""
    found = bytearray(content)
    for _ in range(draw(st.integers(1, 5))):
        place = draw(st.integers(0, len(found)))
        length = draw(st.sampled_from([0, 1, 1, 1, 4, 100]))
        found[place : place + length] = draw(st.binary(max_size=max(length, 1)))
    return bytes(found[: draw(st.sampled_from([len(found), *range(0, len(found), 97)]))])


def read(package: bytes) -> None:
    with suppress(QuizError), opened(BytesIO(package), "deck.apkg") as found:
        rows = [*found.notes(), *found.cards(), *found.reviews()]
        assert len(rows) + sum(found.astray.values()) >= sum(found.counts[:3])
        for name in found.media:
            found.medium(name)


@pytest.mark.parametrize("generation", PACKAGES)
@settings(max_examples=100)
@given(st.data())
def test_a_damaged_package(generation: str, data: st.DataObject) -> None:
    read(data.draw(damaged(PACKAGES[generation])))


@pytest.mark.parametrize("generation", COLLECTIONS)
@settings(max_examples=100)
@given(st.data())
def test_a_damaged_collection_in_a_sound_package(generation: str, data: st.DataObject) -> None:
    content = data.draw(damaged(COLLECTIONS[generation]))
    read(latest_package(content) if generation == "latest" else legacy_package(content))


@settings(max_examples=100)
@given(st.data())
def test_a_damaged_frame_or_list(data: st.DataObject) -> None:
    sound = {
        "collection.anki21b": compressed(latest()),
        "media": compressed(b"\n\7\n\5a.png"),
        "0": compressed(b""),
    }
    which = data.draw(st.sampled_from(sorted(sound)))
    read(packed({"meta": b"\x08\x03"} | sound | {which: data.draw(damaged(sound[which]))}))
