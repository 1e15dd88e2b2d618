"""The composition root: builds everything once and hands it in."""

import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from editor.export.themes import Themes
from editor.gui import dialogs
from editor.gui.actions import Actions
from editor.gui.application import NEXT_START, make_application, speak, the_application
from editor.gui.document import Document
from editor.gui.exporting.copying import Copying
from editor.gui.exporting.exporting import Exporting
from editor.gui.exporting.looks import Looks
from editor.gui.exporting.plans import Plans
from editor.gui.files.files import Files
from editor.gui.files.safety import Safety
from editor.gui.form.attaching import Attaching
from editor.gui.form.form_page import FACTS
from editor.gui.form.moving import Moving
from editor.gui.form.own_forms import OwnForms
from editor.gui.form.remembering import Remembering
from editor.gui.form.rich_paste import RichPaste
from editor.gui.form.scales import Scales
from editor.gui.form.typesetting import typography_of
from editor.gui.habits.habits import Habits
from editor.gui.importing.importing import Importing
from editor.gui.overview.counting import Counting
from editor.gui.overview.overview import Overview
from editor.gui.preview.previewing import Previewing
from editor.gui.proofing.checking import Checking
from editor.gui.proofing.proofing import MakeEngine, Proofing, real_engine
from editor.gui.search.find_replace import FindReplace
from editor.gui.settings.adjusting import Adjusting
from editor.gui.settings.choices import Choices
from editor.gui.settings.preferences import Preferences
from editor.gui.theme import apply_theme, theme_of
from editor.gui.window import Services, Window
from editor.language.address import usable
from editor.review import markdown
from editor.review.form import CORE_FORM, load_form
from editor.review.forms import Forms
from editor.review.locks import Locks
from editor.review.processes import Process
from editor.settings import RANGES, Folders, Settings


def run(path: Path | None = None, *, sample: bool = False, fresh: bool = False) -> int:
    """Open the window and return its exit status. ``path`` or the sample is shown at first.

    With neither it is the review of the last time, or the empty form if it is to be ``fresh``.
    """
    app = make_application(sys.argv[:1])
    editor = Editor(Folders.default())
    editor.start(path, sample=sample, fresh=fresh)
    status = app.exec()
    editor.stop()
    return status


