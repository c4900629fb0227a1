"""What reading a large Anki package costs, as a ratio to plain sqlite3 fetching the same rows beside it.

Run: python benchmarks/anki_read.py"""

import json
import sqlite3
import subprocess
import sys
import time
import zipfile
from collections import deque
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import genanki
import zstandard
from anki.collection import (
    Collection,
    ExportAnkiPackageOptions,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)
from genanki.apkg_col import APKG_COL
from genanki.apkg_schema import APKG_SCHEMA

from zhu_quiz.anki.reading import opened

NOTES = 100_000
REVIEWS = 300_000
FIRST_MS = 1_600_000_000_000
MODEL = genanki.Model(
    1, "Basic", [{"name": "Front"}, {"name": "Back"}],
    [{"name": "Card 1", "qfmt": "{{Front}}", "afmt": "{{Back}}"}],
)  # fmt: skip
TABLES = ("notes", "cards", "revlog")


def write_legacy(path: Path) -> None:
    """A package of the first generation, such as genanki writes."""
    database = sqlite3.connect(":memory:")
    database.executescript(APKG_SCHEMA + APKG_COL)
    conf = json.dumps({"schedVer": 2, "nextPos": 1, "activeDecks": [1], "curDeck": 1})
    models = json.dumps({"1": MODEL.to_json(0, 1)})
    database.execute("update col set models = ?, conf = ?", (models, conf))
    text = "A sentence of some length on the matter that number {} is about; "
    for number in range(NOTES):
        id, fields = FIRST_MS + number, f"{text.format(number) * 2}\x1f<b>{text.format(-number)}</b>"
        note = (id, f"guid{number}", 1, FIRST_MS // 1000, -1, " one two ", fields, fields[:50], 0, 0, "")
        card = (id, id, 1, 0, FIRST_MS // 1000, -1, 2, 2, 100, 30, 2500, 3, 0, 0, 0, 0, 0, "{}")
        database.execute(f"insert into notes values ({','.join('?' * 11)})", note)
        database.execute(f"insert into cards values ({','.join('?' * 18)})", card)
    for number in range(REVIEWS):
        review = (FIRST_MS + number, FIRST_MS + number % NOTES, -1, 3, 5, 1, 2500, 4000, 1)
        database.execute("insert into revlog values (?,?,?,?,?,?,?,?,?)", review)
    database.commit()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("collection.anki2", database.serialize())
        package.writestr("media", "{}")


def write_latest(legacy: Path, path: Path) -> None:
    """The same as Anki itself exports it."""
    collection = Collection(str(path.parent / "collection.anki2"))
    options = ImportAnkiPackageOptions(with_scheduling=True)
    collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(legacy), options=options))
    collection.export_anki_package(
        out_path=str(path),
        options=ExportAnkiPackageOptions(with_scheduling=True, legacy=False),
        limit=None,
    )
    collection.close()


def plain(path: Path) -> None:
    """All rows of a package that is trusted."""
    with zipfile.ZipFile(path) as package, TemporaryDirectory() as folder:
        copy = Path(folder) / "collection"
        if "collection.anki21b" in package.namelist():
            packed = package.read("collection.anki21b")
            copy.write_bytes(zstandard.ZstdDecompressor().decompressobj().decompress(packed))
        else:
            copy.write_bytes(package.read("collection.anki2"))
        connection = sqlite3.connect(copy)
        for table in TABLES:
            deque(connection.execute(f"select * from {table}"), maxlen=0)
        connection.close()


def ours(path: Path) -> None:
    with opened(path) as package:
        for rows in (package.notes, package.cards, package.reviews):
            deque(rows(), maxlen=0)


def seconds(work: Callable[[], None], rounds: int = 3) -> float:
    """Of the quickest round."""
    quickest = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        quickest = min(quickest, time.perf_counter() - start)
    return quickest


def peak(path: Path, work: str) -> float:
    """The most memory that a process of its own took for it, in megabytes; Linux tells it."""
    told = "print(Path('/proc/self/status').read_text().partition('VmHWM:')[2].split()[0])"
    run = [sys.executable, "-c", f"import sys; from pathlib import Path; {work}\n{told}", str(path)]
    return int(subprocess.run(run, capture_output=True, text=True, check=True).stdout) / 1024


READ = """
from zhu_quiz.anki.reading import opened
with opened(Path(sys.argv[1])) as package:
    for rows in (package.notes, package.cards, package.reviews):
        for row in rows():
            pass"""


def compare(path: Path) -> None:
    mine, theirs = seconds(lambda: ours(path)), seconds(lambda: plain(path))
    print(
        f"{path.name:13} {mine:5.2f} s, plain sqlite3 {theirs:5.2f} s, ratio {mine / theirs:.2f};"
        f" {peak(path, READ):.0f} MB at the most, of which Python {peak(path, ''):.0f} MB"
    )


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        legacy, latest = Path(folder) / "legacy.apkg", Path(folder) / "latest.apkg"
        write_legacy(legacy)
        write_latest(legacy, latest)
        compare(legacy)
        compare(latest)
