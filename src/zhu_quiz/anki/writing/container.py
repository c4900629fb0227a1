"""The file around a collection: a zip of the database, a list of the pictures, and these by number."""

import json
import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO

from ...model.problem import QuizError
from ..reading import opened
from .media import is_whole

DATABASE = "collection.anki2"
MEMBERS = (DATABASE, "media")
"""What every package of ours begins with; pictures follow."""


def zipped(database: bytes, media: Mapping[str, bytes]) -> bytes:
    """The package of a collection and its pictures: the same ones always give the same bytes."""
    names = sorted(media)
    listed = json.dumps({str(number): name for number, name in enumerate(names)}).encode()
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in zip(MEMBERS, (database, listed), strict=True):
            archive.writestr(_member(name), content, zipfile.ZIP_DEFLATED, compresslevel=4)
        for number, name in enumerate(names):
            archive.writestr(_member(str(number)), media[name])  # Pictures are compressed already.
    return buffer.getvalue()


def begins_like_ours(package: bytes) -> bool:
    """Also where it breaks off, or is damaged further on."""
    name = DATABASE.encode()
    return package[:4] == b"PK\3\4" and package[30 : 30 + len(name)] == name


def pictures(package: bytes, names: Iterable[str]) -> dict[str, bytes]:
    """Those of these pictures that a package of ours holds undamaged."""
    wanted = sorted(names)
    if not wanted:
        return {}
    try:
        with opened(BytesIO(package)) as held:
            found = {name: held.medium(name) for name in wanted if name in held.media}
    except QuizError:
        return {}
    return {name: content for name, content in found.items() if is_whole(name, content)}


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name)  # dated 1980
    member.create_system = 3
    member.external_attr = 0o644 << 16
    return member
