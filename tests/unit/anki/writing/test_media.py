"""Which pictures of a bank go along, and what is said of those that do not."""

import os
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from zhu_quiz.anki.writing import media
from zhu_quiz.anki.writing.container import pictures
from zhu_quiz.anki.writing.export import export_package
from zhu_quiz.anki.writing.media import Pictures
from zhu_quiz.bank import Bank, read_bank

PNG = b"\x89PNG\r\n\x1a\n and so on"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9" fill="url(#a)"/></svg>'
HEAD = "format: zhu-quiz/1\nid: sample\ntitle: Sample\nquestions:\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The bank's own, with something beside it."""
    (tmp_path / "secret.png").write_bytes(PNG + b"secret")
    (tmp_path / "bank" / "maps").mkdir(parents=True)
    return tmp_path / "bank"


@pytest.fixture
def reason(folder: Path) -> Callable[[str], str]:
    """Why a picture stays behind."""

    def refused(file: str) -> str:
        found = Pictures(folder)
        assert found.name(file) == ""
        assert not found.taken
        return found.refused[file]

    return refused


@pytest.fixture
def bank(folder: Path) -> Callable[..., Bank]:
    """A bank of some questions with a picture each."""

    def written(**files: str) -> Bank:
        entries = (
            f"- {{id: {name}, type: card, front: F {name}, back: B, image: {{file: {file}, alt: A map}}}}\n"
            for name, file in files.items()
        )
        (folder / "questions.yaml").write_text(HEAD + "".join(entries), encoding="utf-8")
        return read_bank(folder / "questions.yaml", folder / "cache")

    return written


@pytest.mark.parametrize(
    ("content", "form"),
    [
        (PNG, "png"),
        (b"\xff\xd8\xff\xe0 and so on", "jpg"),
        (b"GIF89a and so on", "gif"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "webp"),
        (b"\0\0\0\x1cftypavif and so on", "avif"),
        (SVG, "svg"),
        (b'<?xml version="1.0"?>\n<!-- drawn -->\n' + SVG, "svg"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_picture_is_called_after_what_it_shows_whatever_its_file_is_called(
    content: bytes, form: str, folder: Path
) -> None:
    (folder / "maps" / "a picture.txt").write_bytes(content)
    (folder / "other").write_bytes(content)
    found = Pictures(folder)
    name = found.name("maps/a picture.txt")
    assert name == found.name("./other")
    assert name.endswith(f".{form}")
    assert found.taken == {name: content}


@pytest.mark.parametrize(
    "file", ["../secret.png", "maps/../../secret.png", "/etc/hostname", "C:\\x.png", "a\0b"]
)
def test_nothing_outside_the_folder_is_read(file: str, reason: Callable[[str], str]) -> None:
    assert reason(file) == "it is outside the bank's folder"


@pytest.mark.parametrize("link", ["link.png", "way/secret.png"])
def test_no_link_is_followed(link: str, folder: Path, reason: Callable[[str], str]) -> None:
    (folder / "link.png").symlink_to(folder.parent / "secret.png")
    (folder / "way").symlink_to(folder.parent)
    assert reason(link) == "it is reached by a link"


def test_a_bank_may_itself_be_reached_by_a_link(folder: Path) -> None:
    (folder / "map.png").write_bytes(PNG)
    (folder.parent / "link").symlink_to(folder)
    assert Pictures(folder.parent / "link").name("map.png")


def test_what_is_not_there_or_no_picture_is_told(folder: Path, reason: Callable[[str], str]) -> None:
    (folder / "words.png").write_text("<html>")
    assert reason("nowhere.png") == "no such file or directory"
    assert reason("maps") in ("is a directory", "it is no file", "permission denied")
    assert reason("words.png") == "it is no PNG, JPEG, GIF, WebP, AVIF or SVG"
    assert reason("https://example.org/a.png") == "it is not beside the bank"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_nobody_waits_for_a_pipe(folder: Path, reason: Callable[[str], str]) -> None:
    os.mkfifo(folder / "pipe.png")
    assert reason("pipe.png") == "it is no file"


def test_large_pictures_stay_behind(
    folder: Path, reason: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(media, "MOST_OF_ONE", 1 << 20)
    monkeypatch.setattr(media, "MOST_TOGETHER", 1 << 20)
    (folder / "large.png").write_bytes(PNG.ljust((1 << 20) + 1))
    assert reason("large.png") == "it is larger than 1 MB"
    found = Pictures(folder)
    for number in range(3):
        (folder / f"{number}.png").write_bytes(PNG.ljust(500_000) + bytes([number]))
    assert [bool(found.name(f"{number}.png")) for number in range(3)] == [True, True, False]
    assert found.refused == {"2.png": "the pictures of a bank may have 1 MB together"}


@pytest.mark.parametrize(
    "drawing",
    [
        "<svg><script>alert(1)</script></svg>",
        '<svg xmlns:s="http://www.w3.org/2000/svg"><s:script/></svg>',
        '<svg onload="alert(1)"/>',
        "<svg><foreignObject/></svg>",
        '<svg><a href=" javascript:alert(1)">x</a></svg>',
        '<svg><image href="https://example.org/x.png"/></svg>',
        '<svg><use xlink:href="other.svg#a"/></svg>',
        '<svg><image href="data:image/svg+xml,..."/></svg>',
        "<svg style=\"background: url( 'https://example.org/x')\"/>",
        "<svg><style>@import 'x.css'</style></svg>",
        '<?xml-stylesheet href="x.css"?><svg/>',
        '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><svg>&b;</svg>',
        '<svg><animate attributeName="href" to="javascript:alert(1)"/></svg>',
    ],
)
def test_a_drawing_that_acts_or_fetches_something_stays_behind(
    drawing: str, folder: Path, reason: Callable[[str], str]
) -> None:
    (folder / "drawing.svg").write_text(drawing)
    assert reason("drawing.svg") == "it is a drawing with scripts, or with parts that are elsewhere"


def test_a_damaged_drawing_stays_behind(folder: Path, reason: Callable[[str], str]) -> None:
    (folder / "drawing.svg").write_bytes(SVG[:-3])
    assert reason("drawing.svg").startswith("it is a damaged drawing")


def test_a_package_with_pictures_repeats_itself_to_the_byte(bank: Callable[..., Bank], folder: Path) -> None:
    (folder / "map.png").write_bytes(PNG)
    (folder / "drawing.svg").write_bytes(SVG)
    pictured = bank(a="map.png", b="drawing.svg", c="nowhere.png")
    first = export_package(pictured, None, 0)
    assert first.without_picture == {"c": "no such file or directory"}
    again = export_package(pictured, first.package, 5_000_000_000)
    assert again.package == first.package == export_package(pictured, None, 7).package
    assert again.unchanged == ("a", "b", "c")


def test_a_changed_picture_is_an_update_under_another_name(bank: Callable[..., Bank], folder: Path) -> None:
    (folder / "map.png").write_bytes(PNG)
    first = export_package(bank(a="map.png"), None, 0)
    (folder / "map.png").write_bytes(PNG + b" edited")
    assert export_package(bank(a="map.png"), first.package, 0).updated == ("a",)


def test_the_picture_of_a_question_that_is_gone_stays_in_the_package(
    bank: Callable[..., Bank], folder: Path
) -> None:
    (folder / "map.png").write_bytes(PNG)
    first = export_package(bank(a="map.png", b="map2.png"), None, 0)
    (folder / "map.png").unlink()
    second = export_package(bank(b="map2.png"), first.package, 0)
    assert second.retired == ("a",)
    with zipfile.ZipFile(BytesIO(second.package)) as archive:
        assert archive.read("0") == PNG


@pytest.mark.parametrize("member", [PNG + b" damaged", None], ids=["another", "none"])
def test_a_picture_that_the_previous_package_damaged_is_not_taken_over(
    member: bytes | None, bank: Callable[..., Bank], folder: Path
) -> None:
    (folder / "map.png").write_bytes(PNG)
    first = export_package(bank(a="map.png"), None, 0)
    damaged = BytesIO()
    with zipfile.ZipFile(BytesIO(first.package)) as archive, zipfile.ZipFile(damaged, "w") as other:
        for name in archive.namelist():
            if name != "0":
                other.writestr(name, archive.read(name))
            elif member:
                other.writestr(name, member)
    assert pictures(first.package, ["zq-0123456789abcdef.png"]) == {}
    assert export_package(bank(a="map.png"), damaged.getvalue(), 0).package == first.package


def test_words_stand_for_a_picture_that_stays_behind(bank: Callable[..., Bank]) -> None:
    exported = export_package(bank(a="nowhere.png"), None, 0)
    with zipfile.ZipFile(BytesIO(exported.package)) as archive:
        assert b"<br><em>A map</em>" in archive.read("collection.anki2")
        assert archive.read("media") == b"{}"
