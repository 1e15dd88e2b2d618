"""The field of the cover: a preview, and where another one comes from."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPixmap,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.gui.dialogs import copied
from editor.gui.editor.image_drop import image_in
from editor.gui.theme import Theme
from editor.storage import attachments

SIDE = 96
"""Length of the preview's longer side, in units of the theme."""


class CoverEdit(QFrame):
    """Shows the cover; a picture can be chosen, dropped or pasted."""

    offered = Signal(object)
    """A Path or a QImage to become the cover, None to ask for a file."""
    removed = Signal()
    """The cover is to be taken out of the review; its file stays."""
    wanted = Signal(str)
    """The address of the picture to show."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._name = ""
        self._side = theme.px(SIDE)
        self._picture = QLabel(self)
        self._picture.setObjectName("cover.picture")
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words = QLabel(self)
        self._words.setObjectName("cover.words")
        self._words.setProperty("role", "soft")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self.button = _button("cover.choose", self.tr("Bild wählen …"), self)
        self.button.clicked.connect(lambda: self.offered.emit(None))
        self._paste = _button("cover.paste", self.tr("Einfügen"), self)
        self._paste.clicked.connect(self._paste_picture)
        self._remove = _button("cover.remove", self.tr("Entfernen"), self)
        self._remove.clicked.connect(self._take_out)
        self._remove.setToolTip(self.tr("Aus der Rezension nehmen; die Datei bleibt liegen"))
        self._lay_out(theme)
        self._show_words()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons, from left to right."""
        return self.button, self._paste, self._remove

    def show_name(self, name: str) -> None:
        """Ask for the picture ``name`` unless it is the one that is shown."""
        if name == self._name:
            return
        self._name = name
        self.show_picture(None)
        if name:
            self.wanted.emit(name)

    def show_picture(self, picture: QImage | None, problem: str = "") -> None:
        """Show ``picture``, or why there is none; a null one is for the page alone."""
        self._picture.clear()
        drawable = picture is not None and not picture.isNull()
        self._picture.setVisible(drawable)
        if picture is not None and drawable:
            ratio = self.devicePixelRatioF()
            side = round(self._side * ratio)
            fitted = picture.scaled(
                QSize(side, side),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            fitted.setDevicePixelRatio(ratio)
            self._picture.setPixmap(QPixmap.fromImage(fitted))
        self._picture.setAccessibleName(self._name)
        self._show_words(problem, elsewhere=picture is not None and not drawable)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take pictures."""
        if image_in(event.mimeData()) is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Offer the picture that was dropped."""
        source = image_in(event.mimeData())
        if source is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.offered.emit(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste with the usual key."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste_picture()
        else:
            super().keyPressEvent(event)

    def _paste_picture(self) -> None:
        source = image_in(copied())
        if source is not None:
            self.offered.emit(source)
        else:
            self._show_words(self.tr("In der Zwischenablage ist kein Bild."))

    def _take_out(self) -> None:
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.removed.emit()

    def _show_words(self, problem: str = "", *, elsewhere: bool = False) -> None:
        hint = self.tr("Hierher ziehen, einfügen oder wählen: {kinds}.")
        named = self.tr("{name} (zu sehen in der Vorschau)") if elsewhere else "{name}"
        kinds = ", ".join(kind.name for kind in attachments.KINDS)
        words = named.format(name=self._name) if self._name else hint.format(kinds=kinds)
        self._words.setText(f"△ {problem}" if problem else words)
        self.setAccessibleDescription(problem or words)
        self.button.setText(self.tr("Anderes Bild …") if self._name else self.tr("Bild wählen …"))
        self._remove.setVisible(bool(self._name))

    def _lay_out(self, theme: Theme) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(6))
        for button in self.buttons:
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(theme.px(6))
        column.addWidget(self._words)
        column.addLayout(buttons)
        column.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(10), theme.px(8), theme.px(10), theme.px(8))
        line.setSpacing(theme.px(12))
        line.addWidget(self._picture)
        line.addLayout(column, 1)
        self._picture.hide()


def _button(name: str, text: str, parent: QWidget) -> QPushButton:
    button = QPushButton(text, parent)
    button.setObjectName(name)
    button.setAccessibleName(text)
    return button
