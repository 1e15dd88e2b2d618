"""The commands of writing: carried out on the section that is being edited, offered only there."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt

from editor.gui.actions import Actions
from editor.gui.document import Document
from editor.gui.editor.typing_assist import VERBS
from editor.gui.form.form_page import FormPage


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
            editor.writing.run(verb)
            editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _paste_plain(self) -> None:
        editor = self._form.at_work
        if editor is not None:
            editor.paste_plain()
