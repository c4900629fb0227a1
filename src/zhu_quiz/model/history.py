"""All that is known of one card."""

from dataclasses import dataclass

from .event import CardAction, Review
from .memory import CardState


@dataclass(frozen=True, kw_only=True)
class CardHistory:
    state: CardState
    reviews: tuple[Review, ...]
    """In order; what was undone is left out, and what was answered before the meaning of the question changed."""
    resets: tuple[CardAction, ...] = ()
    """When it became new again: answers before the last no longer count."""
