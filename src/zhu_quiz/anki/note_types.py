"""Our four note types in Anki, with their fields, templates and fixed ids."""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

import genanki

CHANGED = 1_795_461_420
"""When templates, style or fields last changed, in seconds since 1970: Anki takes up what is newer."""

# A field that is added later would make another note type of it in Anki: hence those in reserve.
_COMMON = ("Explanation", "Hint", "Source", "Language", "ID", "Entry", "Reserved2")
ID = _COMMON.index("ID") - len(_COMMON)
"""Place of the field that names the question, in the notes of every type."""
_DESCRIPTIONS = {
    "Options": "A numbered list. A hidden part of an entry says why it is right or wrong.",
    "Right": "The numbers of the right options.",
    "Several": "Filled where several options may be right.",
    "Order": "Empty: shuffled anew each day. “fixed”: as listed. “first 1 last 1”: those stay in place.",
    "Reverse": "Filled where the card is also asked the other way round.",
    "Also": "Further answers that count as right.",
    "Instruction": "What to do with the text.",
    "Language": "Of the question, such as en.",
    "ID": "Names the question in zhu-quiz; please leave it.",
    "Entry": "What the other fields cannot say, for zhu-quiz to read the question back; please leave it.",
    "Reserved2": "Not used yet.",
}
_PLAIN = {"Right", "Several", "Order", "Reverse", "Answer", "Language", "ID", "Entry"}


@dataclass(frozen=True, kw_only=True)
class NoteType:
    id: int
    name: str
    own_fields: tuple[str, ...]
    """The first is what Anki sorts by."""
    faces: tuple[tuple[str, str], ...]
    """The templates by the names of their files, each with the field without which it makes no card."""
    is_cloze: bool = False

    @cached_property
    def fields(self) -> tuple[str, ...]:
        return self.own_fields + _COMMON

    def cards(self, fields: tuple[str, ...]) -> tuple[int, ...]:
        """Which of its templates a note with these fields has cards of."""
        return tuple(place for place, needed in enumerate(self._needed) if fields[needed])

    @cached_property
    def _needed(self) -> tuple[int, ...]:
        """For each template the place of the field without which it makes no card."""
        return tuple(self.fields.index(needed) for _, needed in self.faces)

    def model(self) -> Any:
        """As genanki knows it. Fields and templates are told apart by place: rename them, never move them."""
        model = genanki.Model(
            self.id,
            f"zhu-quiz {self.name}",
            fields=[_field(self.id * 100 + place, name) for place, name in enumerate(self.fields)],
            templates=[
                _template(self.id * 100 + 50 + place, face) for place, (face, _) in enumerate(self.faces)
            ],
            css=_read("card.css"),
            model_type=genanki.Model.CLOZE if self.is_cloze else genanki.Model.FRONT_BACK,
        )
        # genanki would render the templates to find out, and stumbles over scripts; Anki ignores it.
        model._req = [[place, "any", [0]] for place in range(len(self.faces))]
        return model


CHOICE = NoteType(
    id=1_767_225_600_101,
    name="Choice",
    own_fields=("Question", "Options", "Right", "Several", "Order"),
    faces=(("choice", "Question"),),
)
BASIC = NoteType(
    id=1_767_225_600_102,
    name="Basic",
    own_fields=("Front", "Back", "Reverse"),
    faces=(("basic", "Front"), ("basic-reverse", "Reverse")),
)
TYPED = NoteType(
    id=1_767_225_600_103,
    name="Typed",
    own_fields=("Question", "Answer", "Also"),
    faces=(("typed", "Question"),),
)
CLOZE = NoteType(
    id=1_767_225_600_104,
    name="Cloze",
    own_fields=("Text", "Instruction"),
    faces=(("cloze", "Text"),),
    is_cloze=True,
)

NOTE_TYPES = {each.id: each for each in (CHOICE, BASIC, TYPED, CLOZE)}


def _field(id: int, name: str) -> dict[str, Any]:
    return {
        "id": id,
        "name": name,
        "description": _DESCRIPTIONS.get(name, ""),
        "plainText": name in _PLAIN,
        "collapsed": name == "Entry" or name.startswith("Reserved"),
        "font": "Arial",
    }


def _template(id: int, face: str) -> dict[str, Any]:
    name = face.replace("-", " ").capitalize()
    return {"id": id, "name": name, "qfmt": _read(f"{face}.front.html"), "afmt": _read(f"{face}.back.html")}


@cache
def _read(name: str) -> str:
    """A file of the templates; `<!-- hint.html -->` in it stands for that file."""
    text = (files(__package__) / "templates" / name).read_text("utf-8")
    return re.sub(r"<!-- ([\w.-]+) -->\n?", lambda found: _read(found[1]), text)
