"""What screens tell the app; it alone decides which screen follows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from ..model.memory import Card

if TYPE_CHECKING:
    from ..study import Sitting


@dataclass
class Begun(Message):
    """A sitting is to be shown."""

    sitting: "Sitting"
    is_practice: bool = False
    says: str = ""
    """A word on what happened before."""


@dataclass
class Finished(Message):
    """Every card of a sitting has been asked."""

    sitting: "Sitting"


@dataclass
class Retried(Message):
    """These cards are to be practised."""

    cards: Sequence[Card]


@dataclass
class Left(Message):
    """The learner has seen enough of this screen."""

    for_good: bool = False
    """And of the app."""
