"""Form and document of a review without the rest of the program: for tests that need no more.

A bench opens in a third of the time of a program, whose names it has: a test that needs more asks
for the program instead and is otherwise the same.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSplitter

from editor.gui.actions import Actions
from editor.gui.document import Document
from editor.gui.form.form_page import FormPage
from editor.gui.form.outline import Outline
from editor.gui.form.room import FormRoom
from editor.gui.host_window import HostWindow
from editor.gui.program import Program
from editor.gui.settings_store import SettingsStore
from editor.gui.style_sheet import apply_theme
from editor.gui.theme import Theme, theme_of
from editor.review.form import DEFAULT_FORM_ID, load_form
from editor.settings import Folders
from editor.storage.review_file import new_review


class FormWindow(HostWindow):
    """Window with outline and form, and with the shortcuts of all actions."""

    def __init__(self, document: Document, actions: Actions, theme: Theme) -> None:
        super().__init__(theme)
        panes = QSplitter(Qt.Orientation.Horizontal, self)
        self.outline = Outline(theme, panes)
        self.form = FormPage(document, theme, panes)
        panes.setStretchFactor(1, 1)
        self.outline.chosen.connect(self.form.jump)
        self.outline.browsed.connect(self.form.show_beginning)
        self.form.current_section.changed.connect(self.outline.show_current)
        self.setCentralWidget(panes)
        self.addActions(actions.all())
        self.resize(1_000, 800)


@dataclass(frozen=True)
class FormSession:
    """Parts of a bench, called as in a session of the program."""

    document: Document
    actions: Actions
    window: FormWindow
    form: FormRoom


class FormBench:
    """A new review in its form, on the screen."""

    def __init__(self, folders: Folders, app: QApplication) -> None:
        self.settings_store = SettingsStore(folders.config)
        settings = self.settings_store.settings
        theme = theme_of(settings)
        apply_theme(app, theme, settings.theme)
        document = Document(new_review(load_form(DEFAULT_FORM_ID), [("author", settings.author)]))
        actions = Actions(document)
        window = FormWindow(document, actions, theme)
        room = FormRoom(
            document,
            window.form,
            window.outline,
            window=window,
            actions=actions,
            settings_store=self.settings_store,
            folders=folders,
            app=app,
        )
        slots = {**dict.fromkeys(actions.verbs, _nothing), **room.slots()}
        actions.connect_all(slots.__getitem__, _nothing)
        self.settings_store.changed.connect(room.apply_settings)
        room.apply_settings(settings, settings)
        self.session = FormSession(document, actions, window, room)

    def start(self) -> None:
        """Show the window with the keyboard focus in the facts."""
        self.session.window.show()
        self.session.window.form.jump("facts")

    def stop(self) -> None:
        """End all workers and close the window."""
        self.session.form.stop()
        self.settings_store.stop()
        self.session.window.close()
        self.session.window.deleteLater()


FormHost = Program | FormBench
"""Whatever has a form."""


def _nothing() -> None:
    """Stand in for the slots of other rooms."""
