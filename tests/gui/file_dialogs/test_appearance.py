"""Qt's own file dialog looks like the window, and nothing in it is cut off."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QListView, QToolButton, QTreeView
from pytestqt.qtbot import QtBot

from editor.gui.file_dialogs.appearance import style_file_dialog
from editor.gui.style_sheet import apply_theme
from editor.gui.theme import make_theme
from tests.gui.actions import exposed, waited


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "Bilder").mkdir()
    for name in ("rezension.md", "bild.png", "anderes.xyz"):
        (tmp_path / name).touch()
    return tmp_path


@pytest.fixture(params=["light", "dark"])
def dialog(
    request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot, folder: Path
) -> QFileDialog:
    apply_theme(qapp, make_theme(request.param), request.param)
    dialog = QFileDialog(None, "Öffnen", str(folder))
    qtbot.addWidget(dialog)
    style_file_dialog(dialog)
    dialog.show()
    exposed(qtbot, dialog)
    return dialog


def test_icons_are_those_of_the_window(dialog: QFileDialog, qapp: QApplication) -> None:
    dark = dialog.palette().window().color().lightnessF() < 1 / 2
    ink = make_theme("dark" if dark else "light").color("ink")
    for name in ("backButton", "toParentButton", "newFolderButton", "detailModeButton"):
        button = dialog.findChild(QToolButton, name)
        assert button is not None
        assert ink.name() in inks(button.icon().pixmap(64, 64).toImage()), name


def inks(image: QImage) -> set[str]:
    places = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return {image.pixelColor(x, y).name() for x, y in places}


def test_names_and_dates_are_whole(dialog: QFileDialog, qtbot: QtBot) -> None:
    tree = dialog.findChild(QTreeView, "treeView")
    assert tree is not None
    model, header = tree.model(), tree.header()
    waited(qtbot, lambda: model.rowCount(tree.rootIndex()) == 4)
    qtbot.waitUntil(lambda: header.sectionSize(3) >= tree.sizeHintForColumn(3))
    assert not tree.isColumnHidden(3)
    assert header.sectionSize(0) >= tree.sizeHintForColumn(0)
    assert tree.horizontalScrollBar().maximum() == 0


def test_places_are_the_usual_folders_and_the_open_one(dialog: QFileDialog, folder: Path) -> None:
    side = dialog.findChild(QListView, "sidebar")
    assert side is not None
    places = [Path(url.toLocalFile()) for url in dialog.sidebarUrls()]
    assert Path.home() in places
    assert places[-1] == folder
    assert len(places) == len(set(places))
    assert side.model().rowCount() == len(places)


def test_dialog_of_the_desktop_stays_as_it_is(qtbot: QtBot) -> None:
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    for button in dialog.findChildren(
        QToolButton, options=Qt.FindChildOption.FindChildrenRecursively
    ):
        button.setObjectName("")
    size, places = dialog.size(), dialog.sidebarUrls()
    style_file_dialog(dialog)
    assert (dialog.size(), dialog.sidebarUrls()) == (size, places)
