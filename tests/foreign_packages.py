"""Packages of other people, as genanki writes them, and the banks that are made of them."""

import json
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any, NamedTuple

import genanki

from zhu_quiz.anki.importing.bank import Wishes, imported
from zhu_quiz.anki.importing.imported import Imported
from zhu_quiz.anki.reading import opened
from zhu_quiz.bank.writer import write_bank
from zhu_quiz.model.problem import Severity
from zhu_quiz.questions.keys import write_keys
from zhu_quiz.teach.checking import check_text

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d4944415478da63fcffff3f0300050001ff8a5e3a5a0000000049454e44ae426082"
)


class Foreign(NamedTuple):
    fields: Mapping[str, str]
    templates: Sequence[tuple[str, str]] = (("{{Front}}", "{{FrontSide}}<hr id=answer>{{Back}}"),)
    deck: str = "A deck"
    tags: Sequence[str] = ()
    is_cloze: bool = False
    name: str = "Of somebody"


def basic(front: str, back: str, **more: Any) -> Foreign:
    return Foreign({"Front": front, "Back": back}, **more)


def cloze(text: str, extra: str = "", **more: Any) -> Foreign:
    templates = [("{{cloze:Text}}", "{{cloze:Text}}<br>{{Back Extra}}")]
    return Foreign({"Text": text, "Back Extra": extra}, templates, is_cloze=True, **more)


def chosen(fields: Mapping[str, str], **more: Any) -> Foreign:
    """A note whose first field is all that its template shows."""
    first = next(iter(fields))
    return Foreign(fields, [(f"{{{{{first}}}}}", f"{{{{{first}}}}}")], **more)


def package(*notes: Foreign, media: Mapping[str, bytes] | None = None) -> bytes:
    decks, models = dict[str, Any](), dict[object, Any]()
    for number, note in enumerate(notes):
        shape = (note.name, *note.fields, *note.templates)
        model = models.setdefault(shape, _model(len(models), note))
        deck = decks.setdefault(note.deck, genanki.Deck(2_000 + len(decks), note.deck))
        made = genanki.Note(
            model, list(note.fields.values()), tags=list(note.tags), guid=f"guid{number}", due=number
        )
        deck.add_note(made)
    made_package = genanki.Package(decks.values())
    buffer = BytesIO()
    made_package.write_to_file(buffer)
    return _with_media(buffer.getvalue(), media or {})


def bank(*notes: Foreign, media: Mapping[str, bytes] | None = None, **wishes: str) -> Imported:
    """What is made of them; the check finds no error in it."""
    with opened(BytesIO(package(*notes, media=media)), "theirs.apkg") as read:
        found = imported(read, Wishes("theirs", **wishes))
        checked = check_text(write_bank(found.bank))
    errors = [each.message for each in checked.bank.problems if each.severity is Severity.ERROR]
    assert errors == []
    assert checked.bank.questions == found.bank.questions
    return found


def entries(*notes: Foreign, **wishes: Any) -> list[dict[str, Any]]:
    """The questions as the bank writes them, without their ids."""
    questions = bank(*notes, **wishes).bank.questions.values()
    return [{name: value for name, value in write_keys(each).items() if name != "id"} for each in questions]


def _model(number: int, note: Foreign) -> Any:
    return genanki.Model(
        1_000 + number,
        note.name,
        fields=[{"name": name} for name in note.fields],
        templates=[
            {"name": f"Card {place}", "qfmt": front, "afmt": back}
            for place, (front, back) in enumerate(note.templates, 1)
        ],
        model_type=genanki.Model.CLOZE if note.is_cloze else genanki.Model.FRONT_BACK,
    )


def _with_media(archive: bytes, media: Mapping[str, bytes]) -> bytes:
    if not media:
        return archive
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(archive)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            if name != "media":
                new.writestr(name, old.read(name))
        new.writestr("media", json.dumps({str(place): name for place, name in enumerate(media)}))
        for place, content in enumerate(media.values()):
            new.writestr(str(place), content)
    return buffer.getvalue()
