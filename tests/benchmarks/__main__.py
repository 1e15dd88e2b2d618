"""``python -m tests.benchmarks [NAME…]``: measures and prints a table; all without a name."""

import argparse
import os
import sys
from importlib import import_module
from pathlib import Path

from tests.benchmarks.ratio import HEADER

_MODULES = {
    "recheck": "recheck",
    "typing": "keystrokes",  # a module typing would hide the standard library's from its readers
    "paste": "paste",
    "look": "look",
    "waits": "waits",
    "open": "review_load",
    "preview": "preview",
    "export": "export",
    "batch": "batch",
    "check": "joined_check",
    "start": "start",
    "languagetool": "languagetool",
    "memory": "memory",
}
_SCREEN = Path(__file__).parents[1] / "data" / "screen.json"
_ENVIRONMENT = {
    "QT_QPA_PLATFORM": f"offscreen:configfile={_SCREEN}",
    # A machine without a display or a graphics card has much to say about that.
    "QT_LOGGING_RULES": "*=false",
    # Nothing between us and a server on this machine.
    "no_proxy": "127.0.0.1",
}


def main() -> None:
    """Run the benchmarks that are named."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(_MODULES))
    names = parser.parse_args().names or list(_MODULES)
    if unknown := set(names) - set(_MODULES):
        parser.error(f"no benchmark {', '.join(sorted(unknown))}")
    os.environ |= _ENVIRONMENT
    _print(HEADER)
    for name in names:
        for ratio in import_module(f"tests.benchmarks.{_MODULES[name]}").compare():
            _print(ratio.lines())


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
