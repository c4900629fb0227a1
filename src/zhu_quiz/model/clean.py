"""Foreign text made harmless: a terminal draws it, and nothing more happens."""

import re

_TAB = 4
_LATIN = r"\x00-\u02ff\u2000-\u206f"
_HARMFUL = re.compile(
    # Controls, and characters that are invisible or turn the direction of reading.
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u180e\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff\ufdd0-\ufdef\U000e0000-\U000e007f]"
    # Joiners and marks that emoji, Persian or Hebrew need; between Latin letters they only hide.
    f"|(?<![^{_LATIN}])[\u061c\u200c-\u200f]|[\u061c\u200c-\u200f](?![^{_LATIN}])"
)


def clean(text: str, limit: int = 100_000) -> str:
    """The text with a � for each control, invisible or reordering character, and spaces for tabs.

    Cleaning twice changes no more than cleaning once."""
    if not text.isprintable():
        text = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(_TAB)
    if len(text) > limit:
        text = text[: limit - 1] + "…"
    return text if text.isprintable() else _HARMFUL.sub("\ufffd", text)


def harmful(text: str) -> list[re.Match[str]]:
    """Where the characters stand that `clean` replaces, tabs among them."""
    # A large bank is looked through in a third of the time this way; almost all are plain.
    return [] if text.replace("\n", "").isprintable() else list(_HARMFUL.finditer(text))
