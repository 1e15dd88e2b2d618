"""The wheel is the whole program: installed elsewhere, it needs no file of the checkout."""

import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from collections.abc import Iterator
from email import message_from_bytes
from pathlib import Path

import PySide6
import pytest
from PySide6.QtGui import QImage

from editor.export.registry import EXPORT_FORMATS
from editor.languagetool.engine import Engine

ROOT = Path(__file__).parents[2]
SITE = Path(PySide6.__file__).parents[1]
"""Where the dependencies of the program are that runs this test."""
GUARD = """
import sys

def note(event, arguments):
    if event == "open" and str(arguments[0]).startswith({inside!r}):
        print(arguments[0], file=log, flush=True)

log = open({log!r}, "a")
sys.addaudithook(note)
"""


class Installed:
    """The wheel in an environment of its own; dependencies are those of this environment."""

    def __init__(self, folder: Path, wheel: Path) -> None:
        self.folder = folder / "Umgebung mit Ä"
        venv.create(self.folder)
        self.elsewhere = folder / "anderswo"
        self.elsewhere.mkdir()
        python = str(self.folder / "bin" / "python")
        pip = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet"]
        options = ["--no-deps", "--no-index", "--no-compile"]
        subprocess.run([*pip, *options, str(wheel)], check=True)
        (packages,) = self.folder.glob("lib/python*/site-packages")
        (packages / "dependencies.pth").write_text(f"{SITE}\n", "utf-8")

    def run(self, *arguments: str | Path) -> "subprocess.CompletedProcess[str]":
        """Run a program of the environment outside the checkout, and return how it ended."""
        program, *rest = arguments
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
        environment["XDG_CONFIG_HOME"] = str(self.elsewhere / "config")
        return subprocess.run(
            [self.folder / "bin" / program, *rest],
            cwd=self.elsewhere,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the sdist, and with the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(build, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def installed(distributions: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installed]:
    (wheel,) = distributions.glob("*.whl")
    installed = Installed(tmp_path_factory.mktemp("installed"), wheel)
    yield installed
    shutil.rmtree(installed.folder)


def test_sdist_has_every_file_of_the_checkout(distributions: Path) -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("only a checkout knows which files it has")
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    (sdist,) = distributions.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        inside = {name.split("/", 1)[1] for name in archive.getnames()}
    tracked = {name for name in listed.stdout.split("\0") if name and (ROOT / name).exists()}
    assert tracked - inside <= {".ci/run"}


def test_wheel_is_the_same_from_the_checkout_and_from_the_sdist(
    distributions: Path, tmp_path: Path
) -> None:
    (wheel,) = distributions.glob("*.whl")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, capture_output=True, check=True)
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()


def test_wheel_has_the_resources_and_what_a_registry_shows(distributions: Path) -> None:
    (path,) = distributions.glob("*.whl")
    with zipfile.ZipFile(path) as wheel:
        names = set(wheel.namelist())
        (metadata,) = (name for name in names if name.endswith("dist-info/METADATA"))
        fields = message_from_bytes(wheel.read(metadata))
    resources = {
        file.relative_to(ROOT).as_posix()
        for file in (ROOT / "resources").rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert {f"editor/{name}" for name in resources} <= names
    assert {name.split("/")[0] for name in names} == {"editor", metadata.split("/")[0]}
    assert fields["License-Expression"] == "GPL-3.0-or-later"
    assert fields["Author-email"]
    assert fields["Keywords"]
    assert fields["Description-Content-Type"] == "text/markdown"
    urls = {field.split(",")[0] for field in fields.get_all("Project-URL", [])}
    assert urls >= {"Homepage", "Source", "Issues", "Changelog"}


def test_installed_wheel_writes_checks_exports_and_imports_without_the_checkout(
    installed: Installed, engine: Engine
) -> None:
    assert engine.wait_ready()
    log = installed.elsewhere / "opened.txt"
    (packages,) = installed.folder.glob("lib/python*/site-packages")
    inside = [f"{ROOT / name}/" for name in ("editor", "resources", "tests", "tools", "docs")]
    guard = packages / "guard.py"
    guard.write_text(GUARD.format(inside=tuple(inside), log=str(log)), "utf-8")
    (packages / "guard.pth").write_text("import guard\n", "utf-8")
    assert installed.run("python", "-c", f"open({inside[0] + '__init__.py'!r})").returncode == 0
    assert log.read_text("utf-8").splitlines() == [inside[0] + "__init__.py"], "the guard works"

    assert installed.run("rezensent", "doctor", "--install").stdout.count("✓") > 3
    _use(installed)
    _open_window(installed)
    assert len(log.read_text("utf-8").splitlines()) == 1


def _use(installed: Installed) -> None:
    review = installed.elsewhere / "Öde See.md"
    done = installed.run("rezensent", "new", review)
    assert done.returncode == 0, done.stderr
    review.write_text(review.read_text("utf-8") + "\nDas ist ein Sazt.\n", "utf-8")
    done = installed.run("rezensent", "check", review)
    assert done.returncode == 1, done.stderr
    assert "Sazt" in done.stdout
    out = installed.elsewhere / "heraus"
    done = installed.run("rezensent", "export", review, "--to", ",".join(EXPORT_FORMATS), "-o", out)
    assert done.returncode == 0, done.stderr
    written = {file.name: file.stat().st_size for file in out.iterdir()}
    assert len(written) == len(EXPORT_FORMATS)
    assert min(written.values()) > 0
    (word,) = out.glob("*.docx")
    done = installed.run("rezensent", "import", word, "-o", "zurück.md")
    assert done.returncode == 0, done.stderr
    assert "Sazt" in (installed.elsewhere / "zurück.md").read_text("utf-8")


def _open_window(installed: Installed) -> None:
    driver = shutil.copy(ROOT / "tools" / "wheel" / "first_paint.py", installed.elsewhere)
    picture = installed.elsewhere / "window.png"
    done = installed.run("python", driver, installed.elsewhere / "zurück.md", picture)
    assert done.returncode == 0, done.stderr
    image = QImage(str(picture))
    inks = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, 600, 7)}
    assert len(inks) > 10, "the window is not blank"
