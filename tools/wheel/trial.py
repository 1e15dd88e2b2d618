"""Installs a wheel as a user would and tries it: ``python -m tools.wheel.trial WHEEL [PYTHON…]``.

pip resolves the dependencies from its index, as no pin helps a user. For every Python there is a
fresh environment; LanguageTool is fetched once for all. Needs only the standard library, so that
any Python can run it.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tools.size import measure_size
from tools.virtual_environment import programs_folder, python_program

TRIAL = Path(__file__).resolve().parents[1] / "trial.py"


def try_wheel(wheel: Path, pythons: list[str]) -> bool:
    """Try ``wheel`` with every Python, print a line a step, and return whether all went well."""
    with tempfile.TemporaryDirectory(prefix="rezensent-trial-") as folder:
        home = Path(folder) / "home"
        outcomes = [
            _try_with(python, wheel.resolve(), Path(folder) / "env", home) for python in pythons
        ]
    return all(outcomes)


def _try_with(python: str, wheel: Path, environment: Path, home: Path) -> bool:
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    variables |= {"REZENSENT_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    start = time.monotonic()
    subprocess.run([python, "-V"], check=True)
    subprocess.run([python, "-m", "venv", environment], check=True)
    pip = [str(python_program(environment)), "-m", "pip", "install", "--quiet", str(wheel)]
    installed = subprocess.run(pip, env=variables, check=False).returncode == 0
    size = measure_size(environment) / 1e6
    taken = time.monotonic() - start
    print(f"{'✓' if installed else '✗'} pip install: {size:.0f} MB · {taken:.0f} s", flush=True)
    program = programs_folder(environment) / "rezensent"
    trial = [sys.executable, str(TRIAL), str(program), "--install"]
    fine = installed and subprocess.run(trial, env=variables, check=False).returncode == 0
    shutil.rmtree(environment)
    return fine


if __name__ == "__main__":
    sys.exit(0 if try_wheel(Path(sys.argv[1]), sys.argv[2:] or [sys.executable]) else 1)
