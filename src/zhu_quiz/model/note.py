"""A question's faces as plain text (Markdown subset), for paper and Anki. Four note types serve all kinds."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class NoteOption:
    text: str
    is_right: bool
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class ChoiceNote:
    """Options to pick from."""

    stem: str
    options: tuple[NoteOption, ...]
    """In the order of the bank."""
    several: bool = False
    """Any number may be right, and the learner picks several."""
    shuffled: bool = True
    pinned_first: int = 0
    """How many leading options keep their place when the rest is shuffled."""
    pinned_last: int = 0


@dataclass(frozen=True, kw_only=True)
class BasicNote:
    """A front and a back; turned round as well where `reverse`."""

    front: str
    back: str
    reverse: bool = False


@dataclass(frozen=True, kw_only=True)
class TypedNote:
    """A front and one typed answer."""

    front: str
    answer: str
    also: tuple[str, ...] = ()
    """Further answers that count as right."""


@dataclass(frozen=True, kw_only=True)
class Gap:
    answer: str
    hint: str = ""


@dataclass(frozen=True, kw_only=True)
class ClozeNote:
    """A text with gaps."""

    stem: str
    parts: tuple[str | Gap, ...]


Note = ChoiceNote | BasicNote | TypedNote | ClozeNote
