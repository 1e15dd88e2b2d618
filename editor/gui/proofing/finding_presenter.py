"""Findings in the window: underlined in the text, listed in the panels, explained on the card."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from editor.gui.document import Document
from editor.gui.form.form_page import FormPage
from editor.gui.proofing.card_presenter import CardPresenter
from editor.gui.proofing.check_service import CheckService
from editor.gui.proofing.finding_card import FindingCard
from editor.gui.proofing.finding_text import readable, spoken
from editor.gui.proofing.findings_panel import FindingsPanel
from editor.gui.proofing.install_action import InstallAction
from editor.gui.proofing.style_panel import StylePanel
from editor.gui.widgets.announcement import announce
from editor.languagetool.finding import Finding
from editor.languagetool.state import EnginePhase, EngineState

_REFRESH_MS = 150
"""Pause before underlines and lists follow the text: they are not read between two keys."""


@dataclass(frozen=True, slots=True)
class FindingViews:
    """Parts of the window that show findings, or why there are none."""

    form: FormPage
    panel: FindingsPanel
    style_panel: StylePanel
    card: FindingCard
    install_action: InstallAction


class FindingPresenter(QObject):
    """Shows the findings of a check service, and goes from one to the next."""

    nothing_found = Signal(str)
    """Emitted with a sentence that says why there is no finding to go to."""
    nothing_here = Signal()
    """Nothing is found at the cursor of which a card could be shown or a suggestion applied."""

    def __init__(
        self,
        document: Document,
        check_service: CheckService,
        views: FindingViews,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._check_service = check_service
        self._form = views.form
        self._card, self._cards = views.card, CardPresenter(views.form, views.card)
        self._panel, self._style_panel = views.panel, views.style_panel
        self._listed: Mapping[str, tuple[Finding, ...]] = {}
        self._said_empty = False
        self._said_count: int | None = None
        """Number of findings that a screen reader has said, None before the first check."""
        self._refresh = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._refresh.timeout.connect(self._follow_text)
        check_service.findings_changed.connect(lambda _: self._show())
        check_service.settled.connect(self._show_settled)
        document.changed.connect(self._edited)
        document.opened.connect(self._show_opened)
        self._show()

    def show_state(self, state: EngineState) -> None:
        """Say why there is nothing to list while LanguageTool is not ready or has not checked."""
        if state.phase is not EnginePhase.READY:
            self._said_empty = False
            self._panel.show_state(state)
        elif self._check_service.pending:
            self._show_checking()

    def go_to(self, section_id: str, finding: Finding) -> None:
        """Bring ``finding`` into view, with its card, if its section is still there."""
        if section_id not in self._form.cards:
            return
        self._form.bring(section_id)
        editor = self._form.editor(section_id)
        if editor.findings.reveal(finding):
            self._form.scroller.show_cursor(editor)
            self._cards.show(section_id, finding)

    def step(self, by: int) -> None:
        """Go to the next finding (by 1) or to the previous one (-1), or say why there is none."""
        following = self._form.next_finding(by)
        if following is None:
            self.nothing_found.emit(self._panel.quiet_text)
            return
        self.go_to(*following)
        self._panel.show_current(*following)

    def show_card(self, section_id: str, finding: Finding) -> None:
        """Show the card of a finding that was clicked."""
        self._cards.show(section_id, finding)

    def explain(self) -> None:
        """Open the card at the cursor; on the open card, show what the rule is about."""
        editor = self._form.current_editor
        if self._cards.finding is not None:
            self._card.explain()
        elif editor is not None and editor.findings.at_cursor() is not None:
            editor.request_finding_card()
        else:
            self.nothing_here.emit()

    def fix(self, section_id: str, finding: Finding, replacement: str) -> None:
        """Put ``replacement`` in the place of ``finding``, if its section is still there."""
        if section_id in self._form.cards:
            self._check_service.corrected(section_id, finding)
            editor = self._form.editor(section_id)
            editor.findings.apply(finding, replacement)
            said = self.tr("„{words}“ eingesetzt") if replacement else self.tr("entfernt")
            announce(editor, spoken(said.format(words=readable(replacement))))

    def apply(self, number: int) -> None:
        """Apply a replacement of the finding at the cursor; the first one has ``number`` 0."""
        finding = self.finding_at_cursor()
        if finding is None:
            self.nothing_here.emit()
        elif number < len(finding.replacements):
            self.fix(self._form.current, finding, finding.replacements[number])

    def finding_at_cursor(self) -> Finding | None:
        """Return the finding on the open card, else the one at the cursor."""
        if self._cards.finding is not None:
            return self._cards.finding
        editor = self._form.current_editor
        return editor.findings.at_cursor() if editor is not None else None

    def word_at_cursor(self) -> str:
        """Return the word at the cursor, empty where there is none."""
        editor = self._form.current_editor
        return editor.word_at_cursor() if editor is not None else ""

    def _show_opened(self) -> None:
        self._said_count = None
        self._show()

    def _edited(self) -> None:
        if not self._refresh.isActive():
            self._refresh.start()

    def _show(self) -> None:
        findings = self._check_service.findings
        self._underline(findings)
        self._list(findings)
        self._refresh.start()

    def _underline(self, findings: Mapping[str, tuple[Finding, ...]]) -> None:
        for section_id, card in self._form.cards.items():
            card.editor.findings.show(findings.get(section_id, ()))
        self._cards.follow()

    def _list(self, findings: Mapping[str, tuple[Finding, ...]]) -> None:
        self._listed = findings
        form, sections = self._document.form, self._document.review.sections
        labels = {
            section.id: field.label.text()
            for section in sections
            if (field := form.section(section.id))
        }
        texts = {section.id: section.text for section in sections}
        self._panel.show_findings(findings, labels, texts)
        self._style_panel.show_findings(findings, {key: texts[key] for key in labels})

    def _follow_text(self) -> None:
        """Show which findings are left in the text as it is now, and where."""
        findings = self._check_service.findings
        self._underline(findings)
        if any(self._listed.get(key) is not listed for key, listed in findings.items()):
            self._list(findings)
        if self._said_empty and self._is_written():
            self._show_checking()

    def _announce_count(self, count: int) -> None:
        """Let a screen reader say how many findings there are, when it is another number."""
        if self._is_written() and count != self._said_count:
            self._said_count = count
            many = self.tr("{n} Hinweise").format(n=count)
            texts = {0: self.tr("Keine Hinweise"), 1: self.tr("1 Hinweis")}
            announce(self._panel, texts.get(count, many))

    def _show_checking(self) -> None:
        self._said_empty = False
        self._panel.show_quiet(self.tr("Der Text wird geprüft …"))

    def _show_settled(self) -> None:
        written = self._is_written()
        self._said_empty = not written
        self._announce_count(sum(map(len, self._check_service.findings.values())))
        self._panel.show_quiet(
            self.tr("Keine Hinweise. Der Text ist geprüft.")
            if written
            else self.tr(
                "Noch nichts geschrieben: Hinweise erscheinen hier, während Sie schreiben."
            )
        )

    def _is_written(self) -> bool:
        return any(section.text.strip() for section in self._document.review.sections)
