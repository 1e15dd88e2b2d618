"""Installs a wheel as a user would and uses it: ``python3 trial.py WHEEL [PYTHON…]``.

pip resolves the dependencies from its index, as no pin helps a user. For every Python there is a
fresh environment; LanguageTool is fetched once by ``doctor --install``. One line is printed for
every step. Needs only the standard library, so that any Python can run it anywhere.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

FORMATS = ("html", "md", "docx", "odt", "pdf", "bbcode", "txt")
WINDOW = Path(__file__).with_name("first_paint.py")
MISTAKE = "Sazt"


class TrialError(Exception):
    """A step did not do what it should; the text says what came out."""


class Trial:
    """A fresh environment of ``python`` with the wheel, below ``folder``."""

    def __init__(self, python: str, folder: Path, home: Path) -> None:
        self._python = python
        self._environment = folder / "env"
        self._elsewhere = folder / "anderswo"
        self._elsewhere.mkdir(parents=True)
        self._variables = {
            **{name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
            "QT_QPA_PLATFORM": "offscreen",
            "REZENSENT_HOME": str(home),
        }

    def steps(self, wheel: Path) -> Iterator[tuple[str, Callable[[], str]]]:
        """Yield the steps in their order: a name, and what returns what was seen."""
        yield "install", lambda: self._install(wheel)
        yield "doctor --install", self._doctor
        yield "new", self._new
        yield "check", self._check
        yield "export", self._export
        yield "import", self._import
        yield "window", self._window

    def _install(self, wheel: Path) -> str:
        self._run(self._python, "-m", "venv", self._environment)
        self._run(self._bin("python"), "-m", "pip", "install", "--quiet", wheel)
        size = sum(path.lstat().st_size for path in self._environment.rglob("*"))
        return f"{size / 1e6:.0f} MB"

    def _doctor(self) -> str:
        return self._rezensent("doctor", "--install").splitlines()[-1]

    def _new(self) -> str:
        self._rezensent("new", "See.md")
        with (self._elsewhere / "See.md").open("a", encoding="utf-8") as review:
            review.write(f"\nDas ist ein {MISTAKE}.\n")
        return "See.md"

    def _check(self) -> str:
        found = self._rezensent("check", "See.md", status=1)
        return next(self._expect(line, found) for line in found.splitlines() if MISTAKE in line)

    def _export(self) -> str:
        self._rezensent("export", "See.md", "--to", ",".join(FORMATS), "-o", "heraus")
        sizes = [path.stat().st_size for path in (self._elsewhere / "heraus").iterdir()]
        if len(sizes) != len(FORMATS) or min(sizes) == 0:
            raise TrialError(f"files of {sizes} bytes")
        return f"{len(sizes)} files, {sum(sizes) / 1e3:.0f} kB"

    def _import(self) -> str:
        (word,) = (self._elsewhere / "heraus").glob("*.docx")
        self._rezensent("import", word, "-o", "zurück.md")
        text = (self._elsewhere / "zurück.md").read_text("utf-8")
        self._expect(MISTAKE, text)
        return f"{len(text)} characters of {word.name}"

    def _window(self) -> str:
        picture = self._elsewhere / "window.png"
        self._run(self._bin("python"), WINDOW, self._elsewhere / "zurück.md", picture)
        return f"picture of {picture.stat().st_size / 1e3:.0f} kB"

    def _rezensent(self, *arguments: str | Path, status: int = 0) -> str:
        return self._run(self._bin("rezensent"), *arguments, status=status)

    def _bin(self, name: str) -> Path:
        return self._environment / ("Scripts" if os.name == "nt" else "bin") / name

    def _expect(self, text: str, within: str) -> str:
        if text not in within:
            raise TrialError(within)
        return text.strip()

    def _run(self, *command: str | Path, status: int = 0) -> str:
        done = subprocess.run(
            command,
            cwd=self._elsewhere,
            env=self._variables,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode != status:
            raise TrialError(f"status {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout


def try_wheel(wheel: Path, pythons: list[str]) -> bool:
    """Try ``wheel`` with every Python, print a line a step, and return whether all went well."""
    with tempfile.TemporaryDirectory(prefix="rezensent-trial-") as folder:
        outcomes = [
            _try_with(python, wheel.resolve(), Path(folder) / str(number), Path(folder) / "home")
            for number, python in enumerate(pythons)
        ]
    return all(outcomes)


def _try_with(python: str, wheel: Path, folder: Path, home: Path) -> bool:
    version = subprocess.run([python, "-V"], capture_output=True, text=True, check=True).stdout
    print(f"{version.strip()} ({python})", flush=True)
    try:
        for name, step in Trial(python, folder, home).steps(wheel):
            start = time.monotonic()
            seen = step()
            print(f"✓ {name}: {seen} · {time.monotonic() - start:.1f} s", flush=True)
    except TrialError as error:
        print(f"✗ {name}: {error}", flush=True)
        return False
    finally:
        shutil.rmtree(folder)
    return True


if __name__ == "__main__":
    sys.exit(0 if try_wheel(Path(sys.argv[1]), sys.argv[2:] or [sys.executable]) else 1)