class Editor(QObject):
    """The running program: document, services, window, and the writer's settings."""

    def __init__(self, folders: Folders, make_engine: MakeEngine = real_engine) -> None:
        super().__init__()
        self.preferences = Preferences(folders.config, self)
        settings = self.settings
        speak(the_application(), settings.language)
        self.document = Document(
            markdown.new_review(load_form(CORE_FORM), [("author", settings.author)])
        )
        self.checking = Checking(self.document, self)
        self.proofing = Proofing(
            self.document, self.checking, self.preferences, folders, make_engine
        )
        self.counting = Counting(self.document, self)
        theme = theme_of(settings)
        apply_theme(the_application(), theme, settings.theme)
        forms = Forms(folders.config / "forms")
        locks = Locks(folders.state / "journal" / "locks", Process.this())
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
            forms=forms,
            locks=locks,
        )
        self.importing = Importing(
            self.document, self.files, self.window, settings.language, forms=forms
        )
        self.pasting = RichPaste(self.window.form, self)
        self.own_forms = OwnForms(
            forms, self.actions["new_from"], self.files.new, settings.language, self
        )
        self.remembering = Remembering(self.document, lambda: self.settings.last_folder, self)
        self.attaching = Attaching(
            self.document,
            self.window.form,
            theme,
            folders.state / "waiting-images",
            settings.language,
        )
        self.plans = Plans(
            folders.state / "exports.json", self.document, Themes(folders.config / "themes"), self
        )
        self.previewing = Previewing(
            self.document, self.window, lambda: self.settings, lambda: self.plans.page
        )
        self.looks = Looks(self.plans, self.actions, settings.language, self.window)
        sources = (self.document, self.window, self.files, self.plans)
        self.exporting = Exporting(*sources, self.looks, language=settings.language)
        self.copying = Copying(
            self.document, self.window.form, self.files, self.plans, settings.language
        )
        parts = (self.document, self.window.find_bar, self.window.form)
        self._finding = FindReplace(*parts, settings.language, self)
        places = (self.window.form, self.window.outline)
        self._moving = Moving(
            self.document, *places, self.actions, language=settings.language, parent=self
        )
        known = (self.document, self.checking, self.counting, self.window.form, self.window.tabs)
        self._overview = Overview(*known, theme=theme, language=settings.language)
        self._adjusting = Adjusting(
            self.preferences, self.proofing.deciding, self.actions, self.window
        )
        work = (self.document, self.window, self.actions, self.preferences)
        self.habits = Habits(*work, files=self.files, previewing=self.previewing)
        self.safety = Safety(
            folders.state / "journal",
            self.document,
            self.files,
            self.window,
            locks=locks,
            forms=forms,
            language=settings.language,
        )
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

    def start(self, path: Path | None = None, *, sample: bool = False, fresh: bool = False) -> None:
        """Show the window, and then start what takes its time.

        ``fresh`` begins with the empty form and not with the review that was open last.
        """
        own = (self.own_forms.refresh, self.remembering.refresh)
        later = (*own, self.looks.refresh, self.safety.start)
        for begin in (self.previewing.start, *later):
            self.window.painted.connect(begin)
        self.habits.start()
        self.window.show()
        if path is not None:
            self.files.load(path)
        elif sample:
            self.files.open_sample()
        else:
            self.window.form.jump(FACTS)
            if not fresh:
                self.habits.session.restore()
        self.proofing.engine.start()
        problem = self.preferences.problem or usable(self.settings.server_url)[1]
        if problem is not None:
            self.window.notice.say(problem.text(self.settings.language))

    def stop(self) -> None:
        """End every thread and process."""
        for part in (
            self.proofing,
            self.counting,
            self.exporting,
            self.copying,
            self.looks,
            self.plans,
            self.files,
            self.previewing,
            self.own_forms,
            self.remembering,
            self.attaching,
            self.importing,
            self.pasting,
            self._finding,
            self.habits,
            self._adjusting,
            self._overview,
            self.safety,
            self.preferences,
        ):
            part.stop()

    def _wire(self) -> None:
        self.actions.connect_all(
            {
                **self.window.slots(),
                **self.proofing.slots(),
                **self._choices.slots(),
                **self._adjusting.slots(),
                **self._scales.slots(),
                **self._finding.slots(),
                **self._moving.slots(),
                **self._overview.slots(),
                **self.importing.slots(),
                **self.safety.slots(),
                **self.exporting.slots(),
                **self.copying.slots(),
                **self.looks.slots(),
                **self._file_slots(),
                **self._size_slots(),
                **self.habits.slots(),
            }
        )
        self.proofing.connect_to(self.window)
        self.preferences.changed.connect(lambda *_: self._apply(self.settings))
        self.preferences.changed.connect(self._announce)
        self.preferences.failed.connect(
            lambda error: self.window.notice.say(error.text(self.settings.language))
        )
        self.window.close_asked.connect(lambda: self.files.close(self.window.leave))
        self.window.left.connect(self._remember)
        for source in (self.files, self.importing, self.exporting):
            source.failed.connect(lambda text: dialogs.tell(self.window, text))
            source.folder_used.connect(lambda folder: self.preferences.change(last_folder=folder))
        self.copying.failed.connect(lambda text: dialogs.tell(self.window, text))
        self.plans.changed.connect(self.previewing.refresh)
        self.plans.failed.connect(
            lambda error: self.window.notice.say(error.text(self.settings.language))
        )
        for part in (self.files, self.own_forms, self.attaching, self.copying):
            part.said.connect(self.window.notice.say)
        self.remembering.changed.connect(self.window.form.offer)
        self._moving.said.connect(self.window.notice.say)
        self._overview.asked.connect(lambda: self.preferences.change(findings_visible=True))
        the_application().styleHints().colorSchemeChanged.connect(
            lambda _: self._apply(self.settings)
        )

    def _file_slots(self) -> Mapping[str, Callable[[], object]]:
        return {
            **{f"new_{key}": partial(self._begin, key) for key in ("series", "film", "disc")},
            "new_from": self.files.new_from,
            "open": self.files.open,
            "paste_plain": self.window.form.paste_plain,
            "save": self.files.save,
            "save_as": self.files.save_as,
            "sample": self.files.open_sample,
            "quit": self.window.close,
        }

    def _begin(self, form_id: str) -> None:
        self.files.new(self.own_forms.form(form_id))

    def _size_slots(self) -> Mapping[str, Callable[[], object]]:
        def resize(by: int) -> None:
            size = round(self.window.theme.text_font.pointSizeF()) + by
            smallest, largest = RANGES["text_size"]
            self.preferences.change(text_size=min(max(size, smallest), largest))

        return {
            "text_larger": lambda: resize(1),
            "text_smaller": lambda: resize(-1),
            "text_normal": lambda: self.preferences.change(text_size=0),
        }

    def _apply(self, settings: Settings) -> None:
        """Make everything as ``settings`` are."""
        theme = theme_of(settings)
        if theme != self.window.theme:
            apply_theme(the_application(), theme, settings.theme)
            self.window.set_theme(theme)
            self._overview.set_theme(theme)
        self.habits.views.refresh()
        self.window.form.set_typography(typography_of(settings))
        self.window.status.show_variant(settings.variant)
        self.files.variant = settings.variant
        self.files.author = settings.author
        self._choices.show(settings)
        self._scales.show()
        self.previewing.refresh()

    def _announce(self, before: Settings, now: Settings) -> None:
        if now.language != before.language:
            self.window.notice.say(NEXT_START)

    def _remember(self) -> None:
        self.habits.remember()
        the_application().quit()
