"""A moment as a learner lives it: an instant, and where the local clock stood."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Moment:
    at_ms: int
    """Milliseconds since 1970, UTC."""
    offset_minutes: int
    """East of UTC."""
