"""Window of earlier versions: their list, their differences, and buttons to restore them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from editor.gui.screen_fit import resize_to_fit
from editor.gui.screen_fit.folding_splitter import FoldingSplitter
from editor.gui.theme import Theme
from editor.gui.versions.lists import WHOLE, PartList, VersionList
from editor.gui.versions.loader import VersionComparison, VersionListing, VersionSummary
from editor.gui.widgets.diff_view import DiffView
from editor.review.versions.review_diff import PartDiff
from editor.storage.backups import BackupVersion

_LEFT, _LEAST, _WIDTH, _HEIGHT = 380, 240, 1120, 700
"""Width of the lists and its least, and size of the window, in the theme's units."""


class VersionsWindow(QDialog):
    """Shows versions, and emits what the writer wants to do with them."""

    review_chosen = Signal(object)
    """Emitted with the path of the review whose versions are to be shown."""
    version_chosen = Signal(object)
    """Emitted with the BackupVersion that is to be compared, None if there is none."""
    part_chosen = Signal(str)
    """Emitted with the part that is to be compared, WHOLE for the whole review."""
    restore_requested = Signal(str)
    """Emitted with the part that is to be restored, WHOLE for the whole review."""
    copy_requested = Signal(str)
    """Emitted with the part whose text is to be copied, WHOLE for the whole review."""
    clear_requested = Signal()
    """Emitted when versions are to be removed."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.versions")
        self.setWindowTitle(self.tr("Frühere Fassungen"))
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._buttons: dict[str, QPushButton] = {}
        self._comparison: VersionComparison | None = None
        self._writable = False
        self._sentence, self._left_out, self._begun = "", False, False
        self._reviews = QComboBox(self)
        self._reviews.setObjectName("versions.review")
        self._reviews.setAccessibleName(self.tr("Rezension"))
        self._state = _sentence("versions.state", self)
        self._empty = _sentence("versions.empty", self)
        self._versions = VersionList(self)
        self._versions.setSpacing(theme.px(3))
        self._parts = PartList(theme, self)
        titles = self.tr("Frühere Fassung"), self.tr("Jetzt")
        self._sides = DiffView(titles, theme, self)
        self._pages = QStackedWidget(self)
        self._lay_out(theme)
        self._reviews.activated.connect(
            lambda row: self.review_chosen.emit(self._reviews.itemData(row))
        )
        self._versions.version_chosen.connect(self.version_chosen)
        self._parts.part_chosen.connect(lambda _: self._enable())
        self._parts.part_chosen.connect(self.part_chosen)

    @property
    def version(self) -> BackupVersion | None:
        """The current version."""
        return self._versions.current

    @property
    def part(self) -> str:
        """The id of the current part."""
        return self._parts.current

    def show_listing(self, listing: VersionListing, *, kept: bool) -> None:
        """Show reviews and versions; ``kept`` says whether versions are kept at all."""
        self._left_out = False
        blocker = QSignalBlocker(self._reviews)
        self._reviews.clear()
        paths = dict.fromkeys(version.path for version in listing.reviews)
        if listing.chosen is not None:
            paths.setdefault(listing.chosen)
        for path in paths:
            self._reviews.addItem(f"{path.name} – {path.parent}", path)
            self._reviews.setItemData(
                self._reviews.count() - 1, str(path), Qt.ItemDataRole.ToolTipRole
            )
        self._reviews.setCurrentIndex(self._row(listing.chosen))
        self._reviews.setEnabled(bool(paths))
        blocker.unblock()
        self._empty.setText(self._nothing(kept=kept))
        self._pages.setCurrentIndex(1 if listing.versions else 0)
        self._buttons["clear"].setEnabled(bool(listing.reviews))
        self._versions.show_versions(listing.versions)
        if listing.versions and not self._begun:
            self._versions.setFocus(Qt.FocusReason.OtherFocusReason)
        self._begun = True

    def show_summary(self, version: BackupVersion, summary: VersionSummary | None) -> None:
        """Show the summary of ``version``; None removes a version that cannot be read."""
        if summary is not None:
            self._versions.show_summary(version, summary)
        elif self._versions.remove_version(version):
            self._left_out = True
            self._say()

    def show_comparison(
        self, comparison: VersionComparison | None, state: str, *, writable: bool
    ) -> None:
        """Show the parts of a version and the sentence ``state``; enable what can be done."""
        self._comparison, self._writable = comparison, writable
        self._sentence = state
        self._say()
        if comparison is None:
            self._sides.say("")
        else:
            self._parts.show_parts(
                comparison.parts, whole_changed=comparison.text != comparison.now
            )
        self._enable()

    def show_parts(self, parts: Sequence[PartDiff]) -> None:
        """Show the differences in the current part, or in all parts of the review."""
        self._sides.show_parts(parts)
        if self._comparison is not None and self._comparison.now is None:
            self._sides.say_right(self.tr("Diese Datei gibt es nicht mehr."))

    def show_waiting(self) -> None:
        """Say that a comparison is being made; nothing can be restored meanwhile."""
        self._comparison = None
        self._sides.say(self.tr("Die Fassungen werden verglichen …"))
        self._enable()

    # -- inside -----------------------------------------------------------------------------------

    def _say(self) -> None:
        """Show the sentences about the current version and about versions left out."""
        left_out = self.tr("Unlesbare Teile sind ausgelassen.")
        sentences = (self._sentence, left_out if self._left_out else "")
        self._state.setText(" ".join(filter(None, sentences)))
        self._state.setVisible(any(sentences))

    def _enable(self) -> None:
        """Enable the buttons that would change something."""
        comparison = self._comparison
        whole = (
            comparison is not None
            and (self._writable or not comparison.open)
            and comparison.restorable()
        )
        part = self.part != WHOLE and comparison is not None and comparison.restorable(self.part)
        self._buttons["restore"].setEnabled(whole)
        self._buttons["restore_part"].setEnabled(part and self._writable)
        self._buttons["copy"].setEnabled(comparison is not None)

    def _row(self, path: Path | None) -> int:
        rows = range(self._reviews.count())
        return next((row for row in rows if self._reviews.itemData(row) == path), -1)

    def _nothing(self, *, kept: bool) -> str:
        if not kept:
            return self.tr(
                "Frühere Fassungen werden nicht aufbewahrt; unter „Bearbeiten ▸ "
                "Einstellungen ▸ Dateien“ lässt sich das einschalten."
            )
        return self.tr(
            "Von dieser Rezension gibt es noch keine früheren Fassungen; beim nächsten "
            "Sichern entsteht die erste."
        )

    def _lay_out(self, theme: Theme) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(*(theme.px(16),) * 4)
        lines.setSpacing(theme.px(10))
        lines.addLayout(self._head(theme))
        lines.addWidget(self._state)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._middle(theme))
        lines.addWidget(self._pages, 1)
        lines.addLayout(self._bottom(theme))
        resize_to_fit(self, theme.px(_WIDTH), theme.px(_HEIGHT))

    def _head(self, theme: Theme) -> QHBoxLayout:
        label = QLabel(self.tr("&Rezension:"), self)
        label.setBuddy(self._reviews)
        self._reviews.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        line = QHBoxLayout()
        line.setSpacing(theme.px(10))
        line.addWidget(label)
        line.addWidget(self._reviews, 1)
        return line

    def _middle(self, theme: Theme) -> QWidget:
        page = QWidget(self)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(theme.px(6))
        for text, rows, share in (
            (self.tr("&Fassungen"), self._versions, 3),
            (self.tr("A&bschnitte"), self._parts, 2),
        ):
            label = QLabel(text, page)
            label.setProperty("role", "strong")
            label.setBuddy(rows)
            rows.setMinimumWidth(theme.px(_LEAST))
            left.addWidget(label)
            left.addWidget(rows, share)
        page.setLayout(left)
        columns = FoldingSplitter(self)
        columns.setHandleWidth(theme.px(16))
        columns.setProperty("role", "gap")
        columns.set_folded_heights(theme.px(220), theme.px(180))
        columns.addWidget(page)
        columns.addWidget(self._sides)
        columns.setStretchFactor(1, 1)
        columns.setSizes([theme.px(_LEFT), theme.px(_WIDTH - _LEFT)])
        return columns

    def _bottom(self, theme: Theme) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        for name, text, do in (
            ("clear", self.tr("Alle &löschen …"), self.clear_requested.emit),
            ("copy", self.tr("Text &kopieren"), lambda: self.copy_requested.emit(self.part)),
            (
                "restore_part",
                self.tr("Diesen &Abschnitt wiederherstellen"),
                lambda: self.restore_requested.emit(self.part),
            ),
            (
                "restore",
                self.tr("&Ganz wiederherstellen"),
                lambda: self.restore_requested.emit(WHOLE),
            ),
            ("close", self.tr("&Schließen"), self.close),
        ):
            button = QPushButton(text, self)
            button.setObjectName(f"versions.{name}")
            button.setAutoDefault(False)
            button.setEnabled(name == "close")
            button.clicked.connect(lambda _=False, run=do: run())
            self._buttons[name] = button
            line.addWidget(button)
            if name == "clear":
                line.addStretch(1)
        return line


def _sentence(name: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setProperty("role", "soft")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
