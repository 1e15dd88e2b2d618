"""Installation of LanguageTool from the window."""

import threading
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from editor.errors import InstallError, RezensentError
from editor.gui.worker import Worker
from editor.languagetool.install.jar_downloads import InstallProgress
from editor.languagetool.installer import CACHE_STEP, ensure_aot_cache, install
from editor.languagetool.state import PREPARING, EngineState, installing


class Installer(QObject):
    """Downloads LanguageTool on a worker and reports its states."""

    progressed = Signal(object)
    """Emitted with the EngineState while an installation runs."""
    done = Signal()
    """LanguageTool is installed."""
    failed = Signal(object)
    """Emitted with the error that has ended an installation, None when it was cancelled."""
    _progress = Signal(object)

    def __init__(self, data: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._data = data
        self.state: EngineState | None = None
        """The state of the installation that runs, else None."""
        self._stopping = threading.Event()
        self._worker = Worker(self)
        self._progress.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Download what is missing, unless a download is running."""
        if self._worker.busy:
            return
        self._stopping.clear()
        self._enter(installing(0, 0))
        self._worker.submit(
            partial(install, self._data, self._report), self._finished, self._failed
        )

    def cancel(self) -> None:
        """End the installation at the next report, within 200 ms; what was fetched is kept."""
        if self.state is not None:
            self._stopping.set()

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
        # A report may still be on its way when the installation has ended.
        if self.state is not None:
            cache = progress.name == CACHE_STEP
            self._enter(PREPARING if cache else installing(progress.done, progress.total))

    def _enter(self, state: EngineState) -> None:
        self.state = state
        self.progressed.emit(state)

    def _finished(self, _: object) -> None:
        self.state = None
        self.done.emit()

    def _failed(self, error: RezensentError) -> None:
        self.state = None
        self.failed.emit(None if self._stopping.is_set() else error)
