"""The review that was open last, and the place in it: where one leaves off, one goes on."""

from functools import partial
from pathlib import Path
from typing import Any

from editor.gui.document import Document
from editor.gui.files.controller import Files
from editor.gui.form.form_page import FACTS, FormPage
from editor.gui.settings_store import Preferences


class LastSession:
    """Keeps path, section and cursor, and brings them back at the next start."""

    def __init__(
        self,
        document: Document,
        form: FormPage,
        files: Files,
        preferences: Preferences,
    ) -> None:
        self._document = document
        self._form = form
        self._files = files
        self._preferences = preferences
        document.opened.connect(self.remember)
        document.saved_changed.connect(self._saved)

    def remember(self) -> None:
        """Keep what is open now; a review without a file leaves nothing to come back to."""
        path, place = self._document.path, self._form.current
        kept: dict[str, Any] = {}
        if path is not None:
            kept = {"path": str(path.absolute()), "section": place, "position": 0}
            if place in self._form.cards:
                kept["position"] = self._form.editor(place).selection()[1]
        self._preferences.change(session=kept)

    def restore(self) -> bool:
        """Open the last review in the background; return False where there is none to open."""
        settings = self._preferences.settings
        path = settings.session.get("path")
        if not settings.restore_session or not isinstance(path, str):
            return False
        # Opening it makes it the present session, whose place in the text is not known yet.
        self._files.bring_back(Path(path), partial(self._go, settings.session))
        return True

    def _saved(self) -> None:
        if not self._document.dirty:
            self.remember()

    def _go(self, session: dict[str, Any]) -> None:
        place, position = session.get("section"), session.get("position")
        if place in self._form.cards and type(position) is int:
            length = len(self._form.editor(place).text)
            self._form.go_to(place, min(max(position, 0), length))
        else:
            self._form.jump(FACTS)
