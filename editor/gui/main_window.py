"""The window: lays out and wires, decides nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QVBoxLayout, QWidget

from editor.gui.actions import Actions
from editor.gui.document import Document
from editor.gui.form.current_section import CurrentSection
from editor.gui.form.form_page import FACTS, FormPage
from editor.gui.form.outline import Outline
from editor.gui.message_bar import MessageBar
from editor.gui.overview.statistics_service import StatisticsService
from editor.gui.panes import PaneSizes, PaneVisibility
from editor.gui.proofing.check_service import CheckService
from editor.gui.proofing.decisions import KNOW_ALWAYS, KNOW_HERE, VERBS
from editor.gui.proofing.finding_card import FindingCard
from editor.gui.proofing.finding_menu import FindingHandlers, insert_finding
from editor.gui.proofing.findings_panel import FindingsPanel
from editor.gui.proofing.side_tabs import SideTabs
from editor.gui.proofing.style_panel import StylePanel
from editor.gui.search.find_bar import FindBar, put_above
from editor.gui.splitter_layout import PaneWidgets, SplitterLayout
from editor.gui.status_bar import StatusBar
from editor.gui.theme import Theme
from editor.languagetool.finding import Finding
from editor.languagetool.state import EnginePhase, EngineState
from editor.review.history import Edit

_REFRESH_MS = 150
"""Outline and numbers follow the text at this distance; nobody reads them between two keys."""
_STYLE = 380
"""Height that the rows of the panel of style need, in units of ``Theme.px``."""


@dataclass(frozen=True, slots=True)
class Services:
    """What the window shows the work of."""

    document: Document
    checking: CheckService
    counting: StatisticsService


class MainWindow(QMainWindow):
    """Outline, form, preview and findings around one document."""

    close_asked = Signal()
    """The writer wants to leave; ``leave`` lets it happen."""
    left = Signal()
    """The window has closed."""
    painted = Signal()
    """The window is on the screen for the first time."""
    decided = Signal(str, object, str)
    """Section, finding and the verb of what the writer decided about it."""
    word_known = Signal(str, str)
    """A word that nothing is found about, and the verb of where the writer wants it known."""
    place_changed = Signal(str, float)
    """The part that is being edited and how far into it the cursor is, from 0 to 1."""

    def __init__(self, services: Services, actions: Actions, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("window")
        self._document = services.document
        self._checking = services.checking
        self._counting = services.counting
        self._actions = actions
        self.theme = theme
        """Colours and sizes that everything is shown in."""
        self._leaving = False
        self._seen = False
        self._state: EngineState | None = None
        self._shown: Mapping[str, tuple[Finding, ...]] = {}
        self.notice = MessageBar(theme, self)
        self.outline = Outline(theme, self)
        # The Tab key comes to it when it gets its place, after what stands above it.
        form = QWidget()
        self.find_bar = FindBar(theme, form)
        self.form = FormPage(services.document, theme, form)
        self._whereabouts = CurrentSection(self.form)
        self.findings = FindingsPanel(theme, self)
        self.style_panel = StylePanel(theme, self)
        self.tabs = SideTabs(self.findings, self.style_panel, theme, self)
        self.status = StatusBar(theme, self)
        self.card = FindingCard(theme, self)
        self.preview_place = QWidget(self)
        QVBoxLayout(self.preview_place).setContentsMargins(0, 0, 0, 0)
        put_above(self.find_bar, self.form, form)
        parts = PaneWidgets(self.outline, form, self.preview_place, self.tabs)
        centre = QWidget(self)
        self.columns = SplitterLayout(parts, theme, centre)
        self._refresh = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._refresh.timeout.connect(self._show_numbers)
        self._lay_out(centre, theme)
        self._wire()
        self._show_document()

    # -- what the composition root does with it -------------------------------------------------

    def set_preview(self, preview: QWidget) -> None:
        """Put the preview, which is made last because it costs most, into its place."""
        layout = self.preview_place.layout()
        if layout is not None:
            layout.addWidget(preview)
            self.preview_place.setFocusProxy(preview)

    def set_theme(self, theme: Theme) -> None:
        """Show everything in ``theme``."""
        self.theme = theme
        self._actions.show_icons(theme.scheme)
        self.columns.set_theme(theme)
        lists = (self.outline, self.findings, self.style_panel)
        for part in (*lists, self.form, self.find_bar, self.status, self.card):
            part.set_theme(theme)

    def show_panes(self, panes: PaneVisibility) -> None:
        """Show what ``panes`` says and hide the rest."""
        self.columns.show_panes(panes)
        self.menuBar().setVisible(panes.tools)
        self._tools.setVisible(panes.tools)

    @property
    def sizes(self) -> PaneSizes:
        """The room that the panes have."""
        return self.columns.sizes

    def set_sizes(self, sizes: PaneSizes) -> None:
        """Give the panes their room."""
        self.columns.set_sizes(sizes)

    def restore(self, geometry: str) -> bool:
        """Bring the size back as it was; return False when there is nothing to restore."""
        stored = QByteArray.fromBase64(geometry.encode("ascii", "replace"))
        return bool(geometry) and self.restoreGeometry(stored)

    @property
    def geometry_state(self) -> str:
        """Size and place for ``restore``."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def leave(self) -> None:
        """Close for good."""
        self._leaving = True
        self.close()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that there is something to see."""
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first: closing goes through the one who knows what is unsaved."""
        if self._leaving:
            event.accept()
            self.left.emit()
        else:
            event.ignore()
            # Not from within this event: Qt ignores a window that closes while it is closing.
            QTimer.singleShot(0, self, self.close_asked.emit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the notice with Escape, which nothing else had a use for."""
        if event.key() == Qt.Key.Key_Escape and self.notice.isVisible():
            self.notice.leave()
        else:
            super().keyPressEvent(event)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what the window itself does for actions."""
        return {
            "undo": self._document.undo,
            "redo": self._document.redo,
            "next_finding": lambda: self._walk(1),
            "previous_finding": lambda: self._walk(-1),
            "explain": self._explain,
            "apply_first": self._apply_first,
            **{verb: partial(self._decide, verb) for verb in VERBS},
        }

    # -- layout -----------------------------------------------------------------------------------

    def _lay_out(self, centre: QWidget, theme: Theme) -> None:
        self._actions.fill(self.menuBar())
        self._tools = tools = QToolBar(self.tr("Werkzeuge"), self)
        tools.setObjectName("tools")
        tools.setMovable(False)
        tools.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._actions.fill_tools(tools)
        self._actions.show_icons(theme.scheme)
        tools.setIconSize(QSize(theme.px(15), theme.px(15)))
        self.addToolBar(tools)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.columns, 1)
        self.setCentralWidget(centre)
        self.setStatusBar(self.status)
        self.preview_place.setMinimumWidth(theme.px(240))
        self.tabs.setMinimumHeight(theme.px(110))
        self.resize(theme.px(1400), theme.px(860))

    # -- wiring -----------------------------------------------------------------------------------

    def _wire(self) -> None:
        self.outline.chosen.connect(self._jump)
        self._whereabouts.changed.connect(self.outline.show_current)
        self.form.signals.finding_requested.connect(self.card.show_finding)
        self.form.signals.menu_created.connect(self._extend_menu)
        self.form.cursor_moved.connect(self.place_changed)
        self.card.fix_chosen.connect(self._fix)
        self.card.decided.connect(self.decided)
        # The same key once more: the open card has the keyboard to itself.
        self.card.addAction(self._actions["explain"])
        self.findings.fix_asked.connect(self._fix)
        self.findings.decided.connect(self.decided)
        self.findings.chosen.connect(self._go_to)
        self.style_panel.chosen.connect(self._go_to)
        self.tabs.room_wanted.connect(lambda: self.columns.make_room(self.theme.px(_STYLE)))
        self._checking.findings_changed.connect(lambda _: self._show_findings())
        self._checking.state_changed.connect(self._show_state)
        self._checking.settled.connect(self._show_quiet)
        self._checking.current = lambda: self.form.current
        self._counting.changed.connect(self._refresh.start)
        self._document.changed.connect(self._edited)
        self._document.opened.connect(self.notice.change_review)
        self._document.opened.connect(self._show_document)
        self._document.saved_changed.connect(self._show_saved)
        self._document.holder_changed.connect(self._show_saved)

    def _jump(self, place: str) -> None:
        self.form.jump(place)
        if place == FACTS:
            # There is no cursor that the preview could follow to what it shows of them.
            self.place_changed.emit(FACTS, 0.0)

    def _edited(self, _: Edit) -> None:
        self._actions["undo"].setEnabled(self._document.can_undo)
        self._actions["redo"].setEnabled(self._document.can_redo)
        self._show_title()
        if not self._refresh.isActive():
            self._refresh.start()

    def _show_document(self) -> None:
        self._edited(Edit(""))
        self._show_saved()
        self._show_findings()

    def _show_title(self) -> None:
        name = self._document.review.title or self.tr("Rezension ohne Titel")
        title = f"{name}[*] – Rezensent"
        if self.windowTitle() != title:
            self.setWindowTitle(title)
        self.setWindowModified(self._document.dirty)

    def _show_saved(self) -> None:
        path = self._document.path
        self.status.show_saved(
            dirty=self._document.dirty,
            path=str(path) if path else "",
            at=self._document.saved_at,
            held=self._document.holder is not None,
        )
        self._show_title()

    def _show_findings(self) -> None:
        self._underline(self._checking.findings)
        self._list_findings(self._checking.findings)
        self._refresh.start()

    def _underline(self, findings: Mapping[str, tuple[Finding, ...]]) -> None:
        for section_id, card in self.form.cards.items():
            card.editor.findings.show(findings.get(section_id, ()))

    def _list_findings(self, findings: Mapping[str, tuple[Finding, ...]]) -> None:
        self._shown = findings
        form = self._document.form
        labels = {
            s.id: field.label.text()
            for s in self._document.review.sections
            if (field := form.section(s.id))
        }
        texts = {s.id: s.text for s in self._document.review.sections}
        self.findings.show_findings(findings, labels, texts)
        self.style_panel.show_findings(findings, {key: texts[key] for key in labels})

    def _follow_text(self) -> None:
        """Let underlines and lists say what is left of the findings in the text as it is now."""
        found = self._checking.findings
        self._underline(found)
        if any(self._shown.get(key) is not findings for key, findings in found.items()):
            self._list_findings(found)

    def _show_numbers(self) -> None:
        self._follow_text()
        counts, review = self._counting.counts, self._document.review
        found = self._checking.findings
        findings = {key: len(value) for key, value in found.items()}
        self.form.column.show_counts(counts, findings)
        self.outline.show_review(review, self._document.form, counts, found)
        self.outline.show_current(self._whereabouts.place)
        self.status.show_numbers(self._counting.total)
        if self._state is not None:
            self.status.show_state(self._state, sum(findings.values()))

    def _show_state(self, state: EngineState) -> None:
        self._state = state
        self._show_numbers()
        if state.phase is not EnginePhase.READY:
            self.findings.show_quiet(state.sentence.text())

    def _show_quiet(self) -> None:
        written = any(section.text.strip() for section in self._document.review.sections)
        self.findings.show_quiet(
            self.tr("Keine Funde. Der Text ist geprüft.")
            if written
            else self.tr("Noch nichts geschrieben: Funde erscheinen hier, während Sie schreiben.")
        )

    # -- findings ---------------------------------------------------------------------------------

    def _go_to(self, section_id: str, finding: Finding) -> None:
        if section_id not in self.form.cards:
            return
        self.form.bring(section_id)
        editor = self.form.editor(section_id)
        if editor.findings.reveal(finding):
            self.form.scrolling.show_cursor(editor)

    def _walk(self, by: int) -> None:
        found = self.form.next_finding(by)
        if found is not None:
            self._go_to(*found)
            self.findings.show_current(*found)

    def _explain(self) -> None:
        if self.card.isVisible():
            self.card.explain()
            return
        editor = self.form.at_work
        if editor is not None:
            editor.ask_about_cursor()

    def _finding_at_cursor(self) -> Finding | None:
        editor = self.form.at_work
        return editor.findings.at_cursor() if editor is not None else None

    def _apply_first(self) -> None:
        finding = self._finding_at_cursor()
        if finding is not None and finding.replacements:
            self._fix(self.form.current, finding, finding.replacements[0])

    def _decide(self, verb: str) -> None:
        finding = self._finding_at_cursor()
        word = self._word_at_cursor()
        if finding is not None:
            self.decided.emit(self.form.current, finding, verb)
        elif word and verb in (KNOW_HERE, KNOW_ALWAYS):
            self.word_known.emit(word, verb)
        else:
            self.notice.say_of_review(self.tr("Am Cursor ist nichts gemeldet."))

    def _word_at_cursor(self) -> str:
        editor = self.form.at_work
        return editor.word_at_cursor() if editor is not None else ""

    def _extend_menu(self, section_id: str, menu: QMenu, finding: Finding | None) -> None:
        """Insert what can be done about the finding at the pointer into an editor's menu."""
        if finding is not None:
            decide = partial(self.decided.emit, section_id)
            insert_finding(menu, finding, FindingHandlers(partial(self._fix, section_id), decide))

    def _fix(self, section_id: str, finding: Finding, replacement: str) -> None:
        if section_id in self.form.cards:
            self._checking.corrected(section_id, finding)
            self.form.editor(section_id).findings.apply(finding, replacement)
