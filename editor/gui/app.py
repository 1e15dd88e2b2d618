"""The composition root: builds everything once and hands it in."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from editor.gui import dialogs
from editor.gui.about import about
from editor.gui.actions import Actions
from editor.gui.application import make_application, the_application
from editor.gui.checking import Checking
from editor.gui.choices import Choices
from editor.gui.counting import Counting
from editor.gui.document import Document
from editor.gui.files import Files
from editor.gui.form_page import FACTS
from editor.gui.preferences import Preferences
from editor.gui.previewing import Previewing
from editor.gui.proofing import MakeEngine, Proofing, real_engine
from editor.gui.scales import Scales
from editor.gui.theme import apply_theme, make_theme
from editor.gui.typesetting import typography_of
from editor.gui.window import Services, Window
from editor.language.address import usable
from editor.review import markdown
from editor.review.form import CORE_FORM, load_form
from editor.settings import Folders, Settings

_SMALLEST, _LARGEST = 8, 40
"""Size of the text in the editors, in points."""


def run(path: Path | None = None, *, sample: bool = False) -> int:
    """Open the window and return its exit status. ``path`` or the sample is shown at first."""
    app = make_application(sys.argv[:1])
    editor = Editor(Folders.default())
    editor.start(path, sample=sample)
    status = app.exec()
    editor.stop()
    return status


class Editor(QObject):
    """The running program: document, services, window, and the writer's settings."""

    def __init__(self, folders: Folders, make_engine: MakeEngine = real_engine) -> None:
        super().__init__()
        self.preferences = Preferences(folders.config, self)
        settings = self.settings
        self.document = Document(
            markdown.new_review(load_form(CORE_FORM), [("author", settings.author)])
        )
        self.checking = Checking(self.document, self)
        self.proofing = Proofing(
            self.document, self.checking, self.preferences, folders, make_engine
        )
        self.counting = Counting(self.document, self)
        theme = make_theme(settings.theme, settings.text_size)
        apply_theme(the_application(), theme, settings.theme)
        self.actions = Actions(self)
        self.window = Window(
            Services(self.document, self.checking, self.counting),
            self.actions,
            theme,
            settings.language,
        )
        self.files = Files(
            self.document,
            self.window,
            author=settings.author,
            folder=settings.last_folder,
            language=settings.language,
        )
        self.previewing = Previewing(self.document, self.window, lambda: self.settings)
        self._choices = Choices(self.preferences, self.actions)
        self._scales = Scales(self.document, self.actions, self.window)
        self._wire()
        self._apply(settings)

    @property
    def settings(self) -> Settings:
        """The writer's settings as they are."""
        return self.preferences.settings

    @property
    def preview(self) -> QWidget | None:
        """The preview, None as long as there is none."""
        return self.previewing.preview

    def start(self, path: Path | None = None, *, sample: bool = False) -> None:
        """Show the window, and then start what takes its time."""
        self.window.painted.connect(self.previewing.start)
        self.window.restore(self.settings.geometry, self.settings.panes)
        self.window.show()
        if path is not None:
            self.files.load(path)
        elif sample:
            self.files.open_sample()
        else:
            self.window.form.jump(FACTS)
        self.proofing.engine.start()
        problem = self.preferences.problem or usable(self.settings.server_url)[1]
        if problem is not None:
            self.window.notice.say(problem.text(self.settings.language))

    def stop(self) -> None:
        """End every thread and process."""
        for part in (
            self.proofing,
            self.counting,
            self.files,
            self.previewing,
            self.preferences,
        ):
            part.stop()

    def _wire(self) -> None:
        self.actions.connect_all(
            {
                **self.window.slots(),
                **self.proofing.slots(),
                **self._choices.slots(),
                **self._scales.slots(),
                **self._file_slots(),
                **self._size_slots(),
                "about": lambda: about(self.window),
            }
        )
        self.proofing.connect_to(self.window)
        self.preferences.changed.connect(lambda *_: self._apply(self.settings))
        self.preferences.failed.connect(
            lambda error: self.window.notice.say(error.text(self.settings.language))
        )
        self.window.close_asked.connect(lambda: self.files.close(self.window.leave))
        self.window.left.connect(self._remember)
        self.files.failed.connect(lambda text: dialogs.tell(self.window, text))
        self.files.said.connect(self.window.notice.say)
        self.files.folder_used.connect(lambda folder: self.preferences.change(last_folder=folder))
        the_application().styleHints().colorSchemeChanged.connect(
            lambda _: self._apply(self.settings)
        )

    def _file_slots(self) -> Mapping[str, Callable[[], object]]:
        return {
            "new_series": lambda: self.files.new("series"),
            "new_film": lambda: self.files.new("film"),
            "open": self.files.open,
            "import": self.files.import_text,
            "save": self.files.save,
            "save_as": self.files.save_as,
            "export_html": lambda: self.files.export("html"),
            "export_md": lambda: self.files.export("md"),
            "sample": self.files.open_sample,
            "quit": self.window.close,
        }

    def _size_slots(self) -> Mapping[str, Callable[[], object]]:
        def resize(by: int) -> None:
            size = round(self.window.theme.text_font.pointSizeF()) + by
            self.preferences.change(text_size=min(max(size, _SMALLEST), _LARGEST))

        return {
            "text_larger": lambda: resize(1),
            "text_smaller": lambda: resize(-1),
            "text_normal": lambda: self.preferences.change(text_size=0),
        }

    def _apply(self, settings: Settings) -> None:
        """Make everything as ``settings`` are."""
        theme = make_theme(settings.theme, settings.text_size)
        if theme != self.window.theme:
            apply_theme(the_application(), theme, settings.theme)
            self.window.set_theme(theme)
        self.window.show_panes(settings)
        self.window.form.set_typography(typography_of(settings))
        self.window.status.show_variant(settings.variant)
        self.files.variant = settings.variant
        self._choices.show(settings)
        self._scales.show()
        self.previewing.refresh()

    def _remember(self) -> None:
        geometry, panes = self.window.layout_state()
        self.preferences.change(geometry=geometry, panes=panes)
        the_application().quit()
