"""Icons of files and folders in Qt's own file dialog."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QUrl
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFileSystemModel, QStyledItemDelegate, QStyleOptionViewItem

from editor.gui.icons.icon_engine import themed_icon
from editor.gui.theme import Theme

_IMAGES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})
_TEXTS = frozenset({".docx", ".html", ".markdown", ".md", ".odt", ".pdf", ".txt"})
_URL = QFileSystemModel.Roles.FilePathRole.value
"""Role under which the file system has a path, and the places at the side a QUrl."""


class RowIcons(QStyledItemDelegate):
    """Draws the icons of lucide.dev in the place of those of the style, which are of one colour.

    They are drawn when a row is; an icon provider would be called on the thread that reads folders.
    """

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        names = ("folder", "image", "file-text", "file", "house")
        self._icons = {name: themed_icon(name, theme, "soft_ink") for name in names}

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Give the row of a file or folder its icon."""
        super().initStyleOption(option, index)
        value, model = index.data(_URL), index.model()
        is_place = isinstance(value, QUrl)
        path = value.toLocalFile() if isinstance(value, QUrl) else str(value or "")
        if index.column() == 0 and path and not option.icon.isNull():
            # The model knows it; the disk, which may be far away, is not asked while painting.
            listed = isinstance(model, QFileSystemModel) and model.isDir(index)
            option.icon = self.icon_of(Path(path), folder=is_place or listed)

    def icon_of(self, path: Path, *, folder: bool) -> QIcon:
        """Return the icon for ``path``, which is a ``folder`` or a file."""
        suffix = path.suffix.casefold()
        if folder:
            return self._icons["house" if path == Path.home() else "folder"]
        if suffix in _IMAGES:
            return self._icons["image"]
        return self._icons["file-text" if suffix in _TEXTS else "file"]
