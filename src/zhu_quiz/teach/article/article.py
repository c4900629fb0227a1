"""The article that a bank is about. It is never stored: only compared."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from ...model.problem import QuizError, reason_of
from ..words.prose import split, straight

MAX_BYTES = 1024 * 1024
"""More than a novel."""
COPIED = 8
"""So many words in a row are copied, not said alike by chance."""
LONGEST_PHRASE = 40
"""In words: what is longer has no hash and no nearest words, so that looking for it stays cheap."""
_SEARCHED = 20_000
"""Words: in a longer article nothing is near, for each look would take more than a few milliseconds."""
_LIKENESS = 60
"""In percent: words that are less alike share but letters."""
_HASH = re.compile(r"sha:([1-9][0-9]?):([0-9a-f]{10})")


def plain_words(text: str) -> tuple[str, ...]:
    """The words and figures of a text as they are compared: NFKC, without capitals, apostrophes straight.

    Every other sign parts words, a hyphen too. In scripts that put no spaces each sign is a word."""
    plain = unicodedata.normalize("NFKC", straight(text)).casefold()
    return tuple(part for word in split(plain) for part in word.split("-"))


def hashed(words: tuple[str, ...]) -> str:
    """What may stand for a phrase: `sha:`, how many words, and ten figures that name them.

    They are the first of the SHA-256 of the words of `plain_words`, joined by single spaces, in UTF-8."""
    return f"sha:{len(words)}:{sha256(' '.join(words).encode()).hexdigest()[:10]}"


def is_hash(evidence: str) -> bool:
    return _HASH.fullmatch(evidence) is not None


def length(evidence: str) -> int:
    """In words, of a phrase or of what stands for one."""
    found = _HASH.fullmatch(evidence)
    return int(found[1]) if found else len(plain_words(evidence))


class Span(NamedTuple):
    """Some words of the article, counted from 0."""

    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class Article:
    text: str
    sha256: str = ""
    """Of the file."""
    _windows: dict[int, list[str]] = field(default_factory=dict, init=False, repr=False, compare=False)
    """All phrases of that many words, once somebody asked for them."""
    _hashes: dict[int, dict[str, list[int]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(word for raw in self._raw for word in plain_words(raw))

    def find(self, evidence: str) -> tuple[Span, ...]:
        """Where a phrase stands, or one with that hash. Spaces, hyphens and apostrophes do not matter."""
        if is_hash(evidence):
            size = length(evidence)
            return tuple(Span(at, at + size) for at in self._by_hash(size).get(evidence, ()))
        return tuple(self._found("".join(plain_words(evidence)).replace("'", "")))

    def nearest(self, phrase: str) -> str:
        """The words that are most like a phrase, as the article writes them; empty where none are."""
        from rapidfuzz import fuzz, process

        if len(self.words) > _SEARCHED:
            return ""
        wanted = plain_words(phrase)[:LONGEST_PHRASE]
        size = len(wanted)
        if size not in self._windows:
            self._windows[size] = [" ".join(each) for each in self._phrases(size)]
        found = process.extractOne(
            " ".join(wanted), self._windows[size], scorer=fuzz.ratio, score_cutoff=_LIKENESS
        )
        return self._written(Span(found[2], found[2] + size)) if found else ""

    def paragraph(self, span: Span) -> Span:
        """The paragraph where some words begin. Empty lines part paragraphs; where there are none, line ends do."""
        starts = self._paragraphs
        at = bisect_right(starts, span.start)
        return Span(starts[at - 1], starts[at] if at < len(starts) else len(self.words))

    def copied(self, text: str) -> str:
        """The first words of a text that are so many in a row of the article that they are a copy."""
        words = plain_words(text)
        runs = (words[at : at + COPIED] for at in range(len(words) - COPIED + 1))
        return " ".join(next((run for run in runs if run in self._runs), ()))

    def _by_hash(self, size: int) -> Mapping[str, Sequence[int]]:
        """Where the phrases of that many words begin, by hash."""
        if size not in self._hashes:
            found = self._hashes[size] = {}
            for at, phrase in enumerate(self._phrases(size)):
                found.setdefault(hashed(phrase), []).append(at)
        return self._hashes[size]

    @cached_property
    def _runs(self) -> frozenset[tuple[str, ...]]:
        return frozenset(self._phrases(COPIED))

    def _phrases(self, size: int) -> Iterator[tuple[str, ...]]:
        if 0 < size <= LONGEST_PHRASE:
            yield from (self.words[at : at + size] for at in range(len(self.words) - size + 1))

    def _found(self, wanted: str) -> Iterator[Span]:
        starts, ends = self._edges
        at = self._solid.find(wanted) if wanted else -1
        while at >= 0:
            if at in starts and at + len(wanted) in ends:
                yield Span(starts[at], ends[at + len(wanted)])
            at = self._solid.find(wanted, at + 1)

    def _written(self, span: Span) -> str:
        first, last = (bisect_right(self._owners, at) - 1 for at in (span.start, span.end - 1))
        written = " ".join(self._raw[first : last + 1])
        return re.sub(r"^\W+|\W+$", "", written)

    @cached_property
    def _raw(self) -> list[str]:
        """What spaces part."""
        return self.text.split()

    @cached_property
    def _owners(self) -> list[int]:
        """Which word each of those begins with."""
        return [0, *accumulate(len(plain_words(raw)) for raw in self._raw)][:-1]

    @cached_property
    def _paragraphs(self) -> list[int]:
        """Which word each begins with."""
        lines = [line.strip() for line in self.text.strip().splitlines()]
        paragraphs = lines if all(lines) else "\n".join(lines).split("\n\n")
        return [0, *accumulate(len(plain_words(each)) for each in paragraphs)]

    @cached_property
    def _solid(self) -> str:
        """All letters and figures in a row."""
        return "".join(self.words).replace("'", "")

    @cached_property
    def _edges(self) -> tuple[dict[int, int], dict[int, int]]:
        """Which word begins, and which is over, at each place of that row."""
        starts, ends, place = {}, {}, 0
        for at, word in enumerate(self.words):
            starts[place] = at
            for piece in word.split("'"):  # A phrase may end before a genitive.
                place += len(piece)
                ends[place] = at + 1
        return starts, ends


def read_article(path: Path) -> Article:
    """The article in a text file. Raises `QuizError` where it cannot be read as one."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise QuizError(f"{path} cannot be read as the article: {reason_of(error)}.") from error
    if len(data) > MAX_BYTES:
        raise QuizError(f"{path} is larger than {MAX_BYTES >> 20} MB. Name the text of the article alone.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QuizError(f"{path} is no text in UTF-8. Save the article as plain text in UTF-8.") from error
    article = Article(text=text, sha256=sha256(data).hexdigest())
    if "\0" in text or not article.words:
        raise QuizError(f"{path} holds no text. Save the article in it as plain text in UTF-8.")
    return article
