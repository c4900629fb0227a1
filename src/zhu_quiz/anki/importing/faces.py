"""The two sides of a card as Anki's templates make them of a note's fields."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from .markdown import markdown
from .tokens import LONGEST

# Each is possessive, so that no text makes it look at one stretch again and again.
_TAG = re.compile(r"\{\{([^{}]{1,300}+)\}\}")
_RULE = re.compile(r"<hr\b([^<>]*+)>", re.IGNORECASE)
_ANSWER = re.compile(r"\bid\s*+=\s*+[\"']?answer\b", re.IGNORECASE)
_UNSEEN = re.compile(
    r"(?:<(?!img|audio|video|object|iframe|anki-mathjax)[^<>]*+>|&nbsp;|\s|\xa0)*+", re.IGNORECASE
)
_READING = re.compile(r" ?([^ >\[\]]{1,100}+)\[([^\[\]]{1,200}+)\]")
_UNREAD = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<name>script|style)\b[^<>]*+>.*?(?:</(?P=name)\b[^<>]{0,99}>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
"""Long in many templates, and the same on each card."""


class Part(NamedTuple):
    """A piece of a template."""

    sign: str
    """`#`, `^` and `/` of a condition; `=` of a field; nothing where the text is shown as it is."""
    text: str
    """The name of the field, or the text."""
    filters: tuple[str, ...] = ()
    """Those nearest to the field first."""


@dataclass(kw_only=True)
class Face:
    """One side of a card."""

    html: str
    hints: tuple[str, ...] = ()
    """HTML that is shown on demand."""
    typed: str = ""
    """The field that is to be typed; empty where there is none."""
    clozes: tuple[str, ...] = ()
    """The fields whose gaps are asked for."""


def face(template: str, values: Mapping[str, str], cloze: Callable[[str], str] = str) -> Face:
    """A side with those fields; `cloze` makes what is shown of a text with gaps."""
    made = Face(html="")
    pieces, length = list[str](), 0
    for part in _shown_parts(template, values):
        html = values.get(part.text, "")[: LONGEST + 1] if part.sign else part.text
        pieces.append(_filtered(part, html, made, cloze) if part.sign else html)
        # What is hidden at first, or to be typed, takes its time as well.
        length += len(html)
        if length > LONGEST:
            break
    made.html = "".join(pieces)[: LONGEST + 1]
    return made


def length_of(template: str, values: Mapping[str, str]) -> int:
    """Characters of HTML to read for a side."""
    parts = _shown_parts(template, values)
    return min(LONGEST, sum(len(values.get(part.text, "") if part.sign else part.text) for part in parts))


def answer_of(html: str) -> str:
    """What a back adds, as far as it is told apart by the line that Anki scrolls to."""
    rules = _RULE.finditer(html[: LONGEST + 1])
    rest = next((html[rule.end() :] for rule in rules if _ANSWER.search(rule[1])), "")
    return html if is_blank(rest) else rest


@lru_cache(maxsize=512)
def is_blank(html: str) -> bool:
    """Whether a field shows nothing, so that Anki takes it for empty."""
    return _UNSEEN.fullmatch(html[:LONGEST]) is not None


def _shown_parts(template: str, values: Mapping[str, str]) -> Iterator[Part]:
    """Those whose conditions hold."""
    open_conditions, hidden = list[bool](), 0
    for part in _parts(template):
        if part.sign in ("#", "^"):
            holds = is_blank(values.get(part.text, "")) == (part.sign == "^")
            open_conditions.append(holds)
            hidden += not holds
        elif part.sign == "/":
            hidden -= not open_conditions.pop() if open_conditions else 0
        elif not hidden:
            yield part


@lru_cache(maxsize=256)
def _parts(template: str) -> tuple[Part, ...]:
    parts, position = list[Part](), 0
    template = _UNREAD.sub("", template)[:LONGEST]
    for found in _TAG.finditer(template):
        parts.append(Part("", template[position : found.start()]))
        inner = found[1].strip()
        sign = inner[:1] if inner[:1] in ("#", "^", "/") else ""
        *filters, name = inner.removeprefix(sign).split(":")
        filters = [each.strip().lower() for each in filters]
        parts.append(Part(sign or "=", name.strip(), tuple(dict.fromkeys(reversed(filters)))))
        position = found.end()
    return (*parts, Part("", template[position:]))


def _filtered(part: Part, html: str, made: Face, cloze: Callable[[str], str]) -> str:
    for name in part.filters:
        if name == "cloze":
            made.clozes += (part.text,)
            html = cloze(html)
        elif name == "text":
            html = _as_html(markdown(html))
        elif name == "hint":
            made.hints += () if is_blank(html) or html in made.hints else (html,)
            return ""
        elif name == "type":
            made.typed = part.text
            return ""
        elif name.startswith("tts"):
            return ""
        elif name in _FURIGANA:
            html = _READING.sub(_FURIGANA[name], html)
    return html


_FURIGANA = {"furigana": r"\1(\2)", "kanji": r"\1", "kana": r"\2"}


def _as_html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
