"""Imports a package into real Anki, in a process and so in a zone of its own, and prints what Anki makes of it.

Run: python anki_says.py REQUEST, which is JSON: package, folder, age in days, parameters to change to."""

import json
import sys
import time
from pathlib import Path
from typing import Any, Literal

import anki.collection  # noqa: F401  # first: the other modules of anki import each other in a circle
from anki.cards import CardId
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.deck_config_pb2 import UpdateDeckConfigsRequest
from anki.decks import DeckId
from anki.scheduler.v3 import Scheduler

CARD = "id, type, queue, due, ivl, factor, reps, lapses, left, flags"


def aged(path: str, days: int) -> Collection:
    """A collection that was made so many days ago, at four in the morning."""
    collection = Collection(path)
    then = time.localtime(time.time() - days * 86_400)
    created = int(time.mktime((then.tm_year, then.tm_mon, then.tm_mday, 4, 0, 0, 0, 0, -1)))
    assert collection.db
    collection.db.execute("update col set crt = ?", created)
    collection.set_config("creationOffset", -time.localtime(created).tm_gmtoff // 60)
    collection.close()
    opened = Collection(path)
    opened.sched.deck_due_tree()  # As on every start: what was buried on an earlier day is so no more.
    return opened


def imported(collection: Collection, package: str) -> int:
    """How many notes are new."""
    options = ImportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True)
    request = ImportAnkiPackageRequest(package_path=package, options=options)
    return len(collection.import_anki_package(request).log.new)


def cards(collection: Collection) -> dict[str, Any]:
    """By id of the question and place among its cards."""
    assert collection.db
    rows = {row[0]: row[1:] for row in collection.db.all(f"select {CARD} from cards")}
    return {name: rows[id] for name, id in names(collection).items()}


def names(collection: Collection) -> dict[str, CardId]:
    found = {}
    for id in collection.find_cards(""):
        card = collection.get_card(id)
        found[f"{card.note()['ID'].partition('/')[2]} {card.ord}"] = id
    return found


def memories(collection: Collection) -> dict[str, tuple[float, float] | None]:
    """Stability and difficulty."""
    states = {name: collection.get_card(id).memory_state for name, id in names(collection).items()}
    return {name: (state.stability, state.difficulty) if state else None for name, state in states.items()}


def outlooks(collection: Collection) -> dict[str, list[str]]:
    """What the four buttons say."""
    return {
        name: list(scheduler(collection).describe_next_states(collection._backend.get_scheduling_states(id)))
        for name, id in names(collection).items()
    }


def switch(collection: Collection, is_on: bool, weights: list[float] | None = None) -> None:
    """FSRS for the whole collection; as its window of deck options does it."""
    deck = next(each["id"] for each in collection.decks.all() if each["id"] != 1)
    shown = collection._backend.get_deck_configs_for_update(deck)
    request = UpdateDeckConfigsRequest(target_deck_id=deck, fsrs=is_on, limits=shown.current_deck.limits)
    # The last one is that of the deck.
    for each in sorted(shown.all_config, key=lambda each: each.config.id == shown.current_deck.config_id):
        if weights and each.config.id != 1:
            del each.config.config.fsrs_params_6[:]
            each.config.config.fsrs_params_6.extend(weights)
        request.configs.append(each.config)
    collection._backend.update_deck_configs_raw(request.SerializeToString())


def statistics(collection: Collection) -> dict[str, Any]:
    told = {name: collection.card_stats_data(id) for name, id in names(collection).items()}
    return {
        name: {
            "reviews": [
                [
                    row.time,
                    row.review_kind,
                    row.button_chosen,
                    row.interval,
                    row.ease,
                    round(row.taken_secs, 3),
                ]
                for row in each.revlog
            ],
            "recall": each.fsrs_retrievability if each.HasField("fsrs_retrievability") else None,
            "due": each.due_date,
            "interval": each.interval,
            "reps": each.reviews,
            "lapses": each.lapses,
            "position": each.due_position if each.HasField("due_position") else None,
            "preset": each.preset,
        }
        for name, each in told.items()
    }


def answered(collection: Collection) -> list[tuple[str, int, float | None]]:
    """Answers what is due, each time by another button: the card, the button, the stability afterwards."""
    top = min(
        (each for each in collection.decks.all_names_and_ids() if each.id != 1), key=lambda each: each.name
    )
    collection.decks.select(DeckId(top.id))
    done: list[tuple[str, int, float | None]] = []
    eases: tuple[Literal[2, 3, 4], ...] = (2, 3, 4)
    while len(done) < 60 and (card := collection.sched.getCard()):
        card.start_timer()
        ease = eases[len(done) % 3]
        scheduler(collection).answerCard(card, ease)
        state = collection.get_card(card.id).memory_state
        name = f"{card.note()['ID'].partition('/')[2]} {card.ord}"
        done.append((name, ease, state.stability if state else None))
    return done


def scheduler(collection: Collection) -> Scheduler:
    assert isinstance(collection.sched, Scheduler)
    return collection.sched


def main(request: dict[str, Any]) -> dict[str, Any]:
    collection = aged(str(Path(request["folder"]) / "collection.anki2"), request["age"])
    assert collection.db
    said: dict[str, Any] = {"new": imported(collection, request["package"]), "today": collection.sched.today}
    said["cards"], said["memories"] = cards(collection), memories(collection)
    said["ids"] = names(collection)
    said["log"] = collection.db.all("select * from revlog order by id")
    said["integrity"] = collection.fix_integrity()[0]
    said["cards afterwards"] = cards(collection)
    collection.set_config("fsrs", True)
    said["statistics"] = statistics(collection)
    said["outlooks"] = outlooks(collection)
    switch(collection, False)
    said["memories off"] = memories(collection)
    switch(collection, True)
    said["memories on"], said["outlooks on"] = memories(collection), outlooks(collection)
    switch(collection, True, request["weights"])
    said["memories changed"] = memories(collection)
    said["again"] = imported(collection, request["package"])
    said["answered"] = answered(collection)
    collection.close()
    return said


if __name__ == "__main__":
    print(json.dumps(main(json.loads(sys.argv[1]))))
