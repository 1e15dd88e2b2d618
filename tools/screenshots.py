"""Pictures of the window: every view in both languages, light and dark, on several screens.

``.venv/bin/python tools/screenshots.py FOLDER`` takes them all; ``--views``, ``--languages``,
``--themes`` and ``--screens`` choose. No display is needed. A review with findings is opened, so
LanguageTool is used where it is installed.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from editor.paths import sample_path
from editor.settings import Folders
from editor.storage.backups import Backups
from tools.screenshot_views import VIEWS

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("de", "en")
THEMES = ("light", "dark")
HIGH = ("light-high", "dark-high")
"""Themes of high contrast, which are taken when they are asked for."""
SCREENS = (
    *("1024x700", "1280x800", "1280x800@1.5", "1920x1080", "1920x1080@1.5"),
    *("1920x1080@2", "2560x1600@2"),
)
"""Width and height in pixels of the screen, and the scale of the desktop."""
_MISTAKES = (
    "Die Regie nimmt sich Zeit, und nun ist es soweit: Der Komissar darf endlich zweifeln. Das "
    "wirkt eigentlich irgendwie sinnfrei, das das aber so gewollt ist, merkt man spät.\n"
)
_READY_MINUTES = 2
_DEADLINE_S = 600


@dataclass(frozen=True, slots=True)
class Screen:
    """Screen of ``width`` by ``height`` pixels on a desktop with ``scale``."""

    width: int
    height: int
    scale: float

    @classmethod
    def parse(cls, text: str) -> "Screen":
        """Return the screen “1280x800@1.5”. Raises ValueError when ``text`` is none."""
        size, _, scale = text.partition("@")
        width, height = size.split("x")
        return cls(int(width), int(height), float(scale or 1))


def main(arguments: list[str] | None = None) -> int:
    """Take the pictures and return the exit status."""
    options = _parser().parse_args(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        review = _prepare(Path(home), checked=not options.unchecked)
        statuses = [
            _run(Path(home), review, options, language, screen)
            for language in options.languages
            for screen in options.screens
        ]
    return max(statuses, default=0)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pictures go")
    for name, choices, default in (
        ("views", tuple(VIEWS), tuple(VIEWS)),
        ("languages", LANGUAGES, LANGUAGES),
        ("themes", (*THEMES, *HIGH), THEMES),
    ):
        parser.add_argument(f"--{name}", nargs="+", choices=choices, default=default)
    parser.add_argument("--unchecked", action="store_true", help="as if LanguageTool were missing")
    parser.add_argument("--screens", nargs="+", default=SCREENS, help="such as 1280x800@1.5")
    return parser


def _prepare(home: Path, *, checked: bool) -> Path:
    """Make folders of the program with a review that has mistakes and earlier versions.

    ``checked`` says whether LanguageTool is in them.
    """
    folders = Folders.below(home)
    for folder in (folders.config, folders.state):
        folder.mkdir(parents=True)
    installed = Folders.default().data
    if checked and installed.is_dir():
        folders.data.symlink_to(installed, target_is_directory=True)
    review = home / "das-salzarchiv-staffel-2.md"
    text = sample_path().read_text("utf-8")
    heading = "## Story {#story}\n\n"
    now, backups = datetime.now(UTC), Backups(folders.state / "backups")
    for days, part in ((9, "Der erste Satz.\n\n"), (2, "Der erste Satz. Der zweite Satz.\n\n")):
        earlier = text.replace(heading, heading + part).replace("rating: 7.5", "rating: 7")
        backups.add(review, earlier.encode(), now - timedelta(days=days))
    review.write_text(text.replace(heading, f"{heading}{_MISTAKES}\n"), "utf-8")
    return review


def _run(
    home: Path, review: Path, options: argparse.Namespace, language: str, screen_name: str
) -> int:
    """Run one program on one screen, and return its exit status."""
    screen = Screen.parse(screen_name)
    settings = {"language": language, "keep_minutes": _READY_MINUTES}
    Folders.below(home).config.joinpath("settings.json").write_text(json.dumps(settings), "utf-8")
    described = home / "screen.json"
    described.write_text(json.dumps({"screens": [_described(screen)]}), "utf-8")
    environment = {
        **os.environ,
        "REZENSENT_HOME": str(home),
        "QT_QPA_PLATFORM": f"offscreen:configfile={described}",
        "QT_SCALE_FACTOR": str(screen.scale),
        "QT_LOGGING_RULES": "default.warning=false",
        "PYTHONPATH": str(ROOT),
    }
    target = options.folder.resolve() / f"{{view}}-{language}-{{theme}}-{screen_name}.png"
    command = [
        *(sys.executable, "-m", "tools.screenshot_views", str(target), str(review)),
        *("--views", *options.views, "--themes", *options.themes),
    ]
    print(f"{language}, {screen_name} …", flush=True)
    run = subprocess.run(command, cwd=ROOT, env=environment, timeout=_DEADLINE_S, check=False)
    return run.returncode


def _described(screen: Screen) -> dict[str, object]:
    """Return ``screen`` as Qt's offscreen platform reads it."""
    return {
        "name": "screen",
        "x": 0,
        "y": 0,
        "width": screen.width,
        "height": screen.height,
        "logicalDpi": 96,
        "logicalBaseDpi": 96,
        "dpr": 1,
    }


if __name__ == "__main__":
    sys.exit(main())
