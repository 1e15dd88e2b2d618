"""Installation of LanguageTool from the window."""

import threading
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from editor.errors import InstallError, RezensentError
from editor.gui.worker import Worker
from editor.languagetool.installer import CACHE_STEP, ensure_aot_cache, install
from editor.languagetool.jar_downloads import InstallProgress


class Installer(QObject):
    """Downloads LanguageTool on a worker and reports the progress in sentences."""

    message = Signal(str)
    """Emitted with a sentence about the progress or an error."""
    done = Signal()
    """LanguageTool is installed."""
    _progress = Signal(object)

    def __init__(self, data: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._data = data
        self._stopping = threading.Event()
        self._worker = Worker(self)
        self._progress.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Download what is missing, unless a download is running."""
        if self._worker.busy:
            return
        self.message.emit(self.tr("LanguageTool wird geholt …"))
        self._worker.submit(
            partial(install, self._data, self._report), self._finished, self._failed
        )

    def ensure_aot_cache(self) -> None:
        """Prepare quick starts in the background, unless that has been done for this Java."""
        if not self._worker.busy:
            # A failure only makes the start slower: not worth a message.
            self._worker.submit(
                partial(ensure_aot_cache, self._data, self._raise_if_stopping),
                lambda _: None,
                lambda _: None,
            )

    def stop(self) -> None:
        """Cancel at the next report, within 200 ms; the next start resumes the download."""
        self._stopping.set()
        self._worker.stop()

    def _raise_if_stopping(self) -> None:
        if self._stopping.is_set():
            raise InstallError("Das Einrichten wurde abgebrochen.", "Setting up was cancelled.")

    def _report(self, progress: InstallProgress) -> None:
        self._raise_if_stopping()
        self._progress.emit(progress)

    def _show(self, progress: InstallProgress) -> None:
        if progress.name == CACHE_STEP:
            self.message.emit(self.tr("LanguageTool wird für einen schnellen Start vorbereitet …"))
            return
        done, total = progress.done / 1e6, progress.total / 1e6
        self.message.emit(
            self.tr("LanguageTool wird geholt: {done} von {total} MB").format(
                done=round(done), total=round(total)
            )
        )

    def _finished(self, _: object) -> None:
        self.message.emit(self.tr("LanguageTool ist eingerichtet."))
        self.done.emit()

    def _failed(self, error: RezensentError) -> None:
        self.message.emit(error.text())
