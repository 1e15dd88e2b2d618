"""Long sentences and frequent words of the review, looked for off the GUI thread."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from editor.gui.overview.statistics_service import Counted, Counting
from editor.gui.worker import Worker
from editor.review.readability import (
    LongSentence,
    Repeated,
    longest,
    repeated,
    shipped_stop_words,
)

_SENTENCES, _WORDS = 5, 12


@dataclass(frozen=True, slots=True)
class Survey:
    """The longest sentences and the most used words, with the texts in which their places are."""

    texts: Mapping[str, str]
    sentences: tuple[LongSentence, ...] = ()
    words: tuple[Repeated, ...] = ()


class Surveying(QObject):
    """Keeps the survey up to date with what is counted, as long as somebody looks at it."""

    changed = Signal(object)
    """The Survey."""

    def __init__(self, counting: Counting, parent: QObject) -> None:
        super().__init__(parent)
        self._counting = counting
        self._worker = Worker(self)
        self._wanted = False
        self._surveyed: Mapping[str, Counted] | None = None
        counting.changed.connect(self._survey)

    def want(self, *, wanted: bool) -> None:
        """Say whether somebody looks at the survey."""
        self._wanted = wanted
        self._survey()

    def stop(self) -> None:
        """Survey no more."""
        self._wanted = False
        self._worker.stop()

    def _survey(self) -> None:
        counted = self._counting.counted
        if self._wanted and counted is not self._surveyed:
            self._surveyed = counted
            self._worker.submit(partial(_survey, counted), partial(self._done, counted))

    def _done(self, counted: Mapping[str, Counted], survey: Survey) -> None:
        if counted is self._counting.counted:
            self.changed.emit(survey)


def _survey(counted: Mapping[str, Counted]) -> Survey:
    plains = {key: item.plain for key, item in counted.items()}
    texts = {key: item.markdown for key, item in counted.items()}
    return Survey(
        texts, longest(plains, _SENTENCES), repeated(plains, shipped_stop_words(), _WORDS)
    )
