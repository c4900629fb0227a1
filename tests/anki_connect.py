"""A stand-in for the add-on AnkiConnect: strict about what it is asked, and done by a real collection."""

import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.errors import NotFoundError

WARNED = {
    "did",
    "id",
    "ivl",
    "lapses",
    "left",
    "mod",
    "nid",
    "odid",
    "odue",
    "ord",
    "queue",
    "reps",
    "type",
    "usn",
}
WRITES = {"importPackage", "setSpecificValueOfCard", "insertReviews", "suspend", "unsuspend"}


class Unexpected(Exception):
    """AnkiConnect says so in its field `error`."""


class StandIn:
    """Its actions, by their names. `collection` gives the one that is open now."""

    def __init__(self, collection: Callable[[], Collection], key: str = "") -> None:
        self._collection = collection
        self._key = key
        self.asked: list[tuple[str, dict[str, Any]]] = []
        """Every action with its parameters, those inside of `multi` too."""
        self.wrong: list[str] = []
        """What no client may ask."""
        self.answers: dict[str, Any] = {}
        """Said instead of the truth."""

    @property
    def writes(self) -> list[str]:
        return [action for action, _ in self.asked if action in WRITES]

    def handle(self, request: Any) -> Any:
        try:
            return {"result": self._done(request), "error": None}
        except Exception as error:  # as AnkiConnect does
            return {"result": None, "error": str(error)}

    def _done(self, request: Any) -> Any:
        action = request.get("action")
        if action != "requestPermission" and request.get("key") != (self._key or None):
            raise Unexpected("valid api key must be provided")
        self._insist(
            set(request) - {"key"} == {"action", "version", "params"}, f"keys of a request: {sorted(request)}"
        )
        self._insist(request["version"] == 6, f"version {request['version']}")
        parameters = request["params"]
        if action in self.answers:
            return self.answers[action]
        if action == "multi":
            self._insist(set(parameters) == {"actions"}, "multi takes actions")
            return [self.handle(each) for each in parameters["actions"]]
        self.asked.append((action, parameters))
        method = getattr(self, f"do_{_in_python(action)}", None)
        if method is None:
            raise Unexpected("unsupported action")
        return method(**{_in_python(name): value for name, value in parameters.items()})

    def _insist(self, is_so: bool, what: str) -> None:
        if not is_so:
            self.wrong.append(what)

    def do_request_permission(self) -> Any:
        return {"permission": "granted", "requireApikey": bool(self._key), "version": 6}

    def do_find_notes(self, query: str) -> Any:
        return list(self._collection().find_notes(query))

    def do_find_cards(self, query: str) -> Any:
        return list(self._collection().find_cards(query))

    def do_notes_info(self, notes: list[int]) -> Any:
        self._insist(_are_numbers(notes), f"notes {notes}")
        col = self._collection()
        for id in notes:
            try:
                note = col.get_note(id)  # type: ignore[arg-type]  # a plain int
            except NotFoundError:
                yield {}
                continue
            fields = {
                name: {"value": value, "order": order} for order, (name, value) in enumerate(note.items())
            }
            yield {
                "noteId": note.id, "profile": "User 1", "tags": note.tags, "fields": fields,
                "modelName": "", "mod": note.mod, "cards": list(note.card_ids()),
            }  # fmt: skip

    def do_cards_info(self, cards: list[int]) -> Any:
        self._insist(_are_numbers(cards), f"cards {cards}")
        for id in cards:
            try:
                card = self._collection().get_card(id)  # type: ignore[arg-type]  # a plain int
            except NotFoundError:
                yield {}
                continue
            yield {
                "cardId": card.id, "fieldOrder": card.ord, "ord": card.ord, "factor": card.factor,
                "interval": card.ivl, "note": card.nid, "type": card.type, "queue": card.queue, "due": card.due,
                "reps": card.reps, "lapses": card.lapses, "left": card.left, "mod": card.mod,
            }  # fmt: skip

    def do_get_reviews_of_cards(self, cards: list[int]) -> Any:
        self._insist(_are_numbers(cards), f"cards {cards}")
        names = ("id", "usn", "ease", "ivl", "lastIvl", "factor", "time", "type")
        db = self._collection().db
        assert db
        query = f"select {', '.join(names)} from revlog where cid = ?"
        return {str(id): [dict(zip(names, row, strict=True)) for row in db.all(query, id)] for id in cards}

    def do_import_package(self, path: str) -> Any:
        self._insist(path.startswith("/") and path.endswith(".apkg"), f"path {path}")
        options = ImportAnkiPackageOptions(merge_notetypes=True, with_scheduling=True, with_deck_configs=True)
        self._collection().import_anki_package(ImportAnkiPackageRequest(package_path=path, options=options))
        return True

    def do_set_specific_value_of_card(
        self, card: int, keys: list[str], new_values: list[Any], warning_check: bool = False
    ) -> Any:
        self._insist(_are_numbers([card]) and len(keys) == len(new_values), "a card, keys and values")
        if WARNED & {*keys} and not warning_check:
            return False
        col = self._collection()
        found = col.get_card(card)  # type: ignore[arg-type]  # a plain int
        for name, value in zip(keys, new_values, strict=True):
            self._insist(hasattr(found, name), f"a card has no {name}")
            setattr(found, name, value)
        try:
            col.update_card(found, skip_undo_entry=True)
        except Exception as error:  # as AnkiConnect does
            return [[False, str(error)]]
        return [True]

    def do_insert_reviews(self, reviews: list[list[int]]) -> Any:
        for row in reviews:
            self._insist(len(row) == 9 and _are_numbers(row), f"review {row}")
        rows = ",".join(f"({','.join(map(str, row))})" for row in reviews)
        db = self._collection().db
        assert db
        db.execute(f"insert into revlog(id,cid,usn,ease,ivl,lastIvl,factor,time,type) values {rows}")

    def do_suspend(self, cards: list[int]) -> Any:
        self._insist(_are_numbers(cards), f"cards {cards}")
        left = [card for card in cards if self._collection().get_card(card).queue != -1]  # type: ignore[arg-type]
        self._collection().sched.suspend_cards(left)  # type: ignore[arg-type]  # plain ints
        return bool(left)

    def do_unsuspend(self, cards: list[int]) -> Any:
        self._insist(_are_numbers(cards), f"cards {cards}")
        left = [card for card in cards if self._collection().get_card(card).queue == -1]  # type: ignore[arg-type]
        self._collection().sched.unsuspend_cards(left)  # type: ignore[arg-type]  # plain ints


@contextmanager
def listening(answer: Callable[[Any], Any], status: int = 200) -> Iterator[str]:
    """A server on this machine for the time being; gives its address."""

    class Server(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            told = answer(json.loads(body))
            written = told if isinstance(told, bytes) else json.dumps(told, default=list).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(written)))
            self.end_headers()
            self.wfile.write(written)

        def log_message(self, *_: object) -> None:
            """Nothing."""

    with HTTPServer(("127.0.0.1", 0), Server) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def _in_python(name: str) -> str:
    return re.sub("[A-Z]", lambda found: "_" + found[0].lower(), name)


def _are_numbers(values: list[Any]) -> bool:
    return all(type(value) is int for value in values)
