"""A package as a bank: its notes as questions, its decks as sections, and what could not be carried."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from ...bank.bank import Bank
from ...bank.head import ArticleSource
from ...model.clean import clean
from ...model.problem import QuizError
from ...model.tree import Group, Plain, planted
from ...questions import Question
from ..reading import NoteRow, Package
from ..writing.notes import RETIRED
from . import names
from .decks import Sections, levels_of
from .imported import Imported, Made, Origin
from .kinds import drafts
from .losses import Losses
from .markdown import markdown
from .notes import Draft, Entry, ForeignNote, NotCarried
from .own_fields import article_shown, own_type, section_shown
from .pictures import PackedPictures
from .taken import TakenCard, TakenCards, length_of_note

_NOTHING = "…"
"""Stands where a card shows nothing, in a question that is not asked yet."""
_MOST = 32_000_000
"""Characters of HTML: three times what a bank can hold."""
_TOO_MUCH = (
    "The notes have more than 32 MB of text, which no bank can hold. Take a part of them with --deck NAME."
)
_SEE = "What does the picture show?"
"""Asks where a front has nothing but a picture."""


class Wishes(NamedTuple):
    """What somebody wants the bank to be."""

    stem: str
    """The name of the file, without its ending."""
    deck: str = ""
    """Takes this deck alone, and those below it."""
    id: str = ""
    title: str = ""
    lang: str = ""
    folder: str = "pictures"
    """Of the pictures, seen from the bank."""


def imported(package: Package, wishes: Wishes) -> Imported:
    """The notes of a package as questions. Raises `QuizError` where there are none."""
    return _Import(package, wishes).result()


class _Import:
    def __init__(self, package: Package, wishes: Wishes) -> None:
        self._package, self._wishes = package, wishes
        self._cards = TakenCards(package, wishes.deck)
        self._losses, self._ids, self._pictures = Losses(), names.Ids(), PackedPictures(package)
        self._rows = list[NoteRow]()
        self._choose()
        self._rows.sort(key=lambda row: _place(row, self._cards))
        self._sections = Sections.of(package.decks.values(), set(self._homes()), wishes.deck)
        self._made: dict[str, Made] = {}
        self._origins: list[Origin] = []
        self._banks = Counter[str]()
        self._articles = Counter[tuple[tuple[str, str], ...]]()

    def _choose(self) -> None:
        """The notes that have cards, unless that is more than a bank can hold."""
        length = 0
        for row in self._package.notes():
            if self._cards[row.id]:
                note_type = self._package.note_types[row.type_id]
                self._cards.keep(row, note_type)
                self._rows.append(row)
                length += length_of_note(row, note_type, [card.ord for card in self._cards[row.id]])
                if length > _MOST:
                    raise QuizError(_TOO_MUCH)
            elif not self._wishes.deck:
                self._losses.add("notes without cards", _name(row))

    def result(self) -> Imported:
        if not self._rows:
            raise QuizError(_no_notes(self._package, self._wishes.deck))
        self._lang = self._wishes.lang or self._usual_language()
        for row in self._rows:
            self._note(row)
        if not self._made:
            told = "; ".join(self._losses.told())
            raise QuizError(
                f"No question can be made of any of the {len(self._rows):,} notes. {told}".strip()
            )
        for what, number in self._package.astray.items():
            self._losses.add(what, "", number)
        bank = self._bank({id: made.question for id, made in self._made.items()})
        return Imported(bank, self._pictures, self._losses, tuple(self._origins), self._made)

    def _homes(self) -> Iterator[tuple[str, ...]]:
        """The decks of the notes; that of a section of ours stands for the one above it."""
        for row in self._rows:
            section = section_shown(self._said(row, "Source"))
            for card in self._cards[row.id]:
                deck = self._package.decks.get(card.deck_id)
                levels = levels_of(deck.name) if deck else ()
                yield levels[:-1] if len(levels) > 1 and levels[-1] == section else levels

    def _usual_language(self) -> str:
        """That of most of our own notes; others do not tell."""
        said = Counter[str]()
        for row in self._rows:
            said[self._said(row, "Language").strip()] += 1
        return next((word for word, _ in said.most_common() if names.is_language(word)), "en")

    def _said(self, row: NoteRow, name: str) -> str:
        """A field of a note of ours; empty for others."""
        own = own_type(self._package.note_types[row.type_id])
        return row.fields[own.fields.index(name)] if own else ""

    def _note(self, row: NoteRow) -> None:
        cards = self._cards[row.id]
        note = ForeignNote(
            guid=row.guid,
            note_type=self._package.note_types[row.type_id],
            fields=row.fields,
            cards=tuple(card.ord for card in cards),
            tags=row.tags,
        )
        try:
            found = drafts(note)
        except NotCarried as reason:
            self._losses.add(str(reason), _name(row))
            return
        for draft in found:
            if draft.is_retired and draft.id in self._made:
                self._losses.add("earlier forms of questions", draft.id)
            else:
                self._question(note, draft, cards)
        if not found:
            self._losses.add("notes that show nothing", _name(row))
        if further := self._cards.further[row.id]:
            self._losses.add("cards that no template makes", _name(row), further)
        for tag in names.tags(note.tags)[1]:
            self._losses.add("tags that a bank cannot have", tag)

    def _question(self, note: ForeignNote, draft: Draft, cards: Sequence[TakenCard]) -> None:
        entries = [self._whole(note, draft, entry, cards) for entry in (draft.entry, draft.plainer) if entry]
        front = next(
            (str(entry[key]) for key in ("front", "ask", "text") for entry in entries[:1] if key in entry), ""
        )
        id = self._ids.own(draft.id) or self._ids.of(draft.name or front, note.guid, draft.suffix)
        questions = [question for entry in entries if (question := _parsed(id, entry, self._lang))]
        questions += [replace(questions[-1], status="draft")] if questions else []
        if not questions:
            self._losses.add("cards of which no question can be made", front or id)
            return
        self._made[id] = Made(questions[0], tuple(questions[1:]))
        self._tell_losses(note, draft, id)
        self._origins += (Origin(note.guid, ord, id, side) for ord, side in draft.sides.items())
        if names.is_id(draft.bank):
            self._banks[draft.bank] += 1
            article = article_shown(note.values.get("Source", ""))
            self._articles[tuple((name, str(value)) for name, value in article.items())] += 1

    def _whole(self, note: ForeignNote, draft: Draft, entry: Entry, cards: Sequence[TakenCard]) -> Entry:
        """The entry with all that is not of its kind: tags, section, picture, status."""
        name = self._pictures.name(draft.pictures[0].file) if draft.pictures else ""
        entry = _shown_or_draft(entry, _SEE if name else "")
        if draft.is_retired:
            entry["status"] = "retired"
        tags, _ = names.tags(note.tags)
        own = entry.get("tags")
        entry["tags"] = own if isinstance(own, list) and {*map(str, own)} == {*tags} else [*tags]
        entry["source"] = self._source(entry.get("source"), draft, cards)
        image = entry.pop("image", {})
        if name:
            shown: Entry = {"file": f"{self._wishes.folder}/{name}", "alt": draft.pictures[0].alt}
            said = image if isinstance(image, dict) else {}
            entry["image"] = {key: value for key, value in {**shown, **said}.items() if value}
        return {key: value for key, value in entry.items() if value}

    def _source(self, said: Plain | None, draft: Draft, cards: Sequence[TakenCard]) -> Plain:
        source = said if isinstance(said, dict) else {}
        own = source.get("section")
        if isinstance(own, str) and names.is_id(own):
            return {**source, "section": self._sections.named(own, draft.section)}
        home = next((card.deck_id for card in cards if card.ord in draft.sides), cards[0].deck_id)
        section = self._sections.of_deck(self._package.decks.get(home))
        rest = {name: value for name, value in source.items() if name != "section"}
        return {**rest, "section": section} if section else rest

    def _tell_losses(self, note: ForeignNote, draft: Draft, id: str) -> None:
        for lost in draft.lost:
            self._losses.add(lost, id)
        if draft.pictures and not self._pictures.name(draft.pictures[0].file):
            self._losses.add("pictures that are missing, damaged, too large or no pictures", id)
        if self._made[id].question.status == "draft":
            self._losses.add("cards without a front or a back, kept as drafts", id)

    def _bank(self, questions: Mapping[str, Question]) -> Bank:
        wishes, root = self._wishes, self._sections.root
        title = clean(wishes.title).strip() or (root[-1] if root else "") or clean(wishes.stem) or "Imported"
        own = self._banks.most_common(1)
        # Cards that a learner added to a deck of ours do not make another bank of it.
        is_ours = bool(own) and own[0][1] * 2 > len(questions)
        article = dict(next(iter(self._articles.most_common(1)), ((), 0))[0]) if is_ours else {}
        return Bank(
            id=wishes.id or (own[0][0] if is_ours else "") or names.readable(title) or "imported",
            title=title,
            lang=self._lang,
            about=self._sections.about.get(root, "") if root else "",
            source=ArticleSource(**article),
            sections=self._sections.all,
            questions=MappingProxyType(dict(questions)),
        )


def _place(row: NoteRow, cards: TakenCards) -> tuple[bool, int, int]:
    """Notes come in the order in which they are learned: those that were begun, then the others, retired ones last."""
    return RETIRED in row.tags, cards[row.id][0].place, row.id


def _shown_or_draft(entry: Entry, front: str) -> Entry:
    """The entry with something in each text that it needs; where something is missing, it is not asked yet."""
    own, *others = {"card": ("front", "back"), "cloze": ("text",)}.get(str(entry.get("type")), ("ask",))
    entry = {**entry, own: entry.get(own) or front}
    missing = [name for name in (own, *others) if not entry.get(name)]
    return {**entry, **dict.fromkeys(missing, _NOTHING), "status": "draft"} if missing else entry


def _name(row: NoteRow) -> str:
    """Words by which to find a note."""
    texts = (markdown(html[:2_000]) for html in row.fields)
    return next((text for text in texts if text and "{{c" not in text), f"note {row.id}")


def _parsed(id: str, entry: Entry, lang: str) -> Question | None:
    group = planted({"id": id, **entry})
    if not isinstance(group, Group) or entry.get("type") not in Question.kinds:
        return None
    return Question.parse(group, lang)[0]


def _no_notes(package: Package, deck: str) -> str:
    if not deck:
        return "There are no notes in it that can be read, so there is nothing to import."
    decks = sorted(
        {"::".join(levels_of(each.name)) for each in package.decks.values() if not each.is_filtered}
    )
    some = ", ".join(f"“{name}”" for name in decks[:8]) + ("…" if len(decks) > 8 else "")
    return f"There are no cards in a deck “{clean(deck)}”. Its decks are {some}."
