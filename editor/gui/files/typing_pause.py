"""Pauses in typing, in which a dialog may open by itself."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from editor.gui.document import Document

_PAUSE_MS = 600
"""Time without an edit after which the writer is taken to pause."""


class TypingPause(QObject):
    """Waits until the writer pauses: the next key would press a button of a dialog unseen.

    Dialogs come one after the other, since one would cover what the other says.
    """

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
        while self._waiting and QApplication.activeModalWidget() is None:
            self._waiting.pop(0)()
        if self._waiting:
            self._timer.start()
