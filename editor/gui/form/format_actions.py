"""Actions that format the text of the section that is being edited."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer

from editor.gui.actions import Actions
from editor.gui.document import Document
from editor.gui.editor.typing_assist import VERBS
from editor.gui.form.form_page import FormPage
from editor.markdown.inline_commands import inline_formats
from editor.markdown.line_commands import line_formats

CHECKABLE = ("bold", "italic", "code", "heading", "quote", "bullets", "numbers")
"""Verbs of the actions that are checked while the text at the cursor has their format."""
_DELAY_MS = 120


class FormatActions(QObject):
    """Runs the actions in the current editor, and checks those whose format its cursor is in.

    Checking waits until the cursor rests: tool buttons are not read between two key presses.
    """

    def __init__(
        self, document: Document, form: FormPage, actions: Actions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._form = form
        self._actions = actions
        self._timer = QTimer(self, singleShot=True, interval=_DELAY_MS)
        self._timer.timeout.connect(self._check)
        form.cursor_moved.connect(lambda *_: self._timer.start())
        form.current_changed.connect(lambda _: self._current_changed())
        document.opened.connect(self._enable)
        for verb in CHECKABLE:
            # Qt has toggled the action already, whether or not the text could be formatted.
            actions[verb].triggered.connect(lambda _: self._timer.start())
        self._enable()

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        commands = {verb: partial(self._run, verb) for verb in VERBS}
        return {**commands, "spoiler_fold": self._fold, "paste_plain": self._paste_plain}

    def _current_changed(self) -> None:
        self._enable()
        self._timer.start()

    def _enable(self) -> None:
        outside = self.tr("Setzen Sie den Cursor zuerst in einen Abschnitt.")
        inside = self._form.current_editor is not None
        verbs = (*VERBS, "link", "image", "spoiler_fold")
        self._actions.withhold("format", {} if inside else dict.fromkeys(verbs, outside))

    def _check(self) -> None:
        editor = self._form.current_editor
        formats: frozenset[str] = frozenset()
        if editor is not None:
            selection = (editor.text, *editor.selection())
            formats = inline_formats(*selection) | line_formats(*selection)
            formats |= editor.typing_assist.format_keys.formats()
        for verb in CHECKABLE:
            self._actions[verb].setChecked(verb in formats)

    def _run(self, verb: str) -> None:
        editor = self._form.current_editor
        if editor is not None:
            editor.commit_preedit()
            if verb != "spoiler":
                editor.spoiler_keys.leave_head()
            editor.typing_assist.run(verb)
            editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fold(self) -> None:
        """Fold or unfold the spoiler at the cursor, or all of the section when it is elsewhere."""
        editor = self._form.current_editor
        if editor is None:
            return
        folding = editor.spoilers
        spoiler = folding.at(editor.textCursor().position())
        if spoiler is not None:
            folding.toggle(spoiler)
        else:
            folding.fold_all(folded=any(not shown.folded for shown in folding.shown))

    def _paste_plain(self) -> None:
        editor = self._form.current_editor
        if editor is not None:
            editor.paste_plain()
