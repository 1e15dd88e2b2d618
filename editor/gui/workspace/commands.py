"""Commands of the palette: actions, and jumps to places in the form."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QMenu

from editor.gui.actions import Actions
from editor.gui.keyboard.key_text import key_text
from editor.gui.menus.declaration import plain
from editor.gui.menus.menu_bar import menu_bar
from editor.gui.workspace.fuzzy import score

_BESIDE = 50
"""Score that a match loses if it needs the name of the menu, too."""
_USED = 20
"""Score that a match gains if it was used before."""
_ARROW = " ▸ "


@dataclass(frozen=True, slots=True)
class Command:
    """An entry of the palette; ``place`` is its path of menus, ``keys`` its shortcut.

    ``reason`` says why the command is disabled; it is empty for one that is enabled.
    """

    id: str
    text: str
    place: str
    run: Callable[[], object]
    keys: str = ""
    reason: str = ""

    @property
    def enabled(self) -> bool:
        """Whether the command can be run now."""
        return not self.reason


def places() -> dict[str, str]:
    """Return the path of menus to each verb, as "Ansicht ▸ Farben"."""
    return {
        action.verb: _ARROW.join(map(plain, path))
        for menu in menu_bar()
        for action, path in menu.actions()
    }


def action_commands(actions: Actions) -> Iterator[Command]:
    """Return the actions in the order of the menus."""
    for verb, place in places().items():
        action = actions[verb]
        yield Command(
            f"action.{verb}",
            _named(action),
            place,
            _runner(action),
            key_text(action.shortcut()),
            actions.reason(verb),
        )


def jumps(labels: Mapping[str, str], go: Callable[[str], object]) -> Iterator[Command]:
    """Return jumps to parts of the form; ``labels`` are their names by id."""
    side = QCoreApplication.translate("Commands", "Gehe zu")
    for key, label in labels.items():
        yield Command(f"place.{key}", label, side, partial(go, key))


def ranked(commands: list[Command], query: str, recent: tuple[str, ...]) -> list[Command]:
    """Return the commands that match ``query``, best first; ``recent`` ones first among equals."""
    used = {name: place for place, name in enumerate(recent)}
    if not query.strip():
        return sorted(commands, key=lambda command: used.get(command.id, len(used)))
    fitting = ((command, _worth(command, query)) for command in commands)
    worth = {
        command: value + (_USED if command.id in used else 0)
        for command, value in fitting
        if value is not None
    }
    return sorted(worth, key=lambda c: (not c.enabled, -worth[c], used.get(c.id, len(used))))


def _worth(command: Command, query: str) -> int | None:
    worth = score(query, command.text)
    if worth is not None:
        return worth
    beside = score(query, f"{command.text} {command.place}")
    return None if beside is None else beside - _BESIDE


def _named(action: QAction) -> str:
    text = plain(action.text())
    if not action.isCheckable():
        return text
    return f"{text} ✓" if action.isChecked() else text


def _runner(action: QAction) -> Callable[[], object]:
    menu = action.menu()
    if isinstance(menu, QMenu):
        return lambda: menu.popup(QCursor.pos())
    return action.trigger
