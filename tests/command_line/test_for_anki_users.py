"""The guide for Anki users names commands, options, places and pictures that exist."""

import re
import shlex
from pathlib import Path

import click
import pytest

from zhu_quiz.cli import cli

DOCS = Path(__file__).parents[2] / "docs"
GUIDE = (DOCS / "for-anki-users.md").read_text(encoding="utf-8")
TYPED = sorted(
    {
        line
        for block in re.findall(r"^```console\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE)
        for line in block.splitlines()
    }
    | set(re.findall(r"`(zhu-quiz [^`]+)`", GUIDE))
)


def command(words: list[str]) -> tuple[click.Command, list[str]]:
    """The innermost command, and what follows its name."""
    found: click.Command = cli
    while isinstance(found, click.Group) and words and words[0] in found.list_commands(click.Context(found)):
        name, *words = words
        inner = found.get_command(click.Context(found), name)
        assert inner
        found = inner
    return found, words


@pytest.mark.parametrize("line", TYPED)
def test_what_it_says_to_type_is_understood(line: str) -> None:
    program, *words = shlex.split(line)
    assert program == "zhu-quiz"
    found, rest = command(words)
    assert not isinstance(found, click.Group)
    if "--help" not in rest:
        # Reads the options and arguments without running anything.
        found.make_context(found.name, rest, resilient_parsing=False)


def test_the_options_it_speaks_of_exist() -> None:
    options = {option for command in every(cli) for parameter in command.params for option in parameter.opts}
    assert set(re.findall(r"`(--[a-z-]+)", GUIDE)) <= options


def test_its_pictures_exist_are_small_and_are_described() -> None:
    pictures = re.findall(r"!\[(.*?)\]\((pictures/.*?)\)", GUIDE)
    assert len(pictures) == 3
    assert all(len(described) > 40 for described, _ in pictures)
    assert {DOCS / path for _, path in pictures} == set((DOCS / "pictures").glob("anki-*"))
    assert sum((DOCS / path).stat().st_size for _, path in pictures) < 400_000


def test_its_links_lead_somewhere() -> None:
    titles = re.findall(r"^#+ (.+)$", GUIDE, re.MULTILINE)
    places = {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}
    for target in re.findall(r"\]\(([^)]+)\)", GUIDE):
        if target.startswith("#"):
            assert target[1:] in places
        elif not target.startswith("https:"):
            assert (DOCS / target).exists(), target


def every(command: click.Command) -> list[click.Command]:
    if not isinstance(command, click.Group):
        return [command]
    context = click.Context(command)
    inner = [command.get_command(context, name) for name in command.list_commands(context)]
    return [command, *(each for found in inner if found for each in every(found))]
