"""Edit of the cover image."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QImage,
    QPixmap,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.gui.dialogs import clipboard_content
from editor.gui.editor.image_drop import image_in
from editor.gui.theme import Theme
from editor.gui.widgets.edit_target import EditTarget
from editor.storage import attachments

SIDE = 96
"""Longer side of the preview, in units of ``Theme.px``."""


class CoverEdit(QFrame):
    """Preview of the cover, and buttons to choose, paste or remove it; images can be dropped."""

    image_offered = Signal(object)
    """A Path or a QImage to become the cover, None to ask for a file."""
    removed = Signal()
    """Remove the cover from the review; its file stays."""
    image_requested = Signal(str)
    """Address of the image to pass to ``show_image``."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._address = ""
        self._side = theme.px(SIDE)
        self._preview = QLabel(self)
        self._preview.setObjectName("cover.picture")
        self._preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._status = QLabel(self)
        self._status.setObjectName("cover.words")
        self._status.setProperty("role", "soft")
        self._status.setTextFormat(Qt.TextFormat.PlainText)
        self._status.setWordWrap(True)
        self.button = _button("cover.choose", self.tr("Bild wählen …"), self)
        self.button.clicked.connect(lambda: self.image_offered.emit(None))
        self._paste = _button("cover.paste", self.tr("Einfügen"), self)
        self._paste.clicked.connect(self._paste_image)
        self._remove = _button("cover.remove", self.tr("Entfernen"), self)
        self._remove.clicked.connect(self._remove_image)
        self._remove.setToolTip(
            self.tr("Aus der Rezension entfernen; die Bilddatei bleibt erhalten")
        )
        self._lay_out(theme)
        self._show_status()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons, from left to right."""
        return self.button, self._paste, self._remove

    def show_address(self, address: str) -> None:
        """Request the image at ``address`` unless it is the present one."""
        if address == self._address:
            return
        self._address = address
        self.show_image(None)
        if address:
            self.image_requested.emit(address)

    def show_image(self, image: QImage | None, problem: str = "") -> None:
        """Show ``image``, or ``problem`` if it is None.

        A null image is one that only the page of the preview can show.
        """
        self._preview.clear()
        drawable = image is not None and not image.isNull()
        self._preview.setVisible(drawable)
        if image is not None and drawable:
            ratio = self.devicePixelRatioF()
            side = round(self._side * ratio)
            scaled = image.scaled(
                QSize(side, side),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            scaled.setDevicePixelRatio(ratio)
            self._preview.setPixmap(QPixmap.fromImage(scaled))
        self._preview.setAccessibleName(self._address)
        self._show_status(problem, page_only=image is not None and not drawable)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept images."""
        if image_in(event.mimeData()) is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Offer the dropped image."""
        source = image_in(event.mimeData())
        if source is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.image_offered.emit(source)

    def edit_target(self) -> EditTarget:
        """Return the target of the edit menu: an image can be pasted."""
        return EditTarget(paste=self._paste_image, writable=self.isEnabled())

    def _paste_image(self) -> None:
        source = image_in(clipboard_content())
        if source is not None:
            self.image_offered.emit(source)
        else:
            self._show_status(self.tr("In der Zwischenablage ist kein Bild."))

    def _remove_image(self) -> None:
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.removed.emit()

    def _show_status(self, problem: str = "", *, page_only: bool = False) -> None:
        hint = self.tr("Hierher ziehen, einfügen oder wählen: {kinds}.")
        template = self.tr("{name} (in der Vorschau zu sehen)") if page_only else "{name}"
        kinds = ", ".join(kind.name for kind in attachments.IMAGE_FORMATS)
        text = template.format(name=self._address) if self._address else hint.format(kinds=kinds)
        self._status.setText(f"△ {problem}" if problem else text)
        self.setAccessibleDescription(problem or text)
        self.button.setText(
            self.tr("Anderes Bild …") if self._address else self.tr("Bild wählen …")
        )
        self._remove.setVisible(bool(self._address))

    def _lay_out(self, theme: Theme) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(6))
        for button in self.buttons:
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(theme.px(6))
        column.addWidget(self._status)
        column.addLayout(buttons)
        column.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(10), theme.px(8), theme.px(10), theme.px(8))
        line.setSpacing(theme.px(12))
        line.addWidget(self._preview)
        line.addLayout(column, 1)
        self._preview.hide()


def _button(name: str, text: str, parent: QWidget) -> QPushButton:
    button = QPushButton(text, parent)
    button.setObjectName(name)
    button.setAccessibleName(text)
    return button
