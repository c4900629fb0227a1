"""The lists that a language must give."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Words:
    """Words in small letters."""

    function: frozenset[str] = frozenset()
    """That carry no matter of their own: the, of, to."""
