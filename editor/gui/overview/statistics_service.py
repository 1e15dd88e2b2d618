"""Words and readability of every section, counted off the GUI thread."""

from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from editor.gui.document import Document
from editor.gui.overview.link_labels import link_labels
from editor.gui.worker import Worker
from editor.markdown.plaintext import Labels, PlainText, plain_text
from editor.review.statistics import Statistics, measure

_DEBOUNCE_MS = 500


class Counted(NamedTuple):
    """A section's Markdown with its plain text and what was counted in it."""

    markdown: str
    labels: Labels
    """What the whole review defines: a link is its words alone where its label is defined."""
    plain: PlainText
    statistics: Statistics


class Counting(QObject):
    """Keeps the statistics of the document up to date."""

    changed = Signal()

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._worker = Worker(self)
        self._counted: dict[str, Counted] = {}
        self._timer = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._timer.timeout.connect(self._count)
        document.changed.connect(lambda _: self._timer.start())
        document.opened.connect(self._count)

    @property
    def counts(self) -> Mapping[str, Statistics]:
        """The statistics by section."""
        return {key: counted.statistics for key, counted in self._counted.items()}

    @property
    def counted(self) -> Mapping[str, Counted]:
        """What was counted last, by section in the order of the review."""
        return self._counted

    @property
    def total(self) -> Statistics:
        """The statistics of the whole review."""
        return sum(self.counts.values(), Statistics())

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()
        self._worker.stop()

    def _count(self) -> None:
        texts = {s.id: s.text for s in self._document.review.sections}
        self._worker.submit(partial(_counted, texts, dict(self._counted)), self._done)

    def _done(self, counted: dict[str, Counted]) -> None:
        self._counted = counted
        self.changed.emit()


def _counted(texts: dict[str, str], known: dict[str, Counted]) -> dict[str, Counted]:
    """Count the sections whose text is not what was counted before."""
    labels = link_labels(texts.values())
    return {
        key: known[key]
        if key in known and known[key][:2] == (text, labels)
        else _count(text, labels)
        for key, text in texts.items()
    }


def _count(markdown: str, labels: Labels) -> Counted:
    plain = plain_text(markdown, labels)
    return Counted(markdown, labels, plain, measure(plain.text))
