"""Our reader of packages says what Anki itself says, of every way in which Anki exports."""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from anki.collection import Collection, ExportAnkiPackageOptions
from anki.decks import DeckId

from zhu_quiz.anki.reading import CardRow, Generation, ReviewRow, opened

STANDS = "id, nid, ord, did, type, queue, due, ivl, factor, reps, lapses, flags, mod, data"
REVIEWS = "select id, cid, ease, ivl, lastIvl, factor, time, type from revlog"
WAYS = {
    "latest.apkg": Generation.LATEST,
    "legacy.apkg": Generation.LEGACY_2,
    "latest.colpkg": Generation.LATEST,
    "legacy.colpkg": Generation.LEGACY_2,
}
PICTURE, SOUND = b"\x89PNG" + bytes(range(256)) * 300, b"mp3"


class Learner(NamedTuple):
    """Someone's collection, and the packages that were exported of it."""

    collection: Collection
    folder: Path
    modified_ms: int
    home: Sequence[Sequence[Any]]
    """The cards once no filtered deck holds any."""


@pytest.fixture(scope="module")
def learner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Learner]:
    folder = tmp_path_factory.mktemp("learner")
    collection = Collection(str(folder / "collection.anki2"))
    _fill(collection)
    _study(collection)
    for way, generation in WAYS.items():
        _export(collection, folder / way, is_legacy=generation is Generation.LEGACY_2)
    for deck in collection.decks.all_names_and_ids():
        if collection.decks.is_filtered(DeckId(deck.id)):
            collection.sched.empty_filtered_deck(DeckId(deck.id))
    assert collection.db
    home = collection.db.all(f"select {STANDS} from cards order by id")
    yield Learner(collection, folder, collection.mod, home)
    collection.close()


def _fill(collection: Collection) -> None:
    """Notes of four types in decks of three levels, some with a picture, a sound, tags and marks."""
    collection.media.write_data("pic ü.png", PICTURE)
    collection.media.write_data("_sound.mp3", SOUND)
    decks = [collection.decks.id(name) for name in ("A::B c::ü 漢字", "Other")]
    other = collection.decks.by_name("Other")
    assert other
    other["desc"] = "A <b>description</b>: 漢"
    collection.decks.save(other)
    names = ("Basic", "Basic (and reversed card)", "Cloze", "Basic (type in the answer)")
    types = [collection.models.by_name(name) for name in names]
    for number in range(48):
        note_type = types[number % 4]
        assert note_type
        note = collection.new_note(note_type)
        note.fields[0] = f'{number} {{{{c1::a}}}} {{{{c3::b}}}} <img src="pic ü.png"> &amp; 😀'
        note.fields[1] = f"[sound:_sound.mp3] {'long ' * 500}{number}" if number % 3 else ""
        note.tags = ["one", "süß::tag"] if number % 2 else []
        deck = decks[number % 5 > 2]
        assert deck
        collection.add_note(note, deck)
    cards = collection.find_cards("")
    collection.sched.suspend_cards(cards[:2])
    collection.sched.bury_cards(cards[2:4])
    collection.set_user_flag_for_cards(3, cards[4:6])


def _study(collection: Collection) -> None:
    """Every state and every grade, at home and in filtered decks of both kinds."""
    chance = random.Random(5)
    for deck in ("A", "Other", "A"):
        _answer(collection, collection.decks.id_for_name(deck), 15, chance)
        collection.sched.set_due_date(collection.find_cards("is:learn")[:9], "0")
    kept = collection.decks.id("Kept")
    assert kept
    new, learning, lapsed = collection.find_cards("is:new -is:buried -is:suspended")[-3:]
    collection.set_deck((new, learning, lapsed), kept)
    collection.sched.set_due_date([lapsed], "0")
    for id in (learning, lapsed, lapsed):
        card = collection.get_card(id)
        card.start_timer()
        collection.sched.answerCard(card, 1)
    for name, search, reschedules in (("Soon", "deck:Other", True), ("Look", "deck:A", False)):
        filtered = collection.sched.get_or_create_filtered_deck(DeckId(0))
        filtered.name = name
        filtered.config.reschedule = reschedules
        filtered.config.search_terms[0].search = search
        made = collection.sched.add_or_update_filtered_deck(filtered)
        _answer(collection, DeckId(made.id), 9, chance)
    collection.remove_notes(collection.find_notes("prop:reps>1 -deck:Kept")[:1])


def _answer(collection: Collection, deck: DeckId | None, count: int, chance: random.Random) -> None:
    assert deck
    collection.decks.select(deck)
    for _ in range(count):
        card = collection.sched.getCard()
        assert card
        card.start_timer()
        collection.sched.answerCard(card, chance.choice((1, 2, 3, 4)))


