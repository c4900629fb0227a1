"""Pictures of a bank arrive in Anki's folder of media, and are all in use."""

from base64 import b64decode
from collections.abc import Callable
from pathlib import Path

import pytest
from anki.collection import Collection
from anki.notes import Note

from zhu_quiz.anki.writing.export import export_package
from zhu_quiz.bank import Bank, read_bank

Imports = Callable[[bytes], dict[str, int]]

DOT = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>'
HEAD = "format: zhu-quiz/1\nid: moving\ntitle: Moving far away\nquestions:\n"
ENTRIES = {
    "choice": "ask: Which?\n  options: [{right: this}, {wrong: that}]",
    "card": "front: F\n  back: B\n  reverse: true",
    "short": "ask: What?\n  answer: this",
    "cloze": 'text: "It is {{this}}."',
}
IMAGE = "  image: {file: pictures/dot.png, alt: 'A \"dot\" [of one pixel]', credit: By hand & eye}\n"


@pytest.fixture
def pictured(tmp_path: Path) -> Path:
    """The folder of a bank whose questions all have a picture."""
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "dot.png").write_bytes(DOT)
    text = HEAD + "".join(
        f"- id: {kind}\n  type: {kind}\n  {entry}\n{IMAGE}" for kind, entry in ENTRIES.items()
    )
    (tmp_path / "questions.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def bank_in(folder: Path) -> Bank:
    bank = read_bank(folder / "questions.yaml")
    assert not bank.problems
    return bank


def in_use(collection: Collection) -> bool:
    found = collection.media.check()
    return not found.unused and not found.missing


@pytest.mark.parametrize("is_plain", [False, True], ids=["", "plain"])
def test_a_picture_arrives_and_every_note_shows_it(
    is_plain: bool, pictured: Path, collection: Collection, imports: Imports
) -> None:
    assert imports(export_package(bank_in(pictured), None, 0, is_plain=is_plain).package) == {"new": 4}
    (picture,) = Path(collection.media.dir()).iterdir()
    assert picture.read_bytes() == DOT
    for nid in collection.find_notes(""):
        shown = collection.get_note(nid).cards()[0].render_output().question_text
        assert f'src="{picture.name}"' in shown
        assert 'alt="A &quot;dot&quot; &#91;of one pixel&#93;"' in shown
        assert "By hand &amp; eye" in shown
    assert in_use(collection)


def test_a_changed_picture_takes_the_place_of_the_former(
    pictured: Path, collection: Collection, imports: Imports, note_of: Callable[[str], Note]
) -> None:
    first = export_package(bank_in(pictured), None, 0)
    imports(first.package)
    (pictured / "pictures" / "dot.png").write_bytes(SVG)
    second = export_package(bank_in(pictured), first.package, 1_800_000_000_000)
    assert imports(second.package) == {"updated": 4}
    assert ".svg" in note_of("card")["Front"]
    assert not collection.media.check().missing
    assert [Path(name).suffix for name in collection.media.check().unused] == [".png"]


def test_the_picture_of_a_retired_question_goes_along_to_those_who_never_had_it(
    pictured: Path, collection: Collection, imports: Imports
) -> None:
    first = export_package(bank_in(pictured), None, 0)
    (pictured / "questions.yaml").write_text(HEAD + "- {id: new, type: card, front: F, back: B}\n")
    second = export_package(bank_in(pictured), first.package, 1_800_000_000_000)
    assert imports(second.package) == {"new": 5}
    assert in_use(collection)


def test_a_picture_that_stays_behind_leaves_nothing_to_look_for(
    pictured: Path, collection: Collection, imports: Imports, note_of: Callable[[str], Note]
) -> None:
    (pictured / "pictures" / "dot.png").unlink()
    exported = export_package(bank_in(pictured), None, 0)
    assert list(exported.without_picture) == list(ENTRIES)
    imports(exported.package)
    assert "of one pixel" in note_of("card")["Front"]
    assert in_use(collection)
