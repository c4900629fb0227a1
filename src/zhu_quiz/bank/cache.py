"""Banks as they were read, so that a text is read only once. What is damaged is read again."""

import os
from contextlib import suppress
from dataclasses import astuple
from hashlib import sha256
from json import dumps, loads
from pathlib import Path
from typing import Any
from zlib import crc32

from ..model.problem import Fix, Problem, QuizError, Severity, reason_of
from ..model.tree import Group, Place, planted
from ..questions.keys import read_keys, write_keys
from .bank import Bank, Entry, Shelf
from .collector import resting
from .head import Claim, Head

_FORMAT = 1
"""Raised when what is stored changes its shape."""
_KEPT = 20
"""Each edit of a bank stores another copy."""
_CODE = ("bank", "questions", "model")
_DEFAULTS = tuple(Entry._field_defaults.get(name) for name in Entry._fields)
_PLAIN = Entry._fields.index("sides")
"""How many fields of an entry are no tuples."""


def read_bank(path: Path, cache: Path | None = None) -> Bank:
    """The bank in a file, with whatever problems it has. Raises `QuizError` where no file can be read.

    `cache` is a folder for what was read before, made where it is missing."""
    data = read_bytes(path)
    stored = cache / f"{_name(data)}.bank" if cache else None
    with resting():
        bank = _loaded(stored, path) if stored else None
    if bank:
        return bank
    from .reader import read_text

    bank = read_text(data, path)
    if stored and bank.id:
        # A cache that cannot be written, as in a read-only home, costs time and nothing else.
        with suppress(OSError):
            _store(bank, stored)
    return bank


def read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise QuizError(f"{path} cannot be read as a bank: {reason_of(error)}.") from error


def _name(data: bytes) -> str:
    """Another for every text, and for every state of the code that reads it."""
    root = Path(__file__).parents[1]
    files = [
        entry for folder in _CODE for place, _, _ in os.walk(root / folder) for entry in os.scandir(place)
    ]
    parts = [
        f"{entry.path} {entry.stat().st_size} {entry.stat().st_mtime_ns}"
        for entry in files
        if entry.name.endswith(".py")
    ]
    # The version of the package would take 20 to 130 ms to find out, and stays while one edits.
    return sha256("\n".join([str(_FORMAT), *sorted(parts), ""]).encode() + data).hexdigest()


def _store(bank: Bank, path: Path) -> None:
    body = "\n".join([dumps(_contents(bank)), *(dumps(each.plain()) for each in bank.questions.values())])
    data = body.encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(f".{os.getpid()}")
    try:
        unfinished.write_bytes(b"%b\n%b" % (_checksum(data), data))
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    for old in sorted(path.parent.glob("*.bank"), key=os.path.getmtime)[:-_KEPT]:
        old.unlink(missing_ok=True)


def _contents(bank: Bank) -> dict[str, Any]:
    return {
        "head": write_keys(bank),
        "claims": [write_keys(claim) for claim in bank.claims],
        "claims_path": bank.claims_path,
        "contents": [_row(entry) for entry in bank.contents.values()],
        "lines": list(bank.lines.values()),
        "problems": [astuple(problem) for problem in bank.problems],
        "left_out": bank.left_out,
    }


def _row(entry: Entry) -> list[Any]:
    """Without the defaults at its end, which are most of it."""
    row = list(entry)
    while row[-1] == _DEFAULTS[len(row) - 1]:
        row.pop()
    return row


def _loaded(stored: Path, path: Path) -> Bank | None:
    """None where it is missing, damaged or not ours."""
    try:
        checksum, *parts = (data := stored.read_bytes()).split(b"\n")
        is_sound = checksum == _checksum(memoryview(data)[len(checksum) + 1 :])
        return _unpacked(parts, path) if is_sound else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _checksum(data: bytes | memoryview) -> bytes:
    return b"zhu-quiz bank %08x" % crc32(data)


def _unpacked(parts: list[bytes], path: Path) -> Bank:
    contents, packed = loads(parts[0]), parts[1:]
    entries = _entries(contents["contents"])
    head = _record(Head, contents["head"])
    return Bank(
        **head,
        claims=tuple(Claim(**_record(Claim, claim)) for claim in contents["claims"]),
        claims_path=contents["claims_path"],
        questions=Shelf(entries, dict(zip(entries, packed, strict=True)), head.get("lang", "en")),
        path=path,
        lines=dict(zip(entries, contents["lines"], strict=True)),
        problems=tuple(
            Problem(
                code=code, message=message, remedy=remedy, place=Place(*place), question=question,
                severity=Severity(severity),
                fixes=tuple(Fix(Place(*where), text, is_safe) for where, text, is_safe in fixes),
            )
            for code, message, remedy, place, question, severity, fixes in contents["problems"]
        ),
        left_out=tuple(contents["left_out"]),
    )  # fmt: skip


def _entries(rows: list[list[Any]]) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    new, rest = tuple.__new__, [_DEFAULTS[length:] for length in range(len(_DEFAULTS) + 1)]
    for row in rows:
        if len(row) > _PLAIN:
            row[_PLAIN:] = map(tuple, row[_PLAIN:])
        entries[row[0]] = new(Entry, (*row, *rest[len(row)]))
    return entries


def _record(kind: type, plain: Any) -> dict[str, Any]:
    tree = planted(plain)
    return read_keys(kind, tree)[0] if isinstance(tree, Group) else {}
