"""What rules are about, looked up off the GUI thread for whoever asks."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from editor.gui.worker import Worker
from editor.languagetool.rule_catalogue import Explanation, RuleBook


class Explaining(QObject):
    """Looks rules up one after the other."""

    explained = Signal(str, object)
    """A rule that was asked about, and its Explanation or None."""

    def __init__(self, book: RuleBook, parent: QObject) -> None:
        super().__init__(parent)
        self._book = book
        self._worker = Worker(self, newest_only=False)

    def known(self, rule: str) -> Explanation | None:
        """Return what was looked up before, None for what has to be asked about."""
        return self._book.known(rule)

    def ask(self, rule: str) -> None:
        """Look ``rule`` up; ``explained`` tells the result, always later than this call."""
        self._worker.submit(
            partial(self._book.explanation, rule),
            partial(self.explained.emit, rule),
            lambda _: self.explained.emit(rule, None),
        )

    def stop(self) -> None:
        """Look nothing up any more."""
        self._worker.stop(forget=True)
