"""A question as a note in Anki: its fields and tags."""

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import assert_never

from ...bank import Bank
from ...bank.head import ArticleSource
from ...model.note import BasicNote, ChoiceNote, ClozeNote, TypedNote
from ...questions import Question
from ..note_types import BASIC, CHOICE, CLOZE, ID, NOTE_TYPES, TYPED, NoteType
from .entry import entry
from .html import escaped, gap, inline, listed, rendered
from .paper import options_in_letters

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
    def question(self) -> str:
        """Id of the question."""
        return self.fields[ID].partition("/")[2]

    @property
    def content_hash(self) -> str:
        said = "\x1f".join((str(self.note_type.id), " ".join(self.tags), *self.fields))
        return sha256(said.encode()).hexdigest()[:16]

    @property
    def is_retired(self) -> bool:
        return RETIRED in self.tags


def anki_note(
    guid: str, question: Question, bank: Bank, picture: str = "", *, is_plain: bool = False
) -> AnkiNote:
    """The note of a question. `picture`: what its image is called in Anki; without one, words stand for it.

    `is_plain`: options are listed on the front instead of being there to be picked."""
    note_type, own = _own_fields(question, _picture(question, picture), is_plain=is_plain)
    common = (
        rendered(question.explain),
        _hint(question.hint),
        _source(question, bank),
        escaped(question.language),
        f"{bank.id}/{question.id}",
    )
    fields = (*own, *common, entry(question, note_type, own + common), "")
    return AnkiNote(guid=guid, note_type=note_type, fields=fields, tags=_tags(question, bank))


def bank_tag(bank: Bank) -> str:
    """Marks all notes of a bank."""
    return f"zhu::{bank.id}"


def note_type_of(id: int, fields: tuple[str, ...]) -> NoteType | None:
    """The note type of that id, where the fields fit it."""
    found = NOTE_TYPES.get(id)
    return found if found and len(found.fields) == len(fields) else None


def _own_fields(question: Question, picture: str, *, is_plain: bool) -> tuple[NoteType, tuple[str, ...]]:
    match note := question.note():
        case ChoiceNote() if is_plain:
            options, right = options_in_letters(note, question.id)
            return BASIC, (f'{_stem(note.stem)}{picture}<div class="zq-more">{options}</div>', right, "")
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
    if not hints:
        return ""
    return rendered(hints[0]) if len(hints) == 1 else listed(tuple(rendered(each) for each in hints), "ol")


def _picture(question: Question, name: str) -> str:
    """The picture of that name, or what it shows in words."""
    image = question.image
    if not image:
        return ""
    shown, credit = escaped(" ".join(image.alt.split())), escaped(image.credit)
    if name:
        whose = f"<small>{credit}</small>" if credit else ""
        return f'<div class="zq-picture"><img src="{name}" alt="{shown}">{whose}</div>'
    return f"<br><em>{shown or escaped(image.file)}{f' ({credit})' if credit else ''}</em>"


def _source(question: Question, bank: Bank) -> str:
    """Where it stands: the section with the evidence, and the article."""
    source, article = question.source, _article(bank.source)
    if not (source.section or source.paragraph or source.evidence):
        return article
    where = ", paragraph ".join(filter(None, (bank.section_title(question), source.paragraph)))
    lines = [escaped(" · ".join(filter(None, (where, source.quotation)))), article]
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
