"""Fetching LanguageTool from within the window."""

import threading
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from editor.errors import InstallError, RezensentError
from editor.gui.worker import Worker
from editor.languagetool.installer import CACHE_STEP, ensure_aot_cache, install
from editor.languagetool.jar_downloads import InstallProgress


class Installer(QObject):
    """Fetches LanguageTool on a worker and says how far it is."""

    said = Signal(str)
    done = Signal()
    _progress = Signal(object)

    def __init__(self, data: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._data = data
        self._stopping = threading.Event()
        self._worker = Worker(self)
        self._progress.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Fetch what is missing; does nothing while that goes on already."""
        if self._worker.busy:
            return
        self.said.emit(self.tr("LanguageTool wird geholt …"))
        self._worker.submit(
            partial(install, self._data, self._report), self._finished, self._failed
        )

    def ensure_aot_cache(self) -> None:
        """Prepare a quick start in the background where that has not been done for this Java."""
        if not self._worker.busy:
            # Without it everything works, only later: no reason to interrupt anybody.
            self._worker.submit(
                partial(ensure_aot_cache, self._data, self._tell), lambda _: None, lambda _: None
            )

    def stop(self) -> None:
        """Give up at the next report, a fifth of a second away; the next start goes on there."""
        self._stopping.set()
        self._worker.stop()

    def _tell(self) -> None:
        if self._stopping.is_set():
            raise InstallError("Das Einrichten wurde abgebrochen.", "Setting up was cancelled.")

    def _report(self, progress: InstallProgress) -> None:
        self._tell()
        self._progress.emit(progress)

    def _show(self, progress: InstallProgress) -> None:
        if progress.name == CACHE_STEP:
            self.said.emit(self.tr("LanguageTool wird für einen schnellen Start vorbereitet …"))
            return
        done, total = progress.done / 1e6, progress.total / 1e6
        self.said.emit(
            self.tr("LanguageTool wird geholt: {done} von {total} MB").format(
                done=round(done), total=round(total)
            )
        )

    def _finished(self, _: object) -> None:
        self.said.emit(self.tr("LanguageTool ist eingerichtet."))
        self.done.emit()

    def _failed(self, error: RezensentError) -> None:
        self.said.emit(error.text())
