"""``make bundle``: ``build/bundle/rezensent``, made in an environment of its own.

Runs on the system's Python with the standard library only.
"""

import os
import subprocess
import sys

from tools.bundle.environment import ensure_environment
from tools.project import ROOT


def main() -> int:
    """Build the bundle and return the exit status."""
    try:
        python = ensure_environment()
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        subprocess.run(
            [python, "-m", "tools.bundle.assembly"], check=True, cwd=ROOT, env=environment
        )
    except subprocess.CalledProcessError as error:
        print(f"The bundle was not built: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
