"""Writes the help of the commands into the README; with --check it only says whether it is up to date."""

import re
import sys
from pathlib import Path

from click.testing import CliRunner

from zhu_quiz.cli import cli

README = Path(__file__).parents[1] / "README.md"
BLOCK = re.compile(r"(?<=<!-- commands -->\n).*?(?=<!-- /commands -->)", re.DOTALL)


def commands() -> str:
    """The help as a fenced block."""
    help = CliRunner().invoke(cli, ["--help"], prog_name="zhu-quiz", terminal_width=80).output
    return f"```console\n$ zhu-quiz --help\n{help}```\n"


def main() -> int:
    readme = README.read_text(encoding="utf-8")
    renewed = BLOCK.sub(lambda _: commands(), readme)
    if "--check" in sys.argv:
        return int(renewed != readme)
    README.write_text(renewed, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
