"""How a question wants to be asked, free of any screen. The set is closed: each has a widget and a plain form."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class PickOne:
    """Answered with the text of one option."""

    stem: str
    options: tuple[str, ...]
    """In the order to show, now and on the feedback."""


@dataclass(frozen=True, kw_only=True)
class PickMany:
    """Answered with the texts of the picked options, in any order."""

    stem: str
    options: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class TypeText:
    """Answered with the typed text."""

    stem: str
    unit: str = ""
    """Stands after the box."""


@dataclass(frozen=True, kw_only=True)
class FillGaps:
    """Answered with one text a gap, in the order of the gaps."""

    stem: str
    """What to do with the text; may be empty."""
    pieces: tuple[str, ...]
    """The text around the gaps: one more than there are gaps."""
    hints: tuple[str, ...]
    """One a gap; empty where there is none."""


@dataclass(frozen=True, kw_only=True)
class Arrange:
    """Answered with all the items in the learner's order."""

    stem: str
    items: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Answered with one match an item, in the order of the items; an empty text leaves one open."""

    stem: str
    items: tuple[str, ...]
    matches: tuple[str, ...]
    """At least as many as items: some may belong to none."""


@dataclass(frozen=True, kw_only=True)
class Recall:
    """Not answered: the learner recalls, turns the card and grades themselves."""

    stem: str
    back: str


Prompt = PickOne | PickMany | TypeText | FillGaps | Arrange | Pair | Recall
