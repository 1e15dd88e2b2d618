"""Import page: a proposal for the sections of a text, corrected by single keys, and a preview."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.gui.importing.form_choice import FormChoice
from editor.gui.importing.import_target import ImportTarget
from editor.gui.importing.preview import ImportPreview
from editor.gui.importing.section_buttons import KEYS, SectionButtons
from editor.gui.importing.split_edit import SplitEdit
from editor.gui.importing.unit_list import (
    DOUBTFUL,
    SectionTagPainter,
    UnitDelegate,
    UnitList,
    UnitModel,
)
from editor.gui.keyboard.key_text import with_keys
from editor.gui.screen_fit import resize_to_fit
from editor.gui.screen_fit.folding_splitter import FoldingSplitter
from editor.gui.theme import Theme
from editor.gui.widgets.announcement import announce
from editor.importing.sectioning import Sectioning
from editor.review.form import Form

_PREVIEW_MS = 120


class ImportPage(QDialog):
    """Lets the writer correct a sectioning. The review stays unchanged until it is accepted."""

    import_requested = Signal(object, bool)
    """The Sectioning to import, and whether into a new review. The page stays open until its
    ``accept`` is called."""
    postponed = Signal(object)
    """The page was cancelled after changes: all sectionings so far, the proposal first."""

    def __init__(
        self,
        sectionings: tuple[Sectioning, ...],
        form: Form,
        theme: Theme,
        parent: QWidget,
        *,
        notices: list[str],
        empty: bool,
        forms: Sequence[Form] = (),
    ) -> None:
        """Show the last of ``sectionings``; the earlier ones are its undo steps.

        ``empty`` says whether the open review has no text yet. ``forms`` are those that a new
        review may have instead of ``form``.
        """
        super().__init__(parent)
        self.setObjectName("dialog.import")
        self.setWindowTitle(self.tr("Text in Abschnitte einsortieren"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme = theme
        self._ids = [field.id for field in form.sections]
        self._labels = [field.label.text() for field in form.sections]
        tags = SectionTagPainter(self._labels, theme, self.font())
        self._list = UnitList(theme, self)
        self._list.setAccessibleName(self.tr("Teile des Textes"))
        self._model = UnitModel(sectionings[-1], self._ids, tags, self._list)
        self._list.setModel(self._model)
        self._list.setItemDelegate(UnitDelegate(tags, theme, self._list))
        self._preview = ImportPreview(self._ids, self._labels, theme, self)
        self._preview.setAccessibleName(self.tr("Vorschau der Abschnitte"))
        self._earlier = list(sectionings[:-1])
        self._split_edit: SplitEdit | None = None
        self._refresh = QTimer(self, singleShot=True, interval=_PREVIEW_MS)
        self._refresh.timeout.connect(self._show_preview)
        self._help = _label("", "soft", self)
        self._doubt = _label("", "warning", self)
        self.target = ImportTarget(self, empty=empty)
        self.form_choice = FormChoice(forms, form, self)
        self._split = _action(self.tr("&Teilen"), "S", "import.split", self)
        self._join = _action(self.tr("&Verbinden"), "J", "import.join", self)
        self._lay_out(notices)
        self._wire()
        self._list.choose(0, 0)
        self._list.setFocus()
        self._show_preview()

    @property
    def sectioning(self) -> Sectioning:
        """The present sectioning."""
        return self._model.sectioning

    # -- commands --------------------------------------------------------------------------------

    def assign(self, section: str) -> None:
        """Assign the selected units to ``section`` and select the next one."""
        rows = self._list.rows()
        if rows:
            self._change(self.sectioning.assigned(rows, section))
            following = min(rows[-1] + 1, self._model.rowCount() - 1)
            self._list.choose(following, following)
            announce(self._list, self._labels[self._ids.index(section)])

    def split(self) -> None:
        """Split the selected unit into paragraphs or sentences, or ask where to split a sentence.

        A second call splits the sentence there.
        """
        rows = self._list.rows()
        if self._split_edit is not None:
            self._divide(self._split_edit.place)
        elif len(rows) == 1:
            sectioning = self.sectioning.split(rows[0])
            more = len(sectioning.units) - len(self.sectioning.units)
            if not more:
                self._ask_where_to_split(rows[0])
                return
            self._change(sectioning)
            self._list.choose(rows[0], rows[0] + more)
            self._say_parts(more + 1)

    def join(self) -> None:
        """Join the selected units, or a single one to the unit before it."""
        rows = self._list.rows()
        if not rows:
            return
        first, last = (rows[0], rows[-1]) if len(rows) > 1 else (rows[0] - 1, rows[0])
        if first < 0:
            return
        sectioning = self.sectioning
        for row in range(last, first, -1):
            sectioning = sectioning.joined(row)
        self._change(sectioning)
        self._list.choose(first, first)
        announce(self._list, self.tr("Verbunden"))

    def undo(self) -> None:
        """Undo the last command."""
        self._end_split()
        if self._earlier:
            rows = self._list.rows() or [0]
            self._model.show_sectioning(self._earlier.pop())
            self._list.choose(rows[0], rows[0])
            self._refresh.start()
            announce(self._list, self.tr("Zurückgenommen"))

    # -- inside -----------------------------------------------------------------------------------

    def _lay_out(self, notices: list[str]) -> None:
        px = self._theme.px
        lines = QVBoxLayout(self)
        lines.setSpacing(px(8))
        for notice in notices:
            lines.addWidget(_label(notice, "", self))
        buttons = SectionButtons(self._ids, self._labels, self._theme, self)
        buttons.chosen.connect(self.assign)
        head = QHBoxLayout()
        head.addWidget(buttons, 1)
        head.addWidget(self.form_choice, 0, Qt.AlignmentFlag.AlignTop)
        lines.addLayout(head)
        lines.addLayout(self._commands())
        lines.addWidget(self._doubt)
        panes = FoldingSplitter(self)
        panes.set_folded_heights(px(180), px(140))
        panes.addWidget(self._list)
        panes.addWidget(self._preview)
        panes.setSizes([px(560), px(500)])
        lines.addWidget(panes, 1)
        lines.addLayout(self._foot())
        resize_to_fit(self, px(1100), px(720))

    def _commands(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(self._help, 1)
        for action in (self._split, self._join):
            line.addWidget(_button(action, self))
            self._list.addAction(action)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        return line

    def _show_help(self) -> None:
        dividing = self.tr(
            "← →: Wort für Wort · S: nächster Teilsatz · Eingabe: teilen · Esc: abbrechen"
        )
        sorting = self.tr(
            "Ziffer: einsortieren · ↑ ↓: weiter, mit Umschalt mehrere · S: teilen · "
            "J: verbinden · Strg+Z: zurück · Strg+Eingabe: importieren"
        )
        self._help.setText(dividing if self._split_edit is not None else sorting)

    def _foot(self) -> QHBoxLayout:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        take = buttons.addButton(self.tr("&Importieren"), QDialogButtonBox.ButtonRole.AcceptRole)
        take.setObjectName("import.take")
        take.setDefault(True)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.target)
        foot.addStretch(1)
        foot.addWidget(buttons)
        return foot

    def _wire(self) -> None:
        self._split.triggered.connect(self.split)
        self._join.triggered.connect(self.join)
        keys: dict[str, Callable[[], None]] = {
            key: partial(self.assign, section)
            for key, section in zip(KEYS, self._ids, strict=False)
        }
        # Every unit is imported: one that fits no section goes to the introduction.
        keys |= {"0": partial(self.assign, self._ids[0])}
        keys |= {"Ctrl+Return": self._take, "Ctrl+Enter": self._take, "Ctrl+Z": self.undo}
        for key, slot in keys.items():
            QShortcut(QKeySequence(key), self, slot)
        self._list.selectionModel().selectionChanged.connect(lambda *_: self._mark())
        self.rejected.connect(self._postpone)

    def _ask_where_to_split(self, row: int) -> None:
        """Let the writer choose where to split the unit of ``row``."""
        index = self._model.index(row, 0)
        self._list.scrollTo(index)
        place = self._list.visualRect(index)
        text = self.sectioning.units[row].text
        split_edit = SplitEdit(text, place, self._theme, self._list.viewport())
        if not split_edit.possible:
            split_edit.deleteLater()
            self._help.setText(self.tr("Hier gibt es nichts zu teilen."))
            announce(self._list, self._help.text())
            return
        self._split_edit = split_edit
        split_edit.chosen.connect(self._divide)
        split_edit.cancelled.connect(self._end_split)
        self._show_help()
        split_edit.setAccessibleDescription(self._help.text())
        split_edit.start()

    def _divide(self, place: int) -> None:
        row = self._list.rows()[0]
        self._change(self.sectioning.divided(row, place))
        self._list.choose(row + 1, row + 1)
        self._say_parts(2)

    def _say_parts(self, count: int) -> None:
        announce(self._list, self.tr("In {n} Teile geteilt").format(n=count))

    def _end_split(self) -> None:
        split_edit, self._split_edit = self._split_edit, None
        if split_edit is not None:
            split_edit.hide()
            split_edit.deleteLater()
            self._list.setFocus()
            self._show_help()

    def _postpone(self) -> None:
        if self._earlier:
            self.postponed.emit((*self._earlier, self.sectioning))

    def _change(self, sectioning: Sectioning) -> None:
        self._end_split()
        self._earlier.append(self.sectioning)
        self._model.show_sectioning(sectioning)
        self._refresh.start()

    def _show_preview(self) -> None:
        self._preview.show_sectioning(self.sectioning)
        doubts = sum(unit.confidence < DOUBTFUL for unit in self.sectioning.units)
        self._doubt.setText(self.tr("? = unsicher, noch {n} anzusehen").format(n=doubts))
        self._doubt.setVisible(doubts > 0)
        self._mark()

    def _mark(self) -> None:
        rows = self._list.rows()
        one = "" if len(rows) == 1 else self.tr("Wählen Sie dafür einen einzelnen Teil.")
        _allow(
            self._split,
            self.tr("Absätze in Sätze teilen, einen Satz an einer Stelle Ihrer Wahl"),
            one,
        )
        joined = len(rows) > 1 or (rows and rows[0] > 0)
        _allow(
            self._join,
            self.tr("Die gewählten Teile verbinden, einen einzelnen mit dem davor"),
            "" if joined else self.tr("Vor dem ersten Teil gibt es keinen weiteren."),
        )
        self._show_help()
        if rows and not self._refresh.isActive():
            unit = self.sectioning.units[rows[0]]
            self._preview.mark(unit.section, unit.text)

    def _take(self) -> None:
        self.import_requested.emit(self.sectioning, self.target.is_new)


def _action(text: str, key: str, name: str, parent: QWidget) -> QAction:
    action = QAction(text, parent)
    action.setObjectName(name)
    action.setShortcut(QKeySequence(key))
    return action


def _allow(action: QAction, tip: str, obstacle: str) -> None:
    """Enable ``action``, or disable it and say why in its tool tip."""
    action.setEnabled(not obstacle)
    tip = with_keys(tip, action.shortcut())
    action.setToolTip(f"{tip}\n{obstacle}" if obstacle else tip)


def _button(action: QAction, parent: QWidget) -> QPushButton:
    """Return a button that triggers ``action``; the focus stays in the list."""
    button = QPushButton(action.text(), parent)
    button.setObjectName(f"{action.objectName()}.button")
    button.setToolTip(action.toolTip())
    button.setAutoDefault(False)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.clicked.connect(action.trigger)
    action.changed.connect(partial(_follow, action, button))
    return button


def _follow(action: QAction, button: QPushButton) -> None:
    button.setEnabled(action.isEnabled())
    button.setToolTip(action.toolTip())


def _label(text: str, role: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
