"""The door: runs a command, and turns what went wrong into a sentence and an exit code."""

import gc
import signal
import sys
from io import TextIOWrapper

# The collector would run all through the start and find nothing, for 35 of 295 ms. The app turns it on again.
gc.disable()


def main() -> None:
    """0 fine, 1 problems found, 2 wrong usage; a sentence on stderr, never a traceback."""
    import click

    from .cli import cli
    from .cli.edge import say
    from .model.problem import QuizError

    if hasattr(signal, "SIGPIPE"):
        # Whoever reads only the first lines has seen enough; that is no failure to tell of.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        # What a narrow encoding cannot say shall not end the program.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        sys.exit(cli(standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except QuizError as error:
        say(f"zhu-quiz: {error}", err=True)
        sys.exit(1)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except Exception:
        from .cli.crash import apology

        click.echo(apology(), err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
