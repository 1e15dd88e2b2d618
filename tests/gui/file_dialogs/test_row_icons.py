"""Rows of the file dialog show what they are."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from editor.gui.file_dialogs.row_icons import RowIcons
from editor.gui.icons.icon_engine import themed_icon
from editor.gui.theme import make_theme


@pytest.mark.parametrize(
    ("name", "icon"),
    [("a.md", "file-text"), ("a.PNG", "image"), ("a.xyz", "file"), ("a", "folder")],
)
def test_icon_tells_the_kind(name: str, icon: str, tmp_path: Path, qapp: QApplication) -> None:
    path = tmp_path / name
    path.touch() if path.suffix else path.mkdir()
    theme = make_theme("light")
    rows = RowIcons(theme, qapp)
    expected = themed_icon(icon, theme, "soft_ink").pixmap(32, 32).toImage()
    assert rows.icon_of(path).pixmap(32, 32).toImage() == expected


def test_home_has_an_icon_of_its_own(qapp: QApplication) -> None:
    rows = RowIcons(make_theme("light"), qapp)
    assert (
        rows.icon_of(Path.home()).pixmap(32, 32).toImage()
        != rows.icon_of(Path.home().parent).pixmap(32, 32).toImage()
    )
