"""Words and readability of every section, counted off the GUI thread."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from editor.gui.debounced_job import DebouncedJob
from editor.gui.document import Document
from editor.gui.worker import Job, Worker
from editor.markdown.plaintext import DefinedLabels, PlainText, defined_labels, plain_text
from editor.review.readability import (
    LongSentence,
    RepeatedWord,
    longest_sentences,
    repeated_words,
    shipped_stop_words,
)
from editor.review.statistics import Statistics, measure

_DEBOUNCE_MS = 500


class SectionStatistics(NamedTuple):
    """A section's Markdown with its plain text and what was counted in it."""

    markdown: str
    labels: DefinedLabels
    """What the whole review defines: a link is its words alone where its label is defined."""
    plain: PlainText
    statistics: Statistics


class StatisticsService(QObject):
    """Keeps the statistics of the document up to date."""

    changed = Signal()

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._counted: dict[str, SectionStatistics] = {}
        self._job = DebouncedJob(self._prepare, self._show, delay_ms=_DEBOUNCE_MS, parent=self)
        document.changed.connect(lambda _: self._job.schedule())
        document.opened.connect(self._job.run)

    @property
    def counts(self) -> Mapping[str, Statistics]:
        """The statistics by section."""
        return {key: counted.statistics for key, counted in self._counted.items()}

    @property
    def counted(self) -> Mapping[str, SectionStatistics]:
        """What was counted last, by section in the order of the review."""
        return self._counted

    @property
    def total(self) -> Statistics:
        """The statistics of the whole review."""
        return sum(self.counts.values(), Statistics())

    def stop(self) -> None:
        """Count no more."""
        self._job.stop()

    def _prepare(self) -> Job:
        texts = {s.id: s.text for s in self._document.review.sections}
        return partial(_counted, texts, dict(self._counted))

    def _show(self, counted: dict[str, SectionStatistics]) -> None:
        self._counted = counted
        self.changed.emit()


def _counted(
    texts: dict[str, str], known: dict[str, SectionStatistics]
) -> dict[str, SectionStatistics]:
    """Count the sections whose text is not what was counted before."""
    labels = defined_labels(*texts.values())
    return {
        key: known[key]
        if key in known and known[key][:2] == (text, labels)
        else _count(text, labels)
        for key, text in texts.items()
    }


def _count(markdown: str, labels: DefinedLabels) -> SectionStatistics:
    plain = plain_text(markdown, labels)
    return SectionStatistics(markdown, labels, plain, measure(plain.text))


_SENTENCES, _WORDS = 5, 12


@dataclass(frozen=True, slots=True)
class Survey:
    """The longest sentences and the most used words, with the texts in which their places are."""

    texts: Mapping[str, str]
    sentences: tuple[LongSentence, ...] = ()
    words: tuple[RepeatedWord, ...] = ()


class SurveyService(QObject):
    """Keeps the survey up to date with what is counted, as long as somebody looks at it."""

    changed = Signal(object)
    """The Survey."""

    def __init__(self, counting: StatisticsService, parent: QObject) -> None:
        super().__init__(parent)
        self._counting = counting
        self._worker = Worker(self)
        self._active = False
        self._surveyed: Mapping[str, SectionStatistics] | None = None
        counting.changed.connect(self._survey)

    def set_active(self, *, active: bool) -> None:
        """Compute surveys from now on, or none while their panel is hidden."""
        self._active = active
        self._survey()

    def stop(self) -> None:
        """Survey no more."""
        self._active = False
        self._worker.stop()

    def _survey(self) -> None:
        counted = self._counting.counted
        if self._active and counted is not self._surveyed:
            self._surveyed = counted
            self._worker.submit(partial(_survey, counted), partial(self._done, counted))

    def _done(self, counted: Mapping[str, SectionStatistics], survey: Survey) -> None:
        if counted is self._counting.counted:
            self.changed.emit(survey)


def _survey(counted: Mapping[str, SectionStatistics]) -> Survey:
    plains = {key: item.plain for key, item in counted.items()}
    texts = {key: item.markdown for key, item in counted.items()}
    return Survey(
        texts,
        longest_sentences(plains, _SENTENCES),
        repeated_words(plains, shipped_stop_words(), _WORDS),
    )
