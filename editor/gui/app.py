"""The composition root: builds everything once and hands it in."""

import sys
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from editor.export.themes.theme_registry import ThemeRegistry
from editor.gui import dialogs
from editor.gui.actions import Actions
from editor.gui.application import NEXT_START, make_application, speak, the_application
from editor.gui.crash.crash_log import LastWords
from editor.gui.crash.handler import Crashing
from editor.gui.document import Document
from editor.gui.editor.typing_assist import typography_of
from editor.gui.export.service import Publishing
from editor.gui.files.autosave import Autosaving
from editor.gui.files.backup_service import Keeping
from editor.gui.files.cleanup import Tidying
from editor.gui.files.controller import Files
from editor.gui.files.data_safety import Safety
from editor.gui.form.custom_forms_menu import CustomFormsMenu
from editor.gui.form.fact_suggestions import FactSuggestions
from editor.gui.form.form_page import FACTS
from editor.gui.form.form_scroller import FocusScroller
from editor.gui.form.format_actions import FormatState, SectionCommands
from editor.gui.form.image_attachments import ImageAttachments
from editor.gui.form.paste_conversion import PasteConversion
from editor.gui.form.rating_scale_actions import RatingScaleActions
from editor.gui.form.reorder import Reorder
from editor.gui.importing.controller import ImportController
from editor.gui.main_window import MainWindow, Services
from editor.gui.overview.controller import OverviewController
from editor.gui.overview.statistics_service import StatisticsService
from editor.gui.preview.controller import Previewing
from editor.gui.proofing.check_service import CheckService
from editor.gui.proofing.controller import EngineFactory, ProofingController, build_engine
from editor.gui.search.controller import SearchController
from editor.gui.settings.controller import Adjusting
from editor.gui.settings.setting_actions import Choices
from editor.gui.settings_store import Preferences
from editor.gui.style_sheet import apply_theme
from editor.gui.theme import theme_of
from editor.gui.versions.on_request import VersionsOnRequest
from editor.gui.workspace.pane_navigation import PaneNavigation
from editor.gui.workspace.workspace import Workspace
from editor.languagetool.server_url import url_from_setting
from editor.review.form import CORE_FORM, load_form
from editor.review.form_registry import Forms
from editor.settings import RANGES, Folders, Settings
from editor.storage import review_file
from editor.storage.backups import Backups
from editor.storage.locks import Locks
from editor.storage.pending_images import Waiting
from editor.storage.processes import ProcessIdentity, ScratchFolder


def run(path: Path | None = None, *, sample: bool = False, fresh: bool = False) -> int:
    """Open the window and return its exit status. ``path`` or the sample is shown at first.

    With neither it is the review of the last time, or the empty form if it is to be ``fresh``.
    """
    app = make_application(sys.argv[:1])
    folders = Folders.default()
    last_words = LastWords(ScratchFolder(folders.state / "crashes", ProcessIdentity.current()))
    last_words.prepare()
    with ExitStack() as ends:
        ends.callback(last_words.withdraw)
        editor = Program(folders)
        crashing = Crashing(editor.window, editor.document, editor.safety.journalling, last_words)
        ends.callback(crashing.stop)
        ends.callback(editor.stop)
        editor.window.painted.connect(crashing.start)
        editor.start(path, sample=sample, fresh=fresh)
        return app.exec()


