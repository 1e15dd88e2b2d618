"""The composition root: builds everything once and hands it in."""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import (
    QEvent,
    QLibraryInfo,
    QLocale,
    QObject,
    Qt,
    QTranslator,
    QUrl,
    Signal,
)
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from editor import __version__
from editor.errors import SettingsError
from editor.gui import dialogs
from editor.gui.about import about
from editor.gui.actions import Actions
from editor.gui.checking import Checking
from editor.gui.counting import Counting
from editor.gui.decided_dialog import DecidedDialog
from editor.gui.decisions import Deciding
from editor.gui.document import Document
from editor.gui.explaining import Explaining
from editor.gui.files import Files
from editor.gui.form_page import FACTS
from editor.gui.installing import Installing
from editor.gui.server_dialog import ServerDialog
from editor.gui.tasks import Worker
from editor.gui.theme import apply_theme, make_theme
from editor.gui.typesetting import KINDS, QUOTES, show_choices, typography_of
from editor.gui.window import Services, Window
from editor.language.address import usable
from editor.language.engine import Engine, Phase, State
from editor.language.reviewing import ReviewChecker, Writer
from editor.language.rules import RuleBook
from editor.language.runtime import locate
from editor.language.style import Style
from editor.review import markdown, rating
from editor.review.form import CORE_FORM, load_form
from editor.settings import Folders, Settings, load_settings, save_settings

_SCALES = {
    "scale_points": rating.TEN_POINTS,
    "scale_stars": rating.FIVE_STARS,
    "scale_percent": rating.PERCENT,
    "scale_none": None,
}
_VARIANTS = {"variant_de_de": "de-DE", "variant_de_at": "de-AT", "variant_de_ch": "de-CH"}
_THEMES = {"theme_system": "system", "theme_light": "light", "theme_dark": "dark"}
_PANES = {
    "outline": "outline_visible",
    "preview": "preview_visible",
    "findings": "findings_visible",
}


def run(path: Path | None = None, *, sample: bool = False) -> int:
    """Open the window and return its exit status. ``path`` or the sample is shown at first."""
    app = make_application(sys.argv[:1])
    editor = Editor(Folders.default())
    editor.start(path, sample=sample)
    status = app.exec()
    editor.stop()
    return status


def make_application(arguments: list[str]) -> QApplication:
    """Return the Qt application with the names, the language and the attributes that we need."""
    # Workers and window share one interpreter: at Python's own 5 ms each could hold a key press up
    # for a third of a frame.
    sys.setswitchinterval(0.001)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # Chromium refuses to start as root with its sandbox, and root has no need of one.
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
    # What Chromium misses on a machine without a desktop is nothing that a writer could mend.
    os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--log-level=3")
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    app = QApplication(arguments)
    app.setStyle("Fusion")
    app.setApplicationName("Rezensent")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("rezensent")
    # Numbers and dates are German in a German review, whatever the desktop speaks.
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(QLocale.Language.German), "qtbase", "_", folder):
        app.installTranslator(translator)
    return app


def real_engine(folders: Folders, settings: Settings, report: Callable[[State], None]) -> Engine:
    """Return the engine that runs the LanguageTool of ``folders``, or asks the chosen server."""
    return Engine(
        lambda: locate(folders.data),
        report,
        settings.variant,
        picky=settings.picky,
        address=usable(settings.server_url)[0],
    )


MakeEngine = Callable[[Folders, Settings, Callable[[State], None]], Engine]


