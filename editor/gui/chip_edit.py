"""A field for a list of names: one chip each, and a line to type the next one."""

import re

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QSizePolicy, QWidget

from editor.gui.flow_layout import FlowLayout
from editor.gui.theme import Theme

_BETWEEN_NAMES = re.compile(r",(?![^()]*\))")
"""A comma, but not one within the brackets of a role."""


class ChipEdit(QFrame):
    """Shows texts as chips.

    Enter or a comma makes a chip of what is typed; Backspace in the empty line, or a click on a
    chip, turns a chip back into text. What is still being typed counts as the last item.
    """

    edited = Signal(list)
    """All texts, in order."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setMinimumWidth(theme.px(48))
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self._commit)
        self.line.installEventFilter(self)
        self._layout = FlowLayout(self, theme.px(4))
        self._layout.setContentsMargins(theme.px(4), theme.px(2), theme.px(4), theme.px(2))
        self._layout.addWidget(self.line)
        self._chips: list[QPushButton] = []
        self._hint = ""
        self.setFocusProxy(self.line)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_hint(self, hint: str) -> None:
        """Show ``hint`` as long as there is nothing in the field."""
        self._hint = hint
        self.line.setPlaceholderText("" if self._chips else hint)

    def texts(self) -> list[str]:
        """Return the texts of all chips and of the line."""
        typed = self.line.text().strip()
        return [chip.property("text_value") for chip in self._chips] + ([typed] if typed else [])

    def show_texts(self, texts: list[str]) -> None:
        """Show ``texts`` as chips. What is being typed stays in the line when it is among them."""
        if texts == self.texts():
            return
        self.line.clear()
        self._set_chips(texts)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle Enter, comma and Backspace in the line."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._mark_current(current=event.type() == QEvent.Type.FocusIn)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the line with a click between the chips."""
        self.line.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.line.text().strip():
            self._commit()
            return True
        if event.text() == "," and self._complete():
            self._commit()
            return True
        if event.key() == Qt.Key.Key_Backspace and not self.line.text() and self._chips:
            self._reopen(self._chips[-1])
            return True
        return False

    def _complete(self) -> bool:
        """Whether a comma ends the name: not within the brackets of a role."""
        text = self.line.text()
        return bool(text.strip()) and text.count("(") <= text.count(")")

    def _typed(self) -> None:
        parts = [part.strip() for part in _BETWEEN_NAMES.split(self.line.text()) if part.strip()]
        if len(parts) > 1 and self._complete():
            # A pasted list of names.
            self._set_chips([chip.property("text_value") for chip in self._chips] + parts)
            self.line.clear()
        self.edited.emit(self.texts())

    def _commit(self) -> None:
        texts = self.texts()
        if self.line.text():
            self.line.clear()
            self._set_chips(texts)
            self.edited.emit(texts)

    def _reopen(self, chip: QPushButton) -> None:
        """Turn ``chip`` back into text; what was in the line becomes a chip."""
        index = self._chips.index(chip)
        texts = self.texts()
        text = texts.pop(index)
        self._set_chips(texts)
        self.line.setText(text)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit(self.texts())

    def _remove(self, chip: QPushButton) -> None:
        texts = self.texts()
        del texts[self._chips.index(chip)]
        self.line.clear()
        self._set_chips(texts)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit(self.texts())

    def _set_chips(self, texts: list[str]) -> None:
        for chip in self._chips:
            self._layout.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(text) for text in texts]
        # The hint is for an empty field; beside chips it would only take up room.
        self.line.setPlaceholderText("" if texts else self._hint)
        for index, chip in enumerate(self._chips):
            self._layout.insert(index, chip)
            chip.show()
        self.updateGeometry()

    def _chip(self, text: str) -> QPushButton:
        shown = text.replace(" (", " · ").removesuffix(")") if text.endswith(")") else text
        chip = _Chip(f"{shown.replace('&', '&&')}  ×", self)
        chip.setObjectName("chip")
        chip.setProperty("text_value", text)
        chip.setAccessibleName(
            self.tr("{name}, bearbeiten oder mit Entf entfernen").format(name=text)
        )
        chip.setToolTip(self.tr("Klicken zum Bearbeiten, × oder Entf zum Entfernen"))
        chip.clicked.connect(lambda: self._clicked(chip))
        chip.removed.connect(lambda: self._remove(chip))
        return chip

    def _clicked(self, chip: "_Chip") -> None:
        self._remove(chip) if chip.on_cross else self._reopen(chip)

    def _mark_current(self, *, current: bool) -> None:
        self.setProperty("current", str(current).lower())
        self.style().unpolish(self)
        self.style().polish(self)


class _Chip(QPushButton):
    removed = Signal()

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.on_cross = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cross = self.fontMetrics().horizontalAdvance("  × ") + self.fontMetrics().averageCharWidth()
        self.on_cross = event.position().x() > self.width() - cross
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.on_cross = False
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)
