"""The kinds by name. The file of a kind bears its name and is read when the kind is first asked for."""

from collections.abc import Iterator, MutableMapping
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .question import Question


class Kinds(MutableMapping[str, "type[Question]"]):
    """Asking for one kind reads one file, since all of them take 20 ms; looking through them reads all."""

    def __init__(self) -> None:
        self._read: dict[str, type[Question]] = {}

    def __getitem__(self, name: str) -> "type[Question]":
        if name not in self._read and name.replace("-", "_") in _files():
            _read(name.replace("-", "_"))
        return self._read[name]

    def __setitem__(self, name: str, kind: "type[Question]") -> None:
        self._read[name] = kind

    def __delitem__(self, name: str) -> None:
        del self._read[name]

    def __iter__(self) -> Iterator[str]:
        self._read_all()
        return iter(sorted(self._read))  # Not in the order in which they happened to be read.

    def __len__(self) -> int:
        self._read_all()
        return len(self._read)

    def _read_all(self) -> None:
        """Looks at every file of the folder, so that a new kind is one new file."""
        for file in _files():
            _read(file)


def _files() -> list[str]:
    return [module.name for module in iter_modules([str(Path(__file__).parent)])]


def _read(file: str) -> None:
    # A kind registers itself.
    import_module(f"{__package__}.{file}")
