"""All the ways in which the open review leaves the desk, built over one and the same plan."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.export.themes.theme_registry import ThemeRegistry
from editor.gui.actions import Actions
from editor.gui.document import Document
from editor.gui.export.clipboard_export import Copying
from editor.gui.export.controller import Exporting
from editor.gui.export.presets import Plans
from editor.gui.export.theme_menu import Looks
from editor.gui.form.form_page import FormPage
from editor.gui.host_window import HostWindow
from editor.gui.interfaces import FileNames


class Publishing(QObject):
    """What is chosen, how pages look, the files that are written and what is copied."""

    said = Signal(str)
    """That something is in the clipboard."""
    failed = Signal(str)
    """Why something was not exported or copied, as a sentence for the writer."""
    folder_used = Signal(str)
    """The folder that something was exported to."""

    def __init__(
        self,
        document: Document,
        window: HostWindow,
        form: FormPage,
        files: FileNames,
        actions: Actions,
        *,
        file: Path,
        themes: ThemeRegistry,
    ) -> None:
        super().__init__(window)
        self.plans = Plans(file, document, themes, self)
        self.looks = Looks(self.plans, actions, window)
        sources = (document, window, files, self.plans)
        self.exporting = Exporting(*sources, self.looks)
        self.copying = Copying(document, form, files, self.plans)
        self.copying.said.connect(self.said)
        for source in (self.exporting, self.copying):
            source.failed.connect(self.failed)
        self.exporting.folder_used.connect(self.folder_used)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what is done for actions."""
        return {**self.exporting.slots(), **self.copying.slots(), **self.looks.slots()}

    def stop(self) -> None:
        """End every thread, also where ending one of them fails; what is chosen is kept last."""
        with ExitStack() as ends:
            for part in (self.plans, self.looks, self.copying, self.exporting):
                ends.callback(part.stop)
