"""Starts the set-up where Python is new enough for it, and says so where it is not."""

import sys


def main() -> int:
    """Set everything up and return the exit status. Has to run on every Python from 3.6 on."""
    if sys.version_info < (3, 11):  # noqa: UP036  (this runs on whatever Python there is)
        sys.stderr.write(
            f"Rezensent braucht Python 3.11 oder neuer, hier ist {sys.version.split()[0]}; bitte "
            "nennen Sie mit „make PYTHON=/pfad/zu/python3.11 …“ ein anderes.\n"
        )
        return 1
    # An older one does not understand these.
    from editor.standard_streams import escape_unencodable  # noqa: PLC0415
    from tools.setup.steps import set_up  # noqa: PLC0415

    escape_unencodable()
    return set_up(dev="--dev" in sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
