"""Notes with gaps: a question for each number, in which the gaps of other numbers are filled."""

from collections.abc import Sequence
from dataclasses import replace

from ...reading.values import NoteType, Template
from ..faces import answer_of, face
from ..gaps import Gap, GapText, passage, with_answers, with_signs, without_false_signs
from ..markdown import shown
from ..notes import Draft, Entry, ForeignNote, NotCarried
from . import Kind
from .cards import hints, lost, without_question


def _read(note: ForeignNote) -> Sequence[Draft] | None:
    if not note.note_type.is_cloze or not note.note_type.templates:
        return None
    texts = {name: GapText(html) for name, html in note.values.items() if "{{c" in html}
    if any(text.is_picture for text in texts.values()):
        raise NotCarried("pictures with hidden parts (image occlusion)")
    numbers = sorted({number for text in texts.values() for number in text.numbers})
    # Some programs write no card for a gap within another; Anki adds it when it checks its database.
    return [draft for number in numbers if (draft := _draft(note, texts, number))]


def _draft(note: ForeignNote, texts: dict[str, GapText], number: int) -> Draft | None:
    gaps: list[Gap] = []
    sides = dict[str, str]()
    for name, gap_text in texts.items():
        sides[name], found = gap_text.shown(lambda each: each == number, len(gaps))
        gaps += found
    template = note.note_type.templates[0]
    values = {**note.values, **sides, f"c{number}": "1"}
    front = face(template.front, values, _asked)
    rest = {**values, **dict.fromkeys(front.clozes, "")}
    asked = shown(front.html)
    asked = replace(asked, text=without_false_signs(asked.text, gaps))
    if "\ue000" not in asked.text:
        return None
    told = shown(answer_of(face(template.back, rest, _asked).html))
    explain = without_question(told.text, shown(face(template.front, rest, _asked).html).text)
    more: Entry = {**hints(front), **({"explain": explain} if explain else {})}
    answers = [shown(gap.answer) for gap in gaps]
    is_told = any(answer.text for answer in answers)
    card: Entry = {"type": "card", "front": with_signs(asked.text, tuple(gaps)),
                   "back": with_answers(asked.text, tuple(gaps)) if is_told else "", **more}  # fmt: skip
    text = passage(asked.text, tuple(gaps))
    return Draft(
        entry={"type": "cloze", "text": text, **more} if text else card,
        plainer=card if text else None,
        sides={number - 1: ""},
        name=with_answers(asked.text, tuple(gaps)),
        suffix=f"-c{number}" if number > 1 else "",
        pictures=asked.pictures,
        lost=(*lost(asked, told), *["pictures of answers"] * any(answer.pictures for answer in answers)),
    )


def _asked(html: str) -> str:
    """A text with gaps shows nothing on the cards that ask for none of them."""
    return html if "\ue000" in html else ""


KIND = Kind(
    name="cloze",
    rank=5,
    read=_read,
    example=ForeignNote(
        guid="cloze",
        note_type=NoteType(
            id=2,
            name="Cloze",
            fields=("Text", "Back Extra"),
            templates=(
                Template(name="Cloze", front="{{cloze:Text}}", back="{{cloze:Text}}<br>\n{{Back Extra}}"),
            ),
            is_cloze=True,
        ),
        fields=("{{c1::Bern::city}} is in {{c2::Switzerland}}.", "It lies on the <i>Aare</i>."),
        cards=(0, 1),
    ),
)
