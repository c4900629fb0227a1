"""Our own notes: what their fields show, with what their entry says beyond it. What a learner edited wins."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from ....bank.bank import Bank
from ....model.clean import clean
from ....model.tree import Group, Plain, planted
from ....questions import Question
from ...note_types import BASIC
from ...note_types import NoteType as OwnType
from ...reading.values import NoteType
from ...writing.notes import RETIRED, anki_note
from ..markdown import markdown, shown
from ..notes import Draft, Entry, ForeignNote
from ..own_fields import PICTURE, entry_shown, own_type, section_shown
from ..tokens import LONGEST
from . import Kind

_LONGEST = 200_000
"""Characters of an entry."""
_MOST_LEVELS = 6
_OF_FIELDS = {
    "Question": "ask text front options items pairs extra unit", "Options": "options shuffle",
    "Right": "options answer", "Several": "type options", "Order": "options shuffle",
    "Front": "ask front items pairs extra options type answer",
    "Back": "back items pairs extra options type answer", "Reverse": "reverse", "Answer": "answer", "Also": "accept",
    "Text": "text", "Explanation": "explain", "Hint": "hint",
}  # fmt: skip
"""Which keys a field shows."""


def _read(note: ForeignNote) -> Sequence[Draft] | None:
    own = own_type(note.note_type)
    if own is None or len(note.fields) != len(own.fields):
        return None
    fields = zip(own.fields, note.fields, strict=True)
    values = {name: html[: _LONGEST if name == "Entry" else LONGEST] for name, html in fields}
    entry = _entry(own, values)
    has_section = isinstance(source := entry.get("source"), dict) and "section" in source
    bank, _, id = clean(values["ID"]).partition("/")
    if isinstance(image := entry.get("image"), dict):
        entry["image"] = {name: value for name, value in image.items() if name != "file"}
    asked, *told = map(shown, note.fields[: len(own.own_fields) + 2])
    return [
        Draft(
            entry=entry,
            plainer={"type": "card", "front": asked.text, "back": told[0].text or "…"},
            sides={0: "", 1: "reverse"} if own is BASIC and entry.get("reverse") == "true" else {0: ""},
            pictures=asked.pictures,
            lost=(
                *(lost for text in (asked, *told) for lost in text.lost),
                *["pictures of answers"] * any(text.pictures for text in told),
            ),
            id=id,
            bank=bank,
            section=section_shown(values["Source"]) if has_section else "",
            is_retired=RETIRED in note.tags,
        )
    ]


def _entry(own: OwnType, values: Mapping[str, str]) -> Entry:
    """What the fields show with what was said beyond it, as far as both still go together."""
    said = _said(values["Entry"])
    whole = _with(said, own, values)
    edited = _edited(own, values, whole)
    if not edited:
        return whole
    theirs = {name for field in edited for name in _OF_FIELDS[field].split()}
    kept = {name: value for name, value in said.items() if name not in theirs}
    kind = {"type": said["type"]} if "type" in said else {}
    # The kind stands, as long as such a question can still be read from the fields.
    tried = (_with(each, own, values) for each in ({**kept, **kind}, kept))
    return next((entry for entry in tried if _question(entry, values)), entry_shown(own, values))


def _with(said: Mapping[str, Plain | None], own: OwnType, values: Mapping[str, str]) -> Entry:
    entry = entry_shown(own, values, str(said.get("type") or ""))
    for name, value in said.items():
        before = entry.get(name)
        if value is None:
            entry.pop(name, None)
        elif name in ("source", "image") and isinstance(before, dict) and isinstance(value, dict):
            entry[name] = {**before, **value}
        elif name not in ("id", "status", "image"):
            entry[name] = value
    return entry


def _edited(own: OwnType, values: Mapping[str, str], entry: Entry) -> list[str]:
    """The fields that show something else than the question would; all, if it cannot be asked."""
    question = _question(entry, values)
    fields = [name for name in own.fields if name in _OF_FIELDS]
    if question is None:
        return fields
    is_plain = own is BASIC and question.kind in ("choice", "multi", "true-false")
    bank = Bank(id="x", title="x", lang=values["Language"] or "en")
    note = anki_note("", question, bank, is_plain=is_plain)
    if note.note_type is not own:
        return fields
    again = dict(zip(own.fields, note.fields, strict=True))
    return [name for name in fields if not _is_same(values[name], again[name])]


def _is_same(one: str, other: str) -> bool:
    one, other = PICTURE.sub("", one), PICTURE.sub("", other)
    return one == other or markdown(one) == markdown(other)


def _question(entry: Entry, values: Mapping[str, str]) -> Question | None:
    group = planted({"id": values["ID"].partition("/")[2] or "x", **entry})
    if not isinstance(group, Group) or entry.get("type") not in Question.kinds:
        return None
    return Question.parse(group, values["Language"] or "en")[0]


def _said(field: str) -> dict[str, Plain | None]:
    """The field as it was written; an editor may have made HTML of it."""
    for text in (field, "".join(run for run in markdown(field).splitlines())):
        try:
            said = json.loads(text) if len(text) < _LONGEST else None
        except (ValueError, RecursionError):
            continue
        if isinstance(said, dict):
            said = {clean(name): None if value is None else _plain(value, 0) for name, value in said.items()}
            kind = said.get("type", "card")
            return said if isinstance(kind, str) and kind in Question.kinds else {}
    return {}


def _plain(value: Any, level: int) -> Plain:
    if isinstance(value, dict) and level < _MOST_LEVELS:
        return {clean(name): _plain(each, level + 1) for name, each in value.items()}
    if isinstance(value, list) and level < _MOST_LEVELS:
        return [_plain(each, level + 1) for each in value]
    return clean(str(value))


KIND = Kind(
    name="our own",
    rank=0,
    read=_read,
    example=ForeignNote(
        guid="ours",
        note_type=NoteType(
            id=BASIC.id, name="zhu-quiz Basic", fields=BASIC.fields, templates=(), is_cloze=False
        ),
        fields=(
            "Which <b>planet</b>?",
            "Mars",
            "yes",
            "It is red.",
            "",
            "",
            "en",
            "bank/which-planet",
            "",
            "",
        ),
        cards=(0, 1),
    ),
)
