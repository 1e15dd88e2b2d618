"""``python -m tools.deb`` makes a Debian package of a bundle, which Debian's programs judge."""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

from tools.deb.package import build_package
from tools.deb.validation import Validation, validate
from tools.package_files import BUILD, BUNDLE, file_with_size

_SIGNS = {True: "✓", False: "✗", None: "–"}


def main(arguments: list[str] | None = None) -> int:
    """Build and judge the package, and return the exit status."""
    options = _parser().parse_args(arguments)
    try:
        package = build_package(options.bundle, options.output)
    except (FileNotFoundError, ValueError, subprocess.CalledProcessError) as error:
        print(f"no package: {error}", file=sys.stderr)
        return 1
    print(file_with_size(package), flush=True)
    tree = options.output / "deb"
    status = max([_say(each) for each in validate(package, tree)])
    shutil.rmtree(tree)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bundle", type=Path, default=BUNDLE)
    parser.add_argument("--output", type=Path, default=BUILD)
    return parser


def _say(validation: Validation) -> int:
    """Print a verdict and return the exit status that it asks for."""
    missing = " is not installed" if validation.fine is None else ""
    print(f"{_SIGNS[validation.fine]} {validation.program}{missing}", flush=True)
    if validation.report:
        print(validation.report, flush=True)
    return 1 if validation.fine is False else 0


if __name__ == "__main__":
    sys.exit(main())
