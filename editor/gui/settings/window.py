"""Settings window: groups on the left, a search field above; each change applies at once."""

from collections.abc import Iterable
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editor.gui.screen_fit import resize_to_fit, room_of
from editor.gui.screen_fit.folding_splitter import FoldingSplitter
from editor.gui.settings.dictionary_editor import DictionaryEditor
from editor.gui.settings.offer_row import OfferRow
from editor.gui.settings.setting import Setting
from editor.gui.settings.setting_row import SettingRow
from editor.gui.theme import Theme
from editor.settings import Settings
from editor.settings.declaration import SettingGroup

PagePart = SettingRow | DictionaryEditor | OfferRow
"""Parts of the page, one below the other."""

_LEAST_GROUPS = 90
"""Least width of the list of groups, in units of the theme."""
_BAR = 10
"""Width of the scroll bar, in units of the theme."""
_NARROW = 400
"""Width of a screen on which no place is left for margins, in units of the theme."""
_FOLDED = (100, 220)
"""Least heights of the list of groups and of the settings below it, in units of the theme."""
_WIDTH, _HEIGHT = 800, 620
"""Width and largest height of the window, in units of the theme."""


class SettingsWindow(QDialog):
    """Shows one group of settings, or the settings of all groups that match the search."""

    chosen = Signal(object, object)
    """Emitted with a Setting and its new value."""
    dialog_requested = Signal(str)
    """Emitted with the id of the action that opens a dialog."""

    def __init__(self, settings: Iterable[Setting], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.settings")
        self.setWindowTitle(self.tr("Einstellungen"))
        self.setModal(False)
        self._px, self._fitted_height = theme.px, 0
        self._search = QLineEdit(self)
        self._search.setObjectName("settings.search")
        self._search.setAccessibleName(self.tr("Einstellungen suchen"))
        self._search.setPlaceholderText(self.tr("Einstellungen suchen"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._filter)
        self._empty = QLabel(self)
        self._empty.setObjectName("settings.empty")
        self._empty.setProperty("role", "soft")
        self._empty.setWordWrap(True)
        self._page = QWidget(self)
        self._page.setObjectName("settingsPage")
        self._rows = [SettingRow(setting, theme, self._page) for setting in settings]
        for row in self._rows:
            row.chosen.connect(self.chosen)
            row.dialog_requested.connect(self.dialog_requested)
        self._offer = OfferRow(self._page)
        self.dictionary = DictionaryEditor(theme, self._page)
        self._parts = self._grouped()
        self._headings = {group: self._heading(group) for group in self._parts}
        self._groups = self._list_groups(theme)
        self._lay_out(theme)
        self._groups.setCurrentRow(0)

    def show_settings(self, settings: Settings) -> None:
        """Show the values of ``settings``."""
        for row in self._rows:
            row.show_settings(settings)

    def showEvent(self, event: QShowEvent) -> None:
        """Focus the search field each time the window opens."""
        super().showEvent(event)
        self._fit_height()
        if not event.spontaneous():
            self._search.setFocus(Qt.FocusReason.OtherFocusReason)
            self._search.selectAll()

    def offer(self, action: QAction) -> None:
        """Offer ``action`` at the top of the settings of the check, while it can be used."""
        self._offer.offer(action)

    def say(self, text: str) -> None:
        """Show an error at the bottom."""
        self._problem.setText(text)

    def _grouped(self) -> dict[SettingGroup, list[PagePart]]:
        grouped: dict[SettingGroup, list[PagePart]] = {
            group: list(rows) for group, rows in groupby(self._rows, lambda row: row.setting.group)
        }
        grouped[self._offer.group].insert(0, self._offer)
        grouped.setdefault(self.dictionary.group, []).append(self.dictionary)
        return grouped

    def _filter(self, query: str) -> None:
        """Show the matches of ``query`` in all groups, or the current group without a query."""
        policy = Qt.FocusPolicy
        # A list that gets the focus without a current row selects one, which would end the search.
        self._groups.setFocusPolicy(policy.ClickFocus if query.strip() else policy.StrongFocus)
        if query.strip():
            self._groups.setCurrentRow(-1)
            parts = [part for parts in self._parts.values() for part in parts]
            self._show_parts([part for part in parts if part.matches(query)])
        elif self._groups.currentRow() < 0:
            self._groups.setCurrentRow(0)
        self._empty.setText(
            self.tr(
                "Keine Einstellung passt zu „{query}“. Bitte versuchen Sie es mit einem anderen "
                "Wort oder wählen Sie links einen Bereich."
            ).format(query=query.strip())
        )

    def _open_group(self, row: int) -> None:
        if row >= 0:
            self._show_parts(self._parts[self._groups.item(row).data(Qt.ItemDataRole.UserRole)])
            self._search.clear()

    def _show_parts(self, visible: list[PagePart]) -> None:
        for group, parts in self._parts.items():
            for part in parts:
                part.setVisible(part in visible)
            self._headings[group].setVisible(any(part in visible for part in parts))
        self._empty.setVisible(not visible)
        self._scroll.verticalScrollBar().setValue(0)
        self._fit_height()

    def _fit_height(self) -> None:
        """Take the height of what is shown, unless the writer has chosen another height."""
        layout = self._page.layout()
        if layout is None or not self.isVisible() or self.height() != self._fitted_height:
            return
        layout.activate()
        shown = layout.totalHeightForWidth(self._scroll.viewport().width())
        groups = self._groups.sizeHintForRow(0) * self._groups.count()
        around = self.height() - self._scroll.height()
        height = min(around + max(shown, groups), self._px(_HEIGHT))
        resize_to_fit(self, self.width(), height)
        self._fitted_height = self.height()

    def _heading(self, group: SettingGroup) -> QLabel:
        heading = QLabel(group.title, self._page)
        heading.setObjectName("heading")
        return heading

    def _list_groups(self, theme: Theme) -> QListWidget:
        groups = QListWidget(self)
        groups.setObjectName("settings.groups")
        groups.setAccessibleName(self.tr("Bereiche"))
        groups.setProperty("role", "groups")
        groups.setFrameShape(QFrame.Shape.NoFrame)
        groups.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for group in self._parts:
            item = QListWidgetItem(group.title, groups)
            item.setData(Qt.ItemDataRole.UserRole, group)
            item.setToolTip(group.title)
        groups.ensurePolished()
        width = groups.sizeHintForColumn(0) + theme.px(4)
        groups.setMinimumWidth(min(width, theme.px(_LEAST_GROUPS)))
        groups.setMaximumWidth(width)
        groups.currentRowChanged.connect(self._open_group)
        return groups

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self._page)
        narrow = room_of(self).width() < theme.px(_NARROW)
        column.setContentsMargins(0 if narrow else theme.px(4), 0, theme.px(2 if narrow else 16), 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self._empty)
        for group, parts in self._parts.items():
            column.addWidget(self._headings[group])
            for part in parts:
                column.addWidget(part)
        column.addStretch(1)
        self._scroll = scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._page)
        margins = column.contentsMargins()
        air = margins.left() + margins.right() + theme.px(_BAR)
        scroll.setMinimumWidth(self._widest() + air)
        middle = FoldingSplitter(self)
        middle.setHandleWidth(theme.px(16))
        middle.setProperty("role", "gap")
        middle.set_folded_heights(*map(theme.px, _FOLDED))
        middle.addWidget(self._groups)
        middle.addWidget(scroll)
        middle.setStretchFactor(1, 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(*(theme.px(6 if narrow else 12),) * 4)
        lines.setSpacing(theme.px(12))
        lines.addWidget(self._search)
        lines.addWidget(middle, 1)
        lines.addLayout(self._bottom())
        QWidget.setTabOrder(self._search, self._groups)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.activated.connect(self._search.setFocus)
        resize_to_fit(self, theme.px(_WIDTH), theme.px(_HEIGHT))
        self._fitted_height = self.height()

    def _widest(self) -> int:
        """Return the width of the widest part."""
        parts = (part for parts in self._parts.values() for part in parts)
        return max(part.minimumSizeHint().width() for part in parts)

    def _bottom(self) -> QHBoxLayout:
        self._problem = QLabel(self)
        self._problem.setObjectName("settings.problem")
        self._problem.setProperty("role", "warning")
        self._problem.setWordWrap(True)
        close = QPushButton(self.tr("&Schließen"), self)
        close.setObjectName("settings.close")
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        line = QHBoxLayout()
        line.addWidget(self._problem, 1)
        line.addWidget(close)
        return line
