"""Files as Anki exports them, with whatever a learner may have done there."""

import sqlite3
import zipfile
from collections.abc import Iterable
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from zhu_quiz.anki.writing.export import export_package
from zhu_quiz.bank import Bank


class Line(NamedTuple):
    """Of the review log."""

    question: str
    ms: int
    ease: int
    type: int = 1
    interval: int = 1
    factor: int = 500
    ord: int = 0


class CardThere(NamedTuple):
    """How a card stands there."""

    question: str
    mod: int
    is_suspended: bool = False
    flag: int = 0
    ord: int = 0


def anki_file(
    path: Path,
    bank: Bank,
    lines: Iterable[Line],
    cards: Iterable[CardThere] = (),
    *,
    modified_ms: int = 0,
    package: bytes = b"",
) -> Path:
    """A package of the bank, in which that happened. `package`: one of the same bank, where there is one."""
    with zipfile.ZipFile(BytesIO(package or export_package(bank, None, 0).package)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with closing(sqlite3.connect(":memory:")) as db:
        db.deserialize(members["collection.anki2"])
        ids = {
            (name.split("\x1f")[0], ord): id
            for name, ord, id in db.execute(
                "select substr(flds, instr(flds, :id) + :skip), ord, cards.id "
                "from notes join cards on nid = notes.id",
                {"id": f"{bank.id}/", "skip": len(bank.id) + 1},
            )
        }
        db.executemany(
            "insert into revlog values (?, ?, -1, ?, ?, 0, ?, 2000, ?)",
            (
                (each.ms, ids[each.question, each.ord], each.ease, each.interval, each.factor, each.type)
                for each in lines
            ),
        )
        db.executemany(
            "update cards set queue = ?, flags = ?, mod = ?, type = 2 where id = ?",
            (
                (-1 if each.is_suspended else 2, each.flag, each.mod, ids[each.question, each.ord])
                for each in cards
            ),
        )
        if modified_ms:
            db.execute("update col set mod = ?", (modified_ms,))
        db.commit()
        members["collection.anki2"] = db.serialize()
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def joined(path: Path, one: Path, other: Path) -> Path:
    """The first file with what else the other holds."""
    with zipfile.ZipFile(one) as first, zipfile.ZipFile(other) as second:
        members = {name: first.read(name) for name in first.namelist()}
        more = second.read("collection.anki2")
    with closing(sqlite3.connect(":memory:")) as db, closing(sqlite3.connect(":memory:")) as source:
        db.deserialize(members["collection.anki2"])
        source.deserialize(more)
        for table, columns in (("notes", 11), ("cards", 18), ("revlog", 9)):
            rows = source.execute(f"select * from {table}")
            db.executemany(f"insert or ignore into {table} values ({', '.join('?' * columns)})", rows)
        db.commit()
        members["collection.anki2"] = db.serialize()
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path
