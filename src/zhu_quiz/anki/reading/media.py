"""The pictures and sounds of a package: where each is packed, under names that are safe."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ...model.clean import harmful
from . import wire
from .archive import MIB, Archive, Generation
from .json_object import json_object
from .refusal import Refusal

MEMBER = "media"
MOST_BYTES_OF_LIST = 16 * MIB
MOST_MEDIA = 100_000
LONGEST_NAME = 120
"""In bytes; it is Anki's own limit."""

_OF_PATHS = set('/\\:*?"<>|\n')
_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(\..*)?", re.IGNORECASE)


class Medium(NamedTuple):
    member: str
    size: int


def media_of(archive: Archive) -> tuple[Mapping[str, Medium], int]:
    """Each by its name, and how many more are listed, of which the name is unsafe or which are not there."""
    found: dict[str, Medium] = {}
    listed = 0
    for listed, (member, name, size) in enumerate(_listed(archive), 1):
        if listed > MOST_MEDIA:
            raise Refusal(f"lists more than {MOST_MEDIA:,} pictures and sounds, and so many are not read")
        name = unicodedata.normalize("NFC", name)
        if is_safe(name) and name not in found and member in archive:
            found[name] = Medium(member, archive.size(member) if size is None else size)
    return found, listed - len(found)


def is_safe(name: str) -> bool:
    """Whether a file may be called so on every system, and stays in its folder."""
    return (
        0 < len(name.encode(errors="replace")) <= LONGEST_NAME
        and name == name.strip(". ")
        and not harmful(name)
        and _OF_PATHS.isdisjoint(name)
        and not _DEVICE.fullmatch(name)
    )


def _listed(archive: Archive) -> Iterator[tuple[str, str, int | None]]:
    """The member, the name, and the size where it is told, of each medium."""
    if MEMBER not in archive:
        return
    content = b"".join(archive.content(MEMBER, MOST_BYTES_OF_LIST))
    if archive.generation is Generation.LATEST:
        yield from _latest(content)
    elif content.strip():
        yield from _legacy(content)


def _legacy(content: bytes) -> Iterator[tuple[str, str, None]]:
    for member, name in json_object(str(content, "utf-8", "replace")).items():
        # Any other member is no medium: the collection itself could go out as one.
        yield member if member.isascii() and member.isdigit() else "", str(name), None


def _latest(content: bytes) -> Iterator[tuple[str, str, int]]:
    entries = (value for field, value in wire.fields(content) if field == 1 and isinstance(value, bytes))
    for member, entry in enumerate(entries):
        yield str(member), wire.text(entry, 1), wire.number(entry, 2)
