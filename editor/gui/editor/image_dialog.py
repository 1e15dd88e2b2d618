"""Dialog about an image that is to be inserted: its alternative text and its size."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from editor.gui.editor.image_data import ORIGINAL, PRINT, WEB, ImageSize, LoadedImage
from editor.gui.screen_fit import resize_to_fit, room_of
from editor.gui.theme import Theme

_PREVIEW, _LARGEST_SHARE = 120, 5
"""Longest side of the preview, in units of ``Theme.px``, and its part of a narrow screen."""
_LEAST = 400
"""Least width of a screen on which the questions leave room for the preview, in the same units."""


class ImageDialog(QDialog):
    """The image, a line of text, and its sizes where it is a large one.

    The dialog is not modal, so that the writer may continue meanwhile.
    """

    answered = Signal(str, object)
    """Emitted with the alternative text, which is empty for a decorative image, and ImageSize."""

    def __init__(
        self, image: LoadedImage, theme: Theme, parent: QWidget, *, asks_text: bool = True
    ) -> None:
        """``asks_text`` is false for an image that has its alternative text elsewhere."""
        super().__init__(parent)
        self.setObjectName("dialog.image")
        self.setWindowTitle(self.tr("Bild einfügen"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._image = image
        self._theme = theme
        self._line = self._make_line()
        self._sizes = QButtonGroup(self)
        lines = QVBoxLayout(self)
        lines.setSpacing(theme.px(12))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(14))
        grid.addWidget(self._preview(), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._questions(asks_text=asks_text), 0, 1)
        grid.setColumnStretch(1, 1)
        lines.addLayout(grid, 1)
        lines.addWidget(self._buttons())
        self.accepted.connect(self._answer)
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        hint = self.sizeHint()
        resize_to_fit(self, max(hint.width(), theme.px(520)), hint.height())

    def choose(self, size_id: str) -> None:
        """Choose the size with this id, if it is offered."""
        for button in self._sizes.buttons():
            if button.objectName() == f"size.{size_id}":
                button.setChecked(True)

    def _answer(self) -> None:
        size = self._image.sizes[max(0, self._sizes.checkedId())]
        self.answered.emit(self._line.text().strip(), size)

    def _make_line(self) -> QLineEdit:
        line = QLineEdit(self)
        line.setObjectName("alt")
        line.setAccessibleName(self.tr("Bildbeschreibung"))
        line.setPlaceholderText(self.tr("Ein Satz für alle, die das Bild nicht sehen"))
        return line

    def _preview(self) -> QLabel:
        preview = QLabel(self)
        preview.setObjectName("image.preview")
        room = room_of(self).width()
        if self._image.thumbnail is not None and room >= self._theme.px(_LEAST):
            ratio = self.devicePixelRatioF()
            side = round(min(self._theme.px(_PREVIEW), room // _LARGEST_SHARE) * ratio)
            small = self._image.thumbnail.scaled(
                side,
                side,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            pixmap = QPixmap.fromImage(small)
            pixmap.setDevicePixelRatio(ratio)
            preview.setPixmap(pixmap)
        else:
            preview.hide()
        return preview

    def _questions(self, *, asks_text: bool) -> QWidget:
        questions = QWidget(self)
        column = QVBoxLayout(questions)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(8))
        path = self._image.path
        file = QLabel(path.name if path else self.tr("Bild aus der Zwischenablage"), questions)
        file.setTextFormat(Qt.TextFormat.PlainText)
        file.setWordWrap(True)
        file.setProperty("role", "soft")
        if asks_text:
            label = QLabel(self.tr("&Bildbeschreibung:"), questions)
            label.setBuddy(self._line)
            column.addWidget(label)
            column.addWidget(self._line)
        else:
            self._line.hide()
        column.addWidget(file)
        if self._image.has_choice:
            sizes = QLabel(self.tr("Das Bild ist groß. Wie soll es eingefügt werden?"), questions)
            sizes.setWordWrap(True)
            column.addWidget(sizes)
            for index, size in enumerate(self._image.sizes):
                column.addWidget(self._choice(index, size, questions))
        column.addStretch(1)
        return questions

    def _choice(self, index: int, size: ImageSize, parent: QWidget) -> QRadioButton:
        names = {
            WEB.id: self.tr("Für das &Web"),
            PRINT.id: self.tr("Für den &Druck"),
            ORIGINAL: self.tr("&Unverändert"),
        }
        width, height = self._image.seen_size(size)
        measure = self.tr("{width} × {height} Pixel").format(width=width, height=height)
        if size.id == ORIGINAL:
            si = QLocale.DataSizeFormat.DataSizeSIFormat
            measure += f", {QLocale().formattedDataSize(len(self._image.data), 1, si)}"
        button = QRadioButton(f"{names[size.id]}: {measure}", parent)
        button.setObjectName(f"size.{size.id}")
        button.setChecked(index == 0)
        self._sizes.addButton(button, index)
        return button

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        insert = buttons.addButton(self.tr("&Einfügen"), QDialogButtonBox.ButtonRole.AcceptRole)
        insert.setObjectName("image.insert")
        insert.setDefault(True)
        buttons.addButton(self.tr("&Abbrechen"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons
