"""A package as a zip file: of which generation it is, and its members, each read within bounds."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from typing import BinaryIO

from . import wire
from .refusal import DAMAGED, Refusal

MIB = 1 << 20
MOST_DIRECTORY = 8 * MIB
"""Of the list of members: enough for 100 000 of them."""
USUAL = 64 * MIB
MOST_RATIO = 200
"""How many times its packed size a member beyond the usual size may have."""

_CHUNK = 1 << 16
# A kilobyte that was compressed is 32 megabytes at the very most.
_ZSTD_CHUNK = 1 << 10
_WIDEST_WINDOW = 1 << 26
_STUMBLES = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, RuntimeError, ValueError, OverflowError)


class Generation(IntEnum):
    """How a package is made, by its number in the member `meta`."""

    LEGACY_1 = 1
    """collection.anki2: Anki before 2.1, and most other programs."""
    LEGACY_2 = 2
    """collection.anki21, beside it an anki2 that only asks for a newer Anki."""
    LATEST = 3
    """collection.anki21b: Anki since 2.1.50; each member is compressed once more by itself."""

    @property
    def database(self) -> str:
        return ("collection.anki2", "collection.anki21", "collection.anki21b")[self - 1]


class Archive:
    """The members of a package."""

    def __init__(self, file: BinaryIO) -> None:
        if not zipfile.is_zipfile(file):
            raise Refusal(_what_else(file))
        with _stumbling():
            self._zip = zipfile.ZipFile(_Sparing(file))
        self._members = {member.filename: member for member in self._zip.infolist()}
        if len(self._members) < len(self._zip.infolist()):
            raise Refusal("holds two members of the same name, as no package of Anki does")
        self.generation = self._generation()

    @property
    def members(self) -> tuple[str, ...]:
        """All that is in the file, in its order."""
        return tuple(self._members)

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def size(self, name: str) -> int:
        """Of a member as it is packed; beware, the file may lie."""
        return self._members[name].file_size

    def database(self, most: int) -> Iterator[bytes]:
        """The collection, piece by piece."""
        return self.content(self.generation.database, most)

    def content(self, name: str, most: int) -> Iterator[bytes]:
        """A member as Anki wrote it, piece by piece; more than `most` bytes are refused."""
        packed = self._members[name].compress_size
        limit = min(most, max(USUAL, MOST_RATIO * packed))
        pieces = self._stored(name)
        if self.generation is Generation.LATEST:
            pieces = _decompressed(pieces)
        count = 0
        for piece in pieces:
            count += len(piece)
            if count > limit:
                raise Refusal(f"unpacks to more than {limit // MIB} megabytes, which is not read")
            yield piece

    def _stored(self, name: str) -> Iterator[bytes]:
        member = self._members[name]
        if member.flag_bits & 1:
            raise Refusal("is locked by a password. Save it without one")
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Refusal("is compressed in a way that Anki does not know. Export it from Anki again")
        size = _ZSTD_CHUNK if self.generation is Generation.LATEST else _CHUNK
        with _stumbling(), self._zip.open(member) as file:
            while piece := file.read(size):
                yield piece

    def _generation(self) -> Generation:
        self.generation = Generation.LEGACY_1
        if "meta" in self:
            version = wire.number(b"".join(self.content("meta", 1024)), 1)
            if version not in tuple(Generation):
                raise Refusal(
                    "was made by a newer Anki than this program knows. Export it for older versions"
                )
            found = Generation(version)
        elif Generation.LATEST.database in self:
            raise Refusal("was made by a trial version of Anki. Export it again from a present one")
        else:
            found = Generation.LEGACY_2 if Generation.LEGACY_2.database in self else Generation.LEGACY_1
        if found.database not in self:
            raise Refusal("is no package of Anki: it holds no collection")
        return found


@contextmanager
def _stumbling() -> Iterator[None]:
    """`zipfile` checks little of what stands in a file, and fails on it in many ways."""
    try:
        yield
    except _STUMBLES as error:
        raise Refusal(DAMAGED) from error


class _Sparing(io.BufferedIOBase):
    """Refuses to read at once what only a bomb has at one place: `zipfile` loads any list of members whole."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > MOST_DIRECTORY:
            raise Refusal("holds far more files than Anki allows")
        return self._file.read(-1 if size is None else size)

    def seek(self, offset: int, whence: int = 0, /) -> int:
        if offset < 0 and not whence:
            raise zipfile.BadZipFile("a member before the beginning")
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def seekable(self) -> bool:
        return True


def _decompressed(pieces: Iterator[bytes]) -> Iterator[bytes]:
    # Imported here: packages of the older generations do without it.
    import zstandard

    frame = zstandard.ZstdDecompressor(max_window_size=_WIDEST_WINDOW).decompressobj()
    try:
        for piece in pieces:
            yield frame.decompress(piece)
            if frame.eof:
                return
    except zstandard.ZstdError as error:
        raise Refusal(DAMAGED) from error
    raise Refusal(DAMAGED)


def _what_else(file: BinaryIO) -> str:
    """What a file is that is no zip file."""
    file.seek(0)
    start = file.read(1024)
    if not start:
        return "is empty. Download or export it again"
    if start.startswith(b"SQLite format 3\0"):
        return "is a collection itself, no package. Export it from Anki: File > Export"
    if start.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"<"):
        return "is a web page, no package of Anki. Download the package itself"
    if start.startswith(b"PK\3\4"):
        return DAMAGED.replace("is damaged, and", "breaks off or is damaged, and")
    return "is no package of Anki. Export one from Anki: File > Export"