class Editor(QObject):
    """The running program: document, services, window, and the writer's settings."""

    preview_ready = Signal()
    style_changed = Signal(object)
    """The Style to check with is another now."""

    def __init__(self, folders: Folders, make_engine: MakeEngine = real_engine) -> None:
        super().__init__()
        self._folders = folders
        self.settings, self._problem = load_settings(folders.config)
        self.document = Document(
            markdown.new_review(load_form(CORE_FORM), [("author", self.settings.author)])
        )
        self.checking = Checking(self.document, self)
        self.engine = make_engine(folders, self.settings, self.checking.report)
        self.checking.checker = ReviewChecker(self.engine.ask)
        self.checking.writer = self._writer
        self.counting = Counting(self.document, self)
        self._theme = make_theme(self.settings.theme, self.settings.text_size)
        apply_theme(_app(), self._theme, self.settings.theme)
        book = RuleBook(lambda: locate(folders.data), self.settings.language)
        self.explaining = Explaining(book, self)
        self.deciding = Deciding(self.document, folders.config, self.explaining, self)
        self.actions = Actions(self)
        self.window = Window(
            Services(self.document, self.checking, self.counting),
            self.actions,
            self._theme,
            self.settings.language,
        )
        self.files = Files(
            self.document,
            self.window,
            author=self.settings.author,
            folder=self.settings.last_folder,
            language=self.settings.language,
        )
        self.installing = Installing(folders.data, self.settings.language, self.window)
        self._lifecycle = Worker(self, newest_only=False)
        self.preview: QWidget | None = None
        self._wire()
        self._apply_settings()

    @property
    def style(self) -> Style:
        """What the writer has chosen about style; no rule applies while it is switched off."""
        return Style.of(self.settings.style_rules, enabled=self.settings.style)

    def start(self, path: Path | None = None, *, sample: bool = False) -> None:
        """Show the window, and then start what takes its time."""
        self.window.painted.connect(self._start_preview)
        self.window.restore(self.settings.geometry, self.settings.panes)
        self.window.show()
        if path is not None:
            self.files.load(path)
        elif sample:
            self.files.open_sample()
        else:
            self.window.form.jump(FACTS)
        self.engine.start()
        problem = self._problem or usable(self.settings.server_url)[1]
        if problem is not None:
            self.window.notice.say(problem.text(self.settings.language))

    def stop(self) -> None:
        """End every thread and process."""
        # The engine before those who wait for it: a check under way fails then, and at once.
        self._lifecycle.stop()
        self.engine.stop()
        for part in (self.checking, self.counting, self.files, self.installing, self.explaining):
            part.stop()
        if self.preview is not None:
            self._rendering.stop()
            # The event loop may have ended, and the page has to go before its profile.
            self.preview.deleteLater()
            QApplication.sendPostedEvents(self.preview, QEvent.Type.DeferredDelete.value)
            self.preview = None

    # -- wiring -----------------------------------------------------------------------------------

    def _wire(self) -> None:
        self.actions.connect_all(
            {
                **self.window.slots(),
                **self._file_slots(),
                **self._choice_slots(),
                "restart_checker": self._restart_checker,
                "server": self._ask_server,
                "install_checker": self.installing.start,
                "text_larger": lambda: self._resize_text(1),
                "text_smaller": lambda: self._resize_text(-1),
                "text_normal": lambda: self._change(text_size=0),
                "about": lambda: about(self.window),
                "decided": self._list_decided,
            }
        )
        self.window.close_asked.connect(lambda: self.files.close(self.window.leave))
        self.window.left.connect(self._remember)
        self.files.failed.connect(lambda text: dialogs.tell(self.window, text))
        self.files.said.connect(self.window.notice.say)
        self.files.folder_used.connect(lambda folder: self._change(last_folder=folder))
        self.installing.said.connect(self.window.notice.say)
        self.deciding.rules_off = self.settings.rules_off
        self.deciding.findings = lambda: self.checking.findings
        self.deciding.set_rules_off = lambda rules: self._change(rules_off=rules)
        self.deciding.changed.connect(self.checking.judge_again)
        self.deciding.said.connect(self.window.notice.say)
        self.window.decided.connect(self.deciding.decide)
        self.window.style_panel.switched.connect(lambda on: self._change(style=on))
        self.window.style_panel.changed.connect(
            lambda style: self._change(style_rules=style.stored())
        )
        self.style_changed.connect(lambda _: self.checking.judge_again())
        self.window.card.explanation_asked.connect(self.explaining.ask)
        self.explaining.explained.connect(self.window.card.show_explanation)
        self.installing.done.connect(self._restart_checker)
        self.checking.state_changed.connect(self._show_state)
        self.document.changed.connect(lambda _: self._show_scale())
        self.document.opened.connect(self._show_scale)
        _app().styleHints().colorSchemeChanged.connect(lambda _: self._apply_settings())

    def _list_decided(self) -> None:
        parts = (self.document, self.deciding, self.explaining, self._theme)
        DecidedDialog(*parts, self.window).open()

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

    def _choice_slots(self) -> Mapping[str, Callable[[], object]]:
        def set_to(name: str, value: object) -> Callable[[], object]:
            return lambda: self._change(**{name: value})

        def toggle(verb: str, name: str) -> Callable[[], object]:
            return lambda: self._change(**{name: self.actions[verb].isChecked()})

        def scale(value: rating.Scale | None) -> Callable[[], object]:
            return lambda: self.document.edit_scale(value)

        return {
            **{verb: set_to("variant", value) for verb, value in _VARIANTS.items()},
            **{verb: set_to("theme", value) for verb, value in _THEMES.items()},
            **{verb: toggle(verb, name) for verb, name in _PANES.items()},
            **{verb: set_to("quotes", style) for verb, style in QUOTES.items()},
            **{verb: toggle(verb, verb) for verb in KINDS},
            **{verb: scale(value) for verb, value in _SCALES.items()},
            "picky": toggle("picky", "picky"),
            "style": lambda: self._switch_style(on=self.actions["style"].isChecked()),
            "scale_own": self._ask_scale,
        }

    # -- settings ---------------------------------------------------------------------------------

    def _change(self, **values: object) -> None:
        old = self.settings
        self.settings = replace(old, **values)  # type: ignore[arg-type]
        if self.settings == old:
            return
        chosen = (self.settings.variant, self.settings.picky)
        if chosen != (old.variant, old.picky):
            self.engine.choose(self.settings.variant, picky=self.settings.picky)
            self.checking.restart()
        if self.settings.server_url != old.server_url:
            self._change_server()
        self._apply_settings()
        self._save_settings()
        if self.style != Style.of(old.style_rules, enabled=old.style):
            self.style_changed.emit(self.style)

    def _switch_style(self, *, on: bool) -> None:
        """Check style or not, as the menu says; who turns it on wants to see the panel."""
        if on:
            self.window.tabs.open_style()
        self._change(style=on, findings_visible=self.settings.findings_visible or on)

    def _apply_settings(self) -> None:
        settings = self.settings
        theme = make_theme(settings.theme, settings.text_size)
        if theme != self._theme:
            self._theme = theme
            apply_theme(_app(), theme, settings.theme)
            self.window.set_theme(theme)
        for verbs, value in ((_VARIANTS, settings.variant), (_THEMES, settings.theme)):
            for verb, choice in verbs.items():
                self.actions[verb].setChecked(choice == value)
        for verb, name in _PANES.items():
            self.window.show_pane(verb, visible=getattr(settings, name))
        self.actions["picky"].setChecked(settings.picky)
        self.actions["style"].setChecked(settings.style)
        self.window.style_panel.show_style(self.style)
        show_choices(self.actions, settings)
        self.window.form.set_typography(typography_of(settings))
        self.window.status.show_variant(settings.variant)
        self.files.variant = settings.variant
        self._show_scale()
        if isinstance(self.preview, QWidget):
            self._rendering.refresh()

    def _save_settings(self) -> None:
        try:
            save_settings(self._folders.config, self.settings)
        except SettingsError as error:
            self.window.notice.say(error.text(self.settings.language))

    def _resize_text(self, by: int) -> None:
        size = round(self._theme.text_font.pointSizeF()) + by
        self._change(text_size=min(max(size, 8), 40))

    def _remember(self) -> None:
        geometry, panes = self.window.layout_state()
        self._change(geometry=geometry, panes=panes)
        _app().quit()

    def _show_scale(self) -> None:
        scale = rating.scale_of(self.document.review)
        verb = next((verb for verb, value in _SCALES.items() if value == scale), "scale_own")
        self.actions[verb].setChecked(True)

    def _ask_scale(self) -> None:
        scale = rating.scale_of(self.document.review) or rating.TEN_POINTS
        dialogs.ask_scale(self.window, scale, self.document.edit_scale)
        self._show_scale()

    # -- checker and preview ----------------------------------------------------------------------

    def _show_state(self, state: State) -> None:
        if state.phase is Phase.FAILED:
            self.window.notice.say(
                state.text(self.settings.language),
                self.tr("LanguageTool einrichten"),
                self.installing.start,
            )

    def _writer(self) -> Writer:
        """Return what the writer has chosen for all reviews."""
        return Writer(
            self.settings.variant,
            self.settings.picky,
            self.deciding.words,
            self.deciding.rules_off,
            self.style,
        )

    def _restart_checker(self) -> None:
        # Ending a Java process takes a moment that no key press should wait for.
        self._lifecycle.submit(self.engine.restart, lambda _: None)

    def _ask_server(self) -> None:
        dialog = ServerDialog(self.settings.server_url, self.settings.language, self.window)
        dialog.chosen.connect(lambda address: self._change(server_url=address))
        dialog.open()

    def _change_server(self) -> None:
        """Check on the server of the settings; another LanguageTool may find something else."""

        def check_anew(_: object) -> None:
            self.checking.checker = ReviewChecker(self.engine.ask)
            self.checking.restart()

        self.engine.choose_server(usable(self.settings.server_url)[0])
        self._lifecycle.submit(self.engine.restart, check_anew)

    def _start_preview(self) -> None:
        # Chromium costs a third of a second and 200 MB: the form is on the screen before it.
        from editor.gui.preview import Preview  # noqa: PLC0415
        from editor.gui.preview_profile import register_scheme  # noqa: PLC0415
        from editor.gui.rendering import Rendering, preview_options  # noqa: PLC0415

        register_scheme()
        preview = Preview(self.window.preview_place)
        preview.set_ground(self._theme.color("paper"))
        self._rendering = Rendering(
            self.document,
            lambda: preview_options(self.settings.variant, self._theme.scheme),
            self,
        )
        self._rendering.loaded.connect(preview.load)
        self._rendering.updated.connect(preview.update_parts)
        self.window.place_changed.connect(preview.follow)
        preview.link_clicked.connect(self._follow_link)
        self.window.set_preview(preview)
        self.preview = preview
        self._rendering.load()
        self.preview_ready.emit()

    def _follow_link(self, url: QUrl) -> None:
        self.window.notice.say(
            self.tr("Diese Adresse im Browser öffnen? {url}").format(url=url.toDisplayString()),
            self.tr("Öffnen"),
            lambda: QDesktopServices.openUrl(url),
        )


def _app() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("there is no QApplication")
    return app
