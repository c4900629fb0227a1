"""From the text of a bank to questions and problems, and back. The only room that knows YAML."""

from .bank import Bank, Entry
from .cache import read_bank
from .head import ArticleSource, Claim, Objective, Section
from .reader import read_text
from .report import read_source, report
from .writer import write_bank

__all__ = [
    "ArticleSource", "Bank", "Claim", "Entry", "Objective", "Section",
    "read_bank", "read_source", "read_text", "report", "write_bank",
]  # fmt: skip
