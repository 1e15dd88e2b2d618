"""``make requirements``: pin the dependencies of pyproject.toml with hashes.

Runs in a temporary environment, so that the project does not depend on pip-tools.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OPTIONS = (
    *("--quiet", "--upgrade", "--generate-hashes", "--strip-extras", "--allow-unsafe"),
    *("--no-emit-index-url", "--no-emit-find-links", "--no-emit-trusted-host"),
    *("--build-deps-for", "editable"),
)


def main() -> int:
    """Write requirements/runtime.txt and requirements/dev.txt."""
    with tempfile.TemporaryDirectory() as folder:
        python = Path(folder) / "bin" / "python"
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "pip-tools"], check=True)
        for name, extra in (("runtime", ()), ("dev", ("--extra", "dev"))):
            target = f"requirements/{name}.txt"
            subprocess.run(
                [
                    python,
                    "-m",
                    "piptools",
                    "compile",
                    *OPTIONS,
                    *extra,
                    "-o",
                    target,
                    "pyproject.toml",
                ],
                check=True,
                cwd=ROOT,
                env={**os.environ, "CUSTOM_COMPILE_COMMAND": "make requirements"},
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
