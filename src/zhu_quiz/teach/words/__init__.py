"""What the rules must know of a language, one file a language."""

import re
from functools import cache
from importlib import import_module
from pathlib import Path

from .words import Words

__all__ = ["Words", "words_of"]


@cache
def words_of(lang: str) -> Words | None:
    """The words of a BCP 47 tag such as `en-GB`; None for a language that nobody has listed yet."""
    name = lang.partition("-")[0].lower()
    # Two or three letters: a tag names a language, not another file of this folder.
    if not re.fullmatch("[a-z]{2,3}", name) or not (Path(__file__).parent / f"{name}.py").is_file():
        return None
    found: Words = import_module(f".{name}", __name__).WORDS
    return found
