"""The page that sorts a finished text into sections: a proposal, one key each, a preview."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
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

from editor.gui.form.flow_layout import FlowLayout
from editor.gui.importing.section_tags import SectionTags
from editor.gui.importing.sections_preview import SectionsPreview
from editor.gui.importing.unit_list import UnitDelegate, UnitList, UnitModel
from editor.gui.theme import Theme
from editor.review.form import Form
from editor.review.sorting import Sorting

_PREVIEW_MS = 120
_KEYS = "123456789"


class ImportPage(QDialog):
    """Lets the writer correct a sorting. Nothing happens to the review before it is accepted."""

    taken = Signal(object, bool)
    """The writer takes it over: the Sorting, and whether into a new review."""

    def __init__(
        self,
        sorting: Sorting,
        form: Form,
        theme: Theme,
        language: str,
        parent: QWidget,
        *,
        notices: list[str],
        empty: bool,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.import")
        self.setWindowTitle(self.tr("Text in Abschnitte einsortieren"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme = theme
        self._ids = [field.id for field in form.sections]
        self._labels = [field.label.text(language) for field in form.sections]
        tags = SectionTags(self._labels, self.font())
        self._list = UnitList(theme, self)
        self._list.setAccessibleName(self.tr("Teile des Textes"))
        self._model = UnitModel(sorting, self._ids, tags, self._list)
        self._list.setModel(self._model)
        self._list.setItemDelegate(UnitDelegate(tags, theme, self._list))
        self._preview = SectionsPreview(self._ids, self._labels, theme, self)
        self._preview.setAccessibleName(self.tr("So werden die Abschnitte"))
        self._earlier: list[Sorting] = []
        self._refresh = QTimer(self, singleShot=True, interval=_PREVIEW_MS)
        self._refresh.timeout.connect(self._show_preview)
        self._new = QRadioButton(self.tr("In eine &neue Rezension"), self)
        self._lay_out(notices, empty=empty)
        self._wire()
        self._list.choose(0, 0)
        self._list.setFocus()
        self._show_preview()

    @property
    def sorting(self) -> Sorting:
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
        """Split the chosen unit into paragraphs or sentences."""
        rows = self._list.rows()
        if len(rows) == 1:
            before = self._model.rowCount()
            self._change(self.sorting.split(rows[0]))
            self._list.choose(rows[0], rows[0] + self._model.rowCount() - before)

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
        lines.addWidget(_label(self._help(), "soft", self))
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
            button = QPushButton(f"{sign}{label}", legend)
            button.setObjectName(f"import.assign.{key}")
            button.setAutoDefault(False)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self.assign, key))
            flow.addWidget(button)
        return legend

    def _help(self) -> str:
        return self.tr(
            "Ziffer: einsortieren · ↑ ↓: weiter, mit Umschalt mehrere · S: teilen · "
            "J: verbinden · Strg+Z: zurück · Strg+Enter: übernehmen"
        )

    def _foot(self, *, empty: bool) -> QHBoxLayout:
        here = QRadioButton(self.tr("An den Text dieser Rezension &anhängen"), self)
        for name, choice in (("here", here), ("new", self._new)):
            choice.setObjectName(f"import.{name}")
            choice.setVisible(not empty)
        here.setChecked(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        take = buttons.addButton(self.tr("Ü&bernehmen"), QDialogButtonBox.ButtonRole.AcceptRole)
        take.setObjectName("import.take")
        take.setDefault(True)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(here)
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
        keys |= {"0": partial(self.assign, self._ids[0]), "S": self.split, "J": self.join}
        keys |= {"Ctrl+Return": self._take, "Ctrl+Enter": self._take, "Ctrl+Z": self.undo}
        for key, slot in keys.items():
            QShortcut(QKeySequence(key), self, slot)
        self._list.selectionModel().selectionChanged.connect(lambda *_: self._mark())

    def _change(self, sorting: Sorting) -> None:
        self._earlier.append(self.sorting)
        self._model.show_sorting(sorting)
        self._refresh.start()

    def _show_preview(self) -> None:
        self._preview.show_sorting(self.sorting)
        self._mark()

    def _mark(self) -> None:
        rows = self._list.rows()
        if rows and not self._refresh.isActive():
            unit = self.sorting.units[rows[0]]
            self._preview.mark(unit.section, unit.text)

    def _take(self) -> None:
        self.taken.emit(self.sorting, self._new.isChecked())
        self.accept()


def _label(text: str, role: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
