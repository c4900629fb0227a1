"""Whether a drawing, an SVG, only shows something: no script, nothing fetched."""

import re
from xml.parsers import expat

_SCRIPTED = {"script", "foreignobject", "handler", "iframe", "embed", "object"}
_DRAWN_HERE = re.compile(r"#|data:image/(?:png|jpeg|gif|webp)[;,]")
_ELSEWHERE = re.compile(
    rf"@import|script:|image-set\(|\b(?:image|src)\(\s*['\"]|url\(\s*['\"]?(?!['\"\s]|{_DRAWN_HERE.pattern})",
    re.IGNORECASE,
)
_ESCAPED = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|(.))", re.IGNORECASE)
"""A character of a style sheet, by its number or as it is."""

_ACTS = "it is a drawing with scripts, or with parts that are elsewhere"


class _Refused(Exception):
    """The drawing is not to be shown; its words say why."""


def trouble_with(svg: bytes) -> str:
    """Why it is not to be shown; empty where nothing is wrong with it."""
    try:
        _Looked().parser.Parse(svg, True)
    except _Refused as reason:
        return str(reason)
    except (expat.ExpatError, ValueError) as error:
        return f"it is a damaged drawing ({error})"
    return ""


class _Looked:
    """A drawing being read. Raises `_Refused` at the first thing that is more than a drawing."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._begin
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._read
        # Entities can grow without bound, instructions can name a style sheet elsewhere.
        self.parser.EntityDeclHandler = self._refuse
        self.parser.ProcessingInstructionHandler = self._refuse
        self._open: list[str] = []
        self._style = ""

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2].lower()
        if not self._open and tag != "svg":
            raise _Refused("it is no drawing")
        self._open.append(tag)
        if tag in _SCRIPTED or any(_acts(tag, *attribute) for attribute in attributes.items()):
            raise _Refused(_ACTS)

    def _end(self, _: str) -> None:
        if self._open.pop() == "style":
            # It comes in pieces, between which a word may be divided.
            if _is_elsewhere(self._style):
                raise _Refused(_ACTS)
            self._style = ""

    def _read(self, text: str) -> None:
        if self._open[-1] == "style":
            self._style += text

    def _refuse(self, *_: object) -> None:
        raise _Refused(_ACTS)


def _acts(tag: str, attribute: str, value: str) -> bool:
    name = attribute.rpartition(":")[2].lower()
    if name in ("href", "src") and not _DRAWN_HERE.match(value.strip()):
        return tag != "a" or not re.match("https?:", value)
    if name == "attributename":
        # What changes by itself may become a link.
        return bool(re.match(r"(?:.*:)?\s*(?:href|src|on)", value.strip(), re.IGNORECASE))
    return name == "base" or name.startswith("on") or _is_elsewhere(value)


def _is_elsewhere(style: str) -> bool:
    return bool(_ELSEWHERE.search(_ESCAPED.sub(_unescaped, style) if "\\" in style else style))


def _unescaped(found: re.Match[str]) -> str:
    number = int(found[1] or "0", 16)
    return found[2] or (chr(number) if number < 0x110000 else "")
