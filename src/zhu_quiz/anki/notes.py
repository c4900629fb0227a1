"""A question as a note in Anki: its fields and tags."""

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import assert_never

from ..bank import Bank
from ..bank.head import ArticleSource
from ..model.note import BasicNote, ChoiceNote, ClozeNote, Note, TypedNote
from ..questions import Question
from .html import escaped, gap, inline, listed, rendered
from .note_types import BASIC, CHOICE, CLOZE, NOTE_TYPES, TYPED, NoteType

RETIRED = "zhu::retired"
"""The tag of what is no longer asked: an import never deletes, so learners do, by `tag:zhu::retired`."""


@dataclass(frozen=True, kw_only=True)
class AnkiNote:
    """All that Anki is told of a question."""

    guid: str
    note_type: NoteType
    fields: tuple[str, ...]
    tags: tuple[str, ...]

    @property
    def content_hash(self) -> str:
        said = "\x1f".join((str(self.note_type.id), " ".join(self.tags), *self.fields))
        return sha256(said.encode()).hexdigest()[:16]

    @property
    def is_retired(self) -> bool:
        return RETIRED in self.tags


def anki_note(guid: str, question: Question, bank: Bank) -> AnkiNote:
    """The note of a question."""
    note_type, own = _own_fields(question.note(), _picture(question))
    common = (
        rendered(question.explain),
        _hint(question.hint),
        _source(question, bank),
        escaped(question.language),
        f"{bank.id}/{question.id}",
        "",
        "",
    )
    return AnkiNote(guid=guid, note_type=note_type, fields=own + common, tags=_tags(question, bank))


def bank_tag(bank: Bank) -> str:
    """Marks all notes of a bank."""
    return f"zhu::{bank.id}"


def note_type_of(id: int, fields: tuple[str, ...]) -> NoteType | None:
    """The note type of that id, where the fields fit it."""
    found = NOTE_TYPES.get(id)
    return found if found and len(found.fields) == len(fields) else None


def _own_fields(note: Note, picture: str) -> tuple[NoteType, tuple[str, ...]]:
    match note:
        case ChoiceNote():
            return CHOICE, (_stem(note.stem) + picture, *_options(note))
        case BasicNote():
            return BASIC, (_stem(note.front) + picture, rendered(note.back), "yes" if note.reverse else "")
        case TypedNote():
            also = listed(tuple(inline(each) for each in note.also))
            return TYPED, (_stem(note.front) + picture, escaped(" ".join(note.answer.split())), also)
        case ClozeNote():
            parts = (
                inline(each) if isinstance(each, str) else gap(each.answer, each.hint) for each in note.parts
            )
            return CLOZE, ("".join(parts) + picture, rendered(note.stem))
        case _:
            assert_never(note)


def _stem(text: str) -> str:
    """Its first paragraph asks; what follows, such as steps to put in order, is set less loudly."""
    asked, _, more = text.partition("\n\n")
    if not more or "```" in asked:
        return rendered(text)
    return f'{rendered(asked)}<div class="zq-more">{rendered(more)}</div>'


def _options(note: ChoiceNote) -> tuple[str, str, str, str]:
    options = tuple(
        inline(each.text) + (f'<span class="zq-why">{inline(each.why)}</span>' if each.why else "")
        for each in note.options
    )
    right = " ".join(str(number) for number, each in enumerate(note.options, 1) if each.is_right)
    order = "fixed" if not note.shuffled else ""
    if note.shuffled and (note.pinned_first or note.pinned_last):
        order = f"first {note.pinned_first} last {note.pinned_last}"
    return listed(options, "ol"), right, "several" if note.several else "", order


def _hint(hints: tuple[str, ...]) -> str:
    return rendered(hints[0]) if len(hints) == 1 else listed(tuple(rendered(each) for each in hints), "ol")


def _picture(question: Question) -> str:
    """What a picture shows, in words: packages carry text only."""
    image = question.image
    if not image:
        return ""
    credit = f" ({escaped(image.credit)})" if image.credit else ""
    return f"<br><em>{escaped(image.alt or image.file)}{credit}</em>"


def _source(question: Question, bank: Bank) -> str:
    """Where it stands: the section with the evidence, and the article."""
    where = ", paragraph ".join(filter(None, (bank.section_title(question), question.source.paragraph)))
    lines = [escaped(" · ".join(filter(None, (where, question.source.quotation)))), _article(bank.source)]
    return "<br>".join(filter(None, lines))


@lru_cache(maxsize=1)
def _article(article: ArticleSource) -> str:
    title = f"<cite>{escaped(article.title)}</cite>" if article.title else ""
    if title and re.fullmatch(r"https?://\S+", article.url):
        title = f'<a href="{escaped(article.url)}">{title}</a>'
    return ", ".join(filter(None, (title, escaped(article.publisher))))


def _tags(question: Question, bank: Bank) -> tuple[str, ...]:
    tags = {*question.tags, bank_tag(bank)}
    if question.status == "retired":
        tags.add(RETIRED)
    return tuple(sorted(tags))
