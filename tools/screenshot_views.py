"""Shows one view of the window after the other, and takes a picture of each.

Run by ``tools/screenshots.py`` in a process of its own for every language and screen. A view is a
row of ``VIEWS``: it names actions of the menus, and nothing within the rooms.
"""

import argparse
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from editor.gui.application import make_application
from editor.gui.program import Program
from editor.languagetool.state import EnginePhase
from editor.settings import Folders

_CHECKED_MS = 60_000
"""Longest time for the first check, which includes the start of LanguageTool."""
_SETTLED_MS = 800
"""Time until the window, its preview and its lists are as they stay."""
_LOOK_MS = 50
_ESCAPES = 3
"""Key presses that end whatever lies over the form: a card, the find bar, a message, a mode."""


@dataclass(frozen=True, slots=True)
class View:
    """Something to take a picture of."""

    actions: tuple[str, ...] = ()
    """Verbs that are triggered in their order before the picture."""
    undo: tuple[str, ...] = ()
    """Verbs that are triggered after it."""
    opened: bool = True
    """Whether a review is open, or the window is as after its first start."""
    keys: tuple[Qt.Key, ...] = ()
    """Keys that are pressed after the actions."""
    clicked: str = ""
    """Name of a widget that is clicked after the actions."""
    menu: int = -1
    """Number of the menu that is open, from the left, -1 for none."""
    copied: QImage | None = None
    """Picture in the clipboard."""


def _picture_of_the_film() -> QImage:
    """Return a picture that is large enough to be offered in several sizes."""
    picture = QImage(2400, 1350, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkCyan)
    return picture


VIEWS = {
    "welcome": View(("new",), opened=False),
    "form": View(("new_film",), opened=False),
    "review": View(),
    "recent": View(("new",)),
    "facts": View(("facts",), ("facts",)),
    "further_facts": View(("facts",), ("facts",), clicked="facts.more"),
    "text": View(("next_section", "next_section")),
    "link": View(("link",)),
    "spoiler": View(("next_section", "spoiler"), ("undo",)),
    "spoiler_folded": View(("next_section", "spoiler", "spoiler_fold"), ("undo",)),
    "marks_hidden": View(("marks_hidden", "next_section"), ("marks_quiet",)),
    "picture": View(("paste",), copied=_picture_of_the_film()),
    "card": View(("next_finding",)),
    "style": View(("to_style",), ("to_findings",)),
    "ready": View(("ready",), ("to_findings",)),
    "statistics": View(("statistics",), ("to_findings",)),
    "find": View(("find",)),
    "replace": View(("replace",)),
    "focus": View(("focus_mode",)),  # Escape ends it
    "palette": View(("palette",)),
    "settings": View(("settings",)),
    "export": View(("export",)),
    "file_menu": View(menu=0),
    "edit_menu": View(menu=1),
    "format_menu": View(menu=2),
    "check_menu": View(menu=3),
    "view_menu": View(menu=4),
    "versions": View(("versions",)),
    "message": View(("recover",)),
    "import": View(("import",)),
    "proposals": View(("proposals",)),
    "decided": View(("decided",)),
    "scale": View(("scale_own",)),
    "scale_question": View(("scale_stars",)),
    "open": View(("open",)),
    "save_as": View(("save_as",)),
    "shortcuts": View(("shortcuts",)),
    "help": View(("help",)),
    "about": View(("about",)),
}
"""Views by their names."""


def main() -> int:
    """Take the pictures that the command line asks for, and return the exit status."""
    parser = argparse.ArgumentParser()
    parser.add_argument("target")
    parser.add_argument("review", type=Path)
    parser.add_argument("--views", nargs="+", required=True)
    parser.add_argument("--themes", nargs="+", required=True)
    options = parser.parse_args()
    app = make_application(sys.argv[:1])
    # The dialogs of a desktop are none of ours, and no part of a picture.
    app.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    problems: list[str] = []
    for opened in (False, True):
        names = [name for name in options.views if VIEWS[name].opened is opened]
        if names:
            problems += _take(options, names, options.review if opened else None)
    print(*problems, sep="\n", end="\n" if problems else "")
    return 1 if problems else 0


