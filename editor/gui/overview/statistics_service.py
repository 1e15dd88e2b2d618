"""Statistics and a survey of the open review, computed off the GUI thread."""

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
_SENTENCES = 5
"""Long sentences in a survey."""
_WORDS = 12
"""Frequent words in a survey."""


class SectionStatistics(NamedTuple):
    """Markdown of a section with its plain text and its statistics."""

    markdown: str
    labels: DefinedLabels
    """Labels that the whole review defines. They decide whether ``[text][label]`` is a link."""
    plain: PlainText
    statistics: Statistics


class StatisticsService(QObject):
    """Keeps the statistics of the document up to date."""

    changed = Signal()
    """The statistics are those of the present review."""

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._sections: dict[str, SectionStatistics] = {}
        self._job = DebouncedJob(self._prepare, self._show, delay_ms=_DEBOUNCE_MS, parent=self)
        document.changed.connect(lambda _: self._job.schedule())
        document.opened.connect(self._count_anew)

    @property
    def counts(self) -> Mapping[str, Statistics]:
        """The statistics by section id."""
        return {key: section.statistics for key, section in self._sections.items()}

    @property
    def sections(self) -> Mapping[str, SectionStatistics]:
        """The statistics with their texts by section id, in the order of the review."""
        return self._sections

    @property
    def total(self) -> Statistics | None:
        """The statistics of the whole review, None while it is not counted yet."""
        return sum(self.counts.values(), Statistics()) if self._sections else None

    def stop(self) -> None:
        """Wait for the job that is running; its result is dropped."""
        self._job.stop()

    def _count_anew(self) -> None:
        # Those of another review would be shown for this one.
        self._sections = {}
        self._job.run()

    def _prepare(self) -> Job:
        texts = {section.id: section.text for section in self._document.review.sections}
        return partial(_measure_sections, texts, dict(self._sections))

    def _show(self, sections: dict[str, SectionStatistics]) -> None:
        self._sections = sections
        self.changed.emit()


def _measure_sections(
    texts: dict[str, str], previous: dict[str, SectionStatistics]
) -> dict[str, SectionStatistics]:
    """Return the statistics of ``texts``; those of unchanged texts are taken from ``previous``."""
    labels = defined_labels(*texts.values())
    return {
        key: previous[key]
        if key in previous and previous[key][:2] == (text, labels)
        else _measure_section(text, labels)
        for key, text in texts.items()
    }


def _measure_section(markdown: str, labels: DefinedLabels) -> SectionStatistics:
    plain = plain_text(markdown, labels)
    return SectionStatistics(markdown, labels, plain, measure(plain.text))


@dataclass(frozen=True, slots=True)
class Survey:
    """The longest sentences and the most frequent words of a review."""

    texts: Mapping[str, str]
    """Markdown of the sections by id, in which the places of sentences and words are."""
    sentences: tuple[LongSentence, ...] = ()
    words: tuple[RepeatedWord, ...] = ()


class SurveyService(QObject):
    """Keeps a survey up to date with the statistics while it is active."""

    changed = Signal(object)
    """The Survey."""

    def __init__(self, statistics_service: StatisticsService, parent: QObject) -> None:
        super().__init__(parent)
        self._statistics_service = statistics_service
        self._worker = Worker(self, reads_only=True)
        self._active = False
        self._surveyed: Mapping[str, SectionStatistics] | None = None
        statistics_service.changed.connect(self._refresh)

    def set_active(self, *, active: bool) -> None:
        """Compute surveys from now on, or none while their panel is hidden."""
        self._active = active
        self._refresh()

    def stop(self) -> None:
        """Wait for the worker; its result is dropped."""
        self._active = False
        self._worker.stop()

    def _refresh(self) -> None:
        sections = self._statistics_service.sections
        if self._active and sections is not self._surveyed:
            self._surveyed = sections
            self._worker.submit(partial(_survey, sections), partial(self._report, sections))

    def _report(self, sections: Mapping[str, SectionStatistics], survey: Survey) -> None:
        if sections is self._statistics_service.sections:
            self.changed.emit(survey)


def _survey(sections: Mapping[str, SectionStatistics]) -> Survey:
    plains = {key: section.plain for key, section in sections.items()}
    texts = {key: section.markdown for key, section in sections.items()}
    return Survey(
        texts,
        longest_sentences(plains, _SENTENCES),
        repeated_words(plains, shipped_stop_words(), _WORDS),
    )
