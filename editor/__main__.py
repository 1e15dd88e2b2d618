"""``rezensent``: the window, or one of the commands."""

import sys
from pathlib import Path

from editor import cli
from editor.display import display_problem
from editor.errors import RezensentError


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit status; without a command open the window."""
    return cli.run(sys.argv[1:] if arguments is None else arguments, _window)


def _window(path: Path | None, sample: bool, fresh: bool) -> int:  # noqa: FBT001
    problem = display_problem()
    if problem is not None:
        raise problem
    try:
        from editor.gui.app import run  # noqa: PLC0415  (no command has to wait for Qt)
    except ImportError as error:
        raise _incomplete(error) from error
    return run(path, sample=sample, fresh=fresh)


def _incomplete(error: ImportError) -> RezensentError:
    return RezensentError(
        f"Das Fenster lässt sich nicht öffnen, es fehlt {error.name or error}; bitte richten Sie "
        "Rezensent mit „make setup“ neu ein.",
        f"The window cannot be opened, {error.name or error} is missing; please set Rezensent up "
        "again with “make setup”.",
    )


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        # A bundle is its own Python: what exports in parallel is the bundle, started once more.
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main())
