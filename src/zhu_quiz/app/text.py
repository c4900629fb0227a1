"""The one way of a bank's text to the screen: cleaned, its Markdown subset styled, never read as markup."""

from textual.content import Content

from ..model.clean import clean
from ..model.markdown import Span, spans


def shown(text: str, style: str = "") -> Content:
    """A bank's text as content of that style."""
    return Content.assemble(*(part for span in spans(clean(text)) for part in _parts(span, style)))


def in_line(text: str, style: str = "") -> Content:
    """A bank's text on a single line."""
    return shown(" ".join(text.split()), style)


def raw(text: str, style: str = "") -> Content:
    """Lines of a file as they stand in it, with their marks."""
    return Content.assemble((clean(text), style))


def _parts(span: Span, style: str) -> list[tuple[str, str]]:
    # Under a bold style a bold word would be lost, without colour an accent would: hence the line below it.
    marks = {
        "bold underline": span.is_bold,
        "italic": span.is_italic or span.is_math,
        "underline": bool(span.link),
        "$text-accent": span.is_code,
    }
    text = span.text.removeprefix(r"\(").removesuffix(r"\)").strip() if span.is_math else span.text
    styled = [(text, " ".join([style, *(mark for mark, is_so in marks.items() if is_so)]).strip())]
    if span.link and span.link != span.text:
        styled.append((f" ({span.link})", "$text-muted"))
    return styled
