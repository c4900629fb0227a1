"""What notes, decks and tags are called in a bank."""

import re
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from ...model.markdown import bare
from ...questions.foreign import slug

LONGEST_ID = 40
_READABLE = 28
"""Characters of an id that come from the text; what tells it from others may follow."""
_ID = re.compile(r"(?!\S{41})[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_LANGUAGE = re.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


class Ids:
    """Gives out ids, each once. They follow from the note alone, unless another has the same words."""

    def __init__(self) -> None:
        self._taken = set[str]()
        self._numbers = Counter[str]()

    def own(self, wanted: str) -> str:
        """The id that a question of ours has already; empty where it is none, or taken."""
        if not is_id(wanted) or wanted in self._taken:
            return ""
        self._taken.add(wanted)
        return wanted

    def of(self, text: str, guid: str, suffix: str = "") -> str:
        words = readable(text, _READABLE)
        mark = sha256(guid.encode("utf-8", "replace")).hexdigest()
        for name in (words, f"{words or 'note'}-{mark[:4]}", f"{words or 'note'}-{mark[:8]}"):
            if words or name:
                found = self.own(f"{name}{suffix}"[:LONGEST_ID].rstrip("-"))
                if found:
                    return found
        self._numbers[mark] += 1
        return self.own(f"q-{mark[:20]}-{self._numbers[mark]}") or self.of(text, f"{guid} again", suffix)


def is_id(word: str) -> bool:
    return _ID.fullmatch(word) is not None


def is_language(word: str) -> bool:
    return _LANGUAGE.fullmatch(word) is not None


def readable(text: str, longest: int = LONGEST_ID) -> str:
    """The first words of a text as an id; empty where it has no letters that an id may have."""
    name = slug(bare(text[:400]))
    name = f"q-{name}" if name and not name[0].isalpha() else name
    if len(name) <= longest:
        return name
    return name[: longest + 1].rpartition("-")[0] or name[:longest]


def tags(written: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Tags as a bank has them, and those of Anki that it cannot have."""
    kept, lost = dict[str, None](), []
    for tag in written:
        name = "-".join(filter(None, map(slug, tag.split("::"))))
        if tag.casefold() in ("leech", "marked") or not name:
            lost.append(tag)
        elif not tag.startswith("zhu::"):
            kept[name] = None
    return tuple(kept), tuple(lost)
