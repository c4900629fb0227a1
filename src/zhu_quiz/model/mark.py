"""What a learner gave, and what it was worth."""

from dataclasses import dataclass

Response = str | tuple[str, ...]
"""Plain data in the words of the question, so that shuffling and reordering cannot change what it means.

`PickOne`, `TypeText`: the text. `PickMany`, `FillGaps`, `Arrange`, `Pair`: texts, as the prompt says.
`Recall`: the empty text."""


@dataclass(frozen=True, kw_only=True)
class Mark:
    """The worth of one response."""

    fraction: float
    """0 to 1."""
    expected: Response
    """The right response, of the same shape as the learner's."""
    remark: str = ""
    """What to say about this very response: why that option is wrong, what was misspelt."""
    chance: float = 0.0
    """How likely a blind guess earns full marks; 0 for open questions."""
    parts: tuple[bool, ...] = ()
    """Which parts of a response with several are right, in its order."""
    is_slip: bool = False
    """Right but for the spelling."""
    is_self_graded: bool = False
    """The program cannot judge it; the learner does."""

    @property
    def is_right(self) -> bool:
        return self.fraction >= 1


@dataclass(frozen=True, kw_only=True)
class Unclear:
    """A response that cannot be marked before the learner has said what it means; it costs nothing."""

    question: str
    """What to ask back."""
    readings: tuple[str, ...] = ()
    """The responses it may stand for; none where it has to be typed anew."""
