"""From the text of a bank to questions and problems, and back. The only room that knows YAML.

Here stands what every start needs. What reads a text (`reader`), tells of its problems (`report`) and writes one
(`writer`) is imported from its file: with a cached bank, a review waits for none of it."""

from .bank import Bank, Entry
from .cache import read_bank

__all__ = ["Bank", "Entry", "read_bank"]
