"""Menu bar and tool bar of the window, and all actions that are declared there."""

from PySide6.QtCore import QCoreApplication

from editor.gui.menus.check_menu import check_menu
from editor.gui.menus.declaration import ActionDeclaration, Menu, Tool
from editor.gui.menus.edit_menu import edit_menu
from editor.gui.menus.file_menu import file_menu
from editor.gui.menus.format_menu import format_menu
from editor.gui.menus.help_menu import help_menu
from editor.gui.menus.view_menu import view_menu

translate = QCoreApplication.translate

LESS_NEEDED = (
    *("spoiler", "numbers", "bullets", "quote", "heading", "redo", "undo"),
    *("link", "findings", "preview", "outline", "italic", "bold"),
)
"""Verbs of the tools that a narrow tool bar gives up, the first one first."""


def menu_bar() -> tuple[Menu, ...]:
    """Return the menus in their order, in the language of the interface."""
    return file_menu(), edit_menu(), format_menu(), check_menu(), view_menu(), help_menu()


def declarations() -> tuple[ActionDeclaration, ...]:
    """Return all actions in the order of the menus."""
    return tuple(action for menu in menu_bar() for action, _ in menu.actions())


def tool_bar() -> tuple[tuple[Tool | None, ...], tuple[Tool | None, ...]]:
    """Return the tools at the left and at the right of the tool bar, None for a separator."""
    left = (
        Tool("undo", "undo-2"),
        Tool("redo", "redo-2"),
        None,
        Tool("bold", "bold"),
        Tool("italic", "italic"),
        Tool("heading", "heading"),
        Tool("quote", "text-quote"),
        Tool("bullets", "list"),
        Tool("numbers", "list-ordered"),
        Tool("link", "link"),
        Tool("spoiler", "eye-off"),
        None,
        Tool("previous_finding", "chevron-left", translate("Actions", "Hinweis")),
        Tool("next_finding", "chevron-right"),
    )
    right = (
        Tool("outline", "panel-left", translate("Actions", "Gliederung")),
        Tool("preview", "panel-right", translate("Actions", "Vorschau")),
        Tool("findings", "spell-check", translate("Actions", "Hinweise")),
        None,
    )
    return left, right
