"""Review that was open last, with the section and the cursor."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from editor.gui.document import Document
from editor.gui.form.form_page import FormPage
from editor.gui.settings_store import SettingsStore


class LastSession:
    """Saves path, section and cursor, and restores them at the next start."""

    def __init__(
        self,
        document: Document,
        form: FormPage,
        settings_store: SettingsStore,
        open_file: Callable[[Path, Callable[[], None]], object],
    ) -> None:
        """``open_file`` opens a review in the background and then runs a callable."""
        self._document = document
        self._form = form
        self._open_file = open_file
        self._settings_store = settings_store
        document.opened.connect(self.remember)
        document.saved_changed.connect(self._saved)

    def remember(self) -> None:
        """Save what is open now; a review without a file clears what was saved."""
        path, place = self._document.path, self._form.current
        session: dict[str, Any] = {}
        if path is not None:
            session = {"path": str(path.absolute()), "section": place, "position": 0}
            if place in self._form.cards:
                session["position"] = self._form.editor(place).selection()[1]
        self._settings_store.change(session=session)

    @property
    def path(self) -> Path | None:
        """The review to open again, None if there is none or the writer wants none."""
        settings = self._settings_store.settings
        path = settings.session.get("path")
        return Path(path) if settings.restore_session and isinstance(path, str) else None

    def restore(self) -> None:
        """Open the last review in the background, if there is one."""
        if self.path is not None:
            # Opening saves the session, at first with a cursor that is not set yet.
            self._open_file(self.path, partial(self._go, self._settings_store.settings.session))

    def continue_review(self, path: Path) -> bool:
        """Open ``path`` in the background if it was open last; return whether it was."""
        session = self._settings_store.settings.session
        if session.get("path") != str(path):
            return False
        self._open_file(path, partial(self._go, session))
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
            self._form.focus_start()
