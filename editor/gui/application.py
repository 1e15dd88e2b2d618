"""The Qt application: names, attributes and language."""

import gc
import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, Qt, QTranslator, Signal
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication

from editor import __version__
from editor.gui.keyboard.enter_key import EnterKey
from editor.gui.keyboard.row_reader import RowReader
from editor.gui.widgets.focus_ring import FocusRing
from editor.gui.widgets.shortcut_priority import ShortcutPriority
from editor.localized import Language, set_language
from editor.paths import resource

NEXT_START = (
    "Die Sprache wechselt mit dem nächsten Start. – The language changes with the next start."
)
"""In both languages: a writer who chose the wrong one may not read it."""

_QUIET = "--log-level=3"
"""Chromium's messages about a missing desktop do not help the writer."""
_OFFLINE = '--host-resolver-rules="MAP * ~NOTFOUND"'
"""Chromium resolves no host name, so that connections which no interceptor sees, such as those that
a page opens in advance, reach nothing."""

_ENGLISH = resource("translations", "rezensent_en.qm")
_KEYS = {language: resource("translations", f"keys_{language}.qm") for language in ("de", "en")}
"""Names of keys as they are printed on keyboards, where Qt has others: „Return“, „Hoch“."""
_LOCALES = {
    "de": QLocale(QLocale.Language.German, QLocale.Country.Germany),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}
"""Forms of numbers and dates in the window, which do not depend on the desktop."""


class Application(QApplication):
    """The application, which also reports files that the system wants opened."""

    file_requested = Signal(object)
    """Emitted with the Path of a file that was opened in the Finder or dropped on the icon in the
    Dock. Only macOS asks a running program; elsewhere a file is an argument of a new process."""

    def event(self, event: QEvent) -> bool:
        """Report a file; addresses of other kinds are none of ours."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_requested.emit(Path(event.file()))
            return True
        return super().event(event)


def make_application(arguments: list[str]) -> Application:
    """Return a new application; a process can have only one."""
    # Workers and window share one interpreter. A key press or a paint asks for its lock dozens of
    # times: at Python's default of 5 ms, or at one, a worker that computes delays it by frames.
    sys.setswitchinterval(0.0001)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # Chromium refuses to start as root with its sandbox.
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
    flags = os.environ.get("QTWEBENGINE_CHROMIUM_FLAGS", _QUIET)
    if _OFFLINE not in flags:
        os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = f"{flags} {_OFFLINE}"
    # A full collection takes 50 ms, three frames: run it a tenth as often.
    gc.set_threshold(7_000, 20, 50)
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    # Before the application is made, which a desktop and a screen reader know by then.
    QApplication.setApplicationName("Rezensent")
    app = Application(arguments)
    app.setStyle("Fusion")
    FocusRing(app)
    ShortcutPriority(app)
    EnterKey(app)
    RowReader(app)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("rezensent")
    app.setWindowIcon(QIcon(str(resource("icons", "rezensent.svg"))))
    apply_language(app, "de")
    return app


def apply_language(app: QApplication, language: Language) -> None:
    """Set the language of this process with its numbers, and let ``app`` translate into it.

    Texts that are on the screen stay as they are: set the language before a window is made.
    """
    set_language(language)
    QLocale.setDefault(_LOCALES[language])
    for previous in app.findChildren(QTranslator):
        app.removeTranslator(previous)
        previous.deleteLater()
    # The program's texts are German and Qt's are English.
    for path in (_ENGLISH if language == "en" else _qt_german(), _KEYS[language]):
        translator = QTranslator(app)
        if translator.load(str(path)):
            app.installTranslator(translator)


def _qt_german() -> Path:
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return Path(folder, "qtbase_de.qm")


def current_application() -> Application:
    """Return the application of this process. Raises TypeError if there is none."""
    app = QApplication.instance()
    if not isinstance(app, Application):
        raise TypeError("there is no Application")
    return app
