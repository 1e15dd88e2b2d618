"""Help: a text that opens at the topic of the focused widget, and a table of shortcuts."""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from functools import partial
from html import escape
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QTextBrowser, QVBoxLayout, QWidget

from editor.gui.actions import Actions
from editor.gui.keyboard.key_text import key_text
from editor.gui.menus.declaration import plain
from editor.gui.screen_fit import resize_to_fit
from editor.gui.theme import Theme
from editor.gui.worker import Worker
from editor.gui.workspace.commands import action_commands
from editor.localized import current_language
from editor.paths import resource
from editor.settings import Folders

_ID = "help"
_LEAST = 340
"""Smallest width and height where the screen has room for them, in units of ``Theme.px``."""
_VERB = re.compile(r"\{(\w+)\}")
_TOPICS = (
    ("fact", "facts"),
    ("rating", "facts"),
    ("welcomePage", "start"),
    ("section", "writing"),
    ("style", "style"),
    ("repetitions", "style"),
    ("findings", "checking"),
    ("outline", "outline"),
    ("find", "searching"),
    ("preview", "preview"),
)
"""Prefixes of object names → section of the help about these widgets."""


def topic(widget: QWidget | None) -> str:
    """Return the section of the help about ``widget`` or one of its parents, "" for none."""
    while widget is not None:
        name = widget.objectName()
        for start, part in _TOPICS:
            if name.startswith(start):
                return part
        widget = widget.parentWidget()
    return ""


class HelpController(QObject):
    """Opens the help window, of which there is at most one."""

    def __init__(
        self,
        actions: Actions,
        folders: Folders,
        theme: Callable[[], Theme],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._folders = {
            f"{item.name}_folder": str(getattr(folders, item.name)) for item in fields(folders)
        }
        self._theme = theme
        self._window = parent
        self._path = resource("help", f"{current_language()}.md")
        self._worker = Worker(self, reads_only=True)
        self._page: HelpWindow | None = None

    def open(self) -> None:
        """Show the help about the focused widget."""
        part = topic(QApplication.focusWidget())
        keys = {verb: _shortcut_or_name(self._actions[verb]) for verb in self._actions.verbs}
        table = key_table(self._actions)
        self._worker.submit(
            partial(_rendered, self._path, keys | self._folders, table),
            lambda html: self._show(html, part),
        )

    def stop(self) -> None:
        """End rendering."""
        self._worker.stop()

    def _show(self, html: str, part: str) -> None:
        if self._page is None:
            self._page = HelpWindow(self._window)
        self._page.show_text(html, part, self._theme())


class HelpWindow(QDialog):
    """Shows the help beside the editor, without blocking it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("helpWindow")
        self.setWindowTitle(self.tr("Hilfe"))
        self._text = QTextBrowser(self)
        self._text.setObjectName("help.text")
        self._text.setAccessibleName(self.tr("Hilfe"))
        self._text.setOpenExternalLinks(True)
        self._text.setFrameShape(QTextBrowser.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._text)

    def show_text(self, html: str, part: str, theme: Theme) -> None:
        """Show ``html``, scrolled to the section ``part``, or to the beginning for ""."""
        if not self.isVisible():
            room = self.screen().availableGeometry()
            resize_to_fit(
                self,
                min(theme.px(620), max(theme.px(_LEAST), room.width() * 2 // 3)),
                min(theme.px(640), max(theme.px(_LEAST), room.height() * 4 // 5)),
            )
        document = self._text.document()
        document.setDefaultStyleSheet(_style(theme))
        document.setDocumentMargin(theme.px(24))
        document.setIndentWidth(theme.px(18))
        self._text.setHtml(html)
        self.show()
        self.raise_()
        self.activateWindow()
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)
        if part:
            self._text.scrollToAnchor(f"{_ID}:{part}")


def key_table(actions: Actions) -> str:
    """Return a table of all shortcuts as HTML, grouped by menu."""
    with_keys = [command for command in action_commands(actions) if command.keys]
    groups = groupby(with_keys, key=lambda command: command.place.partition(" ▸ ")[0])
    return "".join(_group(menu, ((c.text, c.keys) for c in commands)) for menu, commands in groups)


def _group(menu: str, rows: Iterator[tuple[str, str]]) -> str:
    lines = "".join(
        f"<tr><td>{escape(text)}</td><td class=keys>{escape(keys)}</td></tr>" for text, keys in rows
    )
    return f"<h5>{escape(menu)}</h5><table width='100%'>{lines}</table>"


def _shortcut_or_name(action: QAction) -> str:
    """Return the shortcut of ``action``, or its name in quotation marks if it has none."""
    return key_text(action.shortcut()) or f"„{plain(action.text())}“"


def _rendered(path: Path, words: dict[str, str], table: str) -> str:
    # Imported on request: rendering is not needed at the start.
    from editor.export.html import render_section  # noqa: PLC0415

    text = path.read_text("utf-8")
    filled = _VERB.sub(lambda match: words.get(match[1], match[0]), text)
    return render_section(filled, _ID, lambda _: None) + table


def _style(theme: Theme) -> str:
    t = theme.tokens
    return (
        f"body, p, li, td {{ color: {t.ink}; line-height: 135%; }}"
        f"h3 {{ color: {t.ink}; font-size: x-large; }}"
        f"h4 {{ color: {t.ink}; font-size: large; margin-top: {theme.px(22)}px; }}"
        f"h5 {{ color: {t.soft_ink}; font-size: medium; margin-top: {theme.px(14)}px; }}"
        f"code {{ color: {t.accent}; }}"
        f".keys {{ color: {t.soft_ink}; text-align: right; }}"
        f"td {{ padding: {theme.px(2)}px 0; }}"
    )
