"""The commands, one file a group. They wire the parts together and decide nothing."""

from importlib import import_module
from keyword import iskeyword

import click

from .edge import Edge, on_bank

COMMANDS = (
    "review",
    "due",
    "new",
    "check",
    "fmt",
    "preview",
    "explain",
    "coverage",
    "publish",
    "schema",
    "export",
    "import",
    "anki",
    "doctor",
)


class Commands(click.Group):
    """Finds a command in the file of its name, so that none pays for another's imports."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        found: click.Command = getattr(import_module(f".{name}", __name__), name)
        return found


@click.group(
    cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(package_name="zhu-quiz", message="%(prog)s %(version)s")
@on_bank
@click.pass_context
def cli(context: click.Context, edge: Edge) -> None:
    """Learn one article for keeps, a few minutes a day.

    Without a command, the quiz opens.
    """
    if context.invoked_subcommand is None:
        from .review import open_app

        open_app(edge, start="home")
