"""Rows of the file dialog show what they are."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QFileIconProvider,
    QFileSystemModel,
    QStyleOptionViewItem,
)
from pytestqt.qtbot import QtBot

from editor.gui.file_dialogs.row_icons import RowIcons
from editor.gui.icons.icon_engine import themed_icon
from editor.gui.theme import make_theme


@pytest.mark.parametrize(
    ("name", "icon"),
    [("a.md", "file-text"), ("a.PNG", "image"), ("a.xyz", "file"), ("a", "folder")],
)
def test_icon_tells_the_kind(name: str, icon: str, qapp: QApplication) -> None:
    theme = make_theme("light")
    rows = RowIcons(theme, qapp)
    shown = rows.icon_of(Path("/rezensionen", name), folder=name == "a")
    expected = themed_icon(icon, theme, "soft_ink").pixmap(32, 32).toImage()
    assert shown.pixmap(32, 32).toImage() == expected


def test_rows_are_painted_without_asking_the_disk(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "alt").mkdir()
    (tmp_path / "alt.md").touch()
    model, icons = QFileSystemModel(), QFileIconProvider()
    model.setIconProvider(icons)
    with qtbot.waitSignal(model.directoryLoaded):
        root = model.setRootPath(str(tmp_path))
    rows_listed = [model.index(row, 0, root) for row in range(model.rowCount(root))]
    qtbot.waitUntil(lambda: not any(model.fileIcon(index).isNull() for index in rows_listed))
    theme = make_theme("light")
    rows = RowIcons(theme, model)

    def ask(path: Path) -> bool:
        raise AssertionError(path)

    monkeypatch.setattr(Path, "is_dir", ask)
    for index in rows_listed:
        option = QStyleOptionViewItem()
        rows.initStyleOption(option, index)
        name = "folder" if model.fileName(index) == "alt" else "file-text"
        expected = themed_icon(name, theme, "soft_ink").pixmap(32, 32).toImage()
        assert option.icon.pixmap(32, 32).toImage() == expected


def test_home_has_an_icon_of_its_own(qapp: QApplication) -> None:
    rows = RowIcons(make_theme("light"), qapp)
    home, other = (
        rows.icon_of(folder, folder=True).pixmap(32, 32).toImage()
        for folder in (Path.home(), Path.home().parent)
    )
    assert home != other
