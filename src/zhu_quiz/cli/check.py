"""What is wrong with a bank."""

import os
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING

import click

from ..model.problem import QuizError
from ..model.words import counted
from ..teach.telling.formats import FORMATS
from .edge import Edge, article_option, on_bank

if TYPE_CHECKING:
    from ..teach.article.article import Article
    from ..teach.checking import Checked

Look = Callable[[bytes, Path], "Checked"]
_STDIN = Path("-")
_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan", "mended": "green"}
_WORDS = re.compile(
    r"^((?! *\d+ \||mended).*?: )?(error|warning|info|mended)(?=\[ZQ\d{3}\]|: )", re.MULTILINE
)
"""Those to paint; a line of a bank that looks alike has its number before it."""


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path(path_type=Path))
@click.option("--watch", is_flag=True, help="Check again at each save, and tell what changed.")
@click.option("--fix", is_flag=True, help="First mend what can be mended safely, and show how.")
@click.option("--unsafe", is_flag=True, help="With --fix: mend also where it takes a guess.")
@click.option("--strict", is_flag=True, help="Let warnings fail as errors do.")
@click.option("--all", "thorough", is_flag=True, help="Follow also the rules that often err.")
@article_option
@click.option("--format", "form", type=click.Choice(FORMATS), default="full", show_default=True)
@on_bank
def check(
    edge: Edge,
    files: tuple[Path, ...],
    watch: bool,
    fix: bool,
    unsafe: bool,
    strict: bool,
    thorough: bool,
    article: Path | None,
    form: str,
) -> None:
    """Report everything that is wrong with a bank.

    Each problem with its place and with what to write instead; `zhu-quiz explain CODE` tells more. FILE may be `-`.
    The exit code is 1 where there are errors. Infos are left out where CI is set, unless --all is given.
    """
    paths = files or (edge.own_bank,)
    if watch and (len(paths) > 1 or _STDIN in paths or fix or form != "full"):
        raise click.UsageError("--watch takes one FILE, and neither --fix nor --format.")
    if unsafe and not fix:
        raise click.UsageError("--unsafe goes with --fix.")
    if fix and _STDIN in paths:
        raise click.UsageError("--fix needs a file to write to.")
    from ..teach.article.article import read_article

    text = read_article(article) if article else None
    look = _look(text, thorough)
    if watch:
        _watch(paths[0], look)
        return
    checks = [look(_mended(path, unsafe, text) if fix else _read(path), path) for path in paths]
    _tell(form, checks, strict)


def _look(article: "Article | None", thorough: bool) -> Look:
    from ..teach.checking import check_text
    from ..teach.lock import lock_path, read_lock
    from ..teach.verdict import without_infos

    has_infos = thorough or os.environ.get("CI", "").lower() in ("", "0", "false")

    def look(data: bytes, path: Path) -> "Checked":
        lock = None if path == _STDIN else read_lock(lock_path(path))
        checked = check_text(data, path, article=article, lock=lock, thorough=thorough)
        return checked if has_infos else without_infos(checked)

    return look


def _read(path: Path) -> bytes:
    from ..bank.cache import read_bytes

    return sys.stdin.buffer.read() if path == _STDIN else read_bytes(path)


def _mended(path: Path, unsafe: bool, article: "Article | None") -> bytes:
    """The bank as it stands in the file after it was fixed."""
    from ..teach.lock import lock_path, read_lock
    from ..teach.mending.fixing import fixed
    from .writing import replace_file

    data = _read(path)
    found = fixed(data, path, unsafe=unsafe, article=article, lock=read_lock(lock_path(path)))
    if found.data != data:
        replace_file(path, found.data, instead_of=data)
        click.echo(f"{found.diff}\n\n{counted(len(found.mended), 'mistake')} mended.\n", err=True)
    return found.data


def _tell(form: str, checks: "Sequence[Checked]", strict: bool) -> None:
    from ..teach.telling.formats import Manner, told
    from ..teach.verdict import passes

    text = told(form, checks, Manner(is_strict=strict, width=_width()))
    click.echo(_painted(text) if form in ("full", "concise") else text)
    page = os.environ.get("GITHUB_STEP_SUMMARY")
    if form == "github" and page:
        from ..teach.telling.formats.github import table

        try:
            with open(page, "a", encoding="utf-8") as file:
                file.write(table(checks))
        except OSError as error:
            raise QuizError(f"{page} cannot be written, though GITHUB_STEP_SUMMARY names it.") from error
    sys.exit(0 if passes(checks, strict=strict) else 1)


def _watch(path: Path, look: Look) -> None:
    from time import sleep, strftime

    from ..bank.report import one_line
    from ..teach.telling.watching import PAUSE_S, change, heading, saves, told

    click.echo(one_line(f"Watching {path}. Ctrl+C ends it.") + "\n", err=True)
    now, explained = None, set[str]()
    try:
        for data in saves(path, lambda: sleep(PAUSE_S)):
            try:
                now = change(now, look(data, path))
            except QuizError as error:
                click.echo(one_line(str(error)) + "\n", err=True)
                continue
            if not now.is_first:
                click.echo(_dim(heading(now, strftime("%H:%M:%S"))) + "\n")
            click.echo(_painted(told(now, explained, _width())), nl=False)
            if now.is_last_mended and sys.stdout.isatty():
                click.echo("\a", nl=False)
    except KeyboardInterrupt:
        click.echo(err=True)


def _width() -> int | None:
    return get_terminal_size().columns if sys.stdout.isatty() else None


def _dim(text: str) -> str:
    return text if os.environ.get("NO_COLOR") else click.style(text, dim=True)


def _painted(text: str) -> str:
    """With colours, which a terminal shows and all else is spared."""
    if os.environ.get("NO_COLOR"):
        return text
    return _WORDS.sub(
        lambda found: (found[1] or "") + click.style(found[2], fg=_COLOURS[found[2]], bold=True), text
    )
