"""How a check is told, one file a format: each has a function `told`."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...checking import Checked

FORMATS = tuple(sorted(module.name for module in iter_modules(__path__)))


@dataclass(frozen=True, kw_only=True)
class Manner:
    is_strict: bool = False
    """Whether warnings are failures too."""
    width: int | None = None
    """Of the terminal; None where nobody reads it on one."""


def told(name: str, checks: "Sequence[Checked]", manner: Manner) -> str:
    """What was found in some banks."""
    written: str = import_module(f".{name}", __name__).told(checks, manner)
    return written
