"""Welcome page: two columns of choices, for a new review and for an earlier one."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from editor.gui.theme import Theme
from editor.gui.welcome.choice_button import Choice, ChoiceButton

_WIDTH, _STACKED = 960, 760
"""Most width of the columns together, and width below which they are one above the other, in units
of ``Theme.px``."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_SIDES = {Qt.Key.Key_Left: 0, Qt.Key.Key_Right: 1}


class WelcomePage(QScrollArea):
    """Shows the choices; arrows, Return, digits and the mouse choose one."""

    chosen = Signal(str)
    """Name of the choice."""
    pasted = Signal()
    """The writer wants to begin with the text in the clipboard."""
    left = Signal()
    """The writer wants to go back to the review that is open."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("welcomePage")
        self.setAccessibleName(self.tr("Willkommen"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._theme = theme
        content = QWidget(self)
        content.setObjectName("welcomeContent")
        self._heading = QLabel(self.tr("Womit möchten Sie anfangen?"), content)
        self._heading.setProperty("role", "display")
        self._heading.setWordWrap(True)
        self._help = QLabel(
            self.tr("Pfeiltasten und Eingabe wählen aus, Ziffern beginnen sofort."), content
        )
        self._help.setProperty("role", "soft")
        self._help.setWordWrap(True)
        self.new = _Column(self.tr("NEUE REZENSION"), theme, content)
        self.earlier = _Column(self.tr("WEITERSCHREIBEN"), theme, content)
        self._columns = (self.new, self.earlier)
        for column in self._columns:
            column.chosen.connect(self.chosen)
        self._side_by_side = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out(content)
        self.setWidget(content)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Show the page in ``theme``."""
        self._theme = theme
        for column in self._columns:
            column.set_theme(theme)

    def take_focus(self) -> None:
        """Give the keyboard to the last review, or else to the first choice."""
        last = [b for b in self.earlier.usable if b.choice.name.startswith("recent.")]
        for button in (*last, *self.new.usable)[:1]:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by arrow keys, choose by a digit, paste with Ctrl+V, and leave with Escape."""
        buttons = self._buttons()
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        elif event.key() in _STEPS or event.key() in _SIDES:
            self._move(event.key())
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._focus(buttons[0 if event.key() == Qt.Key.Key_Home else -1])
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif not self._choose(event.text()):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns one above the other where there is no room for both."""
        super().resizeEvent(event)
        stacked = self.viewport().width() < self._theme.px(_STACKED)
        direction = QBoxLayout.Direction
        self._side_by_side.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)

    # -- inside -----------------------------------------------------------------------------------

    def _lay_out(self, content: QWidget) -> None:
        px = self._theme.px
        middle = QWidget(content)
        middle.setMaximumWidth(px(_WIDTH))
        lines = QVBoxLayout(middle)
        lines.setContentsMargins(px(24), px(32), px(24), px(24))
        lines.setSpacing(px(16))
        lines.addWidget(self._heading)
        lines.addSpacing(px(8))
        self._side_by_side.setSpacing(px(32))
        for column in self._columns:
            self._side_by_side.addWidget(column, 1, Qt.AlignmentFlag.AlignTop)
        lines.addLayout(self._side_by_side)
        lines.addWidget(self._help)
        across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(middle, 100)
        across.addStretch(1)
        down = QVBoxLayout(content)
        down.setContentsMargins(0, 0, 0, 0)
        down.addStretch(1)
        down.addLayout(across)
        down.addStretch(2)

    def _buttons(self) -> list[ChoiceButton]:
        return [button for column in self._columns for button in column.usable]

    def _choose(self, digit: str) -> bool:
        """Choose the new review with this ``digit``; return whether there is one."""
        for button in self.new.usable:
            if digit and button.choice.keys == digit:
                button.click()
                return True
        return False

    def _move(self, key: int) -> None:
        buttons = self._buttons()
        focused = self.focusWidget()
        if not isinstance(focused, ChoiceButton) or focused not in buttons:
            self.take_focus()
        elif key in _STEPS:
            place = buttons.index(focused) + _STEPS[Qt.Key(key)]
            self._focus(buttons[min(max(place, 0), len(buttons) - 1)])
        elif column := self._columns[_SIDES[Qt.Key(key)]].usable:
            height = _middle(focused)
            self._focus(min(column, key=lambda button: abs(_middle(button) - height)))

    def _focus(self, button: ChoiceButton) -> None:
        button.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(button, 0, self._theme.px(24))


class _Column(QWidget):
    """Heading with the choices below it."""

    chosen = Signal(str)

    def __init__(self, heading: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        label = QLabel(heading, self)
        label.setObjectName("heading")
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(theme.px(8))
        self._lines.addWidget(label)
        self._buttons: list[ChoiceButton] = []

    @property
    def usable(self) -> list[ChoiceButton]:
        """The buttons that can be chosen, from top to bottom."""
        return [button for button in self._buttons if button.isEnabled()]

    def set_theme(self, theme: Theme) -> None:
        """Show the buttons in ``theme``."""
        self._theme = theme
        for button in self._buttons:
            button.show_choice(button.choice, theme)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Show ``choices``; a button that is there already stays, with its focus."""
        for button, choice in zip(self._buttons, choices, strict=False):
            button.show_choice(choice, self._theme)
        for choice in choices[len(self._buttons) :]:
            self._add(choice)
        for button in self._buttons[len(choices) :]:
            self._lines.removeWidget(button)
            button.hide()
            button.deleteLater()
        del self._buttons[len(choices) :]

    def _add(self, choice: Choice) -> None:
        button = ChoiceButton(choice, self._theme, self)
        button.clicked.connect(lambda: self.chosen.emit(button.choice.name))
        self._lines.addWidget(button)
        self._buttons.append(button)
        button.show()


def _middle(button: QWidget) -> int:
    return button.mapTo(button.window(), QPoint(0, button.height() // 2)).y()
