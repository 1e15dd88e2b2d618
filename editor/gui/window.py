"""The window: lays out and wires, decides nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QToolBar, QVBoxLayout, QWidget

from editor.gui.actions import Actions
from editor.gui.document import Document
from editor.gui.form import writing
from editor.gui.form.form_page import FormPage
from editor.gui.form.outline import Outline
from editor.gui.notice import Notice
from editor.gui.overview.counting import Counting
from editor.gui.panes import Panes, Sizes
from editor.gui.proofing.checking import Checking
from editor.gui.proofing.decisions import VERBS
from editor.gui.proofing.finding_card import FindingCard
from editor.gui.proofing.finding_tabs import FindingTabs
from editor.gui.proofing.findings_panel import FindingsPanel
from editor.gui.proofing.style_panel import StylePanel
from editor.gui.search.find_bar import FindBar, above
from editor.gui.status import Status
from editor.gui.theme import Theme
from editor.language.checker import Finding
from editor.language.state import Phase, State
from editor.review.history import Edit

_REFRESH_MS = 150
"""Outline and numbers follow the text at this distance; nobody reads them between two keys."""


@dataclass(frozen=True, slots=True)
class Services:
    """What the window shows the work of."""

    document: Document
    checking: Checking
    counting: Counting


class Window(QMainWindow):
    """Outline, form, preview and findings around one document."""

    close_asked = Signal()
    """The writer wants to leave; ``leave`` lets it happen."""
    left = Signal()
    """The window has closed."""
    painted = Signal()
    """The window is on the screen for the first time."""
    decided = Signal(str, object, str)
    """Section, finding and the verb of what the writer decided about it."""
    place_changed = Signal(str, float)
    """The part that is being edited and how far into it the cursor is, from 0 to 1."""

    def __init__(self, services: Services, actions: Actions, theme: Theme, language: str) -> None:
        super().__init__()
        self.setObjectName("window")
        self._document = services.document
        self._checking = services.checking
        self._counting = services.counting
        self._actions = actions
        self._language = language
        self.theme = theme
        """Colours and sizes that everything is shown in."""
        self._leaving = False
        self._seen = False
        self._state: State | None = None
        self.outline = Outline(theme, language, self)
        self.form = FormPage(services.document, theme, language, self)
        self.find_bar = FindBar(theme, self)
        self.findings = FindingsPanel(theme, self)
        self.style_panel = StylePanel(theme, language, self)
        self.tabs = FindingTabs(self.findings, self.style_panel, theme, self)
        self.notice = Notice(theme, self)
        self.status = Status(theme, language, self)
        self.card = FindingCard(theme, self)
        self.preview_place = QWidget(self)
        QVBoxLayout(self.preview_place).setContentsMargins(0, 0, 0, 0)
        self._refresh = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._refresh.timeout.connect(self._show_numbers)
        self._lay_out(theme)
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
        lists = (self.outline, self.findings, self.style_panel)
        for part in (*lists, self.form, self.find_bar, self.status, self.card):
            part.set_theme(theme)

    def show_panes(self, panes: Panes) -> None:
        """Show what ``panes`` says and hide the rest."""
        self.outline.setVisible(panes.outline)
        self._form_pane.setVisible(panes.form)
        self.preview_place.setVisible(panes.preview)
        self.tabs.setVisible(panes.findings)
        self._right.setVisible(panes.preview or panes.findings)
        self.menuBar().setVisible(panes.tools)
        self._tools.setVisible(panes.tools)

    @property
    def sizes(self) -> Sizes:
        """The room that the panes have."""
        return Sizes(tuple(self._panes.sizes()), tuple(self._right.sizes()))

    def set_sizes(self, sizes: Sizes) -> None:
        """Give the panes their room."""
        for splitter, wanted in ((self._panes, sizes.columns), (self._right, sizes.rows)):
            if wanted:
                splitter.setSizes(list(wanted))

    def restore(self, geometry: str) -> bool:
        """Bring the size back as it was; return False when there is nothing to restore."""
        return bool(geometry) and self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))

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
            **{verb: partial(self.form.write, verb) for verb in writing.VERBS},
        }

    # -- layout -----------------------------------------------------------------------------------

    def _lay_out(self, theme: Theme) -> None:
        self._actions.fill(self.menuBar())
        self._tools = tools = QToolBar(self.tr("Werkzeuge"), self)
        tools.setObjectName("tools")
        tools.setMovable(False)
        tools.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._actions.fill_tools(tools)
        self.addToolBar(tools)
        self._right = _splitter(Qt.Orientation.Vertical, self.preview_place, self.tabs)
        self._right.setStretchFactor(0, 3)
        self._right.setStretchFactor(1, 1)
        self._form_pane = form = above(self.find_bar, self.form)
        self._panes = _splitter(Qt.Orientation.Horizontal, self.outline, form, self._right)
        for pane, stretch in enumerate((0, 3, 2)):
            self._panes.setStretchFactor(pane, stretch)
        self._panes.setSizes([theme.px(210), theme.px(720), theme.px(480)])
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self._panes, 1)
        self.setCentralWidget(centre)
        self.setStatusBar(self.status)
        self.preview_place.setMinimumWidth(theme.px(240))
        self.tabs.setMinimumHeight(theme.px(110))
        self._right.setSizes([theme.px(600), theme.px(220)])
        self._style_height = theme.px(380)
        self.resize(theme.px(1400), theme.px(860))

    def _make_room(self) -> None:
        """Give the panel of style the height that its rows need, up to three fifths."""
        preview, lists = self._right.sizes()
        wanted = max(lists, min(self._style_height, (preview + lists) * 3 // 5))
        self._right.setSizes([preview + lists - wanted, wanted])

    # -- wiring -----------------------------------------------------------------------------------

    def _wire(self) -> None:
        self.outline.chosen.connect(self.form.jump)
        self.form.current_changed.connect(self.outline.show_current)
        self.form.current_changed.connect(self._show_writable)
        self.form.finding_asked.connect(self.card.show_finding)
        self.form.fix_asked.connect(self._fix)
        self.form.cursor_moved.connect(self.place_changed)
        self.card.fix_chosen.connect(self._fix)
        self.card.decided.connect(self.decided)
        # The same key once more: the open card has the keyboard to itself.
        self.card.addAction(self._actions["explain"])
        self.findings.decided.connect(self.decided)
        self.form.decided.connect(self.decided)
        self.findings.chosen.connect(self._go_to)
        self.style_panel.chosen.connect(self._go_to)
        self.tabs.room_wanted.connect(self._make_room)
        self._checking.findings_changed.connect(self._show_findings)
        self._checking.state_changed.connect(self._show_state)
        self._checking.settled.connect(self._show_quiet)
        self._checking.current = lambda: self.form.current
        self._counting.changed.connect(self._refresh.start)
        self._document.changed.connect(self._edited)
        self._document.opened.connect(self._show_document)
        self._document.saved_changed.connect(self._show_saved)
        self._document.holder_changed.connect(self._show_saved)

    def _show_writable(self, place: str) -> None:
        for verb in writing.VERBS:
            self._actions[verb].setEnabled(place in self.form.cards)

    def _edited(self, _: Edit) -> None:
        self._actions["undo"].setEnabled(self._document.can_undo)
        self._actions["redo"].setEnabled(self._document.can_redo)
        self._show_title()
        if not self._refresh.isActive():
            self._refresh.start()

    def _show_document(self) -> None:
        self._edited(Edit(""))
        self._show_writable(self.form.current)
        self._show_saved()
        for section_id in self.form.cards:
            self._show_findings(section_id)

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

    def _show_findings(self, section_id: str) -> None:
        findings = self._checking.findings
        if section_id in self.form.cards:
            self.form.editor(section_id).show_findings(findings.get(section_id, ()))
        form = self._document.form
        labels = {
            s.id: field.label.text(self._language)
            for s in self._document.review.sections
            if (field := form.section(s.id))
        }
        texts = {s.id: s.text for s in self._document.review.sections}
        self.findings.show_findings(findings, labels, texts)
        self.style_panel.show_findings(findings, {key: texts[key] for key in labels})
        self._refresh.start()

    def _show_numbers(self) -> None:
        counts, review = self._counting.counts, self._document.review
        findings = {key: len(value) for key, value in self._checking.findings.items()}
        self.form.show_counts(counts, findings)
        self.outline.show_review(review, self._document.form, counts, findings)
        self.outline.show_current(self.form.current)
        self.status.show_numbers(self._counting.total)
        if self._state is not None:
            self.status.show_state(self._state, sum(findings.values()))

    def _show_state(self, state: State) -> None:
        self._state = state
        self._show_numbers()
        if state.phase is not Phase.READY:
            self.findings.show_quiet(state.text(self._language))

    def _show_quiet(self) -> None:
        written = any(section.text.strip() for section in self._document.review.sections)
        self.findings.show_quiet(
            self.tr("Keine Funde. Der Text ist geprüft.")
            if written
            else self.tr("Noch nichts geschrieben: Funde erscheinen hier, während Sie schreiben.")
        )

    # -- findings ---------------------------------------------------------------------------------

    def _go_to(self, section_id: str, finding: Finding) -> None:
        self.form.bring(section_id)
        editor = self.form.editor(section_id)
        if editor.reveal(finding):
            self.form.show_cursor(editor)

    def _walk(self, by: int) -> None:
        found = self.form.next_finding(by)
        if found is not None:
            self._go_to(*found)
            self.findings.show_current(*found)

    def _explain(self) -> None:
        if self.card.isVisible():
            self.card.explain()
            return
        card = self.form.cards.get(self.form.current)
        if card is not None:
            card.editor.ask_about_cursor()

    def _finding_at_cursor(self) -> Finding | None:
        card = self.form.cards.get(self.form.current)
        return card.editor.finding_at_cursor() if card is not None else None

    def _apply_first(self) -> None:
        finding = self._finding_at_cursor()
        if finding is not None and finding.replacements:
            self._fix(self.form.current, finding, finding.replacements[0])

    def _decide(self, verb: str) -> None:
        finding = self._finding_at_cursor()
        if finding is not None:
            self.decided.emit(self.form.current, finding, verb)

    def _fix(self, section_id: str, finding: Finding, replacement: str) -> None:
        self.form.editor(section_id).apply(finding, replacement)


def _splitter(orientation: Qt.Orientation, *parts: QWidget) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    for part in parts:
        splitter.addWidget(part)
    return splitter
