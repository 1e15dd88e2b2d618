"""Dialog of abandoned drafts, each beside the present content of its file."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.gui import dialogs
from editor.gui.files.file_diff import diff_files
from editor.gui.screen_fit import resize_to_fit
from editor.gui.theme import Theme
from editor.gui.widgets.diff_view import DiffView
from editor.gui.worker import Worker
from editor.review.form_registry import FormRegistry
from editor.review.versions.review_diff import PartDiff
from editor.storage.journal import AbandonedDraft

_OFFER = Qt.ItemDataRole.UserRole
_ROWS = 4
"""Most drafts that the list shows without scrolling."""


@dataclass(frozen=True, slots=True)
class DraftOffer:
    """Abandoned draft with the title and the number of words that its row shows."""

    found: AbandonedDraft
    title: str
    words: int


class RecoveryDialog(QDialog):
    """Lists drafts, the newest first. Files and drafts stay as they are until one is chosen."""

    restored = Signal(object)
    """Emitted with the Draft that the writer wants to continue."""
    declined = Signal(object)
    """Emitted with all Drafts when the writer puts them off."""
    dropped = Signal(object)
    """Emitted with a Draft after the writer has confirmed that it is not needed."""

    def __init__(
        self, offers: Sequence[DraftOffer], forms: FormRegistry, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._forms = forms
        self.setObjectName("dialog.recovery")
        self.setWindowTitle(self.tr("Ungesicherte Texte"))
        self._worker = Worker(self, reads_only=True)
        self._list = QListWidget(self)
        self._list.setObjectName("recovery.list")
        self._list.setAccessibleName(self.windowTitle())
        self._list.setProperty("role", "list")
        titles = self.tr("In der Datei"), self.tr("Ungesicherter Text")
        self._sides = DiffView(titles, theme, self)
        self._lay_out(theme)
        for offer in offers:
            QListWidgetItem(self._row(offer), self._list).setData(_OFFER, offer)
        height = self._list.sizeHintForRow(0) * min(len(offers), _ROWS)
        self._list.setFixedHeight(height + 2 * self._list.frameWidth() + theme.px(8))
        self._list.currentItemChanged.connect(self._show)
        self.finished.connect(self._leave)
        self._list.setCurrentRow(0)
        self._list.setFocus()

    # -- buttons ----------------------------------------------------------------------

    def restore(self) -> None:
        """Continue the chosen draft; the others are offered at the next start."""
        offer: DraftOffer = self._list.currentItem().data(_OFFER)
        self.done(QDialog.DialogCode.Accepted)
        self.restored.emit(offer.found.draft)

    def reject(self) -> None:
        """Put all drafts off."""
        rows = map(self._list.item, range(self._list.count()))
        drafts = [row.data(_OFFER).found.draft for row in rows]
        super().reject()
        self.declined.emit(drafts)

    def drop(self) -> None:
        """Ask whether the chosen draft is not needed, and drop it."""
        row = self._list.currentItem()
        title = row.data(_OFFER).title or self._untitled
        dialogs.ask_drop(self, title, partial(self._drop, row))

    # -- inside -----------------------------------------------------------------------------------

    @property
    def _untitled(self) -> str:
        return self.tr("Rezension ohne Titel")

    def _lay_out(self, theme: Theme) -> None:
        sentence = QLabel(
            self.tr(
                "Beim letzten Beenden war nicht alles gesichert. Dieser Text ist neuer als "
                "die Datei; überschrieben wird sie erst, wenn Sie sichern."
            ),
            self,
        )
        sentence.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        for name, text, place, do in (
            ("restore", self.tr("&Wiederherstellen"), role.AcceptRole, self.restore),
            ("later", self.tr("&Nicht jetzt"), role.RejectRole, self.reject),
            ("drop", self.tr("&Verwerfen …"), role.DestructiveRole, self.drop),
        ):
            button = QPushButton(text, self)
            button.setObjectName(f"recovery.{name}")
            button.setAutoDefault(name == "restore")
            button.setDefault(name == "restore")
            button.clicked.connect(do)
            buttons.addButton(button, place)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(*(theme.px(16),) * 4)
        lines.setSpacing(theme.px(10))
        lines.addWidget(sentence)
        lines.addWidget(self._list)
        lines.addWidget(self._sides, 1)
        lines.addWidget(buttons)
        resize_to_fit(self, theme.px(880), theme.px(600))

    def _row(self, offer: DraftOffer) -> str:
        draft = offer.found.draft
        written = QDateTime.fromSecsSinceEpoch(round(draft.written))
        at = QLocale().toString(written, self.tr("d. MMMM yyyy, HH:mm"))
        where = str(draft.path) if draft.path else self.tr("noch in keiner Datei")
        words = (
            self.tr("1 Wort")
            if offer.words == 1
            else self.tr("{n} Wörter").format(n=QLocale().toString(offer.words))
        )
        return f"{offer.title or self._untitled} · {at} · {words}\n{where}"

    def _show(self, row: QListWidgetItem | None) -> None:
        if row is None:
            return
        found: AbandonedDraft = row.data(_OFFER).found
        self._sides.say(self.tr("Die Fassungen werden verglichen …"))
        self._worker.submit(
            partial(diff_files, found.file_text, found.draft.text, self._forms),
            partial(self._compared, found),
        )

    def _compared(self, found: AbandonedDraft, parts: tuple[PartDiff, ...]) -> None:
        self._sides.show_parts(parts)
        if found.file_text is None:
            gone = self.tr("Diese Datei gibt es nicht mehr.")
            self._sides.say_left(gone if found.draft.path else self.tr("Es gibt noch keine Datei."))

    def _drop(self, row: QListWidgetItem) -> None:
        self._list.takeItem(self._list.row(row))
        self.dropped.emit(row.data(_OFFER).found.draft)
        if not self._list.count():
            self.done(QDialog.DialogCode.Accepted)

    def _leave(self) -> None:
        self._worker.stop()
        self.deleteLater()
