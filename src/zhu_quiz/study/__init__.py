"""A sitting: what to ask next, what an answer means, undo, resume.

No screen: a test can play a whole sitting."""

from .sitting import Override, Sitting
from .study import Study
from .values import Answered, GradeChoice, Missed, Summary, Today, Turn

__all__ = ["Answered", "GradeChoice", "Missed", "Override", "Sitting", "Study", "Summary", "Today", "Turn"]
