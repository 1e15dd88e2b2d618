"""Declarations of actions and menus: an action is declared at its place in a menu."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence


def plain(text: str) -> str:
    """Return the text of a menu or an action without mnemonic and ellipsis."""
    return text.replace("&", "").removesuffix("…").rstrip()


@dataclass(frozen=True, slots=True)
class ActionDeclaration:
    """One action; its ``verb`` names it in slots, settings and tests.

    Of the actions with the same ``group`` one is checked at a time.
    """

    verb: str
    text: str
    shortcut: str | QKeySequence.StandardKey | None = None
    tip: str = ""
    checkable: bool = False
    group: str = ""
    role: QAction.MenuRole = QAction.MenuRole.NoRole
    shows_text: bool = False
    """Whether the text has to be in sight: in a narrow window its tab comes to the front first."""
    needs_panes: bool = False
    """Whether the action is disabled while a view mode shows one pane alone."""
    also: str = ""
    """Another shortcut, which works as well and is not shown."""


class Tool(NamedTuple):
    """Button in the tool bar for the action ``verb``."""

    verb: str
    icon: str
    """Name of an icon of lucide.dev."""
    label: str = ""
    """Text beside the icon, empty for a button with the icon alone."""


class Menu(NamedTuple):
    """A menu with its entries in their order; None stands for a separator."""

    title: str
    entries: "tuple[ActionDeclaration | Menu | None, ...]"

    def actions(self, *path: str) -> "Iterator[tuple[ActionDeclaration, tuple[str, ...]]]":
        """Yield every action in this menu, with the titles of the menus that lead to it."""
        path = (*path, self.title)
        for entry in self.entries:
            if isinstance(entry, Menu):
                yield from entry.actions(*path)
            elif entry is not None:
                yield entry, path
