"""Any other note: each of its cards a flashcard, or a short answer where it is to be typed."""

from collections.abc import Sequence
from dataclasses import replace

from ....model.markdown import bare
from ....model.tree import Plain
from ....questions.spelling import can_be_typed
from ...reading.values import NoteType, Template
from ..faces import Face, answer_of, face
from ..markdown import Shown, markdown, shown
from ..notes import Draft, Entry, ForeignNote, NotCarried
from . import Kind

_LONGEST_TYPED = 100
"""Characters; more are recalled, not typed."""


def _read(note: ForeignNote) -> Sequence[Draft]:
    if not note.note_type.templates:
        raise NotCarried("notes without cards")
    drafts = [_draft(note, ord) for ord in note.cards if ord < len(note.note_type.templates)]
    return _paired(drafts) if drafts else [_draft(note, 0)]


def _draft(note: ForeignNote, ord: int) -> Draft:
    template = note.note_type.templates[ord]
    front, back = face(template.front, note.values), face(template.back, note.values)
    typed = bare(markdown(note.values.get(front.typed, ""))) if front.typed else ""
    asked, told = shown(front.html), shown(answer_of(back.html))
    answer = without_question(told.text, asked.text)
    card: Entry = {"type": "card", "front": asked.text, "back": answer or typed, **hints(front)}
    entry, plainer = card, None
    if typed and _is_typed(typed):
        rest = "" if bare(answer) == typed else answer
        entry = {"type": "short", "ask": asked.text, "answer": typed, **hints(front)}
        entry |= {"explain": rest} if rest else {}
        plainer = {**card, "back": "\n\n".join(filter(None, (typed, rest)))}
    return Draft(
        entry=entry, plainer=plainer, sides={ord: ""}, suffix=f"-card-{ord + 1}" if ord else "",
        pictures=asked.pictures, lost=lost(asked, told),
    )  # fmt: skip


def hints(front: Face) -> Entry:
    texts = [text for text in map(markdown, front.hints) if text]
    return {"hint": texts[0] if len(texts) == 1 else list(texts)} if texts else {}


def lost(asked: Shown, told: Shown) -> tuple[str, ...]:
    """What neither side can carry."""
    files = {picture.file for picture in asked.pictures}
    further = ("further pictures",) * (len(files) > 1)
    answers = ("pictures of answers",) * any(picture.file not in files for picture in told.pictures)
    return (*asked.lost, *told.lost, *further, *answers)


def without_question(answer: str, question: str) -> str:
    """Many backs repeat the front."""
    rest = answer.removeprefix(question).strip() if question else answer
    is_whole = answer[len(question) : len(question) + 1] in ("\n", "")
    return rest if is_whole and (rest or answer == question) else answer


def _is_typed(answer: str) -> bool:
    return len(answer) <= _LONGEST_TYPED and "\n" not in answer and can_be_typed(answer)


def _paired(drafts: list[Draft]) -> Sequence[Draft]:
    """Two cards that ask each other's answer are one question with two sides."""
    kept, places = list[Draft](), dict[tuple[Plain | None, Plain | None], int]()
    for draft in drafts:
        front, back = (draft.entry.get(name) for name in ("front", "back"))
        place = places.pop((back, front), None)
        if draft.entry["type"] != "card" or draft.pictures or front == back:
            kept.append(draft)
        elif place is None:
            places[front, back] = len(kept)
            kept.append(draft)
        else:
            other = kept[place]
            sides = {**other.sides, **dict.fromkeys(draft.sides, "reverse")}
            kept[place] = replace(other, entry={**other.entry, "reverse": "true"}, sides=sides)
    return kept


KIND = Kind(
    name="cards",
    rank=9,
    read=_read,
    example=ForeignNote(
        guid="cards",
        note_type=NoteType(
            id=1,
            name="Basic (and reversed card)",
            fields=("Front", "Back"),
            templates=(
                Template(name="Card 1", front="{{Front}}", back="{{FrontSide}}<hr id=answer>{{Back}}"),
                Template(name="Card 2", front="{{Back}}", back="{{FrontSide}}<hr id=answer>{{Front}}"),
            ),
            is_cloze=False,
        ),
        fields=("the <b>house</b>", "das Haus"),
        cards=(0, 1),
    ),
)
