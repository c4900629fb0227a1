"""Typed text before anyone asks what it says: one sign for one thing, nothing invisible."""

import unicodedata

LONGEST = 100_000
"""Characters that are looked at, as many as a text of a bank may have."""

# Replaced before NFKC, which makes a loose accent a space and a mark, and after it, which makes some anew.
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘‛ʼʻʽʹ′`´", "'"))
_INVISIBLE = ("Cc", "Cf", "Cs")


def tidied(text: str) -> str:
    """The text in compatible characters (NFKC), with single spaces and straight apostrophes."""
    text = " ".join(text[:LONGEST].translate(_APOSTROPHES).split())
    if text.isascii() and text.isprintable():
        return text
    visible = "".join(character for character in text if unicodedata.category(character) not in _INVISIBLE)
    return " ".join(unicodedata.normalize("NFKC", visible).translate(_APOSTROPHES).split())
