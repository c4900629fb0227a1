"""The kinds of question, one file each. A kind does not know the screen, the store or Anki."""

from .question import Question

__all__ = ["Question"]
