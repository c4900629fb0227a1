"""The note type “AllInOne (kprim, mc, sc)” of the add-on Multiple Choice for Anki, told by its fields."""

from collections.abc import Sequence

from ...reading.values import NoteType, Template
from ..choosing import draft, places
from ..faces import is_blank
from ..markdown import shown
from ..notes import Draft, ForeignNote
from . import Kind

_SINGLE = "2"


def _read(note: ForeignNote) -> Sequence[Draft] | None:
    values = {name.casefold(): html for name, html in note.values.items()}
    kind = next((html for name, html in values.items() if name.startswith("qtype")), None)
    if kind is None or "answers" not in values or "q_1" not in values:
        return None
    numbers = [number for number in range(1, 21) if not is_blank(values.get(f"q_{number}", ""))]
    options = [values[f"q_{number}"] for number in numbers]
    # A key has a figure for each field, also for one that is empty.
    figures = shown(values["answers"]).text.split()
    key = " ".join(figures[number - 1] for number in numbers if number <= len(figures))
    ask = shown(
        "<p>".join(html for name in ("title", "question") if not is_blank(html := values.get(name, "")))
    )
    more = shown(
        "<p>".join(values[name] for name in values if name.startswith(("extra", "sources")) and values[name])
    )
    rights = places(key, options) if len(figures) >= len(options) else frozenset[int]()
    is_several = shown(kind).text != _SINGLE
    found = draft(note, ask, options, rights, explain=more, is_several=is_several)
    return [found] if found else None


KIND = Kind(
    name="AllInOne (kprim, mc, sc)",
    rank=2,
    read=_read,
    example=ForeignNote(
        guid="all-in-one",
        note_type=NoteType(
            id=3,
            name="AllInOne (kprim, mc, sc)",
            fields=(
                "Question", "Title", "QType (0=kprim,1=mc,2=sc)", "Q_1", "Q_2", "Q_3", "Q_4", "Q_5",
                "Answers", "Sources", "Extra 1",
            ),
            templates=(Template(name="AllInOne", front="{{Question}}", back="{{Question}} {{Answers}}"),),
            is_cloze=False,
        ),
        fields=(
            "Which are <b>prime</b>?", "", "1", "2", "3", "4", "", "", "1 1 0 0 0", "", "1 is not a prime.",
        ),
    ),
)  # fmt: skip
