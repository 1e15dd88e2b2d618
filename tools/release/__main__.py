"""``python -m tools.release``: the steps of a release, as docs/release.md tells them."""

import argparse
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from editor.updates.signature import SignatureError
from tools.project import ROOT
from tools.release.preparation import prepare
from tools.release.readiness import problems
from tools.release.signing import Signatory, sign_release


def main(arguments: list[str] | None = None) -> int:
    """Run one step and return the exit status."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.step(options))
    except (OSError, ValueError, LookupError, subprocess.CalledProcessError) as error:
        print(f"✗ {error}", file=sys.stderr)
    except SignatureError:
        print("✗ the key is none of resources/release.toml", file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    today = datetime.now(UTC).date()
    parser = argparse.ArgumentParser(prog="python -m tools.release", description=__doc__)
    parser.add_argument("--root", type=Path, default=ROOT, help="the repository")
    steps = parser.add_subparsers(required=True)
    check = steps.add_parser("check", help="say what has to be mended before a release")
    check.set_defaults(step=_check)
    state = steps.add_parser("prepare", help="state the version, and date the changelog")
    state.add_argument("version")
    state.set_defaults(step=_prepare)
    sign = steps.add_parser("sign", help="write checksums and the file about updates, signed")
    sign.add_argument("files", nargs="+", type=Path, metavar="FILE")
    sign.add_argument("--key", type=Path, required=True, help="secret key of signify")
    sign.add_argument("--output", type=Path, default=ROOT / "build" / "release")
    sign.set_defaults(step=_sign)
    for step in (state, sign):
        step.add_argument("--date", type=date.fromisoformat, default=today)
    return parser


def _check(options: argparse.Namespace) -> int:
    found = list(problems(options.root))
    print(*(f"✗ {problem}" for problem in found), sep="\n", end="\n" if found else "")
    print(f"{len(found)} problems" if found else "✓ ready for a release")
    return 1 if found else 0


def _prepare(options: argparse.Namespace) -> int:
    prepare(options.root, options.version, options.date)
    print(f"✓ version {options.version}: now write packaging/release/notes.toml, check and commit")
    return 0


def _sign(options: argparse.Namespace) -> int:
    options.output.mkdir(parents=True, exist_ok=True)
    signatory = Signatory.of(options.key)
    signed = sign_release(options.root, options.files, options.output, signatory, options.date)
    print(*(f"✓ {path}" for path in signed), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
