"""Anki's gaps, `{{c1::answer::hint}}`, also within one another."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from ...model.markdown import bare, spans
from ...questions.spelling import can_be_typed
from .markdown import GAP, markdown
from .runs import written_plainly

_MARK = re.compile(r"\{\{c([\d,\s]{1,60})::|\}\}")
_NUMBER = re.compile(r"\d{1,3}")
_OCCLUSION = "image-occlusion:"
_MOST = 500
"""Gaps in one another, or numbers, that anybody means."""
_LONGEST_ANSWER = 100
"""Characters that somebody is willing to type."""


@dataclass(frozen=True, kw_only=True)
class Gap:
    """What is asked for, as HTML."""

    answer: str
    hint: str = ""


@dataclass
class _Node:
    numbers: frozenset[int] = frozenset()
    parts: list["str | _Node"] = field(default_factory=list)

    @property
    def hint(self) -> str:
        own = [part for part in self.parts if isinstance(part, str)]
        return next((part.partition("::")[2] for part in own if "::" in part), "")


class GapText:
    """A text with gaps of several numbers, each asked for by itself."""

    def __init__(self, html: str) -> None:
        html = html.replace("\ue000", "").replace("\ue001", "")
        self._root = _Node()
        self.numbers = set[int]()
        self.is_picture = _OCCLUSION in html
        self._read(html)

    def shown(self, asked: Callable[[int], bool], number: int) -> tuple[str, tuple[Gap, ...]]:
        """The HTML with a sign for each gap that is asked for, and those gaps; `number` is that of the first."""
        gaps: list[Gap] = []

        def said(node: _Node, is_within: bool) -> str:
            is_asked = not is_within and any(map(asked, node.numbers))
            inner = ""
            for part in node.parts:
                if isinstance(part, _Node):
                    inner += said(part, is_within or is_asked)
                    continue
                before, sign, _ = part.partition("::") if node.numbers else (part, "", "")
                inner += before
                if sign:
                    break
            if not is_asked:
                return inner
            gaps.append(Gap(answer=inner, hint=node.hint))
            return f"\ue000{number + len(gaps) - 1}\ue001"

        return said(self._root, False), tuple(gaps)

    def _read(self, html: str) -> None:
        open_nodes, position = [self._root], 0
        for found in _MARK.finditer(html):
            numbers = frozenset(int(each) for each in _NUMBER.findall(found[1] or "")) - {0}
            is_start, is_end = (
                bool(numbers) and len(open_nodes) <= _MOST,
                found[1] is None and len(open_nodes) > 1,
            )
            if not (is_start or is_end):
                continue
            open_nodes[-1].parts.append(html[position : found.start()])
            position = found.end()
            if is_start:
                self.numbers |= numbers
                open_nodes.append(_Node(numbers))
            else:
                closed = open_nodes.pop()
                open_nodes[-1].parts.append(closed)
        open_nodes[-1].parts.append(html[position:])
        # What is never closed is no gap.
        for node, parent in zip(open_nodes[:0:-1], open_nodes[-2::-1], strict=True):
            parent.parts += ["{{" + f"c{min(node.numbers)}::", *node.parts]


def numbers_of(texts: Iterable[str]) -> set[int]:
    """Those that their gaps may have; each is a question that shows the texts whole."""
    marks = {found for html in texts for found in _MARK.findall(html)}
    return {int(number) for mark in marks for number in _NUMBER.findall(mark)}


def without_false_signs(text: str, gaps: Sequence[Gap]) -> str:
    """The text without what only looks like the sign of a gap."""
    return GAP.sub(lambda found: found[0] if int(found[0][1:-1]) < len(gaps) else "", text)


def passage(text: str, gaps: tuple[Gap, ...]) -> str:
    """A text of the bank with gaps to type; empty where they cannot be typed. `text` holds the signs."""
    if any(span.is_math and GAP.search(span.text) for span in spans(text)):
        return ""
    text = text.replace("{{", "{ {").replace("}}", "} }")
    pieces = GAP.split(text)
    if bare(text) != "".join(map(bare, pieces)):
        pieces = [each if GAP.fullmatch(each) else written_plainly(each) for each in GAP.split(bare(text))]
    blanks = [_blank(gaps[int(each[1:-1])]) if GAP.fullmatch(each) else None for each in pieces]
    if "" in blanks or not any(blanks):
        return ""
    return "".join(blank or piece for blank, piece in zip(blanks, pieces, strict=True))


def with_signs(text: str, gaps: tuple[Gap, ...]) -> str:
    """The text with dots, or the hint, in brackets where its gaps are."""
    return GAP.sub(lambda found: f"[{_plain(gaps[int(found[0][1:-1])].hint) or '…'}]", text)


def with_answers(text: str, gaps: tuple[Gap, ...]) -> str:
    return GAP.sub(lambda found: markdown(gaps[int(found[0][1:-1])].answer), text)


def _blank(gap: Gap) -> str:
    """Empty where nobody could type it."""
    answer, hint = _plain(gap.answer), _plain(gap.hint)
    is_short = "\n" not in answer and len(answer) <= _LONGEST_ANSWER
    if not is_short or not can_be_typed(answer) or re.search(r"[{}|]|::|\\\(", answer):
        return ""
    hint = "" if re.search("[{}]|::", hint) else " ".join(hint.split())
    return "{{" + answer + (f"::{hint}" if hint else "") + "}}"


def _plain(html: str) -> str:
    return bare(markdown(html))
