"""The Qt application with the names, the language and the attributes that Rezensent needs."""

import gc
import os
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from editor import __version__
from editor.gui.widgets.focus_ring import FocusRing
from editor.localized import Language, set_language
from editor.paths import resource

NEXT_START = (
    "Die Sprache wechselt mit dem nächsten Start. – The language changes with the next start."
)
"""Said in both languages: who has chosen the wrong one may not read the other."""

_QUIET = "--log-level=3"
"""What Chromium misses on a machine without a desktop is nothing that a writer could mend."""
_OFFLINE = '--host-resolver-rules="MAP * ~NOTFOUND"'
"""No host has an address for Chromium: what no interceptor hears of, as a connection that a page
wants in advance, finds nobody either."""


def make_application(arguments: list[str]) -> QApplication:
    """Return the application; there can be one only."""
    # Workers and window share one interpreter: at Python's own 5 ms each could hold a key press up
    # for a third of a frame.
    sys.setswitchinterval(0.001)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # Chromium refuses to start as root with its sandbox, and root has no need of one.
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
    flags = os.environ.get("QTWEBENGINE_CHROMIUM_FLAGS", _QUIET)
    if _OFFLINE not in flags:
        os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = f"{flags} {_OFFLINE}"
    # A full collection takes 50 ms, three frames. Ten times as many new objects between two.
    gc.set_threshold(7_000, 20, 50)
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    app = QApplication(arguments)
    app.setStyle("Fusion")
    FocusRing(app)
    app.setApplicationName("Rezensent")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("rezensent")
    # Numbers and dates are German in a German review, whatever the desktop speaks.
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    apply_language(app, "de")
    return app


def apply_language(app: QApplication, language: Language) -> None:
    """Set the language of this process, and let ``app`` translate into it.

    Texts that are on the screen stay as they are: set the language before a window is made.
    """
    set_language(language)
    for spoken in app.findChildren(QTranslator):
        app.removeTranslator(spoken)
        spoken.deleteLater()
    translator = QTranslator(app)
    # Our texts are German and Qt's are English, so each language lacks one half only.
    if translator.load(_english() if language == "en" else _german()):
        app.installTranslator(translator)


def _english() -> str:
    return str(resource("translations", "rezensent_en.qm"))


def _german() -> str:
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return str(Path(folder, "qtbase_de.qm"))


def current_application() -> QApplication:
    """Return the application that there is. Raises TypeError when there is none."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("there is no QApplication")
    return app
