"""The page that sorts a finished text into sections: a proposal, one key each, a preview."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from editor.gui.importing.preview import ImportPreview
from editor.gui.importing.split_edit import SplitEdit
from editor.gui.importing.unit_list import (
    DOUBTFUL,
    SectionTagPainter,
    UnitDelegate,
    UnitList,
    UnitModel,
)
from editor.gui.theme import Theme
from editor.gui.widgets.flow_layout import FlowLayout
from editor.importing.sectioning import Sectioning
from editor.review.form import Form

_PREVIEW_MS = 120
_KEYS = "123456789"


class ImportPage(QDialog):
    """Lets the writer correct a sorting. Nothing happens to the review before it is accepted."""

    taken = Signal(object, bool)
    """The writer wants to take it over: the Sorting, and whether into a new review. The page stays
    open until it is accepted."""
    put_off = Signal(object)
    """The writer has gone without that; carries the sortings so far, the proposal first."""

    def __init__(
        self,
        sortings: tuple[Sectioning, ...],
        form: Form,
        theme: Theme,
        parent: QWidget,
        *,
        notices: list[str],
        empty: bool,
    ) -> None:
        """Show the last one of ``sortings``; the others are the way back from it."""
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
        self._model = UnitModel(sortings[-1], self._ids, tags, self._list)
        self._list.setModel(self._model)
        self._list.setItemDelegate(UnitDelegate(tags, theme, self._list))
        self._preview = ImportPreview(self._ids, self._labels, theme, self)
        self._preview.setAccessibleName(self.tr("So werden die Abschnitte"))
        self._earlier = list(sortings[:-1])
        self._division: SplitEdit | None = None
        self._refresh = QTimer(self, singleShot=True, interval=_PREVIEW_MS)
        self._refresh.timeout.connect(self._show_preview)
        self._help = _label("", "soft", self)
        self._doubt = _label("", "warning", self)
        self._here = QRadioButton(self.tr("An den Text dieser Rezension &anhängen"), self)
        self._new = QRadioButton(self.tr("In eine &neue Rezension"), self)
        self._split = self._action(self.tr("&Teilen"), "S", "import.split", self.split)
        self._join = self._action(self.tr("&Verbinden"), "J", "import.join", self.join)
        self._split.setToolTip(
            self.tr("Absätze in Sätze teilen, einen Satz an einer Stelle Ihrer Wahl (S)")
        )
        self._join.setToolTip(
            self.tr("Die gewählten Teile verbinden, einen einzelnen mit dem davor (J)")
        )
        self._lay_out(notices, empty=empty)
        self._wire()
        self._list.choose(0, 0)
        self._list.setFocus()
        self._show_preview()

    def offer_here(self, *, offered: bool) -> None:
        """Offer to append the text to the open review, or only a new one."""
        self._here.setEnabled(offered)
        if offered:
            return
        self._new.setChecked(True)
        for choice in (self._here, self._new):
            choice.show()

    @property
    def sorting(self) -> Sectioning:
        """The sorting as it stands."""
        return self._model.sorting

    # -- what the keys do -------------------------------------------------------------------------

    def assign(self, section: str) -> None:
        """Put the chosen units into ``section`` and go on to the next one."""
        rows = self._list.rows()
        if rows:
            self._change(self.sorting.assigned(rows, section))
            following = min(rows[-1] + 1, self._model.rowCount() - 1)
            self._list.choose(following, following)

    def split(self) -> None:
        """Split the chosen unit into paragraphs or sentences, or ask where to divide a sentence.

        Once more it divides there.
        """
        rows = self._list.rows()
        if self._division is not None:
            self._divide(self._division.place)
        elif len(rows) == 1:
            sorting = self.sorting.split(rows[0])
            more = len(sorting.units) - len(self.sorting.units)
            if not more:
                self._ask_place(rows[0])
                return
            self._change(sorting)
            self._list.choose(rows[0], rows[0] + more)

    def join(self) -> None:
        """Join the chosen units, or the only one to the unit before it."""
        rows = self._list.rows()
        if not rows:
            return
        first, last = (rows[0], rows[-1]) if len(rows) > 1 else (rows[0] - 1, rows[0])
        if first < 0:
            return
        sorting = self.sorting
        for row in range(last, first, -1):
            sorting = sorting.joined(row)
        self._change(sorting)
        self._list.choose(first, first)

    def undo(self) -> None:
        """Take the last key back."""
        self._end_division()
        if self._earlier:
            rows = self._list.rows() or [0]
            self._model.show_sorting(self._earlier.pop())
            self._list.choose(rows[0], rows[0])
            self._refresh.start()

    # -- inside -----------------------------------------------------------------------------------

    def _lay_out(self, notices: list[str], *, empty: bool) -> None:
        px = self._theme.px
        lines = QVBoxLayout(self)
        lines.setSpacing(px(8))
        for notice in notices:
            lines.addWidget(_label(notice, "", self))
        lines.addWidget(self._legend())
        lines.addLayout(self._commands())
        lines.addWidget(self._doubt)
        panes = QSplitter(Qt.Orientation.Horizontal, self)
        panes.setChildrenCollapsible(False)
        panes.addWidget(self._list)
        panes.addWidget(self._preview)
        panes.setSizes([px(560), px(500)])
        lines.addWidget(panes, 1)
        lines.addLayout(self._foot(empty=empty))
        self.resize(px(1100), px(720))

    def _legend(self) -> QWidget:
        legend = QWidget(self)
        flow = FlowLayout(legend, self._theme.px(6))
        flow.setContentsMargins(0, 0, 0, 0)
        for number, (key, label) in enumerate(zip(self._ids, self._labels, strict=True), 1):
            sign = f"{number}  " if number <= len(_KEYS) else ""
            button = QPushButton(f"{sign}{label.replace('&', '&&')}", legend)
            button.setObjectName(f"import.assign.{key}")
            button.setAutoDefault(False)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self.assign, key))
            flow.addWidget(button)
        return legend

    def _commands(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(self._help, 1)
        for action in (self._split, self._join):
            line.addWidget(_button(action, self))
            self._list.addAction(action)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        return line

    def _action(self, text: str, key: str, name: str, slot: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(slot)
        return action

    def _show_help(self) -> None:
        dividing = self.tr(
            "← →: Wort für Wort · S: nächster Teilsatz · Enter: teilen · Esc: abbrechen"
        )
        sorting = self.tr(
            "Ziffer: einsortieren · ↑ ↓: weiter, mit Umschalt mehrere · S: teilen · "
            "J: verbinden · Strg+Z: zurück · Strg+Enter: übernehmen"
        )
        self._help.setText(dividing if self._division is not None else sorting)

    def _foot(self, *, empty: bool) -> QHBoxLayout:
        group = QButtonGroup(self)
        for name, choice in (("here", self._here), ("new", self._new)):
            choice.setObjectName(f"import.{name}")
            choice.setVisible(not empty)
            group.addButton(choice)
        self._here.setChecked(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        take = buttons.addButton(self.tr("Ü&bernehmen"), QDialogButtonBox.ButtonRole.AcceptRole)
        take.setObjectName("import.take")
        take.setDefault(True)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._here)
        foot.addWidget(self._new)
        foot.addStretch(1)
        foot.addWidget(buttons)
        return foot

    def _wire(self) -> None:
        keys: dict[str, Callable[[], None]] = {
            key: partial(self.assign, section)
            for key, section in zip(_KEYS, self._ids, strict=False)
        }
        # Nothing is left out; what belongs nowhere can only introduce the review.
        keys |= {"0": partial(self.assign, self._ids[0])}
        keys |= {"Ctrl+Return": self._take, "Ctrl+Enter": self._take, "Ctrl+Z": self.undo}
        for key, slot in keys.items():
            QShortcut(QKeySequence(key), self, slot)
        self._list.selectionModel().selectionChanged.connect(lambda *_: self._mark())
        self.rejected.connect(self._put_off)

    def _ask_place(self, row: int) -> None:
        """Let the writer choose where to divide the unit of ``row``."""
        index = self._model.index(row, 0)
        self._list.scrollTo(index)
        place = self._list.visualRect(index)
        text = self.sorting.units[row].text
        division = SplitEdit(text, place, self._theme, self._list.viewport())
        if not division.possible:
            division.deleteLater()
            self._help.setText(self.tr("Hier gibt es nichts zu teilen."))
            return
        self._division = division
        division.chosen.connect(self._divide)
        division.left.connect(self._end_division)
        division.start()
        self._show_help()

    def _divide(self, place: int) -> None:
        row = self._list.rows()[0]
        self._change(self.sorting.divided(row, place))
        self._list.choose(row + 1, row + 1)

    def _end_division(self) -> None:
        division, self._division = self._division, None
        if division is not None:
            division.hide()
            division.deleteLater()
            self._list.setFocus()
            self._show_help()

    def _put_off(self) -> None:
        if self._earlier:
            self.put_off.emit((*self._earlier, self.sorting))

    def _change(self, sorting: Sectioning) -> None:
        self._end_division()
        self._earlier.append(self.sorting)
        self._model.show_sorting(sorting)
        self._refresh.start()

    def _show_preview(self) -> None:
        self._preview.show_sorting(self.sorting)
        doubts = sum(unit.confidence < DOUBTFUL for unit in self.sorting.units)
        self._doubt.setText(self.tr("? = unsicher, bitte ansehen (noch {n})").format(n=doubts))
        self._doubt.setVisible(doubts > 0)
        self._mark()

    def _mark(self) -> None:
        rows = self._list.rows()
        self._split.setEnabled(len(rows) == 1)
        self._join.setEnabled(bool(rows) and (len(rows) > 1 or rows[0] > 0))
        self._show_help()
        if rows and not self._refresh.isActive():
            unit = self.sorting.units[rows[0]]
            self._preview.mark(unit.section, unit.text)

    def _take(self) -> None:
        self.taken.emit(self.sorting, self._new.isChecked())


def _button(action: QAction, parent: QWidget) -> QPushButton:
    """Return a button that does ``action``; the keyboard stays in the list."""
    button = QPushButton(action.text(), parent)
    button.setObjectName(f"{action.objectName()}.button")
    button.setToolTip(action.toolTip())
    button.setAutoDefault(False)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.clicked.connect(action.trigger)
    action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
    return button


def _label(text: str, role: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
