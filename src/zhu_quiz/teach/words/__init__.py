"""What the rules must know of a language, one file a language."""

from importlib import import_module
from pathlib import Path

from .words import Words

__all__ = ["Words", "words_of"]


def words_of(lang: str) -> Words | None:
    """The words of a BCP 47 tag such as `en-GB`; None for a language that nobody has listed yet."""
    name = lang.partition("-")[0].lower()
    if not name.isalpha() or not (Path(__file__).parent / f"{name}.py").is_file():
        return None
    found: Words = import_module(f".{name}", __name__).WORDS
    return found
