"""Pictures of the window are taken without a display, in the size of the screen."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from editor.gui.menus.menu_bar import declarations
from tools import screenshots
from tools.screenshot_views import VIEWS
from tools.screenshots import Screen


def test_view_is_taken_in_the_size_of_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REZENSENT_HOME", str(tmp_path / "home"))  # without LanguageTool
    chosen = ("--views", "welcome", "--languages", "en", "--themes", "dark")
    pictures = tmp_path / "pictures"
    assert screenshots.main([str(pictures), *chosen, "--screens", "1280x800@2"]) == 0
    picture = QImage(str(pictures / "welcome-en-dark-1280x800@2.png"))
    assert (picture.width(), picture.height()) == (1280, 800)
    inks = {picture.pixelColor(x, 20).lightness() < 80 for x in range(0, 600, 7)}
    assert True in inks, "the window is dark, and not the ground of the screen"


def test_every_view_names_actions_that_exist() -> None:
    verbs = {item.verb for item in declarations()}
    named = {verb for view in VIEWS.values() for verb in (*view.actions, *view.undo)}
    assert named <= verbs


def test_screen_is_read_from_its_name() -> None:
    assert Screen.parse("1280x800@1.5") == Screen(1280, 800, 1.5)
    assert Screen.parse("1024x700") == Screen(1024, 700, 1)
    with pytest.raises(ValueError, match="not enough values"):
        Screen.parse("1024")
