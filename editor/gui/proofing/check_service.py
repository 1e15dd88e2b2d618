"""Checks while the writer types: debounced, one request at a time, stale results dropped."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from editor.errors import LanguageToolError, RezensentError
from editor.gui.document import Document
from editor.gui.proofing.engine_service import EngineService
from editor.gui.worker import Worker
from editor.languagetool.finding import Finding
from editor.languagetool.state import EnginePhase, EngineState
from editor.proofing.filter import FilteredFindings
from editor.proofing.proposals.names import ProposedFinding, name_proposals
from editor.proofing.review_checker import CheckOptions, ReviewChecker
from editor.proofing.tracked_findings import TrackedFindings
from editor.review.model import FrontMatterEntry, Review, Section

_DEBOUNCE_MS = 300
"""Pause in typing before the section is checked, for a short review."""
_CHARACTERS_PER_MS = 300
"""Code points of the review that make this pause longer by a millisecond.

Judging the findings of a long review takes a while, in which keys wait for Python's lock. So it
does not begin at every pause between two words.
"""
_RETRY_MS = 3_000
"""Pause before another try after LanguageTool has failed."""
_LULL_MS = 700
"""Pause in typing before the whole review is read: an edited sentence never waits for that."""
_NOTHING = TrackedFindings.of("", ())


@dataclass(frozen=True, slots=True)
class _CheckInput:
    """Input of the check of a section; when any of it changes, the section is checked again."""

    text: str
    entries: tuple[FrontMatterEntry, ...]
    options: CheckOptions


class CheckService(QObject):
    """Keeps the findings of every section of a document up to date."""

    findings_changed = Signal(str)
    """Emitted with the id of a section whose findings have changed."""
    names_found = Signal(object)
    """Emitted with the possible names of the review, a tuple of proposals, when they change."""
    broken = Signal(object)
    """Emitted with the error when a bug of Rezensent ended a check. The next edit tries again."""
    settled = Signal()
    """The findings of every section are those of its present text."""

    def __init__(
        self,
        document: Document,
        engine: EngineService,
        options: Callable[[], CheckOptions],
        current: Callable[[], str],
        parent: QObject,
    ) -> None:
        """``options`` returns the writer's choices, ``current`` the section that is edited."""
        super().__init__(parent)
        self._document = document
        self._worker = Worker(self, reads_only=True)
        self._ready = False
        self._checked: dict[str, _CheckInput] = {}
        self._whole_key: tuple[object, ...] | None = None
        self._tracked: dict[str, TrackedFindings] = {}
        self._proposed: dict[str, tuple[ProposedFinding, ...]] = {}
        self._timer = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._timer.timeout.connect(self._check_next)
        self._lull = QTimer(self, singleShot=True, interval=_LULL_MS)
        self._lull.timeout.connect(self._check_next)
        self._retry = QTimer(self, singleShot=True, interval=_RETRY_MS)
        self._retry.timeout.connect(self._check_next)
        self._ask = engine.engine.send
        self.checker = ReviewChecker(self._ask)
        self.options = options
        self._current = current
        engine.state_changed.connect(self._follow)
        engine.replaced.connect(self._check_anew)
        if engine.state is not None:
            self._ready = engine.state.phase is EnginePhase.READY
        document.changed.connect(self._edited)
        document.opened.connect(self.restart)
        if self._ready:
            self._timer.start()

    @property
    def findings(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings by section, with their places in the section's present text."""
        texts = {section.id: section.text for section in self._document.review.sections}
        for section_id, tracked in self._tracked.items():
            self._tracked[section_id] = tracked.moved_to(texts.get(section_id, ""))
        return {section_id: tracked.findings for section_id, tracked in self._tracked.items()}

    @property
    def pending(self) -> bool:
        """Whether a text has not been checked yet."""
        return self._next_section() is not None or self._whole_key != self._whole_input()

    def corrected(self, section_id: str, finding: Finding) -> None:
        """Forget ``finding``, which is being replaced by a suggestion."""
        tracked = self._tracked.get(section_id, _NOTHING)
        self._tracked[section_id] = tracked.without(finding)

    def restart(self) -> None:
        """Forget all findings and check everything, as for another review or variant of German."""
        sections = list(self._tracked)
        self._checked.clear()
        self._tracked.clear()
        self._proposed.clear()
        self._whole_key = None
        for section_id in sections:
            self.findings_changed.emit(section_id)
        self.names_found.emit(())
        self._check_next()

    def check_again(self) -> None:
        """Check everything again after a change of the writer's words or rules."""
        self._check_next()

    def stop(self) -> None:
        """End checking."""
        for timer in (self._timer, self._lull, self._retry):
            timer.stop()
        self._ready = False
        self._worker.stop()

    def _edited(self, _: object) -> None:
        length = sum(len(section.text) for section in self._document.review.sections)
        self._timer.start(_DEBOUNCE_MS + length // _CHARACTERS_PER_MS)
        self._lull.start()

    def _follow(self, state: EngineState) -> None:
        self._ready = state.phase is EnginePhase.READY
        if self._ready:
            self._check_next()

    def _check_anew(self) -> None:
        """Check with another LanguageTool, whose findings may differ."""
        self.checker = ReviewChecker(self._ask)
        self.restart()

    def _input(self, section: Section, options: CheckOptions) -> _CheckInput:
        return _CheckInput(section.text, self._document.review.entries, options)

    def _next_section(self) -> Section | None:
        empty, options = _CheckInput("", (), CheckOptions()), self.options()
        waiting = [
            section
            for section in self._document.review.sections
            if (checked := self._checked.get(section.id, empty)) != self._input(section, options)
            and (section.text or checked.text or self._proposed.get(section.id))
        ]
        current = self._current()
        first = next((section for section in waiting if section.id == current), None)
        return first or next(iter(waiting), None)

    def _check_next(self) -> None:
        if not self._ready or self._worker.busy:
            return
        section, review, texts = self._next_section(), self._document.review, self._whole_input()
        if section is not None:
            options = self.options()
            job: partial[Any] = partial(_check_section, self.checker, review, section.id, options)
            done = partial(self._section_checked, section.id, self._input(section, options))
            self._worker.submit(job, done, self._failed)
        elif self._whole_key == texts:
            self.settled.emit()
        elif not self._lull.isActive():
            job = partial(self.checker.check_whole, review, self.options())
            self._worker.submit(job, partial(self._whole_checked, texts), self._failed)

    def _whole_input(self) -> tuple[object, ...]:
        """Return the input of the check of the whole review."""
        written = ((s.id, s.text) for s in self._document.review.sections if s.text)
        return (*written, self.options())

    def _section_checked(
        self,
        section_id: str,
        checked_input: _CheckInput,
        answer: tuple[FilteredFindings, frozenset[str]],
    ) -> None:
        result, outdated = answer
        sections = self._document.review.sections
        if any(s.id == section_id and s.text == checked_input.text for s in sections):
            if result.complete:
                self._checked[section_id] = checked_input
            self._publish(section_id, result.shown)
            if self._proposed.get(section_id, ()) != result.proposed:
                self._proposed[section_id] = result.proposed
                self.names_found.emit(name_proposals(self._proposed))
        self._forget(outdated)
        if not self._timer.isActive():
            self._check_next()

    def _whole_checked(self, texts: tuple[object, ...], changed: frozenset[str]) -> None:
        self._whole_key = texts
        self._forget(changed)
        self._check_next()

    def _forget(self, sections: frozenset[str]) -> None:
        """Let ``sections`` be checked again, with the answers that are there."""
        for section_id in sections:
            self._checked.pop(section_id, None)

    def _failed(self, error: RezensentError) -> None:
        if isinstance(error, LanguageToolError):
            # The engine's state says what happened; if that is ready, one more try is due.
            self._retry.start()
        else:
            self.broken.emit(error)

    def _publish(self, section_id: str, findings: tuple[Finding, ...]) -> None:
        text = self._document.review.text(section_id)
        before = self._tracked.get(section_id, _NOTHING).moved_to(text)
        self._tracked[section_id] = TrackedFindings.of(text, findings)
        # An edit removes the finding that it touches: the same one found again is a change.
        if before.findings != findings:
            self.findings_changed.emit(section_id)


def _check_section(
    checker: ReviewChecker, review: Review, section_id: str, options: CheckOptions
) -> tuple[FilteredFindings, frozenset[str]]:
    """Return the findings of a section, and the other sections that are to be checked again."""
    return checker.check_section(review, section_id, options), checker.outdated_sections()