class Program(QObject):
    """The running program: document, services, window, and the writer's settings."""

    def __init__(self, folders: Folders, make_engine: EngineFactory = build_engine) -> None:
        super().__init__()
        self.preferences = Preferences(folders.config, self)
        settings = self.settings
        speak(the_application(), settings.language)
        self.document = Document(
            review_file.new_review(load_form(CORE_FORM), [("author", settings.author)])
        )
        self.checking = CheckService(self.document, self)
        self.proofing = ProofingController(
            self.document, self.checking, self.preferences, folders, make_engine
        )
        self.counting = StatisticsService(self.document, self)
        theme = theme_of(settings)
        apply_theme(the_application(), theme, settings.theme)
        forms = Forms(folders.config / "forms")
        process = ProcessIdentity.current()
        locks = Locks(folders.state / "journal" / "locks", process)
        scratch = ScratchFolder(folders.cache / "print", process)
        waiting = folders.state / "waiting-images"
        backups = Backups(folders.state / "backups")
        self.keeping = Keeping(backups, self.preferences, self)
        self.actions = Actions(self)
        self.window = MainWindow(
            Services(self.document, self.checking, self.counting),
            self.actions,
            theme,
        )
        FocusScroller(self.window.form, theme, the_application())
        self.files = Files(
            self.document,
            self.window,
            author=settings.author,
            folder=settings.last_folder,
            forms=forms,
            locks=locks,
            waiting=waiting,
            keeping=self.keeping,
        )
        self.autosaving = Autosaving(self.document, self.files, self.preferences, self)
        self.importing = ImportController(self.document, self.files, self.window, forms=forms)
        self.pasting = PasteConversion(self.window.form, self)
        self.own_forms = CustomFormsMenu(forms, self.actions["new_from"], self.files.new, self)
        self.remembering = FactSuggestions(self.document, lambda: self.settings.last_folder, self)
        self.attaching = ImageAttachments(
            self.document,
            self.window.form,
            theme,
            waiting,
        )
        self.publishing = Publishing(
            self.document,
            self.window,
            self.files,
            self.actions,
            file=folders.state / "exports.json",
            themes=ThemeRegistry(folders.config / "themes"),
        )
        plans = self.publishing.plans
        self.previewing = Previewing(
            self.document, self.window, lambda: self.settings, lambda: plans.page
        )
        parts = (self.document, self.window.find_bar, self.window.form)
        self._finding = SearchController(*parts, self)
        places = (self.window.form, self.window.outline)
        self._moving = Reorder(self.document, *places, self.actions, parent=self)
        known = (self.document, self.checking, self.counting, self.window.form, self.window.tabs)
        self._overview = OverviewController(*known, theme=theme)
        panels = {
            "to_findings": self.window.findings,
            "to_style": self.window.style_panel,
            "ready": self._overview.ready,
            "statistics": self._overview.numbers,
        }
        self._going = PaneNavigation(self.window, self.preferences, panels, the_application())
        self._adjusting = Adjusting(
            self.preferences, self.proofing.deciding, self.actions, self.window
        )
        work = (self.document, self.window, self.actions, self.preferences)
        self.habits = Workspace(
            *work,
            files=self.files,
            previewing=self.previewing,
            scratch=scratch,
            folders=folders,
        )
        self.safety = Safety(
            folders.state / "journal",
            self.document,
            self.files,
            self.window,
            locks=locks,
            forms=forms,
            keeping=self.keeping,
        )
        self.versions = VersionsOnRequest(
            backups,
            self.keeping,
            self.document,
            self.files,
            self.window,
            forms=forms,
        )
        self._tidying = Tidying(
            Waiting(waiting, self.safety.journal),
            scratch,
            self.document,
            self.files,
            self.safety.journalling,
            parent=self,
        )
        self._choices = Choices(self.preferences, self.actions)
        self._scales = RatingScaleActions(self.document, self.actions, self.window)
        self._formats = FormatState(self.window.form, self.actions, self)
        self._commands = SectionCommands(self.document, self.window.form, self.actions, self)
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
        start_later = (*own, self.publishing.looks.refresh, self.safety.start, self._tidying.start)
        for begin in (self.previewing.start, *start_later):
            self.window.painted.connect(begin)
        self.habits.start()
        self.window.show()
        opening = True
        if path is not None:
            self.files.load(path)
        elif sample:
            self.files.open_sample()
        else:
            opening = not fresh and self.habits.session.restore()
        # Qt would give the keyboard focus to the first button that there is.
        if opening:
            self.window.form.setFocus(Qt.FocusReason.OtherFocusReason)
            # Where nothing could be opened, the form is that of the new review.
            self.files.settle(self.window.form.build)
        else:
            self.window.form.jump(FACTS)
        self.proofing.engine.start()
        self._say_problems()

    def stop(self) -> None:
        """End every thread and process, also where ending one of them fails."""
        parts = (
            self.proofing,
            self.counting,
            self.publishing,
            self.autosaving,
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
            self.keeping,
            self.versions,
            self._tidying,
            self.preferences,
        )
        with ExitStack() as ends:
            for part in reversed(parts):
                ends.callback(part.stop)

    def _say_problems(self) -> None:
        problems = (
            self.preferences.problem,
            self.proofing.deciding.dictionary.problem,
            url_from_setting(self.settings.server_url)[1],
        )
        sentences = [problem.text() for problem in problems if problem is not None]
        if sentences:
            self.window.notice.insist("\n".join(sentences))

    def _wire(self) -> None:
        self.actions.connect_all(
            {
                **self.window.slots(),
                **self.proofing.slots(),
                **self._choices.slots(),
                **self._adjusting.slots(),
                **self._scales.slots(),
                **self._commands.slots(),
                **self._finding.slots(),
                **self._moving.slots(),
                **self._going.slots(),
                **self.importing.slots(),
                **self.safety.slots(),
                **self.publishing.slots(),
                **self.versions.slots(),
                **self._file_slots(),
                **self._size_slots(),
                **self.habits.slots(),
            }
        )
        self.proofing.connect_to(self.window)
        self.preferences.changed.connect(lambda *_: self._apply(self.settings))
        self.preferences.changed.connect(self._announce)
        self.preferences.failed.connect(lambda error: self.window.notice.say(error.text()))
        self.safety.recovering.dropped.connect(self._tidying.drop)
        self.window.close_asked.connect(lambda: self.files.close(self.window.leave))
        self.window.left.connect(self._remember)
        for source in (self.files, self.importing, self.publishing):
            source.failed.connect(lambda text: dialogs.tell(self.window, text))
            source.folder_used.connect(lambda folder: self.preferences.change(last_folder=folder))
        self.publishing.plans.changed.connect(self.previewing.refresh)
        self.own_forms.said.connect(self.window.notice.say)
        for keeper in (self.publishing.plans, self.keeping):
            keeper.failed.connect(lambda error: self.window.notice.say(error.text()))
        for part in (self.files, self.attaching, self._moving, self.versions, self.publishing):
            part.said.connect(self.window.notice.say_of_review)
        self.remembering.changed.connect(self.window.form.offer)
        the_application().styleHints().colorSchemeChanged.connect(
            lambda _: self._apply(self.settings)
        )

    def _file_slots(self) -> Mapping[str, Callable[[], object]]:
        return {
            **{f"new_{key}": partial(self._begin, key) for key in ("series", "film", "disc")},
            "new_from": self.files.new_from,
            "open": self.files.open,
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
        self.window.form.typing_options.typography = typography_of(settings)
        self.window.form.typing_options.paragraphs = settings.enter_paragraph
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
