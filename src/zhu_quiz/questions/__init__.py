"""The kinds of question, one file each. A kind does not know the screen, the store or Anki."""

from importlib import import_module
from pkgutil import iter_modules

from .question import Question

# Importing a kind registers it; every file of this folder is looked at, so that a new kind is one new file.
for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")

__all__ = ["Question"]
