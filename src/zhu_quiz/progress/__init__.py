"""What a learner did, in one SQLite file: an append-only log, and the states that follow from it."""

from .errors import CannotSave
from .journal import Journal

__all__ = ["CannotSave", "Journal"]
