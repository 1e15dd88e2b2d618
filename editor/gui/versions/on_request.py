"""Earlier versions, made ready when somebody first asks for them: a start does without."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from editor.gui.backup_service import Keeping
from editor.gui.document import Document
from editor.gui.host_window import HostWindow
from editor.gui.interfaces import FileCloser
from editor.review.form_registry import Forms
from editor.storage.backups import Backups

if TYPE_CHECKING:
    from editor.gui.versions.controller import Versions


class VersionsOnRequest(QObject):
    """Has the action, and what Versions are made of."""

    said = Signal(str)
    """Something worth a quiet notice."""

    def __init__(
        self,
        backups: Backups,
        keeping: Keeping,
        document: Document,
        files: FileCloser,
        window: HostWindow,
        *,
        forms: Forms,
    ) -> None:
        super().__init__(window)
        self._backups, self._keeping = backups, keeping
        self._document, self._files, self._window = document, files, window
        self._forms = forms
        self._made: Versions | None = None

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what is done for actions."""
        return {"versions": self.open}

    def open(self) -> None:
        """Show the window of versions, in front of all others."""
        self._made = self._made or self._make()
        self._made.open()

    def stop(self) -> None:
        """Wait for what is being read."""
        if self._made is not None:
            self._made.stop()

    def _make(self) -> "Versions":
        # As said above.
        from editor.gui.versions.controller import Versions  # noqa: PLC0415

        parts = self._backups, self._keeping, self._document, self._files, self._window
        made = Versions(*parts, forms=self._forms)
        made.said.connect(self.said)
        return made
