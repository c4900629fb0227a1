"""Where the outside world comes in: paths, the environment, the clock."""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any

import click

from ..model.moment import Moment
from ..model.problem import QuizError

if TYPE_CHECKING:
    from ..bank import Bank
    from ..progress import Journal
    from ..study import Study


def width() -> int:
    """Columns of the terminal, as far as prose wants them; enough to set a word in."""
    return max(20, min(80, get_terminal_size().columns))


def say(text: str, *, err: bool = False) -> None:
    """For a person to read: a terminal breaks lines between words, not within; else they are left whole."""
    stream = sys.stderr if err else sys.stdout
    if stream and stream.isatty():  # There is none where it was closed.
        text = "\n".join(_fitted(line, width()) for line in text.split("\n"))
    click.echo(text, err=err)


def _fitted(line: str, columns: int) -> str:
    from textwrap import fill

    indent = " " * (len(line) - len(line.lstrip()) + 2)
    is_long = len(line) > columns
    return fill(line, columns, subsequent_indent=indent, break_on_hyphens=False) if is_long else line


def now() -> Moment:
    """This moment, by the clock and the zone of this machine."""
    return moment(time.time_ns() // 1_000_000)


def moment(at_ms: int) -> Moment:
    """A moment, past ones too, by the zone of this machine: its clock stood where it stands there then."""
    return Moment(at_ms, time.localtime(at_ms // 1000).tm_gmtoff // 60)


@dataclass
class Edge:
    """What is studied, and where progress is kept."""

    bank: Path | None = None
    db: Path | None = None
    _journal: "Journal | None" = field(default=None, repr=False)

    @property
    def bank_path(self) -> Path:
        """The one named; else the one in this folder; else the one in the package."""
        own = self.own_bank_path
        return own if self.is_named or own.is_file() else _packed_bank()

    @property
    def own_bank_path(self) -> Path:
        """The same, but never the one in the package: where a teacher writes. There may be no such file."""
        return Path(self.bank or os.environ.get("ZHU_QUIZ_BANK") or "questions.yaml")

    @property
    def is_named(self) -> bool:
        return bool(self.bank or os.environ.get("ZHU_QUIZ_BANK"))

    @property
    def own_bank(self) -> Path:
        """The teacher's bank. Raises `QuizError` where there is none."""
        path = self.own_bank_path
        if not path.exists():
            from ..teach.beside import absence

            raise QuizError(absence(path))
        return path

    @property
    def db_path(self) -> Path:
        named = self.db or os.environ.get("ZHU_QUIZ_DB")
        if named:
            return Path(named)
        from platformdirs import user_data_path

        return user_data_path("zhu-quiz") / "progress.db"

    @property
    def cache_path(self) -> Path:
        from platformdirs import user_cache_path

        return user_cache_path("zhu-quiz")

    def read_bank(self) -> "Bank":
        """The bank, with whatever problems it has. Raises `QuizError` where no file can be read."""
        from ..bank import read_bank

        return read_bank(self.bank_path, self.cache_path)

    def usable_bank(self) -> "Bank":
        """A bank with at least one question to ask."""
        bank = self.read_bank()
        if not bank.cards:
            from ..teach.verdict import drafts

            told = f"{self.bank_path} has no question that can be asked. {drafts(bank)}".rstrip()
            if bank.left_out or not drafts(bank):
                told += f" See what is wrong with: zhu-quiz check {self.bank_path}"
            raise QuizError(told)
        return bank

    def journal(self, *, is_dry: bool = False) -> "Journal":
        """The learner's progress; it is closed when the command ends, so that one file holds it all.

        `is_dry`: none is made; where there is none, an empty one stands for it until the command ends."""
        if self._journal:
            return self._journal
        from ..progress import Journal

        command, path = click.get_current_context(), self.db_path
        if is_dry and not path.exists():
            from tempfile import TemporaryDirectory

            path = Path(command.with_resource(TemporaryDirectory(prefix="zhu-quiz-"))) / "progress.db"
        self._journal = command.with_resource(Journal.open(path))
        return self._journal

    def study(self) -> "Study":
        """The learner at the bank."""
        from ..study import Study

        return Study(self.usable_bank(), self.journal())


def on_bank(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command the options that name bank and progress, and an `Edge` as its first argument."""
    return _bank_option(_db_option(click.make_pass_decorator(Edge, ensure=True)(command)))


def _name_path(context: click.Context, option: click.Parameter, path: Path | None) -> None:
    if path is not None:
        setattr(context.ensure_object(Edge), option.name or "", path)


_bank_option = click.option(
    "--bank", type=click.Path(path_type=Path), metavar="PATH", expose_value=False, callback=_name_path,
    help="The bank; else ZHU_QUIZ_BANK, else questions.yaml here, else, for learning, the one that came along.",
)  # fmt: skip
_db_option = click.option(
    "--db", type=click.Path(path_type=Path), metavar="PATH", expose_value=False, callback=_name_path,
    help="Where progress is kept; else ZHU_QUIZ_DB, else this platform's data folder.",
)  # fmt: skip
article_option = click.option(
    "--article", type=click.Path(path_type=Path), metavar="PATH", envvar="ZHU_QUIZ_ARTICLE",
    help="The text of the article, to verify the evidence; else ZHU_QUIZ_ARTICLE.",
)  # fmt: skip


def _packed_bank() -> Path:
    """In an installed package beside the code; in a checkout at its top."""
    package = Path(__file__).parents[1]
    packed = package / "questions.yaml"
    return packed if packed.is_file() else package.parents[1] / "questions.yaml"
