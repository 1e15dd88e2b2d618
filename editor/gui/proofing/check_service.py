"""Checking while typing: debounce, one request at a time, stale results dropped."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from editor.errors import LanguageToolError, RezensentError
from editor.gui.document import Document
from editor.gui.worker import Worker
from editor.languagetool.finding import Finding
from editor.languagetool.state import EnginePhase, EngineState
from editor.proofing.filter import FilteredFindings
from editor.proofing.review_checker import CheckOptions, ReviewChecker
from editor.proofing.tracked_findings import TrackedFindings
from editor.review.model import Entry, Section

_DEBOUNCE_MS = 300
_RETRY_MS = 3_000
_LULL_MS = 700
"""Without a key press before the whole review is read: an edited sentence never waits for that."""


_NOTHING = TrackedFindings.of("", ())


class _Bridge(QObject):
    state = Signal(object)


@dataclass(frozen=True, slots=True)
class _Basis:
    """What a judgement rests on; when one of these changes, it has to be made anew."""

    text: str
    entries: tuple[Entry, ...]
    writer: CheckOptions


class CheckService(QObject):
    """Keeps the findings of every section up to date."""

    findings_changed = Signal(str)
    """A section has other findings now."""
    state_changed = Signal(object)
    """The engine's State."""
    broken = Signal(object)
    """A mistake of ours ended a check; carries the error. The next edit tries again."""
    settled = Signal()
    """Every section's findings are those of its present text."""

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._worker = Worker(self)
        self._ready = False
        self._judged: dict[str, _Basis] = {}
        self._read: tuple[object, ...] | None = None
        self._found: dict[str, TrackedFindings] = {}
        self._bridge = _Bridge(self)
        # The engine reports from its own thread; the queue brings it here.
        self._bridge.state.connect(self._state, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._timer.timeout.connect(self._next)
        self._lull = QTimer(self, singleShot=True, interval=_LULL_MS)
        self._lull.timeout.connect(self._next)
        self._retry = QTimer(self, singleShot=True, interval=_RETRY_MS)
        self._retry.timeout.connect(self._next)
        self.checker: ReviewChecker | None = None
        """Judges reviews; set by the composition root once there is an engine."""
        self.writer: Callable[[], CheckOptions] = CheckOptions
        """What the writer has chosen; set by the composition root."""
        self.current: Callable[[], str] = lambda: ""
        document.changed.connect(self._edited)
        document.opened.connect(self.restart)

    @property
    def findings(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings by section, each of them where it stands in the section's present text."""
        texts = {section.id: section.text for section in self._document.review.sections}
        for section_id, found in self._found.items():
            self._found[section_id] = found.moved_to(texts.get(section_id, ""))
        return {section_id: found.findings for section_id, found in self._found.items()}

    @property
    def report(self) -> Callable[[EngineState], None]:
        """What the engine calls with each new state, from whichever thread."""
        return self._bridge.state.emit

    @property
    def pending(self) -> bool:
        """Whether some text waits for its findings."""
        return self._pending() is not None or self._read != self._to_read()

    def corrected(self, section_id: str, finding: Finding) -> None:
        """Forget ``finding``, in whose place a suggestion is put now."""
        found = self._found.get(section_id, _NOTHING)
        self._found[section_id] = found.without(finding)

    def restart(self) -> None:
        """Forget all findings and check everything: another review, another German."""
        sections = list(self._found)
        self._judged.clear()
        self._found.clear()
        self._read = None
        for section_id in sections:
            self.findings_changed.emit(section_id)
        self._next()

    def judge_again(self) -> None:
        """Judge everything anew where the writer's words or rules are others now."""
        self._next()

    def stop(self) -> None:
        """Check no more."""
        for timer in (self._timer, self._lull, self._retry):
            timer.stop()
        self._ready = False
        self._worker.stop()

    def _edited(self, _: object) -> None:
        self._timer.start()
        self._lull.start()

    def _state(self, state: EngineState) -> None:
        self._ready = state.phase is EnginePhase.READY
        self.state_changed.emit(state)
        if self._ready:
            self._next()

    def _basis(self, section: Section, writer: CheckOptions) -> _Basis:
        return _Basis(section.text, self._document.review.entries, writer)

    def _pending(self) -> Section | None:
        empty, writer = _Basis("", (), CheckOptions()), self.writer()
        waiting = [
            section
            for section in self._document.review.sections
            if (judged := self._judged.get(section.id, empty)) != self._basis(section, writer)
            and (section.text or judged.text)
        ]
        current = self.current()
        first = next((section for section in waiting if section.id == current), None)
        return first or next(iter(waiting), None)

    def _next(self) -> None:
        if not self._ready or self._worker.busy or self.checker is None:
            return
        section, review, texts = self._pending(), self._document.review, self._to_read()
        if section is not None:
            writer = self.writer()
            job: partial[Any] = partial(self.checker.check_section, review, section.id, writer)
            done = partial(self._judgement, section.id, self._basis(section, writer))
            self._worker.submit(job, done, self._failed)
        elif self._read == texts:
            self.settled.emit()
        elif not self._lull.isActive():
            job = partial(self.checker.check_whole, review, self.writer())
            self._worker.submit(job, partial(self._compared, texts), self._failed)

    def _to_read(self) -> tuple[object, ...]:
        """Return what the comparison of sentences rests on."""
        written = ((s.id, s.text) for s in self._document.review.sections if s.text)
        return (*written, self.writer())

    def _judgement(self, section_id: str, basis: _Basis, judgement: FilteredFindings) -> None:
        sections = self._document.review.sections
        if any(s.id == section_id and s.text == basis.text for s in sections):
            if judgement.complete:
                self._judged[section_id] = basis
            self._publish(section_id, judgement.shown)
        if not self._timer.isActive():
            self._next()

    def _compared(self, texts: tuple[object, ...], changed: frozenset[str]) -> None:
        self._read = texts
        for section_id in changed:
            self._judged.pop(section_id, None)
        self._next()

    def _failed(self, error: RezensentError) -> None:
        if isinstance(error, LanguageToolError):
            # What happened is in the engine's state; where that is ready, one try more is due.
            self._retry.start()
        else:
            self.broken.emit(error)

    def _publish(self, section_id: str, findings: tuple[Finding, ...]) -> None:
        text = self._document.review.text(section_id)
        known = self._found.get(section_id, _NOTHING).moved_to(text)
        self._found[section_id] = TrackedFindings.of(text, findings)
        # One that an edit has touched is gone from the text: the same one anew is news.
        if known.findings != findings:
            self.findings_changed.emit(section_id)
