"""Appearance of Qt's own file dialog, which is shown where the desktop has none of its own."""

from itertools import chain
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, QUrl
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QHeaderView,
    QSplitter,
    QToolButton,
    QTreeView,
)

from editor.gui.color_tokens import HIGH_DARK, HIGH_LIGHT
from editor.gui.file_dialogs.row_icons import RowIcons
from editor.gui.icons.icon_engine import themed_icon
from editor.gui.screen_fit import resize_to_fit
from editor.gui.theme import Theme, make_theme

_WIDTH, _HEIGHT, _PLACES_WIDTH = 780, 480, 160
"""Size of the dialog and width of the places at its side, in units of ``Theme.px``."""
_BUTTONS = {
    "backButton": "arrow-left",
    "forwardButton": "arrow-right",
    "toParentButton": "arrow-up",
    "newFolderButton": "folder-plus",
    "listModeButton": "layout-grid",
    "detailModeButton": "list",
}
"""Buttons of Qt's dialog and their icons."""
_VIEWS = ("treeView", "listView", "sidebar")
_NAME, _SIZE, _TYPE, _DATE = range(4)
"""Columns of the list of files."""
_PLACES = (
    QStandardPaths.StandardLocation.HomeLocation,
    QStandardPaths.StandardLocation.DocumentsLocation,
    QStandardPaths.StandardLocation.DesktopLocation,
    QStandardPaths.StandardLocation.DownloadLocation,
    QStandardPaths.StandardLocation.PicturesLocation,
)


def is_of_qt(dialog: QFileDialog) -> bool:
    """Return whether ``dialog`` is Qt's own and not one of the desktop, which has no widgets."""
    return dialog.findChild(QToolButton, "backButton") is not None


def style_file_dialog(dialog: QFileDialog) -> None:
    """Give Qt's own dialog icons, places, columns and a size; a dialog of the desktop stays."""
    if not is_of_qt(dialog):
        return
    ground = dialog.palette().color(QPalette.ColorRole.Window)
    high = ground in (QColor(HIGH_DARK.background), QColor(HIGH_LIGHT.background))
    theme = make_theme("dark" if ground.lightnessF() < 1 / 2 else "light", high_contrast=high)
    for name, icon in _BUTTONS.items():
        button = dialog.findChild(QToolButton, name)
        if button is not None:
            button.setIcon(themed_icon(icon, theme))
            button.setIconSize(QSize(theme.px(16), theme.px(16)))
    dialog.setSidebarUrls([QUrl.fromLocalFile(str(folder)) for folder in _places(dialog)])
    _show_rows(dialog, theme)
    resize_to_fit(dialog, theme.px(_WIDTH), theme.px(_HEIGHT))


def _places(dialog: QFileDialog) -> list[Path]:
    """Return the writer's usual folders that exist, and the one that is open, each once."""
    usual = chain.from_iterable(map(QStandardPaths.standardLocations, _PLACES))
    folders = [Path(folder) for folder in (*usual, dialog.directory().absolutePath())]
    return [folder for folder in dict.fromkeys(folders) if folder.is_dir()]


def _show_rows(dialog: QFileDialog, theme: Theme) -> None:
    rows = RowIcons(theme, dialog)
    for name in _VIEWS:
        view = dialog.findChild(QAbstractItemView, name)
        if view is not None:
            view.setItemDelegate(rows)
            view.setIconSize(QSize(theme.px(16), theme.px(16)))
    splitter = dialog.findChild(QSplitter, "splitter")
    if splitter is not None:
        splitter.setSizes([theme.px(_PLACES_WIDTH), theme.px(_WIDTH - _PLACES_WIDTH)])
    tree = dialog.findChild(QTreeView, "treeView")
    if tree is not None:
        tree.hideColumn(_TYPE)
        tree.header().setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        for column in (_SIZE, _DATE):
            tree.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    folder = dialog.findChild(QComboBox, "lookInCombo")
    if folder is not None:
        folder.setIconSize(QSize(0, 0))  # the icons of the style, which no delegate draws there
