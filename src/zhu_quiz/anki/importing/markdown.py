"""HTML as Anki shows it, in a bank's Markdown subset."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from ...model.clean import clean
from ...model.markdown import Span
from .runs import written
from .tokens import LONGEST, Tag, tokens

_PLAIN = re.compile(r"(?:[^\s<>&*`\[\]\\\xa0]|(?<=\S) (?=\S))*")
"""Most texts: nothing to read in them."""

GAP = re.compile("(\ue000[0-9]{1,6}\ue001)")
"""Stands for a gap, by its number, while the text around it is read."""

_BLOCKS = frozenset(
    "div ul ol li table tr thead tbody caption h1 h2 h3 h4 h5 h6 blockquote section article header footer main pre "
    "dl dt dd center details summary figure figcaption fieldset form address aside nav".split()
)
_EFFECTS = {
    **dict.fromkeys(("b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"), "bold"),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), "italic"),
    **dict.fromkeys(("code", "tt", "kbd", "samp"), "code"),
    **dict.fromkeys(("pre", "sup", "sub", "rt", "a"), ""),
    **dict.fromkeys(("rp", "audio", "video", "iframe", "canvas", "button", "textarea"), "hidden"),
    "anki-mathjax": "math",
}
_EMBEDDED = {"audio": "sounds", "video": "videos", "iframe": "embedded pages", "object": "embedded pages",
    "canvas": "drawings", "svg": "drawings"}  # fmt: skip
_VOID = frozenset("br hr img input meta link wbr source track area base col embed".split())
_STYLES = (
    ("unseen", re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)),
    ("bold", re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)),
    ("italic", re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)),
)

_SOUND = re.compile(r"\[sound:[^\[\]]{0,500}\]|\[anki:tts[^\[\]]{0,200}\].{0,2000}?\[/anki:tts\]", re.DOTALL)
_LATEX = re.compile(r"\[(\$\$?|latex)\]((?:[^\[]++|\[(?!/?\1\]))*+)\[/\1\]")
_TAG = re.compile(r"<[^<>]{0,200}>")
_BREAK = re.compile(r"<br\b[^<>]{0,200}>")
_DOLLARS = re.compile(r"\s*(\$\$?)([^$]{1,480})\1\s*")
_MATH = re.compile(r"\\\(((?:[^\\]|\\[^()]){0,700}+)\\\)|\\\[((?:[^\\]|\\[^\[\]]){0,700}+)\\\]")
_LONGEST_MATH = 490
"""Characters of a formula, as many as the subset reads."""
_SPACE = re.compile(r"[ \t\n\r\f\xa0]+")
"""What HTML shows as one space; others, such as that of Chinese, have a width of their own."""
_INDENT = re.compile(r"[ \t\n\r]*+(\xa0[ \xa0]{1,40})(?![ \xa0])(?=\S)")
"""Of a line of code, as Anki's editor keeps it."""
_LINK = re.compile(r"https?://[^\s()<>\"]{1,2000}")
_SMALL = {
    "sup": str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ"),
    "sub": str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"),
}


