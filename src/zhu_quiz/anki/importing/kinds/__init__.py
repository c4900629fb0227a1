"""The kinds of notes that are known, one file each. A further one is one further file."""

from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import NamedTuple

from ..notes import Draft, ForeignNote


class Kind(NamedTuple):
    """A kind of notes. The file of a kind names it `KIND`."""

    name: str
    rank: int
    """Those with lower numbers are asked first: the more special ones."""
    read: Callable[[ForeignNote], Sequence[Draft] | None]
    """Its questions; None where the note is of another kind. Raises `NotCarried`."""
    example: ForeignNote


@cache
def kinds() -> tuple[Kind, ...]:
    """All of them, in the order in which they are asked."""
    names = [module.name for module in iter_modules([str(Path(__file__).parent)])]
    found: list[Kind] = [import_module(f"{__name__}.{name}").KIND for name in names]
    return tuple(sorted(found, key=lambda kind: kind.rank))


def drafts(note: ForeignNote) -> Sequence[Draft]:
    """The questions of a note of whatever kind. Raises `NotCarried`."""
    return next(found for kind in kinds() if (found := kind.read(note)) is not None)
