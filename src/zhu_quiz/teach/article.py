"""The article that a bank is about. It is never stored: only compared."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Article:
    text: str
    sha256: str = ""