def _export(collection: Collection, path: Path, *, is_legacy: bool) -> None:
    if path.suffix == ".colpkg":
        collection.export_collection_package(str(path), include_media=True, legacy=is_legacy)
        collection.reopen()
    else:
        options = ExportAnkiPackageOptions(
            with_scheduling=True, with_deck_configs=True, with_media=True, legacy=is_legacy
        )
        collection.export_anki_package(out_path=str(path), options=options, limit=None)


def test_what_the_learner_did_shows_every_state(learner: Learner) -> None:
    """What follows would mean little otherwise."""
    db = learner.collection.db
    assert db
    assert db.list("select distinct type from cards order by 1") == [0, 1, 2, 3]
    assert db.list("select distinct type from revlog order by 1") == [0, 1, 2, 3, 4]
    with opened(learner.folder / "latest.colpkg") as package:
        assert sum(deck.is_filtered for deck in package.decks.values()) == 2
        assert package.counts.reviews > 50


@pytest.mark.parametrize("way", WAYS)
class TestEveryWay:
    def test_notes(self, learner: Learner, way: str) -> None:
        db = learner.collection.db
        assert db
        notes = db.all("select id, guid, mid, mod, tags, flds from notes order by id")
        expected = [(*row[:4], tuple(row[4].split()), tuple(row[5].split("\x1f"))) for row in notes]
        with opened(learner.folder / way) as package:
            assert list(package.notes()) == expected

    def test_cards_are_as_at_home(self, learner: Learner, way: str) -> None:
        with opened(learner.folder / way) as package:
            found = [_without_mod(card) for card in package.cards()]
        assert found == [_without_mod(CardRow(*row)) for row in learner.home]

    def test_reviews(self, learner: Learner, way: str) -> None:
        db = learner.collection.db
        assert db
        expected = [ReviewRow(*row) for row in db.all(f"{REVIEWS} where cid in (select id from cards)")]
        with opened(learner.folder / way) as package:
            assert list(package.reviews()) == sorted(expected)
            lost = package.counts.reviews - len(expected)
            assert dict(package.astray) == ({"reviews without a card": lost} if lost else {})
            # Anki keeps what was answered of a note that is gone, and packs it only into a .colpkg.
            assert bool(lost) == way.endswith(".colpkg")

    def test_note_types(self, learner: Learner, way: str) -> None:
        with opened(learner.folder / way) as package:
            assert len(package.note_types) >= 4
            for id, found in package.note_types.items():
                model = learner.collection.models.get(id)  # type: ignore[arg-type]  # an int of its own
                assert model
                assert found.name == model["name"]
                assert found.fields == tuple(each["name"] for each in model["flds"])
                templates = [(each["name"], each["qfmt"], each["afmt"]) for each in model["tmpls"]]
                assert [(each.name, each.front, each.back) for each in found.templates] == templates
                assert (found.is_cloze, found.mod) == (model["type"] == 1, model["mod"])

    def test_decks(self, learner: Learner, way: str) -> None:
        with opened(learner.folder / way) as package:
            names = {each.name for each in package.decks.values()}
            assert names >= {"A", "A::B c", "A::B c::ü 漢字", "Other"}
            for id, found in package.decks.items():
                deck = learner.collection.decks.get(id, default=False)  # type: ignore[arg-type]  # as above
                assert deck
                assert (found.name, found.description) == (deck["name"], deck.get("desc", ""))
                assert found.is_filtered == bool(deck["dyn"])

    def test_media(self, learner: Learner, way: str) -> None:
        with opened(learner.folder / way) as package:
            assert package.media == {"pic ü.png": len(PICTURE), "_sound.mp3": len(SOUND)}
            assert package.medium("pic ü.png") == PICTURE
            assert package.medium("_sound.mp3") == SOUND

    def test_what_it_is(self, learner: Learner, way: str) -> None:
        with opened(learner.folder / way) as package:
            assert package.generation is WAYS[way]
            assert package.counts.notes == len(list(package.notes()))
            assert package.counts.cards == len(learner.home)


def _without_mod(card: CardRow) -> CardRow:
    """To leave a filtered deck is a change, of which a package cannot know the moment."""
    return card._replace(mod=0)


def test_a_collection_tells_when_it_last_changed(learner: Learner) -> None:
    with opened(learner.folder / "latest.colpkg") as new, opened(learner.folder / "legacy.colpkg") as old:
        assert 0 <= learner.modified_ms - new.modified_ms < 3_600_000
        assert new.modified_ms <= old.modified_ms