@dataclass(frozen=True, kw_only=True)
class Picture:
    file: str
    alt: str = ""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What there is to be seen and heard in a piece of HTML."""

    text: str = ""
    """In the Markdown subset."""
    pictures: tuple[Picture, ...] = ()
    lost: tuple[str, ...] = ()
    """What a text cannot carry, such as `sounds`; each as often as it is there."""


NOTHING = Shown()


@lru_cache(maxsize=512)
def shown(html: str) -> Shown:
    """Its text in the subset, and what is there besides."""
    is_cut, html = len(html) > LONGEST, html[:LONGEST]
    if not is_cut and _PLAIN.fullmatch(html):
        return Shown(text=clean(html))
    reader = _Reader()
    for token in tokens(reader.without_brackets(html)):
        if isinstance(token, Tag):
            reader.tag(token)
        else:
            reader.text(token)
    return Shown(
        text=clean(written(_around_gaps(reader.runs))).strip(),
        pictures=tuple(reader.pictures),
        lost=(
            *reader.lost,
            *["parts that are hidden at first"] * (not reader.is_all_seen),
            *["ends of very long texts"] * is_cut,
        ),
    )


def _around_gaps(runs: Iterable[Span]) -> Iterator[Span]:
    """A gap is in no style: what stands before and behind it is read by itself."""
    for run in runs:
        if run.is_math or "\ue000" not in run.text:
            yield run
            continue
        for text in GAP.split(run.text):
            yield Span(text=text) if GAP.fullmatch(text) else replace(run, text=text)


def markdown(html: str) -> str:
    """Its text alone."""
    return shown(html).text


class _Reader:
    """Gathers runs of text while the tags go by."""

    def __init__(self) -> None:
        self.runs: list[Span] = []
        self.pictures: list[Picture] = []
        self.lost: list[str] = []
        self._open: list[tuple[str, str]] = []
        """The open tags, each with its effect."""
        self._tags, self._effects = Counter[str](), Counter[str]()
        self._links: list[str] = []
        self._lists: list[int] = []
        """Of each open list the last number; below 0 where it has none."""
        self._lines, self._is_after_break = 0, False
        self._lead = ""
        self.is_all_seen = True

    def without_brackets(self, html: str) -> str:
        """Sounds are counted; LaTeX in brackets becomes a formula, or code where it is more than that."""
        if "\\" in html and "<br" in html:
            # A formula may stand on several lines.
            html = _MATH.sub(lambda found: _BREAK.sub(" ", found[0]), html)
        if "[" not in html:
            return html

        def formula(found: re.Match[str]) -> str:
            tex = _TAG.sub(" ", found[2])
            dollars = _DOLLARS.fullmatch(tex)
            if found[1] != "latex" or dollars:
                return f"\\({(dollars[2] if dollars else tex).strip()}\\)"
            self.lost.append("LaTeX blocks")
            return f"<pre>{_TAG.sub('', found[2].replace('<br>', chr(10)))}</pre>"

        html, sounds = _SOUND.subn("", html)
        self.lost += ["sounds"] * sounds
        return _LATEX.sub(formula, html)

    def tag(self, tag: Tag) -> None:
        name = tag.name
        if not tag.is_end and name in _EMBEDDED:
            self.lost.append(_EMBEDDED[name])
        if name == "br":
            self._break()
        elif name == "img" and not tag.is_end:
            self._picture(tag.attributes)
        elif name == "p":
            self._block(2)
        elif name in _BLOCKS and self._tags["pre"] and name != "pre":
            self._break()
        elif name in _BLOCKS or name == "hr":
            self._block(1)
        if name not in _VOID:
            self._leave(name) if tag.is_end else self._enter(tag)

    def text(self, text: str) -> None:
        if self._effects["unseen"] and text.strip():
            self.is_all_seen = False
        if self._effects["hidden"] or self._effects["unseen"]:
            return
        if self._effects["math"]:
            self._put(f"\\({' '.join(text.split())}\\)", is_math=True)
        elif self._tags["pre"]:
            self._put(text.replace("\xa0", " "), is_code=True)
        else:
            position = 0
            for found in _MATH.finditer(text) if "\\" in text else ():
                tex = " ".join((found[1] or found[2] or "").split())
                if 0 < len(tex) < _LONGEST_MATH:
                    self._words(text[position : found.start()])
                    self._put(f"\\({tex}\\)", is_math=True)
                    position = found.end()
            self._words(text[position:])

    def _words(self, text: str) -> None:
        for name, signs in _SMALL.items():
            if self._tags[name] and text.strip():
                small = text.strip().translate(signs)
                text = small if small != text.strip() else f"{'^' if name == 'sup' else '_'}{text.strip()}"
        if self._tags["rt"]:
            text = f"({text.strip()})" if text.strip() else ""
        indent = _INDENT.match(text) if self._lines else None
        text = _SPACE.sub(" ", text)
        if indent and not self._lead:
            self._put(" " * len(indent[1]) + text.lstrip(" "), is_code=bool(self._effects["code"]))
            return
        before = self.runs[-1].text[-1:] if self.runs and not self._lines else " "
        if text[:1] == " " and before.isspace():
            text = text[1:]
        if text:
            self._put(text, is_code=bool(self._effects["code"]))

    def _put(self, text: str, *, is_code: bool = False, is_math: bool = False) -> None:
        is_bold = bool(self._effects["bold"]) and not is_math
        is_italic = bool(self._effects["italic"]) and not is_math
        if self.runs and self._lines:
            self._end_line(is_bold, is_italic)
        self._lines, self._is_after_break = 0, False
        if self._lead:
            self.runs.append(Span(text=self._lead))
            self._lead = ""
        link = self._links[-1] if self._links and not (is_code or is_math) else ""
        self.runs.append(
            Span(text=text, is_bold=is_bold, is_italic=is_italic, is_code=is_code, is_math=is_math, link=link)
        )

    def _end_line(self, is_bold: bool, is_italic: bool) -> None:
        """A line ends without a space; its end is in a style that goes on behind it."""
        last = self.runs[-1]
        if not last.is_code and last.text[-1:].isspace():
            self.runs[-1] = last = replace(last, text=last.text.rstrip())
        goes_on = (last.is_bold, last.is_italic) == (is_bold, is_italic) and not (self._lead or last.is_code)
        text = "\n" * min(self._lines, 2)
        self.runs.append(Span(text=text, is_bold=goes_on and is_bold, is_italic=goes_on and is_italic))

    def _break(self) -> None:
        if self._tags["pre"]:
            self._put("\n", is_code=True)
            return
        self._lines += 1
        self._is_after_break = True

    def _block(self, lines: int) -> None:
        # A break at the end of a block is not seen.
        if not self._is_after_break:
            self._lines = max(self._lines, lines)
        self._is_after_break = False

    def _enter(self, tag: Tag) -> None:
        name, source = tag.name, tag.source
        effect = _EFFECTS.get(name, "")
        if source and ("style" in source or "hidden" in source):
            attributes = tag.attributes
            style = attributes.get("style", "")
            styled = next((found for found, form in _STYLES if form.search(style)), "")
            effect = "unseen" if "hidden" in attributes else styled or effect
        if name == "a":
            link = tag.attributes.get("href", "").replace("(", "%28").replace(")", "%29")
            self._links.append(link if _LINK.fullmatch(link) else "")
        elif name in ("ul", "ol"):
            self._lists.append(_number_before(tag) if name == "ol" else -1)
        elif name == "li":
            self._lead = self._item()
        elif name in ("td", "th") and self.runs and not self._lines and not self._lead:
            self._lead = " | "
        self._open.append((name, effect))
        self._tags[name] += 1
        self._effects[effect] += 1

    def _item(self) -> str:
        if not self._lists:
            return "- "
        indentation = "  " * min(len(self._lists) - 1, 4)
        if self._lists[-1] < 0:
            return f"{indentation}- "
        self._lists[-1] += 1
        return f"{indentation}{self._lists[-1]}. "

    def _leave(self, name: str) -> None:
        if not self._tags[name]:
            return
        closed = ""
        while closed != name:
            closed, effect = self._open.pop()
            self._tags[closed] -= 1
            self._effects[effect] -= 1
            if closed == "a":
                self._links.pop()
            elif closed in ("ul", "ol"):
                self._lists.pop()
                self._lead = ""

    def _picture(self, attributes: dict[str, str]) -> None:
        if self._effects["unseen"]:
            self.is_all_seen = False
        elif attributes.get("src") and not self._effects["hidden"]:
            alt = " ".join(clean(attributes.get("alt", "")).split())
            self.pictures.append(Picture(file=attributes["src"], alt=alt))


def _number_before(tag: Tag) -> int:
    """The first entry of a list."""
    start = tag.attributes.get("start", "") if tag.source else ""
    return int(start) - 1 if re.fullmatch("[1-9][0-9]{0,5}", start) else 0
