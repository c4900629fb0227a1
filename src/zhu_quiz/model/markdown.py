"""The Markdown subset of a bank's texts: bold, italic, code, fenced code, web links and math."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

# Every stretch is bounded, so that a text full of openings without an end costs linear time.
_MARKS = re.compile(
    r"""
    ```[^\n`]{0,40}\n(?P<fence>.{0,20000}?)\n?```
    | `(?P<code>[^`\n]{1,2000})`
    | (?P<math>\\\(.{1,500}?\\\))
    | \*\*(?=\S)(?P<bold>.{1,1000}?)(?<=\S)\*\*(?!\*)
    | (?<![\w*])\*(?=[^\s*])(?P<italic>[^*]{1,2000}?)(?<=\S)\*(?![\w*])
    | \[(?P<label>[^\[\]\n]{1,500})\]\((?P<link>https?://[^\s()<>"]{1,2000})\)
    | \\(?P<literal>[*`\[\]\\])
    """,
    re.DOTALL | re.VERBOSE,
)


@dataclass(frozen=True, kw_only=True)
class Span:
    """A run of text in one style."""

    text: str
    is_bold: bool = False
    is_italic: bool = False
    is_code: bool = False
    is_math: bool = False
    """`text` is TeX with its `\\( … \\)`."""
    link: str = ""
    """An http or https address."""


def spans(text: str) -> tuple[Span, ...]:
    """The runs of a text, in order; what is not of the subset stays as it is."""
    return tuple(_spans(text, Span(text="")))


def bare(text: str) -> str:
    """The text without its marks."""
    return "".join(span.text for span in spans(text))


def _spans(text: str, style: Span) -> Iterator[Span]:
    position = 0
    for found in _MARKS.finditer(text):
        if found.start() > position:
            yield replace(style, text=text[position : found.start()])
        yield from _marked(found, style)
        position = found.end()
    if position < len(text):
        yield replace(style, text=text[position:])


def _marked(found: re.Match[str], style: Span) -> Iterator[Span]:
    match found.lastgroup, found.group(found.lastgroup or 0):
        case "fence" | "code", code:
            yield replace(style, text=code, is_code=True)
        case "math", tex:
            yield replace(style, text=tex, is_math=True)
        case "bold", inner:
            yield from _spans(inner, replace(style, is_bold=True))
        case "italic", inner:
            yield from _spans(inner, replace(style, is_italic=True))
        case "link", address:
            yield replace(style, text=found.group("label"), link=address)
        case _, literal:
            yield replace(style, text=literal)
