"""Explanations of rules, looked up in the background."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from editor.gui.worker import Worker
from editor.languagetool.rule_catalogue import RuleCatalogue, RuleExplanation


class Explanations(QObject):
    """Looks rules up, one after the other."""

    explained = Signal(str, object)
    """Emitted with the id of a requested rule, and its RuleExplanation or None."""

    def __init__(self, book: RuleCatalogue, parent: QObject) -> None:
        super().__init__(parent)
        self._book = book
        self._worker = Worker(self, newest_only=False, reads_only=True)

    def cached(self, rule: str) -> RuleExplanation | None:
        """Return the explanation of ``rule`` if it was looked up before, else None."""
        return self._book.cached(rule)

    def request(self, rule: str) -> None:
        """Look ``rule`` up; ``explained`` is emitted later, never within this call."""
        self._worker.submit(
            partial(self._book.explanation, rule),
            partial(self.explained.emit, rule),
            lambda _: self.explained.emit(rule, None),
        )

    def stop(self) -> None:
        """End looking rules up."""
        self._worker.stop()
