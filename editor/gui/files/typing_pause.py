"""Pauses in typing, in which a dialog may open by itself."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from editor.gui.document import Document

_PAUSE_MS = 600
"""Time without an edit after which the writer is taken to pause."""


class TypingPause(QObject):
    """Waits until the writer pauses: the next key would press a button of a dialog unseen."""

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[Callable[[], object]] = []
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._call)
        document.changed.connect(lambda _: self._timer.start())

    def call(self, do: Callable[[], object]) -> None:
        """Call ``do`` in the next pause.

        It is later in any case: keys may wait that were pressed while the program was busy, and a
        dialog that opens before them takes them away from the text.
        """
        self._waiting.append(do)
        if not self._timer.isActive():
            self._timer.start()

    def _call(self) -> None:
        waiting, self._waiting = self._waiting, []
        for do in waiting:
            do()
