"""``make wheel``: sdist and wheel in ``build``, and a trial of the wheel with each named Python."""

import os
import subprocess
import sys

from editor import __version__
from editor.installation import Kind
from tools.package_files import BUILD, package_name
from tools.project import ROOT
from tools.wheel.trial import try_wheel


def main(pythons: list[str]) -> int:
    """Build both, print where they are, try the wheel and return the exit status."""
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(BUILD), str(ROOT)]
    done = subprocess.run(build, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        print(done.stdout, file=sys.stderr)
        return done.returncode
    wheel = BUILD / package_name(Kind.PYTHON, __version__)
    for path in (wheel, BUILD / f"rezensent-{__version__}.tar.gz"):
        print(f"{os.path.relpath(path)}: {path.stat().st_size / 1e6:.1f} MB", flush=True)
    return 0 if not pythons or try_wheel(wheel, pythons) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
