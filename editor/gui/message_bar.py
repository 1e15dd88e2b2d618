"""Message over the form: one sentence and at most two actions."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from editor.errors import RezensentError
from editor.gui.theme import Theme
from editor.gui.widgets.announcement import announce
from editor.gui.widgets.brief_button import BriefButton
from editor.gui.widgets.overlay_stack import OverlayLine

_READING_MS = 8_000
"""Time that an answer is shown before news may replace it."""
_SHOWN_MS, _SHOWN_MS_PER_LETTER = 5_000, 60
"""Time after which a message goes by itself, and what each code point of it adds."""
_CHOICE_MS = 15_000
"""Time that an action adds to that."""


class _Message(NamedTuple):
    text: str
    action: str = ""
    do: Callable[[], object] | None = None
    of_review: bool = False
    """Whether the message is only true as long as the present review is open."""
    stays: bool = False
    """Whether the message is shown until it is closed or replaced."""
    other: str = ""
    """A second action."""
    do_other: Callable[[], object] | None = None

    @property
    def shown_ms(self) -> int:
        """Time after which the message goes by itself."""
        reading = _SHOWN_MS + _SHOWN_MS_PER_LETTER * len(self.text)
        return reading + (_CHOICE_MS if self.action else 0)


class MessageBar(OverlayLine):
    """Shows a sentence over the form, without taking the keyboard or moving what is below.

    A message is an answer to the writer, a lasting one about something that is so until it is
    closed or withdrawn, or news that comes by itself. The next answer replaces an answer or news,
    and only covers a lasting message. News waits until a lasting message is closed, and leaves the
    writer time to read an answer.

    Answers, and news without an action, go by themselves when there was time to read them. Errors
    and news that ask for a decision stay, and so does what the pointer or the keyboard is on.
    """

    closes_on_escape = True

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setObjectName("notice")
        self._lasting: list[_Message] = []
        """Those below the passing message; the last one is on top."""
        self._passing: _Message | None = None
        self._waiting: _Message | None = None
        """News that is shown when nothing lasting is left and the last answer has been read."""
        self._reading = QTimer(self, singleShot=True, interval=_READING_MS)
        """Active while the writer reads an answer."""
        self._reading.timeout.connect(self._show_top)
        self.expired.connect(self.leave)
        self._button = self._make_button("notice.action", "do")
        self._other = self._make_button("notice.other", "do_other")
        self._more = QLabel(self)
        self._more.setObjectName("notice.more")
        self._more.setProperty("role", "soft")
        close = QPushButton(self.tr("Schließen"), self)
        close.setObjectName("notice.close")
        close.clicked.connect(self.leave)
        self.buttons.addWidget(self._more)
        self.buttons.addWidget(self._button)
        self.buttons.addWidget(self._other)
        self.buttons.addWidget(close)

    @property
    def sentence(self) -> str:
        """The sentence that is shown."""
        return self.label.text()

    def say(
        self,
        text: str | RezensentError,
        action: str = "",
        do: Callable[[], object] | None = None,
    ) -> None:
        """Show an answer to the writer, and a button ``action`` that runs ``do``.

        An error is shown until it is closed or replaced.
        """
        self._answer(_Message(_sentence(text), action, do, stays=_is_error(text)))

    def say_of_review(
        self,
        text: str | RezensentError,
        action: str = "",
        do: Callable[[], object] | None = None,
        *,
        other: tuple[str, Callable[[], object]] = ("", lambda: None),
    ) -> None:
        """Show the answer ``text`` as ``say`` does, at most while the present review is open.

        ``other`` is a second action: the text of its button, and what it runs.
        """
        message = _Message(_sentence(text), action, do, of_review=True, stays=_is_error(text))
        self._answer(message._replace(other=other[0], do_other=other[1]))

    def inform(
        self,
        text: str | RezensentError,
        action: str = "",
        do: Callable[[], object] | None = None,
        *,
        of_review: bool = False,
    ) -> None:
        """Show ``text``, news that the writer has not asked for, as soon as nothing is covered.

        An error, and news with an action, are shown until they are closed or replaced. With
        ``of_review`` it ends with the present review.
        """
        stays = bool(action) or _is_error(text)
        self._waiting = _Message(_sentence(text), action, do, of_review, stays=stays)
        self._show_top()

    def insist(
        self,
        text: str,
        action: str = "",
        do: Callable[[], object] | None = None,
        *,
        of_review: bool = False,
        other: tuple[str, Callable[[], object]] = ("", lambda: None),
    ) -> None:
        """Show ``text`` until the writer closes it or ``take_back`` withdraws it.

        With ``of_review`` it ends with the present review. ``other`` is a second action, as in
        ``say_of_review``.
        """
        message = _Message(text, action, do, of_review, stays=True)
        new = [message._replace(other=other[0], do_other=other[1])]
        if self._passing is not None and self._passing.stays and self._passing.text != text:
            # An error that the writer has not closed is there again when this is closed.
            new.insert(0, self._passing)
        texts = {item.text for item in new}
        self._lasting = [*(item for item in self._lasting if item.text not in texts), *new]
        self._passing = None
        self._show_top()

    def take_back(self, text: str) -> None:
        """Withdraw the message ``text``, no longer true, whether it is shown or covered."""
        self._remove(lambda item: item.text == text)

    def change_review(self) -> None:
        """Close the messages about the review that was open until now."""
        self._remove(lambda item: item.of_review)

    def leave(self) -> None:
        """Close the message that is shown, and show the one below it, if any."""
        if self._passing is not None:
            self._passing = None
        elif self._lasting:
            self._lasting.pop()
        self._show_top()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _make_button(self, name: str, field: str) -> BriefButton:
        """Return a button that runs the callable in ``field`` of the message that is shown."""
        button = BriefButton("", self)
        button.setObjectName(name)
        button.clicked.connect(partial(self._act, field))
        return button

    def _act(self, field: str) -> None:
        message = self._top()
        self.leave()
        do = getattr(message, field, None)
        if do is not None:
            do()

    def _answer(self, message: _Message) -> None:
        self._passing = message
        self._reading.start()
        self._show_top()

    def _top(self) -> _Message | None:
        return self._passing or (self._lasting[-1] if self._lasting else None)

    def _remove(self, is_over: Callable[[_Message], bool]) -> None:
        before = (self._lasting, self._passing, self._waiting)
        self._lasting = [item for item in self._lasting if not is_over(item)]
        if self._passing is not None and is_over(self._passing):
            self._passing = None
        if self._waiting is not None and is_over(self._waiting):
            self._waiting = None
        # Each edit withdraws what may have been said: the time of another message goes on.
        if before != (self._lasting, self._passing, self._waiting):
            self._show_top()

    def _show_top(self) -> None:
        is_read = self._passing is None or not self._reading.isActive()
        if self._waiting is not None and not self._lasting and is_read:
            self._passing, self._waiting = self._waiting, None
        message = self._top()
        if message is None:
            self.hide()
            return
        self._draw(message)

    def _draw(self, message: _Message) -> None:
        is_news = self.isHidden() or self.label.text() != message.text
        self.label.setText(message.text)
        self.setAccessibleName(message.text)
        self._button.show_whole(message.action)
        self._button.setVisible(bool(message.action))
        self._other.show_whole(message.other)
        self._other.setVisible(bool(message.other))
        self._show_count(len(self._lasting) - (self._passing is None))
        self.show()
        for button in self.findChildren(QPushButton):
            # A reader says it again when F6 comes to a button.
            button.setAccessibleDescription(message.text)
        if is_news:
            actions = ", ".join(filter(None, (message.action, message.other)))
            announce(self, f"{message.text} {actions}".rstrip())
        self.expire_after(0 if message.stays else message.shown_ms)

    def _show_count(self, covered: int) -> None:
        """Show how many lasting messages are ``covered``: closing this one shows the next."""
        one, several = self.tr("noch 1 Meldung"), self.tr("noch {n} Meldungen")
        self._more.setText(one if covered == 1 else several.format(n=covered))
        self._more.setVisible(covered > 0)


def _sentence(text: str | RezensentError) -> str:
    return text.text() if isinstance(text, RezensentError) else text


def _is_error(text: str | RezensentError) -> bool:
    return isinstance(text, RezensentError)
