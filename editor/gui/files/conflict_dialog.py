"""Dialog for a file that another program has changed: both versions, and three ways to go on."""

from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.gui.dialogs import name_buttons
from editor.gui.files.file_diff import diff_files
from editor.gui.screen_fit import resize_to_fit
from editor.gui.theme import Theme
from editor.gui.widgets.diff_view import DiffView
from editor.gui.worker import Worker
from editor.review.form_registry import FormRegistry
from editor.review.model import Review
from editor.review.versions.review_diff import PartDiff
from editor.storage import review_file
from editor.storage.load_save import SaveConflict


class ConflictDialog(QDialog):
    """Asks which of two versions of a file is wanted; closing it changes neither."""

    save_as_chosen = Signal()
    """Emitted when the review is to be saved to another file."""
    reload_chosen = Signal()
    """Emitted when the version on the disk is to be opened; the review is kept as a draft."""
    overwrite_chosen = Signal()
    """Emitted when the review is to replace the version on the disk."""

    def __init__(
        self,
        conflict: SaveConflict,
        review: Review,
        forms: FormRegistry,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.conflict")
        self.setWindowTitle(self.tr("Die Datei ist anderswo geändert worden"))
        self._worker = Worker(self, reads_only=True)
        titles = self.tr("In der Datei"), self.tr("In diesem Fenster")
        self._sides = DiffView(titles, theme, self)
        self._lay_out(conflict, theme)
        self.finished.connect(self._leave)
        self._sides.say(self.tr("Die Fassungen werden verglichen …"))
        self._worker.submit(
            partial(_compared, conflict.data, review, forms), self._sides.show_parts
        )

    def _lay_out(self, conflict: SaveConflict, theme: Theme) -> None:
        sentence = QLabel(
            self.tr(
                "{path} enthält etwas anderes als beim Öffnen oder letzten Sichern. Nichts davon "
                "ist bisher überschrieben; was soll gelten?"
            ).format(path=conflict.path),
            self,
        )
        sentence.setWordWrap(True)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(*(theme.px(16),) * 4)
        lines.setSpacing(theme.px(10))
        lines.addWidget(sentence)
        lines.addWidget(self._sides, 1)
        lines.addWidget(self._buttons())
        resize_to_fit(self, theme.px(880), theme.px(560))

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        name_buttons(buttons)
        role = QDialogButtonBox.ButtonRole
        for name, text, place, chosen in (
            ("save_as", self.tr("Als &neue Datei sichern …"), role.AcceptRole, self.save_as_chosen),
            (
                "reload",
                self.tr("&Fassung aus der Datei öffnen"),
                role.AcceptRole,
                self.reload_chosen,
            ),
            ("overwrite", self.tr("Ü&berschreiben"), role.DestructiveRole, self.overwrite_chosen),
        ):
            button = QPushButton(text, self)
            button.setObjectName(f"conflict.{name}")
            button.setAutoDefault(name == "save_as")
            button.setDefault(name == "save_as")
            button.clicked.connect(partial(self._choose, chosen))
            buttons.addButton(button, place)
        buttons.rejected.connect(self.reject)
        return buttons

    def _choose(self, chosen: SignalInstance) -> None:
        self.done(QDialog.DialogCode.Accepted)
        chosen.emit()

    def _leave(self) -> None:
        self._worker.stop()
        self.deleteLater()


def _compared(there: bytes, review: Review, forms: FormRegistry) -> tuple[PartDiff, ...]:
    return diff_files(there.decode("utf-8", "replace"), review_file.dumps(review), forms)