def _take(options: argparse.Namespace, names: list[str], review: Path | None) -> list[str]:
    """Take the pictures of ``names`` in all themes, and return what went wrong."""
    program = Program(Folders.default())
    program.start(review)
    program.session.window.setGeometry(program.session.window.screen().availableGeometry())
    if review is not None:
        _wait(lambda: _is_checked(program), _CHECKED_MS)
    problems = []
    for theme in options.themes:
        scheme, _, contrast = theme.partition("-")
        program.settings_store.change(theme=scheme, contrast=contrast or "normal")
        for name in names:
            path = options.target.format(view=name, theme=theme)
            try:
                _show(program, VIEWS[name], path)
            except KeyError as error:
                problems.append(f"{name}: no action {error}")
    program.session.window.leave()
    program.stop()
    return problems


def _is_checked(program: Program) -> bool:
    state = program.engine.state
    failed = state is not None and state.phase is EnginePhase.FAILED
    findings = program.session.proofing.check_service.findings
    return failed or any(findings.values())


def _show(program: Program, view: View, path: str) -> None:
    """Save a picture of ``view``. Raises KeyError when it names an action that does not exist."""
    _bring_about(program, view)
    _wait(lambda: False, _SETTLED_MS)
    _picture(program.session.window).save(path)
    for widget in _others(program.session.window):
        widget.close()
    for _ in range(_ESCAPES):
        QTest.keyClick(_with_focus(program), Qt.Key.Key_Escape)
        _wait(lambda: False, _LOOK_MS)
    for verb in view.undo:
        program.session.actions[verb].trigger()
    _wait(lambda: False, _SETTLED_MS)


def _bring_about(program: Program, view: View) -> None:
    clipboard, actions = QGuiApplication.clipboard(), program.session.actions
    if view.copied is not None:
        clipboard.setImage(view.copied)
    for verb in view.actions:
        # An action may wait for the next turn of the event loop, or open a dialog that blocks.
        QTimer.singleShot(0, actions[verb], actions[verb].trigger)
        _wait(lambda: False, _SETTLED_MS)
    for key in view.keys:
        QTest.keyClick(_with_focus(program), key)
    clicked = program.session.window.findChild(QWidget, view.clicked) if view.clicked else None
    if clicked is not None:
        QTest.mouseClick(clicked, Qt.MouseButton.LeftButton)
    if view.menu >= 0:
        bar = program.session.window.menuBar()
        bar.setActiveAction(bar.actions()[view.menu])


def _with_focus(program: Program) -> QWidget:
    window = program.session.window
    window.activateWindow()
    found: tuple[QWidget | None, ...] = (QApplication.focusWidget(), window.focusWidget())
    return next((widget for widget in found if widget is not None), window)


def _others(window: QWidget) -> list[QWidget]:
    """Return dialogs and pop-ups that are open, those that lie on others last."""
    widgets = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]
    return sorted(widgets, key=lambda w: (w.windowType() == Qt.WindowType.Popup, _depth(w)))


def _depth(widget: QWidget) -> int:
    parent = widget.parentWidget()
    return 0 if parent is None else 1 + _depth(parent)


def _picture(window: QWidget) -> QImage:
    """Return the screen with ``window`` and everything that lies on it, in device pixels."""
    screen = QGuiApplication.primaryScreen()
    ratio = screen.devicePixelRatio()
    picture = QImage(screen.size() * ratio, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.darkGray)
    painter = QPainter(picture)
    for widget in (window, *_others(window)):
        area = QRect(widget.mapToGlobal(widget.rect().topLeft()), widget.size())
        # At its place and not into its area, which would scale it by a pixel at 150 %.
        painter.drawPixmap(area.topLeft(), widget.grab())
        if widget.windowType() == Qt.WindowType.Dialog:
            painter.drawRect(area.adjusted(-1, -1, 0, 0))
    painter.end()
    return picture


def _wait(done: Callable[[], bool], milliseconds: int) -> None:
    """Run the event loop until ``done`` or until the time is over."""
    loop = QEventLoop()
    look, end = QTimer(interval=_LOOK_MS), QTimer(singleShot=True, interval=milliseconds)
    look.timeout.connect(lambda: loop.quit() if done() else None)
    end.timeout.connect(loop.quit)
    look.start()
    end.start()
    loop.exec()


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    # Without the event loop of the program, Chromium now and then crashes at the interpreter's end.
    os._exit(status)
