"""What form of picture a content is, whatever its file is called."""

import re

from .drawing import trouble_with

_BEGINNINGS = {
    "png": rb"\x89PNG\r\n\x1a\n",
    "jpg": rb"\xff\xd8\xff",
    "gif": rb"GIF8[79]a",
    "webp": rb"RIFF.{4}WEBP",
    "avif": rb".{4}ftyp(?:avif|avis)",
    "svg": rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!DOCTYPE|(?:\w+:)?svg)",
}


class NotTaken(Exception):
    """A picture stays behind; its words say why."""


def form_of(content: bytes) -> str:
    """What the names of such files end with, as `png`. Raises `NotTaken`."""
    for form, beginning in _BEGINNINGS.items():
        if re.match(beginning, content, re.DOTALL):
            if form == "svg" and (trouble := trouble_with(content)):
                raise NotTaken(trouble)
            return form
    raise NotTaken("it is no PNG, JPEG, GIF, WebP, AVIF or SVG")
