"""What was published last, so that a change that would mislead learners is noticed."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Lock:
    pass
