"""A bank's file as it stands, so that what is not edited stays as it was."""

import codecs
import re
from dataclasses import dataclass
from functools import cached_property

from ...model.problem import QuizError

LINE_END = re.compile("\r\n|\r|\n")
_WIDE = {
    codecs.BOM_UTF32_LE: "utf-32", codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16",
}  # fmt: skip
"""Longer marks first: the shortest is how the longest begins."""
_ESCAPE = "surrogateescape"
_STRAY = re.compile("[\udc80-\udcff]")


@dataclass(frozen=True)
class Source:
    text: str
    """With the line ends of the file; bytes that are no UTF-8 stand in it as surrogates."""
    has_mark: bool = False
    """Whether the file begins with the mark of UTF-8."""
    encoding: str = "utf-8"
    """In which the file was saved; UTF-8 is what it will be."""

    @classmethod
    def of(cls, data: bytes) -> "Source":
        """What is saved with several bytes a letter, as its mark tells, becomes UTF-8.

        Raises `QuizError` where some of it is lost: nobody could put back what was there."""
        for mark, encoding in _WIDE.items():
            if data.startswith(mark):
                return cls(_decoded(data, encoding), encoding=encoding)
        has_mark = data.startswith(codecs.BOM_UTF8)
        return cls(data.removeprefix(codecs.BOM_UTF8).decode(errors=_ESCAPE), has_mark)

    @property
    def data(self) -> bytes:
        return codecs.BOM_UTF8 * self.has_mark + self.text.encode(errors=_ESCAPE)

    @cached_property
    def lines(self) -> list[str]:
        return LINE_END.split(self.text)

    @cached_property
    def stray_lines(self) -> frozenset[int]:
        """Those, from 1, with bytes that are no UTF-8: what they should be can only be guessed."""
        if not _STRAY.search(self.text):
            return frozenset()
        return frozenset(number for number, line in enumerate(self.lines, start=1) if _STRAY.search(line))


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise QuizError(
            f"The bank is saved as {encoding.upper()} and damaged, so it is left as it is. "
            "Open it in an editor, mend what looks odd, and save it with the encoding “UTF-8”."
        ) from error
