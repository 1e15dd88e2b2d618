"""The commands of formatting show what the text at the cursor already is."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer

from editor.gui.actions import Actions
from editor.gui.document import Document
from editor.gui.editor.typing_assist import VERBS
from editor.gui.form.form_page import FormPage
from editor.markdown.inline_commands import inline_formats
from editor.markdown.line_commands import line_formats

SHOWN = ("bold", "italic", "heading", "quote", "bullets", "numbers")
"""Verbs of the commands that are checked."""
_DELAY_MS = 120


class FormatState(QObject):
    """Follows the cursor once it rests: nobody reads a button between two keys."""

    def __init__(self, form: FormPage, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._form = form
        self._actions = actions
        self._timer = QTimer(self, singleShot=True, interval=_DELAY_MS)
        self._timer.timeout.connect(self._show)
        form.cursor_moved.connect(lambda *_: self._timer.start())
        form.current_changed.connect(lambda _: self._timer.start())
        for verb in SHOWN:
            # Qt has switched it already; whether the text has become that is another question.
            actions[verb].triggered.connect(lambda _: self._timer.start())

    def _show(self) -> None:
        editor = self._form.at_work
        found: frozenset[str] = frozenset()
        if editor is not None:
            place = (editor.text, *editor.selection())
            found = inline_formats(*place) | line_formats(*place)
        for verb in SHOWN:
            self._actions[verb].setChecked(verb in found)


class SectionCommands(QObject):
    """Stands between the actions and the editor at work."""

    def __init__(
        self, document: Document, form: FormPage, actions: Actions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._form = form
        self._actions = actions
        form.current_changed.connect(lambda _: self._enable())
        document.opened.connect(self._enable)
        self._enable()

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions do."""
        commands = {verb: partial(self._write, verb) for verb in VERBS}
        return {**commands, "paste_plain": self._paste_plain}

    def _enable(self) -> None:
        for verb in VERBS:
            self._actions[verb].setEnabled(self._form.at_work is not None)

    def _write(self, verb: str) -> None:
        editor = self._form.at_work
        if editor is not None:
            editor.typing_assist.run(verb)
            editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _paste_plain(self) -> None:
        editor = self._form.at_work
        if editor is not None:
            editor.paste_plain()
