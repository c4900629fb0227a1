"""Names of media are written by strangers: only plain names of files come out."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from packages import database, latest, latest_package, legacy_package
from zhu_quiz.anki.reading import opened
from zhu_quiz.anki.reading.media import is_safe
from zhu_quiz.model.problem import QuizError

SAFE = [
    "a.png",
    "_a.js",
    "Bild ü (1).jpg",
    "漢字.mp3",
    "a..b",
    "connie.png",
    "com.png",
    "x" * 120,
    "{}'$%&.gif",
]
UNSAFE = [
    "", ".", "..", "../a", "..\\a", "/etc/passwd", "a/b", "a\\b", "C:\\a", "c:a", "a\0b", "a\nb", "\x1b[2J", " a", "a ",
    "a.", ".hidden", "con", "CON.png", "nul.tar.gz", "com1", "LPT9.txt", "aux .png", "com¹", "x" * 121, "漢" * 41,
    "a\u202egnp.exe", "a\u200b", "a?b", "a*b", 'a"b', "a<b", "a|b", "\ufeffa", "\x85", "\ud800.png",
]  # fmt: skip


@pytest.mark.parametrize("name", SAFE)
def test_a_plain_name_is_safe(name: str) -> None:
    assert is_safe(name)


@pytest.mark.parametrize("name", UNSAFE)
def test_any_other_name_is_unsafe(name: str) -> None:
    assert not is_safe(name)


@given(st.text())
def test_a_safe_name_stays_in_its_folder(name: str) -> None:
    if is_safe(name):
        assert Path("folder", name).resolve().parent == Path("folder").resolve()


def test_unsafe_and_missing_media_are_passed_over_and_counted(tmp_path: Path) -> None:
    listed = {str(number): name for number, name in enumerate((*UNSAFE, "u\u0308.png", "ü.png", "missing"))}
    listed |= {"collection.anki2": "all.png", "٣": "other-digit", "-1": "less", "": "none"}
    members = {str(number): b"content" for number in range(len(UNSAFE) + 2)}
    path = tmp_path / "deck.apkg"
    path.write_bytes(legacy_package(database(), json.dumps(listed).encode(), **members))
    with opened(path) as package:
        assert package.media == {"ü.png": 7}
        assert package.medium("ü.png") == b"content"
        assert package.counts.media == 1
        assert package.astray == {"media that are missing or have an unsafe name": len(listed) - 1}


@pytest.mark.parametrize("media", [{}, {"a.png": b"", "b.png": bytes(300_000)}])
def test_media_of_the_latest_generation_come_out_as_they_went_in(
    tmp_path: Path, media: dict[str, bytes]
) -> None:
    path = tmp_path / "deck.apkg"
    path.write_bytes(latest_package(latest(), media))
    with opened(path) as package:
        assert package.media == {name: len(content) for name, content in media.items()}
        assert {name: package.medium(name) for name in package.media} == media


@pytest.mark.parametrize("listed", [b"{", b"[]", b"\xff", b'"x"', b"[" * 100_000])
def test_a_list_that_is_none_is_damage(tmp_path: Path, listed: bytes) -> None:
    path = tmp_path / "deck.apkg"
    path.write_bytes(legacy_package(database(), listed))
    with pytest.raises(QuizError, match="is damaged"), opened(path):
        pass
