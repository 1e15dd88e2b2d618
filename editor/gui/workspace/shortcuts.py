"""Shortcuts of the actions: those declared, and those that the writer has changed."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow

from editor.gui.actions import Actions
from editor.gui.keyboard.key_text import key_text
from editor.gui.menus.declaration import plain
from editor.gui.settings_store import SettingsStore
from editor.gui.widgets.shortcut_priority import EDITING_KEYS
from editor.settings import Settings

translate = QCoreApplication.translate

_PORTABLE = QKeySequence.SequenceFormat.PortableText
_COMMAND_KEYS = re.compile(r"(Ctrl|Alt|Meta)\+|(^|\+)F\d+$")
"""Matches shortcuts with a modifier other than Shift, and function keys."""


class Shortcuts(QObject):
    """Sets the shortcuts of the actions, and keeps them unique."""

    def __init__(
        self, actions: Actions, settings_store: SettingsStore, window: QMainWindow, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._actions = actions
        self._settings_store = settings_store
        self._declared = {verb: actions[verb].shortcut() for verb in actions.verbs}
        settings_store.changed.connect(self._follow)
        self._apply()

    @property
    def verbs(self) -> tuple[str, ...]:
        """Verbs of all actions."""
        return tuple(self._declared)

    def text(self, verb: str) -> str:
        """Return the name of the action ``verb``."""
        return plain(self._actions[verb].text())

    def keys(self, verb: str) -> QKeySequence:
        """Return the present shortcut of ``verb``."""
        return self._actions[verb].shortcut()

    def is_changed(self, verb: str) -> bool:
        """Return whether the writer has changed the shortcut of ``verb``."""
        return self.keys(verb) != self._declared[verb]

    def problem(self, verb: str, keys: QKeySequence) -> str:
        """Return a sentence why ``verb`` cannot have ``keys``, empty if it can."""
        if keys.isEmpty():
            return ""
        names = key_text(keys)
        if not _commands(keys):
            return translate(
                "Shortcuts", "{keys} schreibt Text; bitte nehmen Sie Strg oder Alt dazu."
            ).format(keys=names)
        declared = keys == self._declared[verb]
        if not declared and any(keys in QKeySequence.keyBindings(key) for key in EDITING_KEYS):
            return translate("Shortcuts", "{keys} gehört zum Schreiben in jedem Textfeld.").format(
                keys=names
            )
        other = next(self._others(verb, keys), None)
        if other is not None:
            text = translate(
                "Shortcuts",
                "{keys} gehört schon zu „{other}“; bitte ändern Sie zuerst jenes Tastenkürzel.",
            )
            return text.format(keys=names, other=other)
        return ""

    def set(self, verb: str, keys: QKeySequence) -> str:
        """Change the shortcut of ``verb``, or return a sentence why that is not possible."""
        problem = self.problem(verb, keys)
        if not problem:
            changed = self._stored()
            changed[verb] = keys.toString(_PORTABLE)
            self._keep(changed)
        return problem

    def reset(self, verb: str) -> str:
        """Restore the declared shortcut of ``verb``, or return why that is not possible."""
        return self.set(verb, self._declared[verb])

    def reset_all(self) -> None:
        """Restore all declared shortcuts."""
        self._keep({})

    def _others(self, verb: str, keys: QKeySequence) -> Iterator[str]:
        for name in self._declared:
            if name != verb and keys in self._actions[name].shortcuts():
                yield plain(self._actions[name].text())
        for action in self._window.actions():
            if action not in self._actions.all() and keys in action.shortcuts():
                yield plain(action.text() or action.toolTip())
        for menu in self._window.menuBar().actions():
            if QKeySequence.mnemonic(menu.text()) == keys:
                yield plain(menu.text())

    def _stored(self) -> dict[str, Any]:
        return dict(self._settings_store.settings.shortcuts)

    def _keep(self, changed: Mapping[str, Any]) -> None:
        differing = {
            verb: keys
            for verb, keys in changed.items()
            # Entries of a newer version for actions that are unknown here stay.
            if verb not in self._declared or keys != self._declared[verb].toString(_PORTABLE)
        }
        self._settings_store.change(shortcuts=differing)

    def _follow(self, old: Settings, new: Settings) -> None:
        if old.shortcuts != new.shortcuts:
            self._apply()

    def _apply(self) -> None:
        stored = self._settings_store.settings.shortcuts
        for verb, declared in self._declared.items():
            keys = stored.get(verb)
            shortcut = QKeySequence(keys, _PORTABLE) if isinstance(keys, str) else declared
            if self.keys(verb) != shortcut:
                self._actions.set_keys(verb, shortcut)


def _commands(keys: QKeySequence) -> bool:
    """Return whether ``keys`` are a command and do not type a character."""
    return _COMMAND_KEYS.search(keys.toString(_PORTABLE)) is not None
