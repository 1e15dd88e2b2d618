"""Recently opened reviews: a menu, and a list in the settings."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from editor.gui.document import Document
from editor.gui.settings_store import SettingsStore
from editor.gui.worker import Worker
from editor.settings import Settings, home

_MOST = 10


class RecentFiles(QObject):
    """Maintains the list; a review that is opened or saved moves to its top."""

    def __init__(
        self,
        document: Document,
        settings_store: SettingsStore,
        open_file: Callable[[Path], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._settings_store = settings_store
        self._open = open_file
        self._worker = Worker(self, reads_only=True)
        self._gone: frozenset[str] = frozenset()
        self.menu = QMenu(self.tr("Zuletzt &geöffnet"), parent)
        self.menu.setObjectName("menu.recent")
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self._look)
        document.opened.connect(self._note)
        document.saved_changed.connect(self._note)
        settings_store.changed.connect(self._follow)
        self._fill()
        self._look()

    def put_behind(self, action: QAction) -> None:
        """Insert the menu after ``action``, in the menu that contains it."""
        for menu in action.associatedObjects():
            if isinstance(menu, QMenu):
                entries = menu.actions()
                menu.insertMenu(entries[entries.index(action) + 1], self.menu)

    def stop(self) -> None:
        """End checking files."""
        self._worker.stop()

    @property
    def _paths(self) -> tuple[str, ...]:
        return self._settings_store.settings.recent

    def _note(self) -> None:
        path = self._document.path
        if path is not None:
            newest = str(path.absolute())
            self._gone -= {newest}
            others = [name for name in self._paths if name != newest]
            self._keep((newest, *others)[:_MOST])

    def _keep(self, paths: tuple[str, ...]) -> None:
        self._settings_store.change(recent=paths)

    def _look(self) -> None:
        """Check in the background which files still exist: the disk may be slow."""
        self._worker.submit(partial(_missing, self._paths), self._show_missing)

    def _show_missing(self, gone: frozenset[str]) -> None:
        if gone != self._gone:
            self._gone = gone
            self._fill()

    def _follow(self, old: Settings, new: Settings) -> None:
        if old.recent != new.recent:
            self._fill()

    def _fill(self) -> None:
        self.menu.clear()
        for number, name in enumerate(self._paths, 1):
            self._add(number, Path(name), gone=name in self._gone)
        self.menu.setEnabled(bool(self._paths))
        none = self.tr("Noch war keine Rezension geöffnet.")
        self.menu.menuAction().setToolTip("" if self._paths else none)
        self.menu.addSeparator()
        if any(name in self._gone for name in self._paths):
            self._add_choice("forget", self.tr("&Fehlende entfernen"), self._forget)
        self._add_choice("clear", self.tr("&Liste leeren"), lambda: self._keep(()))

    def _add(self, number: int, path: Path, *, gone: bool) -> None:
        name = path.name.replace("&", "&&")
        folder = _short(path.parent).replace("&", "&&")
        mnemonic = f"&{number}" if number < _MOST else "1&0"
        where = self.tr("nicht mehr vorhanden") if gone else folder
        action = self.menu.addAction(f"{mnemonic}  {name} – {where}")
        action.setObjectName(f"recent.{number}")
        # Opening says so, and offers the earlier versions of the file.
        sentence = self.tr(
            "{path} ist nicht mehr vorhanden; vielleicht wurde die Datei umbenannt oder verschoben."
        )
        action.setToolTip(sentence.format(path=path) if gone else str(path))
        action.triggered.connect(lambda: self._open(path))

    def _add_choice(self, name: str, text: str, do: Callable[[], None]) -> None:
        action = self.menu.addAction(text)
        action.setObjectName(f"recent.{name}")
        action.triggered.connect(do)

    def _forget(self) -> None:
        self._keep(tuple(name for name in self._paths if name not in self._gone))


def _missing(paths: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name for name in paths if not _is_there(Path(name)))


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        # A file in an unreadable folder cannot be opened either.
        return False


def _short(folder: Path) -> str:
    """Return ``folder`` as text, with "~" for the home folder."""
    root = home()
    in_home = folder.is_relative_to(root) and root != root.parent
    return f"~/{folder.relative_to(root)}" if in_home else str(folder)
